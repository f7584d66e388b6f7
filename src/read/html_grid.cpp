// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/html_grid.hpp"

#include "read/grid_builder.hpp"
#include "read/limit.hpp"
#include "read/markup.hpp"
#include "read/tag.hpp"
#include "tertib/base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tertib {
namespace {

/// Elements whose content is no text of the document; "xml" is what Office adds for itself.
constexpr auto skipped_names =
    std::to_array<std::string_view>({"script", "style", "svg", "template", "title", "xml"});

constexpr std::size_t max_depth = 256;

bool is_cell_name(std::string_view name) {
    return name == "td" || name == "th";
}

enum class TableUse { rows, arrangement };

/// Looks ahead which tables only arrange the page: those with fewer cells than one inside them.
/// The uses are in the order of the tables' opening tags.
class TableSurvey {
public:
    explicit TableSurvey(std::string_view html) {
        TagScanner scanner(html, MarkupKind::page);
        while (const std::optional<MarkupToken> token = scanner.next()) {
            if (!token->tag) {
                continue;
            }
            const Tag& tag = *token->tag;
            if (tag.side == Tag::Side::opening &&
                std::ranges::binary_search(skipped_names, tag.name)) {
                scanner.skip_element(tag.name);
            } else {
                see(tag);
            }
        }
        while (!open_.empty()) {
            close_table();
        }
    }

    [[nodiscard]] TableUse use(std::size_t table) const {
        return table < uses_.size() ? uses_[table] : TableUse::rows;
    }

private:
    struct Open {
        std::size_t table = 0;
        std::size_t cells = 0;
        std::size_t most_inside = 0; ///< cells of the largest table in it
        bool cell_open = false;
    };

    void see(const Tag& tag) {
        const bool opening = tag.side == Tag::Side::opening;
        if (tag.name == "table") {
            // A table that begins outside of any cell means that the one before lacks its end.
            if (!open_.empty() && (!opening || !open_.back().cell_open)) {
                close_table();
            }
            if (opening && open_.size() == max_depth) {
                limit_passed("depth", max_depth, "tables inside one another");
            }
            if (opening) {
                open_.push_back({.table = uses_.size()});
                uses_.push_back(TableUse::rows);
            }
        } else if (!open_.empty() && is_cell_name(tag.name)) {
            open_.back().cells += opening ? 1U : 0U;
            open_.back().cell_open = opening;
        } else if (!open_.empty() && tag.name == "tr") {
            open_.back().cell_open = false;
        }
    }

    void close_table() {
        const Open closed = open_.back();
        open_.pop_back();
        if (closed.most_inside > closed.cells) {
            uses_[closed.table] = TableUse::arrangement;
        }
        if (!open_.empty()) {
            open_.back().most_inside =
                std::max({open_.back().most_inside, closed.cells, closed.most_inside});
        }
    }

    std::vector<TableUse> uses_;
    std::vector<Open> open_;
};

/// How far a cell reaches; HTML's own bounds, 0 rows meaning "to the end of the table".
std::uint32_t span_of(const Tag& tag, std::string_view attribute) {
    constexpr std::uint32_t most = 65'534;
    const std::optional<std::string> value = tag.attribute(attribute);
    if (!value) {
        return 1;
    }
    const std::string_view digits = trim(*value);
    std::uint32_t number = 0;
    const auto [stop, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error == std::errc::result_out_of_range) {
        return most;
    }
    if (error != std::errc()) {
        return 1;
    }
    const bool to_the_end = number == 0 && attribute == "rowspan";
    return to_the_end ? most : std::clamp(number, std::uint32_t{1}, most);
}

class HtmlReader {
public:
    HtmlReader(std::string_view html, const ReadOptions& options)
        : options_(options),
          survey_(html),
          scanner_(html, MarkupKind::page),
          builder_(options),
          text_(MarkupText::Blanks::squeezed) {}

    Grids grids() {
        while (const std::optional<MarkupToken> token = scanner_.next()) {
            if (token->tag) {
                take_tag(*token->tag);
            } else {
                text_.add_text(token->text);
            }
        }
        close_table();
        flush_lines();
        Grids read;
        read.grids.push_back(builder_.finish());
        read.findings = findings();
        return read;
    }

private:
    /// What an open <table> is: rows of the grid, an arrangement, or text of a cell.
    enum class Kind : std::uint8_t { rows, arrangement, inner };

    void take_tag(const Tag& tag) {
        const bool opening = tag.side == Tag::Side::opening;
        if (opening && std::ranges::binary_search(skipped_names, tag.name)) {
            scanner_.skip_element(tag.name);
        } else if (tag.name == "table") {
            opening ? open_table() : end_table();
        } else if (is_cell_name(tag.name) && !in_inner_table()) {
            opening ? open_cell(tag) : close_cell();
        } else if (tag.name == "tr" && !in_inner_table()) {
            opening ? open_row() : close_row();
        } else {
            pictures_ += tag.name == "img" && !tag.attribute("alt") ? 1U : 0U;
            text_.add_tag(tag);
        }
    }

    [[nodiscard]] bool in_inner_table() const {
        return !open_.empty() && open_.back() == Kind::inner;
    }
    [[nodiscard]] bool in_arrangement() const {
        return !open_.empty() && open_.back() == Kind::arrangement;
    }

