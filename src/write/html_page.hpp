// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/catalogue.hpp"
#include "write/text_output.hpp"

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// How a column of a table is set.
enum class ColumnStyle : std::uint8_t { text, number, answer };

struct HtmlColumn {
    std::string_view title; ///< code of the catalogue
    ColumnStyle style = ColumnStyle::text;
};

using HtmlCells = std::vector<std::string>;

/// A page that is written from top to bottom: texts come in plain and are escaped here, once. The
/// style sheet is inside, and the page forbids itself to load anything.
class HtmlPage {
public:
    HtmlPage(const ByteSink& sink, Language language) : out_(sink), language_(language) {}

    void begin(std::string_view title);
    /// Ends the page and passes on what is left of it.
    void end();

    /// Begins a section, with the text of a code as its heading.
    void begin_section(std::string_view code);
    void end_section();
    void heading(std::string_view code);
    void paragraph(std::string_view text, std::string_view css_class = {});
    void list(std::span<const std::string> items);
    /// Nothing without rows. A row has a cell for each column.
    void table(std::initializer_list<HtmlColumn> columns, const std::vector<HtmlCells>& rows);
    /// A chart (SVG as it is) and what it shows.
    void figure(std::string_view svg, std::string_view caption);

    [[nodiscard]] Language language() const noexcept { return language_; }
    /// The text of a code, not escaped.
    [[nodiscard]] std::string words(std::string_view code,
                                    std::initializer_list<Argument> arguments = {}) const;
    /// "12.345"; in English "12,345"
    [[nodiscard]] std::string count(std::uint64_t number) const;
    /// "85 %": rounded down, so that 100 % are all; "–" of none.
    [[nodiscard]] std::string percent(std::uint64_t part, std::uint64_t whole) const;

private:
    void element(std::string_view tag, std::string_view text, std::string_view css_class = {});

    TextOutput out_;
    Language language_;
};

} // namespace tertib
