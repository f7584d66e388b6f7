// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/time/waktu.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace tertib {

// The shape of a waktu, which whoever computes with it relies on. read_waktu keeps to it; one that
// comes from JSON or from code is asked.

/// Whether a form has that many parts.
[[nodiscard]] bool has_parts(WaktuForm form, std::size_t count);

/// What is wrong with its shape, as the end of a sentence ("has 2 parts, but the form exact
/// needs one"), or nothing: the parts that its form has, min no more than max, nothing negative.
[[nodiscard]] std::optional<std::string> wrong_shape(const Waktu& waktu);

} // namespace tertib
