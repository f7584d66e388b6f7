// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/read/byte_source.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// How a table is written as text.
struct CsvForm {
    char delimiter = ',';
    char line_end = '\n';  ///< '\r' for tables of old Macintoshes
    std::size_t skip = 0;  ///< bytes before the table: a byte order mark
    std::string file = {}; ///< its name, for errors
};

/// What a hostile table must not pass; an Error(limit) names it.
struct CsvLimits {
    std::size_t max_record = std::size_t{16} << 20; ///< of one row, in bytes
    std::size_t max_columns = 1'000;
};

/// Reads a table (RFC 4180) record by record from a stream: quoted cells with delimiters, line
/// ends and doubled quotes in them, "\n" or "\r\n" at the ends of lines. A quote inside a cell that
/// doesn't begin with one is a character like any other.
///
///     CsvRecords records(source_of(bytes), {.delimiter = ';'});
///     while (records.next()) use(records.cells(), records.line());
///
/// Cells are views that live until the next call. One pass, eight bytes at a time; memory is that
/// of a window, and of the longest record.
class CsvRecords {
public:
    CsvRecords(ByteSource source, CsvForm form, CsvLimits limits = {});

    /// Goes to the next record; false at the end. A blank line is a record of one empty cell.
    /// Throws Error(format) for a quote that is never closed, Error(limit); each names the line.
    [[nodiscard]] bool next();

    [[nodiscard]] std::span<const std::string_view> cells() const noexcept { return cells_; }
    /// The line, from 1, on which the record begins.
    [[nodiscard]] std::uint64_t line() const noexcept { return line_; }

    /// How many quoted cells went on behind their closing quote, and the line of the first; such
    /// cells are taken as they stand, quotes included.
    [[nodiscard]] std::uint64_t stray_quotes() const noexcept { return stray_quotes_; }
    [[nodiscard]] std::uint64_t stray_line() const noexcept { return stray_line_; }

private:
    enum class Outcome : std::uint8_t { whole, cut };

    [[nodiscard]] Outcome parse();
    [[nodiscard]] const char* parse_plain(const char* at);
    [[nodiscard]] const char* parse_quoted(const char* at);
    [[nodiscard]] const char* closing_quote(const char* at);
    void end_record(const char* at);
    void undouble();
    void refill();
    void check_columns() const;
    [[noreturn]] void refuse_open_quote(const char* open) const;

    ByteSource source_;
    CsvForm form_;
    CsvLimits limits_;
    std::uint64_t delimiters_ = 0; ///< the delimiter in each of eight bytes
    std::uint64_t line_ends_ = 0;

    std::unique_ptr<char[]> window_;
    std::size_t window_size_ = 0;
    char* begin_ = nullptr; ///< of the record that comes next
    char* end_ = nullptr;   ///< of what the window holds
    bool finished_ = false; ///< the source has no more

    std::vector<std::string_view> cells_;
    std::vector<std::size_t> doubled_; ///< cells with doubled quotes in them
    bool last_quoted_ = false;         ///< the cell that was read last
    std::uint64_t line_ = 0;
    std::uint64_t next_line_ = 1;
    std::uint64_t inner_lines_ = 0; ///< line ends within quotes of this record
    std::uint64_t record_strays_ = 0;
    std::uint64_t stray_quotes_ = 0;
    std::uint64_t stray_line_ = 0;
};

} // namespace tertib
