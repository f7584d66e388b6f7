// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/read/byte_source.hpp"
#include "tertib/read/csv_log.hpp"
#include "tertib/read/log_reading.hpp"
#include "tertib/read/xes_log.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

/// Event logs of any format that is known, told by their bytes and never by a name: XES and CSV,
/// each also compressed by gzip.
///
///     LogReading reading = read_log(source);
namespace tertib {

enum class LogFormat : std::uint8_t { csv, xes };

/// How a log is to be understood whatever format it has, and how far a compressed one may swell.
struct LogReadOptions {
    CsvLogOptions csv;
    XesOptions xes;
    std::optional<LogFormat> format;                  ///< nothing: told by the bytes
    std::uint64_t max_bytes = std::uint64_t{1} << 40; ///< of what a compressed log holds
    std::uint64_t max_inflation = 400;                ///< to 1; asked once a mebibyte came out
};

/// The format of a log by its first bytes, uncompressed. Markup is XES and anything else a table:
/// their readers say what is wrong if it is neither.
[[nodiscard]] LogFormat find_log_format(std::string_view front) noexcept;

/// Reads a log. Throws Error(format) for what is none or in another format than the one that is
/// wanted, also for a ZIP archive (such as a workbook);
/// Error(limit) past a limit; and what read_xes and read_csv_log throw.
[[nodiscard]] LogReading read_log(ByteSource source, const LogReadOptions& options = {});

/// "csv", "xes"
[[nodiscard]] std::string_view name(LogFormat format) noexcept;

} // namespace tertib
