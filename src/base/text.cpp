// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/base/text.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace tertib {
namespace {

constexpr char32_t replacement = 0xFFFD;

/// Bytes of the sequence that `lead` begins, 0 if it can't begin one.
constexpr std::size_t sequence_length(unsigned char lead) {
    if (lead < 0x80) {
        return 1;
    }
    if (lead >= 0xC2 && lead <= 0xDF) {
        return 2;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
        return 3;
    }
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

/// The code point at `at`, or nothing for malformed bytes (RFC 3629).
struct Decoded {
    char32_t code_point = replacement;
    std::size_t length = 1;
    bool good = false;
};

Decoded decode(std::string_view text, std::size_t at) noexcept {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const std::size_t length = sequence_length(byte(0));
    if (length == 0 || at + length > text.size()) {
        return {};
    }
    if (length == 1) {
        return {byte(0), 1, true};
    }
    char32_t value = byte(0) & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U) {
            return {};
        }
        value = (value << 6U) | (byte(i) & 0x3FU);
    }
    const bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (overlong || surrogate || value > 0x10FFFF) {
        return {};
    }
    return {value, length, true};
}

/// Typographic signs as the plain ones that a keyboard has.
char32_t plain(char32_t c) noexcept {
    if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212) {
        return U'-';
    }
    if (c == 0x2018 || c == 0x2019 || c == 0x00B4 || c == 0x0060) {
        return U'\'';
    }
    return c == 0x201C || c == 0x201D ? U'"' : c;
}

char32_t lower_one(char32_t c) noexcept {
    if ((c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7)) {
        return c + 32;
    }
    const bool even_is_upper = (c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177);
    if (even_is_upper) {
        return c | 1U;
    }
    const bool odd_is_upper = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
    return odd_is_upper && (c & 1U) == 1U ? c + 1 : c;
}

bool is_word(char32_t c) noexcept {
    return (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ||
           (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7) || c > 0x2E7F;
}

bool is_combining(char32_t c) noexcept {
    return (c >= 0x300 && c <= 0x36F) || (c >= 0x200B && c <= 0x200F) || c == 0xFE0F || c == 0xFEFF;
}

bool is_wide(char32_t c) noexcept {
    return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
           (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
           (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1F9FF);
}

bool is_ascii(char c) noexcept {
    return static_cast<unsigned char>(c) < 0x80;
}

constexpr std::string_view no_sense_at_end = " .,;:-";

/// No blank is kept between these two.
bool touches(char before, char32_t after) noexcept {
    return before == '/' || before == '(' || after == U',' || after == U';' || after == U':' ||
           after == U'.' || after == U'/' || after == U')';
}

/// Folds what isn't all ASCII.
std::string fold_any(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool gap = false;
    std::size_t at = 0;
    while (at < text.size()) {
        const char32_t c = next_code_point(text, at);
        if (is_space(c)) {
            gap = !out.empty();
            continue;
        }
        const char32_t kept = lower_one(plain(c));
        if (gap && !touches(out.back(), kept)) {
            out.push_back(' ');
        }
        gap = false;
        append_code_point(out, kept);
    }
    out.erase(out.find_last_not_of(no_sense_at_end) + 1);
    return out;
}

/// Nearly all texts are ASCII, which needs no decoding: what each byte is after folding, a blank
/// for white space, 0x80 for a byte that isn't ASCII.
constexpr unsigned char not_ascii = 0x80;
constexpr std::array<unsigned char, 256> folded_bytes = [] {
    std::array<unsigned char, 256> table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
        const bool capital = i >= 'A' && i <= 'Z';
        const bool white = i >= 0x09 && i <= 0x0D;
        table[i] = static_cast<unsigned char>(capital    ? i + 32
                                              : white    ? ' '
                                              : i == '`' ? '\''
                                              : i < 0x80 ? i
                                                         : not_ascii);
    }
    return table;
}();

/// Folds into the room at `out`, of the text's size at least. Answers with the end of what it
/// wrote, or nullptr if the text isn't all ASCII.
char* fold_ascii(std::string_view text, char* out) {
    char* end = out;
    bool gap = false;
    for (const char each : text) {
        const unsigned char kept = folded_bytes[static_cast<unsigned char>(each)];
        if (kept == ' ') {
            gap = end != out;
            continue;
        }
        if (kept == not_ascii) {
            return nullptr;
        }
        if (gap && !touches(end[-1], kept)) {
            *end++ = ' ';
        }
        gap = false;
        *end++ = static_cast<char>(kept);
    }
    while (end != out && no_sense_at_end.find(end[-1]) != std::string_view::npos) {
        --end;
    }
    return end;
}

/// Where the code point begins that ends at `end`; a malformed byte is a unit of its own, which
/// the caller sees by decoding from there and not arriving at `end`.
std::size_t last_unit(std::string_view text, std::size_t end) noexcept {
    constexpr std::size_t longest = 4;
    const std::size_t least = end > longest ? end - longest : 0;
    std::size_t begin = end - 1;
    while (begin > least && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) {
        --begin;
    }
    return begin;
}

} // namespace

bool is_utf8(std::string_view bytes) noexcept {
    std::size_t at = 0;
    while (at < bytes.size()) {
        if (is_ascii(bytes[at])) {
            ++at;
            continue;
        }
        const Decoded next = decode(bytes, at);
        if (!next.good) {
            return false;
        }
        at += next.length;
    }
    return true;
}

