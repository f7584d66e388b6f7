// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "input.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tertib::tool {

/// The rows of a CSV file (RFC 4180: commas, cells in quotes where they hold commas, quotes or line
/// ends; lines end in LF or CRLF), one at a time, however long the file is. A byte order mark is
/// passed over, and so are empty lines.
///
///     CsvRows rows(file);
///     while (rows.next()) rows.cell(0);
class CsvRows {
public:
    explicit CsvRows(InputFile& file) : file_(&file) {}

    /// Goes to the next row; false after the last. Throws Failure(unreadable) for a row of more
    /// than a mebibyte, a quote that doesn't end, and text after one that ended.
    [[nodiscard]] bool next();

    [[nodiscard]] std::size_t size() const noexcept { return cells_.size(); }
    /// A cell without its quotes; "" past the row's end. Valid until the next row.
    [[nodiscard]] std::string_view cell(std::size_t column) const;
    /// The row as it stands in the file, without its line end.
    [[nodiscard]] std::string_view raw() const noexcept { return raw_; }
    [[nodiscard]] std::uint64_t line() const noexcept { return line_; } ///< where it begins, from 1
    [[nodiscard]] std::uint64_t bytes() const noexcept { return passed_ + at_; } ///< read so far

private:
    struct Cell {
        std::size_t begin = 0;
        std::size_t size = 0;
        bool unquoted = false; ///< lies in unquoted_, else in bytes_
    };

    [[nodiscard]] bool find_end();
    void take_cells();
    std::size_t take_quoted(std::size_t at, std::size_t end);

    InputFile* file_;
    std::string bytes_;
    std::size_t at_ = 0;  ///< the first byte not yet taken
    std::size_t end_ = 0; ///< of the present row
    bool more_ = true;    ///< the file may have more
    std::uint64_t passed_ = 0;
    std::uint64_t line_ = 0;
    std::uint64_t next_line_ = 1;
    std::string_view raw_;
    std::vector<Cell> cells_;
    std::string unquoted_;
};

/// The text as a cell: in quotes where CSV needs them.
[[nodiscard]] std::string csv_cell(std::string_view text);

} // namespace tertib::tool
