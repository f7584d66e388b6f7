// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/read/proposed_log.hpp"

#include "read/gunzip.hpp"
#include "tertib/log/log_proposal.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace tertib {
namespace {

constexpr std::size_t shown_bytes = std::size_t{64} << 10;

/// XES, or compressed: there are no titles to look at.
bool shows_titles(std::string_view front) {
    return find_log_format(front) == LogFormat::csv && !is_gzip(front);
}

LogMap map_completed(LogMap map, std::string_view front, const CsvLogOptions& options,
                     const Sop* sop) {
    const CsvHead head = read_csv_head(front, options);
    const auto fill = [](std::string& own, const std::string& found) {
        own = own.empty() ? found : own;
    };
    if (map.wide.empty() && map.columns.activity.empty() && head.columns.activity.empty()) {
        map.wide = propose_wide(head.titles, head.rows, sop);
    }
    fill(map.columns.of_case, head.columns.of_case);
    if (map.wide.empty()) {
        fill(map.columns.activity, head.columns.activity);
        fill(map.columns.resource, head.columns.resource);
        fill(map.columns.role, head.columns.role);
        fill(map.columns.outcome, head.columns.outcome);
        fill(map.columns.start, head.columns.start);
        fill(map.columns.complete, head.columns.complete);
    }
    return map;
}

} // namespace

ProposedLog read_proposed_log(ByteSource source, const Sop* sop, const LogReadOptions& options) {
    PeekedSource peeked = peek(std::move(source), shown_bytes);
    LogReadOptions own = options;
    if (shows_titles(peeked.front)) {
        own.csv.map = map_completed(options.csv.map, peeked.front, options.csv, sop);
    }
    LogReading reading = read_log(std::move(peeked.source), own);
    return {.reading = std::move(reading), .map = std::move(own.csv.map)};
}

} // namespace tertib
