// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/log/log_builder.hpp"
#include "tertib/log/log_map.hpp"
#include "tertib/read/byte_source.hpp"
#include "tertib/read/log_reading.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Event logs as tables of text, as offices and spreadsheets export them.
///
///     LogReading reading = read_csv_log(source_of(bytes));
///
/// Delimiter, encoding, the line of the titles, and what each column says are found out; a map
/// says what can't be. One row is one event, or by a map's `wide` one case with a column for each
/// step. Dates may be written as people write them. Columns that say nothing of the above are kept
/// as text by their titles. A table that is streamed takes memory for its columns, not its text;
/// one in UTF-16 is decoded whole, up to max_decoded bytes.
///
/// A stamp that can't be read is told as a finding and kept as text in a further column of the
/// same title. An event whose column lifecycle:transition says "start" has its stamp as its start.
namespace tertib {

struct CsvLogOptions {
    LogMap map;
    Zone assumed_zone;             ///< of stamps that name none; a map's zone comes first
    std::optional<char> delimiter; ///< nothing: found out
    std::string file;              ///< its name, for errors
    LogLimits limits;
    std::size_t max_record = std::size_t{16} << 20;  ///< bytes of one row
    std::size_t max_decoded = std::size_t{64} << 20; ///< bytes of a table in UTF-16
};

/// Reads a log. Throws Error(format) where no column says the case, or neither one the activity nor
/// the map which steps stand side by side; where a column that the map names isn't there; and for a
/// quote that is never closed. Throws Error(limit) past a limit, which it names. Whatever the source
/// throws passes through.
[[nodiscard]] LogReading read_csv_log(ByteSource source, const CsvLogOptions& options = {});

/// The titles of a table and its first rows, for proposing a map.
struct CsvHead {
    std::uint64_t line = 0; ///< of the titles
    std::vector<std::string> titles;
    std::vector<std::vector<std::string>> rows; ///< at most 200
    MapColumns columns;                         ///< the titles that were recognised
};

/// Looks at the first bytes of a table (64 KiB are enough). Never throws for odd contents: without
/// a title that is recognised the first row is taken for the titles; bytes that are no text have none.
[[nodiscard]] CsvHead read_csv_head(std::string_view front, const CsvLogOptions& options = {});

} // namespace tertib
