// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tertib {

/// A character reference of HTML and the number of bytes that spell it.
struct Entity {
    char32_t code_point = 0;
    std::size_t size = 0;
};

/// The character reference that begins with the "&" at `at`: numeric ones, and the named ones of
/// HTML 4 plus a few that forms use as marks (&check;). Nothing if none begins there.
[[nodiscard]] std::optional<Entity> entity_at(std::string_view text, std::size_t at);

/// The text with all its character references decoded.
[[nodiscard]] std::string decode_entities(std::string_view text);

} // namespace tertib
