// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/json_view.hpp"
#include "base/json_writer.hpp"
#include "tertib/base/finding.hpp"

#include <optional>
#include <span>
#include <vector>

namespace tertib {

// The JSON of a finding for other documents that hold some. An object with more members of its
// own is begun and ended by its caller:
//
//     json.begin_object();
//     write_members(json, finding);
//     json.member("remedy", remedy);
//     json.end_object();

void write_members(JsonWriter& json, const Finding& finding);
void write(JsonWriter& json, std::span<const Finding> findings); ///< a list
void write_or_null(JsonWriter& json, const std::optional<Finding>& finding);
void write(JsonWriter& json, const Place& place);
/// A text for people in both languages: {"id", "en"}.
void write_texts(JsonWriter& json, std::string_view key, std::string_view id, std::string_view en);

[[nodiscard]] Place read_place(JsonView json);
/// A finding, without the texts made for it; members of a caller's own are passed over.
[[nodiscard]] Finding read_finding(JsonView json);

} // namespace tertib
