// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tertib {

/// What a byte of XML may be, as bits. Those of characters beyond ASCII pass for letters.
enum class XmlKind : std::uint8_t {
    begins_name = 1,
    in_name = 2,
    blank = 4,
    stops_double = 8, ///< a value in double quotes goes no further unseen
    stops_single = 16,
};

inline constexpr std::array<std::uint8_t, 256> xml_kinds = [] {
    std::array<std::uint8_t, 256> table{};
    const auto bit = [](bool set, XmlKind kind) {
        return static_cast<unsigned>(set ? static_cast<std::uint8_t>(kind) : std::uint8_t{0});
    };
    for (std::size_t i = 0; i < table.size(); ++i) {
        const bool letter = (i >= 'a' && i <= 'z') || (i >= 'A' && i <= 'Z') || i >= 0x80;
        const bool begins = letter || i == '_' || i == ':';
        const bool inside = begins || (i >= '0' && i <= '9') || i == '-' || i == '.';
        const bool stops = i < 0x20 || i == '&' || i == '<';
        table[i] = static_cast<std::uint8_t>(
            bit(begins, XmlKind::begins_name) | bit(inside, XmlKind::in_name) |
            bit(i == ' ' || i == '\t' || i == '\n' || i == '\r', XmlKind::blank) |
            bit(stops || i == '"', XmlKind::stops_double) |
            bit(stops || i == '\'', XmlKind::stops_single));
    }
    return table;
}();

[[nodiscard]] inline bool is_xml(char c, XmlKind kind) noexcept {
    return (xml_kinds[static_cast<unsigned char>(c)] & static_cast<std::uint8_t>(kind)) != 0;
}

/// The first byte that isn't of the kind; the U+0000 behind a window is of none.
[[nodiscard]] inline const char* pass_xml(const char* at, XmlKind kind) noexcept {
    while (is_xml(*at, kind)) {
        ++at;
    }
    return at;
}

/// The first byte at which a value doesn't simply go on: its quote, &, < or a control character,
/// such as the U+0000 at `end`.
[[nodiscard]] const char* pass_plain_xml(const char* at, const char* end, char quote) noexcept;

/// The character that a reference means, without its & and ;: "amp", "#x41". 0 if there is none.
[[nodiscard]] std::uint32_t xml_reference(std::string_view reference) noexcept;

} // namespace tertib
