// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/read/log_reader.hpp"

#include "read/gunzip.hpp"
#include "tertib/base/error.hpp"

#include <utility>

namespace tertib {
namespace {

constexpr std::size_t front_size = 4'096;

} // namespace

LogFormat find_log_format(std::string_view front) noexcept {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (front.starts_with(byte_order_mark)) {
        front.remove_prefix(byte_order_mark.size());
    }
    const std::size_t begin = front.find_first_not_of(" \t\r\n");
    return begin != std::string_view::npos && front[begin] == '<' ? LogFormat::xes : LogFormat::csv;
}

LogReading read_log(ByteSource source, const LogReadOptions& options) {
    PeekedSource peeked = peek(std::move(source), front_size);
    if (is_gzip(peeked.front)) {
        peeked = peek(gunzip(std::move(peeked.source), {.max_bytes = options.max_bytes,
                                                        .max_inflation = options.max_inflation}),
                      front_size);
    }
    if (peeked.front.starts_with("PK\x03\x04")) {
        throw Error(ErrorCode::format,
                    "this is a ZIP archive or a workbook; export the log as CSV or XES");
    }
    const LogFormat format = find_log_format(peeked.front);
    if (options.format.value_or(format) != format) {
        throw Error(ErrorCode::format, format == LogFormat::xes
                                           ? "this is markup such as XES, not a table of text"
                                           : "this is no markup, so it isn't XES");
    }
    switch (format) {
    case LogFormat::xes: return read_xes(std::move(peeked.source), options.xes);
    case LogFormat::csv: break;
    }
    return read_csv_log(std::move(peeked.source), options.csv);
}

std::string_view name(LogFormat format) noexcept {
    switch (format) {
    case LogFormat::csv: return "csv";
    case LogFormat::xes: return "xes";
    }
    return "";
}

} // namespace tertib
