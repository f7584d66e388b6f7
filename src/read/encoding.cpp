// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/encoding.hpp"

#include "read/binary.hpp"
#include "read/limit.hpp"
#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

namespace tertib {
namespace {

using namespace std::string_view_literals;

constexpr char32_t replacement = 0xFFFD;
constexpr std::string_view replacement_utf8 = "\xEF\xBF\xBD";

enum class Encoding { utf_8, utf_16_le, utf_16_be, windows_1252 };

struct Guess {
    Encoding encoding = Encoding::utf_8;
    std::size_t mark_size = 0; ///< bytes of the byte order mark
    bool certain = true;       ///< stated by a mark, or strict UTF-8
};

/// Decoded text before its line ends are made equal.
struct Raw {
    std::string text;
    std::size_t broken = 0;
    std::size_t first_broken = 0; ///< offset in text
};

/// Bytes 0x80 … 0x9F of Windows-1252; 0 where it has no character.
constexpr std::array<char16_t, 32> windows_1252_high = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::uint8_t byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint8_t>(bytes[at]);
}

[[noreturn]] void refuse(const std::string& message) {
    throw Error(ErrorCode::format, message);
}

[[noreturn]] void refuse_utf_32() {
    refuse("the text is stored as UTF-32, which is not read: save it as UTF-8");
}

[[noreturn]] void refuse_binary() {
    refuse("the bytes are not text: save the document as tab-separated text (Unicode), as a web "
           "page (.html), or as CSV UTF-8");
}

void note_broken(Raw& raw) {
    if (raw.broken++ == 0) {
        raw.first_broken = raw.text.size();
    }
    raw.text += replacement_utf8;
}

/// How often a byte is zero at each place of a group of four, in the head of the input.
std::array<std::size_t, 4> zeros_by_place(std::string_view head) {
    std::array<std::size_t, 4> zeros{};
    for (std::size_t i = 0; i < head.size(); ++i) {
        zeros[i % 4] += head[i] == '\0' ? 1U : 0U;
    }
    return zeros;
}

/// Text without a mark but with zero bytes: most letters of our documents are below U+0100, so
/// in UTF-16 one half of nearly each unit is zero and the other half nearly never.
std::optional<Guess> guess_wide(std::string_view bytes) {
    constexpr std::size_t looked_at = 4096;
    const std::string_view head = bytes.substr(0, looked_at);
    const std::array<std::size_t, 4> zeros = zeros_by_place(head);
    const std::size_t quads = head.size() / 4;
    // UTF-32: the top half of each unit is zero, the lowest byte hardly ever.
    const bool ends_in_zeros = zeros[2] >= quads && zeros[3] >= quads && zeros[0] * 4 <= quads;
    const bool begins_in_zeros = zeros[0] >= quads && zeros[1] >= quads && zeros[3] * 4 <= quads;
    if (quads > 1 && bytes.size() % 4 == 0 && (ends_in_zeros || begins_in_zeros)) {
        refuse_utf_32();
    }
    const std::size_t even = zeros[0] + zeros[2];
    const std::size_t odd = zeros[1] + zeros[3];
    const std::size_t units = head.size() / 2;
    if (odd * 4 >= units && even * 16 <= odd) {
        return Guess{Encoding::utf_16_le, 0, false};
    }
    if (even * 4 >= units && odd * 16 <= even) {
        return Guess{Encoding::utf_16_be, 0, false};
    }
    return std::nullopt;
}

/// Not strict UTF-8: is it UTF-8 with damage, or the one-byte code page of older Windows?
/// Letters of Windows-1252 hardly ever form valid sequences of several bytes by accident.
Encoding guess_narrow(std::string_view bytes) {
    std::size_t sequences = 0;
    std::size_t broken = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t start = at;
        static_cast<void>(next_code_point(bytes, at));
        if (at - start > 1) {
            ++sequences;
        } else if (byte_at(bytes, start) >= 0x80) {
            ++broken;
        }
    }
    return sequences >= broken ? Encoding::utf_8 : Encoding::windows_1252;
}