    void open_table() {
        const TableUse use = survey_.use(tables_++);
        if (cell_) {
            open_.push_back(Kind::inner);
            note(inner_tables_);
            text_.break_line();
            return;
        }
        close_table();
        flush_lines();
        open_.push_back(use == TableUse::rows ? Kind::rows : Kind::arrangement);
    }

    void end_table() {
        if (open_.empty()) {
            close_table();
            return;
        }
        if (open_.back() == Kind::inner) {
            text_.break_line();
        } else {
            close_table();
            flush_lines();
        }
        open_.pop_back();
    }

    /// Ends the rows of the current table, where one has begun.
    void close_table() {
        close_row();
        if (in_table_) {
            builder_.end_table();
        }
        in_table_ = false;
    }

    void open_row() {
        if (in_arrangement()) {
            flush_lines();
            return;
        }
        close_row();
        flush_lines();
        if (!in_table_) {
            builder_.begin_table();
            taken_until_.clear();
            in_table_ = true;
        }
        builder_.begin_row(builder_.row_number() + 1);
        column_ = 1;
        row_open_ = true;
    }

    void close_row() {
        close_cell();
        row_open_ = false;
    }

    void open_cell(const Tag& tag) {
        if (in_arrangement()) {
            flush_lines();
            return;
        }
        close_cell();
        if (!row_open_) {
            open_row();
        }
        while (column_ <= taken_until_.size() &&
               taken_until_[column_ - 1] >= builder_.row_number()) {
            ++column_;
        }
        if (column_ > options_.max_columns) {
            limit_passed("max_columns", options_.max_columns, "columns",
                         {.file = {}, .row = builder_.row_number(), .column = column_});
        }
        // Text that stands in the row but in no cell is now the start of this one: nothing is lost.
        cell_ = place(tag);
        take_columns(*cell_);
    }

    CellPlace place(const Tag& tag) {
        const auto room = static_cast<std::uint32_t>(options_.max_columns - column_ + 1);
        CellPlace place{.column = column_,
                        .column_span = span_of(tag, "colspan"),
                        .row_span = span_of(tag, "rowspan")};
        if (place.column_span > room) {
            place.column_span = room;
            note(cut_spans_);
        }
        return place;
    }

    void take_columns(const CellPlace& place) {
        const std::size_t end = place.column - 1U + place.column_span;
        if (place.row_span > 1) {
            taken_until_.resize(std::max(taken_until_.size(), end));
            const std::uint32_t last = builder_.row_number() + place.row_span - 1;
            std::fill(taken_until_.begin() + (place.column - 1),
                      taken_until_.begin() + static_cast<std::ptrdiff_t>(end), last);
        }
        column_ = static_cast<std::uint32_t>(end) + 1;
    }

    void close_cell() {
        if (!cell_) {
            return;
        }
        // An inner table that lacks its end goes with the cell around it.
        while (in_inner_table()) {
            open_.pop_back();
        }
        builder_.cell(*cell_, text_.take());
        cell_.reset();
    }

    /// Text outside of cells: each of its lines becomes a row.
    void flush_lines() {
        const std::string text = text_.take();
        for (std::string_view rest = text; !rest.empty();) {
            const std::string_view line = rest.substr(0, rest.find('\n'));
            if (!trim(line).empty()) {
                builder_.line(builder_.row_number() + 1, std::string(trim(line)));
            }
            rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        }
    }

    struct Noted {
        std::size_t count = 0;
        std::uint32_t first_row = 0;
    };

    void note(Noted& noted) {
        if (noted.count++ == 0) {
            noted.first_row = builder_.row_number();
        }
    }

    [[nodiscard]] std::vector<Finding> findings() const {
        std::vector<Finding> found;
        const auto add = [&found](std::string_view code, const Noted& noted) {
            if (noted.count > 0) {
                found.push_back(make_finding(code,
                                             {.row = noted.first_row, .column = 0, .step = {}},
                                             {{"count", std::to_string(noted.count)},
                                              {"row", std::to_string(noted.first_row)}}));
            }
        };
        add("READ-SPAN", cut_spans_);
        add("READ-NESTED-TABLE", inner_tables_);
        if (pictures_ > 0) {
            found.push_back(
                make_finding("READ-PICTURE", {}, {{"count", std::to_string(pictures_)}}));
        }
        return found;
    }

    const ReadOptions& options_;
    TableSurvey survey_;
    TagScanner scanner_;
    GridBuilder builder_;
    MarkupText text_;
    std::vector<Kind> open_;                 ///< the open <table> tags
    std::vector<std::uint32_t> taken_until_; ///< by column: the last row that a cell above covers
    std::optional<CellPlace> cell_;          ///< the open cell
    std::size_t tables_ = 0;
    std::uint32_t column_ = 1; ///< where the row's next cell is looked for
    bool in_table_ = false;
    bool row_open_ = false;
    std::size_t pictures_ = 0;
    Noted cut_spans_;
    Noted inner_tables_;
};

} // namespace

Grids html_grids(std::string_view html, const ReadOptions& options) {
    return HtmlReader(html, options).grids();
}

} // namespace tertib
