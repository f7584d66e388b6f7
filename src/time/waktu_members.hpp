// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/json_view.hpp"
#include "base/json_writer.hpp"
#include "tertib/time/tanggal.hpp"
#include "tertib/time/waktu.hpp"

#include <array>
#include <optional>
#include <string_view>

namespace tertib {

// The JSON of a waktu and of a date of the identity page, for documents that hold some
// (docs/formats.md).

/// The members of their objects that this version knows.
inline constexpr std::array<std::string_view, 7> waktu_members = {
    "text", "form", "approximate", "per", "restated", "note", "parts"};
inline constexpr std::array<std::string_view, 5> waktu_part_members = {"min", "max", "satuan",
                                                                       "reckoning", "assumed"};
inline constexpr std::array<std::string_view, 3> tanggal_members = {"text", "date", "month"};

void write(JsonWriter& json, const Waktu& waktu);
void write(JsonWriter& json, const std::optional<Tanggal>& tanggal); ///< null for nothing

/// Throws Error(format) also for a form whose parts are not as many as it needs.
[[nodiscard]] Waktu read_waktu_json(JsonView json);
[[nodiscard]] Tanggal read_tanggal_json(JsonView json);

} // namespace tertib
