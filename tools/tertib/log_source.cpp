// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "log_source.hpp"

#include "failure.hpp"
#include "input.hpp"
#include "journal_source.hpp"
#include "reason.hpp"

#include "tertib/log/log_map_json.hpp"
#include "tertib/log/log_proposal.hpp"
#include "tertib/read/log_reader.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace tertib::tool {
namespace {

constexpr std::size_t max_map_bytes = std::size_t{16} << 20;
constexpr std::size_t front_size = std::size_t{64} << 10;

/// A file as a source of bytes: never more than a mebibyte of it in memory.
ByteSource source_of_file(const std::string& path) {
    struct Pieces {
        explicit Pieces(const std::string& name) : file(name) {}
        InputFile file;
        std::string bytes;
        std::size_t at = 0;
    };
    auto pieces = std::make_shared<Pieces>(path);
    return [pieces = std::move(pieces)](std::span<char> room) -> std::size_t {
        if (pieces->at == pieces->bytes.size()) {
            pieces->bytes.clear();
            pieces->at = 0;
            if (!pieces->file.read_more(pieces->bytes)) {
                return 0;
            }
        }
        const std::size_t count = std::min(room.size(), pieces->bytes.size() - pieces->at);
        std::copy_n(pieces->bytes.begin() + static_cast<std::ptrdiff_t>(pieces->at), count,
                    room.begin());
        pieces->at += count;
        return count;
    };
}

LogReadOptions options_of(const LogRequest& request, const LogMap& map,
                          LogUse use = LogUse::looked) {
    LogReadOptions options;
    options.csv.map = map;
    options.csv.file = request.path;
    options.xes.assumed_zone = map.zone.value_or(Zone());
    options.xes.others =
        use == LogUse::whole ? OtherTransitions::kept : OtherTransitions::set_aside;
    return options;
}

JournalRows rows_for(LogUse use) noexcept {
    switch (use) {
    case LogUse::steps: return JournalRows::steps;
    case LogUse::looked: return JournalRows::steps_and_stops;
    case LogUse::whole: break;
    }
    return JournalRows::all;
}

LoadedLog own_log(const LogRequest& request, PeekedSource peeked, LogMap map, LogUse use) {
    JournalLog own = load_journal(request, std::move(peeked), map, rows_for(use));
    return {{std::move(own.log), {}}, with_journal(std::move(map), own.map)};
}

/// XES, or compressed: there are no titles to look at.
bool is_table(std::string_view front) {
    return find_log_format(front) == LogFormat::csv && !front.starts_with("\x1f\x8b");
}

/// The library's refusal in the user's words.
template <typename Read>
auto reading_of(const LogRequest& request, Read read) {
    try {
        return read();
    } catch (const Error& error) {
        if (error.code() == ErrorCode::format || error.code() == ErrorCode::damaged) {
            throw Failure(Exit::unreadable, "UI-INPUT-LOG",
                          {{"file", request.path}, {"reason", error.what()}});
        }
        throw unreadable(request.path, error, InputKind::json);
    }
}

/// What the first bytes of a table show that the map doesn't say.
LogMap completed(LogMap map, std::string_view front, const CsvLogOptions& options, const Sop* sop) {
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

LogMap load_map(const LogRequest& request) {
    LogMap map;
    if (!request.map.empty()) {
        const std::string bytes = read_input(request.map, max_map_bytes);
        try {
            map = log_map_from_json(bytes);
        } catch (const Error& error) {
            throw unreadable(request.map, error, InputKind::json);
        }
    }
    if (!request.zone.empty()) {
        map.zone = Zone::parse(request.zone);
        if (!map.zone) {
            throw Failure(Exit::usage, "UI-USAGE-ZONE", {{"zone", request.zone}});
        }
    }
    return map;
}

LoadedLog load_log(const LogRequest& request, LogUse use) {
    LogMap map = load_map(request);
    return reading_of(request, [&] {
        PeekedSource peeked = peek(source_of_file(request.path), front_size);
        if (is_own_journal(peeked.front)) {
            return own_log(request, std::move(peeked), std::move(map), use);
        }
        LogReading reading = read_log(std::move(peeked.source), options_of(request, map, use));
        return LoadedLog{std::move(reading), std::move(map)};
    });
}

LoadedLog load_for_proposal(const LogRequest& request, const Sop* sop) {
    const LogMap given = load_map(request);
    return reading_of(request, [&] {
        PeekedSource peeked = peek(source_of_file(request.path), front_size);
        if (is_own_journal(peeked.front)) {
            return own_log(request, std::move(peeked), given, LogUse::looked);
        }
        LogMap map = is_table(peeked.front)
                         ? completed(given, peeked.front, options_of(request, given).csv, sop)
                         : given;
        LogReading reading = read_log(std::move(peeked.source), options_of(request, map));
        return LoadedLog{std::move(reading), std::move(map)};
    });
}

} // namespace tertib::tool
