// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/text_grid.hpp"

#include "read/grid_builder.hpp"
#include "tertib/base/text.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace tertib {
namespace {

constexpr auto npos = std::string_view::npos;

/// Walks over cells and rows, without storing any.
class CellCursor {
public:
    CellCursor(std::string_view text, Delimiter delimiter)
        : text_(text),
          delimiter_(static_cast<char>(delimiter)) {}

    enum class After { cell, row, text };

    struct Cell {
        std::string_view raw;
        bool quoted = false; ///< raw is what stands between the quotes
        After after = After::text;
    };

    [[nodiscard]] std::uint32_t line() const noexcept { return line_; }
    [[nodiscard]] std::string_view rest_of_line() const {
        return text_.substr(at_, text_.find('\n', at_) - at_);
    }

    Cell next() {
        Cell cell;
        const std::optional<std::size_t> close = closing_quote();
        if (close) {
            cell.quoted = true;
            cell.raw = text_.substr(at_ + 1, *close - at_ - 1);
            line_ += static_cast<std::uint32_t>(std::ranges::count(cell.raw, '\n'));
            at_ = *close + 1;
        } else {
            const std::size_t end = std::min(cell_end(at_), text_.size());
            cell.raw = text_.substr(at_, end - at_);
            at_ = end;
        }
        if (at_ < text_.size()) {
            cell.after = text_[at_] == '\n' ? After::row : After::cell;
            line_ += cell.after == After::row ? 1U : 0U;
            ++at_;
        }
        return cell;
    }

private:
    [[nodiscard]] std::size_t cell_end(std::size_t from) const {
        if (delimiter_ == '\0') {
            return text_.find('\n', from);
        }
        const char ends[] = {'\n', delimiter_, '\0'};
        return text_.find_first_of(ends, from);
    }

    [[nodiscard]] bool ends_cell(std::size_t at) const {
        return at == text_.size() || text_[at] == '\n' || text_[at] == delimiter_;
    }

    /// The quote that closes the cell beginning here, if it is a quoted one (see the header).
    /// The search stops at the first lone quote; as the next cell that could be searched lies
    /// behind it or is decided at once, all searches together are linear.
    [[nodiscard]] std::optional<std::size_t> closing_quote() const {
        constexpr std::size_t max_lines = 256;
        constexpr std::size_t max_size = std::size_t{64} << 10;
        if (delimiter_ == '\0' || at_ >= text_.size() || text_[at_] != '"') {
            return std::nullopt;
        }
        const std::size_t stop = std::min(text_.size(), at_ + max_size);
        std::size_t lines = 0;
        for (std::size_t i = at_ + 1; i < stop; ++i) {
            const char c = text_[i];
            if (c == '\t' || (c == '\n' && ++lines > max_lines)) {
                return std::nullopt;
            }
            if (c == '"') {
                if (i + 1 >= text_.size() || text_[i + 1] != '"') {
                    return ends_cell(i + 1) ? std::optional(i) : std::nullopt;
                }
                ++i;
            }
        }
        return std::nullopt;
    }

