// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/read/byte_source.hpp"
#include "tertib/read/csv_log.hpp"
#include "tertib/read/journal_log.hpp"
#include "tertib/read/log_reading.hpp"
#include "tertib/read/xes_log.hpp"

#include <cstdint>
#include <string_view>

/// Event logs of any format that is known, told by their bytes and never by a name: XES, CSV
/// and the export of a journal, each also compressed by gzip.
///
///     LogReading reading = read_log(source);
namespace tertib {

enum class LogFormat : std::uint8_t { csv, xes, journal };

/// How a log is to be understood whatever format it has, and how far a compressed one may swell.
struct LogReadOptions {
    CsvLogOptions csv;
    XesOptions xes;
    JournalLogOptions journal;
    std::uint64_t max_bytes = std::uint64_t{1} << 40; ///< of what a compressed log holds
    std::uint64_t max_inflation = 400;                ///< to 1; asked once a mebibyte came out
};

/// The format of a log by its first bytes, uncompressed. Markup is XES, JSON of tertib's a
/// journal, and anything else a table: the readers say what is wrong if it is none of them.
[[nodiscard]] LogFormat find_log_format(std::string_view front) noexcept;

/// Reads a log. Throws Error(format) for what is none, also for a ZIP archive (such as a workbook);
/// Error(limit) past a limit; and what the format's own reader throws.
[[nodiscard]] LogReading read_log(ByteSource source, const LogReadOptions& options = {});

/// "csv", "xes", "journal"
[[nodiscard]] std::string_view name(LogFormat format) noexcept;

} // namespace tertib