Guess guess_encoding(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE\0\0"sv) || bytes.starts_with("\0\0\xFE\xFF"sv)) {
        refuse_utf_32();
    }
    if (bytes.starts_with("\xEF\xBB\xBF"sv)) {
        return {Encoding::utf_8, 3, true};
    }
    if (bytes.starts_with("\xFF\xFE"sv)) {
        return {Encoding::utf_16_le, 2, true};
    }
    if (bytes.starts_with("\xFE\xFF"sv)) {
        return {Encoding::utf_16_be, 2, true};
    }
    if (bytes.find('\0') != std::string_view::npos) {
        const std::optional<Guess> wide = guess_wide(bytes);
        if (!wide) {
            refuse_binary();
        }
        return *wide;
    }
    if (is_utf8(bytes)) {
        return {};
    }
    const Encoding narrow = guess_narrow(bytes);
    return {narrow, 0, narrow == Encoding::utf_8};
}

Raw decode_utf_8(std::string_view bytes) {
    Raw raw;
    raw.text.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t start = at;
        const char32_t code_point = next_code_point(bytes, at);
        // A U+FFFD that the document itself holds takes three bytes and is no damage of ours.
        if (code_point == replacement && at - start < replacement_utf8.size()) {
            note_broken(raw);
        } else {
            raw.text += bytes.substr(start, at - start);
        }
    }
    return raw;
}

Raw decode_windows_1252(std::string_view bytes) {
    Raw raw;
    raw.text.reserve(bytes.size() + bytes.size() / 8);
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const std::uint8_t byte = byte_at(bytes, at);
        const bool high = byte >= 0x80 && byte < 0xA0;
        const char32_t code_point = high ? windows_1252_high[byte - 0x80U] : byte;
        if (high && code_point == 0) {
            note_broken(raw);
        } else {
            append_code_point(raw.text, code_point);
        }
    }
    return raw;
}

/// One unit of 16 bits; the order says which of its bytes comes first.
char32_t unit_at(std::string_view bytes, std::size_t at, Encoding order) {
    const char32_t first = byte_at(bytes, at);
    const char32_t second = byte_at(bytes, at + 1);
    return order == Encoding::utf_16_le ? (second << 8U) | first : (first << 8U) | second;
}

Raw decode_utf_16(std::string_view bytes, Encoding order) {
    Raw raw;
    raw.text.reserve(bytes.size());
    std::size_t at = 0;
    for (; at + 1 < bytes.size(); at += 2) {
        const char32_t unit = unit_at(bytes, at, order);
        if (unit < 0xD800 || unit > 0xDFFF) {
            append_code_point(raw.text, unit);
            continue;
        }
        const char32_t low = at + 3 < bytes.size() ? unit_at(bytes, at + 2, order) : 0;
        if (unit <= 0xDBFF && low >= 0xDC00 && low <= 0xDFFF) {
            append_code_point(raw.text, 0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00));
            at += 2;
        } else {
            note_broken(raw);
        }
    }
    if (at < bytes.size()) {
        note_broken(raw);
    }
    if (raw.text.find('\0') != std::string::npos) {
        refuse_binary();
    }
    return raw;
}

Raw decode(std::string_view bytes, Encoding encoding) {
    switch (encoding) {
    case Encoding::utf_8: return decode_utf_8(bytes);
    case Encoding::windows_1252: return decode_windows_1252(bytes);
    case Encoding::utf_16_le:
    case Encoding::utf_16_be: return decode_utf_16(bytes, encoding);
    }
    throw Error(ErrorCode::internal, "an encoding without a decoder");
}

