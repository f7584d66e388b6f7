// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/xml_character.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstring>
#include <system_error>

namespace tertib {
namespace {

/// A byte in each of the eight of a word.
constexpr std::uint64_t each(unsigned char byte) noexcept {
    return 0x0101010101010101U * byte;
}
/// The high bit of the lowest byte that is 0 is set, and none below it; 0 if no byte is.
constexpr std::uint64_t zero_bytes(std::uint64_t word) noexcept {
    return (word - each(1)) & ~word & each(0x80);
}

/// What XML calls a character.
bool is_character(std::uint32_t c) noexcept {
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF) ||
           (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

} // namespace

const char* pass_plain_xml(const char* at, const char* end, char quote) noexcept {
    if constexpr (std::endian::native == std::endian::little) {
        const std::uint64_t quotes = each(static_cast<unsigned char>(quote));
        while (end - at >= 8) {
            std::uint64_t word = 0;
            std::memcpy(&word, at, sizeof word);
            const std::uint64_t controls = (word - each(0x20)) & ~word & each(0x80);
            const std::uint64_t hits = controls | zero_bytes(word ^ quotes) |
                                       zero_bytes(word ^ each('&')) | zero_bytes(word ^ each('<'));
            if (hits != 0) {
                return at + (std::countr_zero(hits) >> 3);
            }
            at += 8;
        }
    }
    const XmlKind stops = quote == '"' ? XmlKind::stops_double : XmlKind::stops_single;
    while (!is_xml(*at, stops)) {
        ++at;
    }
    return at;
}

std::uint32_t xml_reference(std::string_view reference) noexcept {
    struct Entity {
        std::string_view name;
        std::uint32_t character;
    };
    constexpr std::array<Entity, 5> entities = {
        {{"amp", '&'}, {"apos", '\''}, {"gt", '>'}, {"lt", '<'}, {"quot", '"'}}};
    if (!reference.starts_with('#')) {
        const auto* const found = std::ranges::find(entities, reference, &Entity::name);
        return found == entities.end() ? 0 : found->character;
    }
    const bool hexadecimal = reference.starts_with("#x");
    reference.remove_prefix(hexadecimal ? 2 : 1);
    std::uint32_t number = 0;
    const char* const begin = reference.data();
    const char* const end = begin + reference.size();
    const auto [stop, error] = std::from_chars(begin, end, number, hexadecimal ? 16 : 10);
    return error == std::errc() && stop == end && is_character(number) ? number : 0;
}

} // namespace tertib
