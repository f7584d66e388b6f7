// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "output.hpp"
#include "printable.hpp"
#include "text_table.hpp"

#include "tertib/base/catalogue.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tertib::tool {

enum class Tone : std::uint8_t { plain, strong, good, bad, attention, faint };

/// The text of one answer for people, made piece by piece: headings, paragraphs and tables that fit
/// the terminal. Whatever it is given is made printable, so documents can't reach the terminal.
///
///     Page page(terminal, Language::id);
///     page.heading(page.text("UI-READ-STEPS"));
///     page.table(table);
///     write_output(page.take(), "");
class Page {
public:
    Page(const Terminal& terminal, Language language) : terminal_(terminal), language_(language) {}

    [[nodiscard]] Language language() const noexcept { return language_; }
    /// A text of the catalogue in the user's language.
    [[nodiscard]] std::string text(std::string_view code,
                                   const std::vector<Argument>& arguments = {}) const {
        return text_of(code, language_, arguments);
    }

    /// A line of its own after an empty one.
    void heading(std::string_view text, Tone tone = Tone::strong);
    void paragraph(std::string_view text, std::size_t indent = 0, Tone tone = Tone::plain);
    /// A tag ("ID-6") and a text beside it; lines after the first are indented as the text is.
    void item(std::string_view tag, std::string_view text, std::size_t indent,
              Tone tone = Tone::strong);
    /// One line as it is, blanks and all; the caller sees that it fits.
    void verbatim(std::string_view text, std::size_t indent = 0, Tone tone = Tone::plain) {
        line(printable(text), indent, tone);
    }
    void table(TextTable table, std::size_t indent = 0);
    void blank() { out_ += '\n'; }

    [[nodiscard]] std::string take() { return std::move(out_); }

private:
    void line(std::string_view text, std::size_t indent, Tone tone);
    [[nodiscard]] std::string painted(std::string_view text, Tone tone) const;

    Terminal terminal_;
    Language language_;
    std::string out_;
};

} // namespace tertib::tool
