// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "read/sheet.hpp"
#include "tertib/model/layout.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace tertib {

/// The table of an SOP as found in a sheet: which rows head it and what each column is for.
struct Table {
    std::size_t head = 0; ///< index of the first heading row
    std::size_t body = 0; ///< index of the first row behind the headings
    std::vector<Column> columns;
    std::string waktu_unit; ///< "Menit" for a heading "Waktu (Menit)", else ""
    /// The one column whose cells name the pelaksana in words, 0 where each has a lane.
    std::uint32_t named_pelaksana = 0;
    /// No heading Pelaksana: the lanes were told from their place and marks.
    bool lanes_assumed = false;

    /// The place of the column of that role, 0 if there is none.
    [[nodiscard]] std::uint32_t place(ColumnRole role) const;
};

/// The next table at or behind a row: a heading row names the uraian and at least two more of no,
/// pelaksana, mutu baku and its parts. Nothing if the rest of the sheet has none.
[[nodiscard]] std::optional<Table> find_table(const Sheet& sheet, std::size_t from);

/// Whether a row begins the headings of a table (also one repeated on the next page).
[[nodiscard]] bool heads_table(const Sheet& sheet, std::size_t at);

/// The headings that begin at a row for which heads_table holds.
[[nodiscard]] Table table_at(const Sheet& sheet, std::size_t at);

} // namespace tertib