    std::string_view text_;
    char delimiter_;
    std::size_t at_ = 0;
    std::uint32_t line_ = 1;
};

/// The cell's text: quotes undoubled, and the soft line ends of word processors made lines.
std::string text_of_cell(const CellCursor::Cell& cell) {
    std::string text;
    text.reserve(cell.raw.size());
    for (std::size_t i = 0; i < cell.raw.size(); ++i) {
        const char c = cell.raw[i];
        text += c == '\v' ? '\n' : c;
        if (cell.quoted && c == '"') {
            ++i;
        }
    }
    return text;
}

/// "sep=;" as the first line tells spreadsheets the delimiter and is no part of the document.
std::optional<Delimiter> stated_delimiter(std::string_view text) {
    const std::string_view first = trim(text.substr(0, text.find('\n')));
    if (first == "sep=;") {
        return Delimiter::semicolon;
    }
    if (first == "sep=,") {
        return Delimiter::comma;
    }
    return std::nullopt;
}

/// The share of rows with the most frequent number of cells; 0 if there is no table in that shape.
double regularity(std::string_view text, Delimiter delimiter) {
    constexpr std::size_t rows_looked_at = 2000;
    constexpr std::size_t fewest = 3;
    std::map<std::size_t, std::size_t> rows_by_size;
    std::size_t rows = 0;
    std::size_t cells = 0;
    bool blank = true;
    CellCursor cursor(text, delimiter);
    for (auto after = CellCursor::After::cell;
         after != CellCursor::After::text && rows < rows_looked_at;) {
        const CellCursor::Cell cell = cursor.next();
        ++cells;
        blank = blank && trim(cell.raw).empty();
        after = cell.after;
        if (after == CellCursor::After::cell) {
            continue;
        }
        if (!blank || cells > 1) {
            ++rows_by_size[cells];
            ++rows;
        }
        cells = 0;
        blank = true;
    }
    const auto most =
        std::ranges::max_element(rows_by_size, {}, [](const auto& entry) { return entry.second; });
    if (most == rows_by_size.end() || most->first < fewest || rows < fewest) {
        return 0;
    }
    return static_cast<double>(most->second) / static_cast<double>(rows);
}

bool is_remark(std::string_view line, Delimiter delimiter) {
    return line.size() > 2 && line.starts_with("# ") && line[2] >= 'a' && line[2] <= 'z' &&
           line.find(':') != npos && (delimiter != Delimiter::tab || line.find('\t') == npos);
}

std::string_view name_of(Delimiter delimiter) {
    return delimiter == Delimiter::comma ? "," : ";";
}

/// Reads the cells of one row into the builder; says whether another row follows.
CellCursor::After read_row(CellCursor& cursor, GridBuilder& builder) {
    builder.begin_row(cursor.line());
    for (std::uint32_t column = 1;; ++column) {
        const CellCursor::Cell cell = cursor.next();
        if (!trim(cell.raw).empty()) {
            builder.cell({.column = column}, text_of_cell(cell));
        }
        if (cell.after != CellCursor::After::cell) {
            return cell.after;
        }
    }
}

} // namespace

Delimiter find_delimiter(std::string_view text) {
    constexpr double regular = 0.8;
    if (const std::optional<Delimiter> stated = stated_delimiter(text)) {
        return *stated;
    }
    if (text.find('\t') != npos) {
        return Delimiter::tab;
    }
    const double semicolon = regularity(text, Delimiter::semicolon);
    const double comma = regularity(text, Delimiter::comma);
    if (std::max(semicolon, comma) < regular) {
        return Delimiter::none;
    }
    return semicolon >= comma ? Delimiter::semicolon : Delimiter::comma;
}

Grids text_grids(std::string_view text, const ReadOptions& options) {
    const Delimiter delimiter = find_delimiter(text);
    Grids read;
    GridBuilder builder(options);
    CellCursor cursor(text, delimiter);
    auto after = CellCursor::After::row;
    if (stated_delimiter(text)) {
        while ((after = cursor.next().after) == CellCursor::After::cell) {
        }
    }
    while (after != CellCursor::After::text) {
        if (cursor.rest_of_line().empty()) {
            after = cursor.next().after;
        } else if (is_remark(cursor.rest_of_line(), delimiter)) {
            builder.count_cell();
            read.remarks.push_back({cursor.line(), std::string(cursor.rest_of_line())});
            while ((after = cursor.next().after) == CellCursor::After::cell) {
            }
        } else {
            after = read_row(cursor, builder);
        }
    }
    read.grids.push_back(builder.finish());
    if (delimiter == Delimiter::semicolon || delimiter == Delimiter::comma) {
        read.findings.push_back(
            make_finding("READ-DELIMITER", {}, {{"delimiter", std::string(name_of(delimiter))}}));
    }
    if (!read.remarks.empty()) {
        const std::uint32_t first = read.remarks.front().row;
        read.findings.push_back(make_finding(
            "READ-REMARK", {.row = first, .column = 0, .step = {}},
            {{"count", std::to_string(read.remarks.size())}, {"line", std::to_string(first)}}));
    }
    return read;
}

} // namespace tertib
