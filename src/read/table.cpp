// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/table.hpp"

#include "read/heading.hpp"
#include "read/list_text.hpp"
#include "read/mark_text.hpp"
#include "tertib/base/text.hpp"

#include <algorithm>
#include <set>

namespace tertib {
namespace {

constexpr std::size_t most_heading_rows = 4;

bool is_group(const Heading& heading) {
    return heading.mutu_baku || heading.role == ColumnRole::pelaksana;
}

/// The kinds of headings that a row holds, Mutu Baku counted as one.
struct RowHeadings {
    std::set<ColumnRole> roles;
    bool mutu_baku = false;

    [[nodiscard]] std::size_t count() const { return roles.size() + (mutu_baku ? 1 : 0); }
    [[nodiscard]] bool group() const { return mutu_baku || roles.contains(ColumnRole::pelaksana); }
};

RowHeadings headings_of(const SheetRow& row) {
    RowHeadings found;
    for (const std::string& cell : row.cells) {
        if (const std::optional<Heading> heading = read_heading(cell)) {
            if (heading->mutu_baku) {
                found.mutu_baku = true;
            } else {
                found.roles.insert(heading->role);
            }
        }
    }
    return found;
}

bool is_number(std::string_view cell) {
    const std::string_view text = trim(cell);
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    return digits > 0 && text.find_first_not_of(".) ", digits) == text.npos;
}

/// A row of the heading below its first one: words only under groups or where nothing stood yet,
/// neither numbers nor marks.
bool heads_further(const SheetRow& row, const SheetRow& above) {
    bool words = false;
    for (std::size_t column = 1; column <= row.cells.size(); ++column) {
        const std::string_view text = row.text(column);
        if (says_nothing(text)) {
            continue;
        }
        const std::optional<Heading> over = read_heading(above.text(column));
        const std::optional<Heading> own = read_heading(text);
        const bool under_leaf = over && !is_group(*over);
        if (is_number(text) || read_lane(text).kind != LaneText::words || (under_leaf && !own)) {
            return false;
        }
        words = true;
    }
    return words;
}

/// "1 | 2 | 3 | …" or "(1) | (2) | …" under the headings: numbers of columns.
bool numbers_columns(const SheetRow& row) {
    int expected = 0;
    for (const std::string& cell : row.cells) {
        std::string text = squeeze(cell);
        std::erase_if(text, [](char c) { return c == '(' || c == ')' || c == '.'; });
        if (text.empty()) {
            continue;
        }
        if (expected == 0 && text != "1") {
            return false;
        }
        if (text != std::to_string(++expected)) {
            return false;
        }
    }
    return expected >= 3;
}

/// The heading of a group that covers a column from the left, in one row.
std::string_view covering(const SheetRow& row, const SheetRow& below, std::size_t column) {
    for (std::size_t left = column; left >= 1; --left) {
        const std::string_view text = row.text(left);
        if (trim(text).empty()) {
            continue;
        }
        const bool spans = left + row.span(left) > column;
        const bool flows = row.span(left) == 1 && !trim(below.text(column)).empty();
        const std::optional<Heading> heading = read_heading(text);
        const bool group = heading && is_group(*heading);
        return left == column || (group && (spans || flows)) || spans ? text : std::string_view{};
    }
    return {};
}

struct HeadingRows {
    std::size_t first = 0;
    std::size_t end = 0;
};

HeadingRows heading_rows(const Sheet& sheet, std::size_t at) {
    HeadingRows rows{at, at + 1};
    if (at > 0 && headings_of(sheet[at - 1]).group() &&
        !headings_of(sheet[at - 1]).roles.contains(ColumnRole::uraian)) {
        rows.first = at - 1;
    }
    while (rows.end < sheet.size() && rows.end - rows.first < most_heading_rows &&
           headings_of(sheet[rows.first]).group() &&
           heads_further(sheet[rows.end], sheet[rows.end - 1])) {
        ++rows.end;
    }
    return rows;
}

Column make_column(const Sheet& sheet, HeadingRows rows, std::uint32_t place) {
    Column column{.title = {}, .role = ColumnRole::unknown, .place = place, .group = {}};
    bool lane = false;
    for (std::size_t at = rows.first; at < rows.end; ++at) {
        const SheetRow& below = sheet[at + 1 < rows.end ? at + 1 : at];
        const std::string own = one_line(sheet[at].text(place));
        const std::string over = one_line(covering(sheet[at], below, place));
        const std::optional<Heading> heading = read_heading(over);
        const bool last = at + 1 == rows.end;
        if (heading && is_group(*heading) && !last && !trim(below.text(place)).empty()) {
            column.group = over;
            lane = heading->role == ColumnRole::pelaksana;
            column.title.clear();
        } else if (!own.empty()) {
            column.title += column.title.empty() ? own : " " + own;
        } else if (column.title.empty() && column.group.empty() && heading && is_group(*heading)) {
            column.group = over;
            lane = heading->role == ColumnRole::pelaksana;
        }
    }
    if (lane) {
        column.role = ColumnRole::pelaksana;
    } else if (const std::optional<Heading> heading = read_heading(column.title)) {
        column.role = heading->mutu_baku ? ColumnRole::unknown : heading->role;
    }
    return column;
}

/// A role is played by its first column; a later one of the same role stays unknown, its text is
/// not lost. Lanes are many.
void keep_first_of_each_role(std::vector<Column>& columns) {
    std::set<ColumnRole> seen;
    for (Column& column : columns) {
        const bool many =
            column.role == ColumnRole::pelaksana || column.role == ColumnRole::unknown;
        if (!many && !seen.insert(column.role).second) {
            column.role = ColumnRole::unknown;
        }
    }
}

/// Without a heading Pelaksana, titled columns between the uraian and the mutu baku are lanes.
bool assume_lanes(std::vector<Column>& columns) {
    if (std::ranges::find(columns, ColumnRole::pelaksana, &Column::role) != columns.end()) {
        return false;
    }
    bool assumed = false;
    bool behind_uraian = false;
    for (Column& column : columns) {
        const bool ends = column.role != ColumnRole::unknown && behind_uraian;
        if (ends) {
            break;
        }
        if (column.role == ColumnRole::uraian) {
            behind_uraian = true;
        } else if (behind_uraian && !column.title.empty()) {
            column.role = ColumnRole::pelaksana;
            assumed = true;
        }
    }
    return assumed;
}

/// A single column headed Pelaksana with nothing below its heading: its cells name the pelaksana.
std::uint32_t named_pelaksana(const std::vector<Column>& columns) {
    std::uint32_t place = 0;
    for (const Column& column : columns) {
        if (column.role != ColumnRole::pelaksana) {
            continue;
        }
        const std::optional<Heading> heading = read_heading(column.title);
        const bool is_heading = heading && heading->role == ColumnRole::pelaksana;
        if (place != 0 || !column.group.empty() || !is_heading) {
            return 0;
        }
        place = column.place;
    }
    return place;
}

Table make_table(const Sheet& sheet, HeadingRows rows) {
    Table table{.head = rows.first, .body = rows.end, .columns = {}, .waktu_unit = {}};
    std::size_t width = 0;
    for (std::size_t at = rows.first; at < rows.end; ++at) {
        const SheetRow& row = sheet[at];
        width = std::max(width, row.cells.size());
        for (std::size_t column = 1; column <= row.cells.size(); ++column) {
            if (!trim(row.text(column)).empty()) {
                width = std::max(width, column + row.span(column) - 1);
            }
        }
    }
    for (std::uint32_t place = 1; place <= width; ++place) {
        table.columns.push_back(make_column(sheet, rows, place));
    }
    keep_first_of_each_role(table.columns);
    table.lanes_assumed = assume_lanes(table.columns);
    table.named_pelaksana = table.lanes_assumed ? 0 : named_pelaksana(table.columns);
    const std::uint32_t waktu = table.place(ColumnRole::waktu);
    if (waktu > 0) {
        table.waktu_unit = heading_unit(table.columns[waktu - 1].title);
    }
    while (table.body < sheet.size() && numbers_columns(sheet[table.body])) {
        ++table.body;
    }
    return table;
}

} // namespace

bool heads_table(const Sheet& sheet, std::size_t at) {
    RowHeadings found = headings_of(sheet[at]);
    if (!found.roles.contains(ColumnRole::uraian)) {
        return false;
    }
    if (found.count() >= 3) {
        return true;
    }
    if (found.group() && at + 1 < sheet.size()) {
        const RowHeadings below = headings_of(sheet[at + 1]);
        found.roles.insert(below.roles.begin(), below.roles.end());
    }
    return found.count() >= 4;
}

Table table_at(const Sheet& sheet, std::size_t at) {
    return make_table(sheet, heading_rows(sheet, at));
}

std::uint32_t Table::place(ColumnRole role) const {
    const auto found = std::ranges::find(columns, role, &Column::role);
    return found == columns.end() ? 0 : found->place;
}

std::optional<Table> find_table(const Sheet& sheet, std::size_t from) {
    for (std::size_t at = from; at < sheet.size(); ++at) {
        if (heads_table(sheet, at)) {
            return table_at(sheet, at);
        }
    }
    return std::nullopt;
}

} // namespace tertib
