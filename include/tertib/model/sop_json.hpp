// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/catalogue.hpp"
#include "tertib/model/overlay.hpp"
#include "tertib/model/sop.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace tertib {

/// Whether a text for others may hold personal data (the name and NIP of who signed).
enum class Personal : std::uint8_t { keep, omit };

/// The Sop as one JSON document, "tertib.sop/1" (docs/formats.md, docs/schema/sop.json), with the
/// findings of its reading. Indented by two blanks, keys in the documented order, ends in "\n".
[[nodiscard]] std::string to_json(const Sop& sop, std::span<const Finding> findings = {},
                                  Personal personal = Personal::keep);

/// Reads it back: an Sop equal to the one written. Members that this version doesn't know are
/// kept. Throws Error(format) with the place (a JSON pointer in the message) for anything that is
/// no such document, Error(limit) past 256 levels or 64 MiB.
[[nodiscard]] Sop sop_from_json(std::string_view json);

/// The findings written with it, if any.
[[nodiscard]] std::vector<Finding> findings_from_json(std::string_view json);

} // namespace tertib