/// Bytes that may need a change: control characters, and the first bytes of U+0085, U+2028/9.
constexpr bool needs_look(char c) {
    const auto byte = static_cast<std::uint8_t>(c);
    const bool kept_control = c == '\t' || c == '\n' || c == '\v' || c == '\f';
    return (byte < 0x20 && !kept_control) || byte == 0x7F || byte == 0xC2 || byte == 0xE2;
}

/// The size of a line end other than "\n" that begins there, 0 if there is none.
std::size_t foreign_line_end(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at, 3);
    if (rest.starts_with('\r')) {
        return rest.starts_with("\r\n") ? 2 : 1;
    }
    if (rest == "\xE2\x80\xA8"sv || rest == "\xE2\x80\xA9"sv) {
        return 3;
    }
    return rest.starts_with("\xC2\x85"sv) ? 2 : 0;
}

/// Makes every line end "\n"; other control characters are damage like undecodable bytes.
Raw normalised(std::string_view text) {
    Raw clean;
    clean.text.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = text.substr(at);
        const auto run = std::ranges::find_if(rest, needs_look) - rest.begin();
        const std::size_t stop = at + static_cast<std::size_t>(run);
        clean.text.append(text, at, stop - at);
        at = stop;
        if (at == text.size()) {
            break;
        }
        if (const std::size_t size = foreign_line_end(text, at); size > 0) {
            clean.text += '\n';
            at += size;
        } else if (byte_at(text, at) < 0x80) {
            note_broken(clean);
            ++at;
        } else {
            clean.text += text[at++];
        }
    }
    return clean;
}

std::uint32_t line_of(std::string_view text, std::size_t offset) {
    return 1 + static_cast<std::uint32_t>(std::ranges::count(text.substr(0, offset), '\n'));
}

std::string_view name_of(Encoding encoding) {
    return encoding == Encoding::windows_1252 ? "Windows-1252"sv : "UTF-16"sv;
}

/// Counts the damage of both passes and names the earlier line of the two.
Finding broken_bytes(const Raw& raw, const Raw& clean) {
    std::uint32_t line = clean.broken > 0 ? line_of(clean.text, clean.first_broken) : 0;
    if (raw.broken > 0) {
        const std::string before = normalised(raw.text.substr(0, raw.first_broken)).text;
        const std::uint32_t decoded_line = line_of(before, before.size());
        line = line == 0 ? decoded_line : std::min(line, decoded_line);
    }
    return make_finding(
        "READ-BROKEN-BYTES", {.row = line, .column = 0, .step = {}},
        {{"count", std::to_string(raw.broken + clean.broken)}, {"line", std::to_string(line)}});
}

} // namespace

std::string from_windows_1252(std::string_view bytes) {
    return decode_windows_1252(bytes).text;
}

DecodedText decode_text(std::string_view bytes, std::size_t max_bytes) {
    if (bytes.size() > max_bytes) {
        limit_passed("max_bytes", max_bytes, "bytes");
    }
    if (const std::optional<std::string> kind = binary_kind(bytes)) {
        refuse(*kind);
    }
    const Guess guess = guess_encoding(bytes);
    const std::string_view body = bytes.substr(guess.mark_size);
    // What is UTF-8 already isn't copied twice: documents may be big and memory small.
    const bool decoded_already = guess.encoding == Encoding::utf_8 && is_utf8(body);
    const Raw raw = decoded_already ? Raw{} : decode(body, guess.encoding);
    Raw clean = normalised(decoded_already ? body : raw.text);
    if (trim(clean.text).empty()) {
        refuse("the document is empty");
    }
    DecodedText decoded;
    if (!guess.certain) {
        decoded.findings.push_back(make_finding(
            "READ-ENCODING", {}, {{"encoding", std::string(name_of(guess.encoding))}}));
    }
    if (raw.broken + clean.broken > 0) {
        decoded.findings.push_back(broken_bytes(raw, clean));
    }
    decoded.text = std::move(clean.text);
    return decoded;
}

} // namespace tertib