char32_t next_code_point(std::string_view text, std::size_t& at) noexcept {
    if (at < text.size() && is_ascii(text[at])) {
        return static_cast<unsigned char>(text[at++]);
    }
    const Decoded next = decode(text, at);
    at += next.length;
    return next.code_point;
}

void append_code_point(std::string& text, char32_t c) {
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) {
        c = replacement;
    }
    const auto put = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0U | (c >> 6U));
        put(0x80U | (c & 0x3FU));
    } else if (c < 0x10000) {
        put(0xE0U | (c >> 12U));
        put(0x80U | ((c >> 6U) & 0x3FU));
        put(0x80U | (c & 0x3FU));
    } else {
        put(0xF0U | (c >> 18U));
        put(0x80U | ((c >> 12U) & 0x3FU));
        put(0x80U | ((c >> 6U) & 0x3FU));
        put(0x80U | (c & 0x3FU));
    }
}

bool is_space(char32_t c) noexcept {
    return c == U' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x2060 || c == 0x3000 || c == 0xFEFF;
}

std::string_view trim(std::string_view text) noexcept {
    // Nearly all texts begin and end with a visible ASCII character, or are empty.
    const auto visible = [](char c) { return c > ' ' && c <= '~'; };
    if (text.empty() || (visible(text.front()) && visible(text.back()))) {
        return text;
    }
    std::size_t first = 0;
    for (std::size_t at = 0; at < text.size() && is_space(next_code_point(text, at));) {
        first = at;
    }
    std::size_t last = text.size();
    while (last > first) {
        const std::size_t begin = last_unit(text, last);
        std::size_t at = begin;
        if (!is_space(next_code_point(text, at)) || at != last) {
            break;
        }
        last = begin;
    }
    return text.substr(first, last - first);
}

std::string squeeze(std::string_view text) {
    std::string out;
    bool gap = false;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t begin = at;
        if (is_space(next_code_point(text, at))) {
            gap = !out.empty();
            continue;
        }
        if (gap) {
            out.push_back(' ');
            gap = false;
        }
        out.append(text.substr(begin, at - begin));
    }
    return out;
}

std::string lower(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    std::size_t at = 0;
    while (at < text.size()) {
        append_code_point(out, lower_one(next_code_point(text, at)));
    }
    return out;
}

void append_folded(std::string& text, std::string_view piece) {
    const std::size_t begin = text.size();
    text.resize(begin + piece.size());
    char* const first = text.data() + begin;
    if (const char* const end = fold_ascii(piece, first)) {
        text.resize(begin + static_cast<std::size_t>(end - first));
        return;
    }
    text.resize(begin);
    text += fold_any(piece);
}

std::string fold(std::string_view text) {
    std::string out;
    append_folded(out, text);
    return out;
}

std::vector<std::string> words(std::string_view text) {
    std::vector<std::string> found;
    std::string word;
    std::size_t at = 0;
    while (at < text.size()) {
        const char32_t c = next_code_point(text, at);
        if (is_word(c)) {
            append_code_point(word, lower_one(c));
        } else if (!word.empty()) {
            found.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty()) {
        found.push_back(std::move(word));
    }
    return found;
}

double similarity(std::string_view a, std::string_view b) {
    if (fold(a) == fold(b)) {
        return 1.0;
    }
    std::vector<std::string> left = words(a);
    std::vector<std::string> right = words(b);
    if (left.empty() || right.empty()) {
        return 0.0;
    }
    std::ranges::sort(left);
    std::ranges::sort(right);
    std::vector<std::string> common;
    std::ranges::set_intersection(left, right, std::back_inserter(common));
    return 2.0 * static_cast<double>(common.size()) /
           static_cast<double>(left.size() + right.size());
}

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t bound) {
    std::u32string left;
    std::u32string right;
    for (std::size_t at = 0; at < a.size();) {
        left.push_back(next_code_point(a, at));
    }
    for (std::size_t at = 0; at < b.size();) {
        right.push_back(next_code_point(b, at));
    }
    const std::size_t gap =
        left.size() > right.size() ? left.size() - right.size() : right.size() - left.size();
    if (gap > bound) {
        return bound + 1;
    }
    std::vector<std::size_t> row(right.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= left.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        std::size_t best = i;
        for (std::size_t j = 1; j <= right.size(); ++j) {
            const std::size_t above = row[j];
            const std::size_t replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
            row[j] = std::min({replaced, above + 1, row[j - 1] + 1});
            diagonal = above;
            best = std::min(best, row[j]);
        }
        if (best > bound) {
            return bound + 1;
        }
    }
    return std::min(row.back(), bound + 1);
}

std::size_t display_width(std::string_view text) noexcept {
    std::size_t width = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        const char32_t c = next_code_point(text, at);
        if (!is_combining(c)) {
            width += is_wide(c) ? 2 : 1;
        }
    }
    return width;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> pieces;
    std::size_t begin = 0;
    while (true) {
        const std::size_t end = text.find(separator, begin);
        if (end == text.npos) {
            pieces.push_back(text.substr(begin));
            return pieces;
        }
        pieces.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
}

} // namespace tertib
