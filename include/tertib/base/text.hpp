// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// Work on UTF-8 text that doesn't know about SOPs. All functions are pure and take hostile
/// input: bytes that are not UTF-8 are passed over as single units, never read past.

/// True if the bytes are strict UTF-8 (no overlong forms, no surrogates, at most U+10FFFF).
[[nodiscard]] bool is_utf8(std::string_view bytes) noexcept;

/// Decodes the code point at `at` and moves `at` behind it. Malformed bytes give U+FFFD, one each.
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& at) noexcept;

/// Appends a code point as UTF-8 (U+FFFD for what is no scalar value).
void append_code_point(std::string& text, char32_t code_point);

/// True for blanks, tabs, line ends, no-break and typographic spaces, and zero-width characters.
[[nodiscard]] bool is_space(char32_t code_point) noexcept;

/// The text without white space at both ends (also no-break and zero-width spaces).
[[nodiscard]] std::string_view trim(std::string_view text) noexcept;

/// Trimmed, with every run of white space inside made one blank.
[[nodiscard]] std::string squeeze(std::string_view text);

/// Lower case for the letters of Latin scripts; everything else is kept.
[[nodiscard]] std::string lower(std::string_view text);

/// What is compared when two texts should be "the same": lower case, white space squeezed,
/// typographic quotes and dashes made plain, no blank around "/" and before , ; : . — and without
/// punctuation at its end.
[[nodiscard]] std::string fold(std::string_view text);

/// Appends the folded piece: for many pieces in one string.
void append_folded(std::string& text, std::string_view piece);

/// The words of a text, folded: runs of letters and digits.
[[nodiscard]] std::vector<std::string> words(std::string_view text);

/// How alike two texts are after folding, 0 … 1: Dice's coefficient over their words as
/// multisets (Dice 1945). Equal folded texts give 1, texts without a common word 0.
[[nodiscard]] double similarity(std::string_view a, std::string_view b);

/// Levenshtein distance in code points, or `bound` + 1 as soon as it must be greater.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t bound);

/// Columns that the text takes in a terminal (wide East Asian characters 2, combining marks 0).
[[nodiscard]] std::size_t display_width(std::string_view text) noexcept;

/// The pieces between separators, in order; empty pieces are kept.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);

} // namespace tertib
