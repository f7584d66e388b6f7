// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/json_writer.hpp"
#include "tertib/time/instant.hpp"

#include <optional>
#include <string_view>

namespace tertib {

/// A moment on the clock of `zone`, null for none.
inline void write_instant(JsonWriter& json, std::string_view name,
                          const std::optional<Instant>& instant, Zone zone) {
    json.member_or_null(name, instant ? std::optional(text(*instant, zone)) : std::nullopt);
}

/// A text, null if it is empty.
inline void write_or_null(JsonWriter& json, std::string_view name, const std::string& value) {
    json.member_or_null(name, value.empty() ? std::nullopt : std::optional(value));
}

} // namespace tertib
