// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "read/sheet.hpp"
#include "read/table.hpp"
#include "tertib/base/finding.hpp"
#include "tertib/model/layout.hpp"
#include "tertib/model/step.hpp"
#include "tertib/read/grid.hpp"
#include "tertib/read/reader.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// What the row of a mark became.
enum class RowNode : std::uint8_t { none, step, start, end };

/// A symbol found in the table's rows.
struct PlacedMark {
    std::uint32_t id = 0; ///< of the drawing; 0 for a sign in a cell's text
    std::uint32_t row = 0;
    PelaksanaIndex lane{};
    Symbol symbol = Symbol::unspecified;
    RowNode node = RowNode::none;
    std::size_t step = 0; ///< place in StepsReading::steps, for RowNode::step
};

/// What the rows of a table say.
struct StepsReading {
    std::vector<Step> steps;
    std::vector<std::string> pelaksana;
    std::vector<PelaksanaIndex> pelaksana_luar;
    std::vector<PlacedMark> marks;
    std::optional<Waktu> total;
    std::map<std::string, Place> places;
    std::string total_label;
    std::vector<UnknownSymbol> unknown_symbols;
    /// Rows that are only Mulai or Selesai: the number of steps read before them.
    std::vector<std::size_t> starts;
    std::vector<std::size_t> ends;
    std::vector<Finding> findings;
};

/// Reads the rows of one SOP's table, which may be cut into pieces by page breaks: read() takes a
/// piece, finish() makes the steps of all. The grid's drawn marks are looked up by row and column.
class StepReader {
public:
    StepReader(const Grid& grid, const ReadOptions& options);

    void read(const Sheet& sheet, const Table& table, std::size_t from, std::size_t to);
    [[nodiscard]] StepsReading finish();

    /// The printed number of the last step read, 0 if it has none.
    [[nodiscard]] std::uint64_t last_number() const;

private:
    /// A row's texts as gathered, before they are understood.
    struct Raw {
        std::uint32_t row = 0;
        std::uint32_t waktu_column = 0;
        std::string no, uraian, kelengkapan, waktu, waktu_unit, produk, keterangan;
        std::vector<PlacedMark> marks;
    };
    struct Cells; // one row by roles

    void take_lanes(const Table& table, std::uint32_t row);
    Cells cells_of(const SheetRow& row, const Table& table);
    void read_row(const SheetRow& row, const Table& table);
    void read_lanes(const SheetRow& row, const Table& table, Cells& cells);
    void read_lane_cell(std::string_view text, const Place& place, PelaksanaIndex lane,
                        Cells& cells);
    void read_named(std::string_view text, std::uint32_t row, Cells& cells);
    void take_drawn(std::uint32_t row, Cells& cells);
    void read_total(const Cells& cells, std::string_view label);
    bool read_terminator(const Cells& cells);
    void append(const Cells& cells);
    PelaksanaIndex pelaksana(const std::string& name, std::uint32_t row, std::uint32_t column);

    Step make_step(const Raw& raw);
    void make_key(Step& step, const Raw& raw);
    void check_numbers();
    void report_unknown_pelaksana();
    void mark_outside();

    std::map<std::uint32_t, std::vector<GridMark>> drawn_; ///< by row
    const ReadOptions& options_;
    std::map<std::uint32_t, PelaksanaIndex> lanes_; ///< by column
    std::map<std::string, PelaksanaIndex> by_name_; ///< folded
    std::map<std::string, int> keys_;
    std::vector<Raw> raws_;
    StepsReading out_;
};

} // namespace tertib
