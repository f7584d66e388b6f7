// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "read/tag.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// Turns the inside of an element into lines of text, as a page would show it: white space
/// squeezed (or kept, for cells of plain text), entities decoded, <br>, paragraphs and rows of
/// inner tables as new lines, items of lists as "- …" or "1. …" ("a. …" for lettered ones).
///
///     MarkupText text(MarkupText::Blanks::squeezed);
///     text.add_text("Surat &amp; ");  text.add_tag(br);  text.add_text("lampiran");
///     text.take(); // "Surat &\nlampiran"
class MarkupText {
public:
    enum class Blanks { squeezed, kept };

    explicit MarkupText(Blanks blanks) : blanks_(blanks) {}

    void add_text(std::string_view raw);
    void add_tag(const Tag& tag);
    /// A blank that separates words, such as between cells of an inner table.
    void add_gap();
    void break_line();

    /// The text so far, without white space at its ends; starts anew.
    [[nodiscard]] std::string take();

private:
    struct List {
        enum class Style { bullet, none, number, lower_letter, upper_letter };
        Style style = Style::bullet;
        std::uint32_t next = 1;
    };

    void add_plain(std::string_view text); ///< without entities
    void add_character(char32_t code_point);
    void open_list(const Tag& tag);
    void begin_item();

    Blanks blanks_;
    bool gap_ = false;          ///< a blank is due before the next character
    bool after_marker_ = false; ///< nothing but its marker in this item yet
    std::size_t unlisted_ = 0;  ///< lists deeper than are kept
    std::vector<List> lists_;
    std::string text_;
};

/// A cell of plain text freed of the markup that some exports leave in it: known HTML tags become
/// what they mean, entities are decoded. "a < b", "<5 hari" and "<nama pemohon>" stay.
///
///     strip_markup("<ul style=\"x\"><li>a;<li>b</ul>"); // "- a;\n- b"
[[nodiscard]] std::string strip_markup(std::string_view cell);

} // namespace tertib
