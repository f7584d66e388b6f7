// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "log_source.hpp"

#include "failure.hpp"
#include "input.hpp"
#include "reason.hpp"

#include "tertib/base/text.hpp"
#include "tertib/log/log_map_json.hpp"
#include "tertib/log/log_proposal.hpp"
#include "tertib/read/csv_log.hpp"
#include "tertib/read/xes_log.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace tertib::tool {
namespace {

constexpr std::size_t max_map_bytes = std::size_t{16} << 20;

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

CsvLogOptions options_of(const LogRequest& request, const LogMap& map) {
    CsvLogOptions options;
    options.map = map;
    options.file = request.path;
    return options;
}

/// The library's refusal in the user's words.
template <typename Read>
auto reading_of(const LogRequest& request, Read read) {
    try {
        return read();
    } catch (const Error& error) {
        if (error.code() == ErrorCode::format) {
            throw Failure(Exit::unreadable, "UI-INPUT-LOG",
                          {{"file", request.path}, {"reason", error.what()}});
        }
        throw unreadable(request.path, error, InputKind::json);
    }
}

/// XML, maybe compressed: no table begins like that.
bool is_xes(std::string_view front) {
    constexpr std::string_view gzip = "\x1F\x8B";
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    const bool marked = front.starts_with(byte_order_mark);
    const std::string_view text = trim(front.substr(marked ? byte_order_mark.size() : 0));
    return front.starts_with(gzip) || text.starts_with('<');
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

LogReading load_log(const LogRequest& request, const LogMap& map) {
    constexpr std::size_t front_size = 256;
    return reading_of(request, [&] {
        PeekedSource peeked = peek(source_of_file(request.path), front_size);
        if (is_xes(peeked.front)) {
            XesOptions options;
            options.assumed_zone = map.zone.value_or(options.assumed_zone);
            return read_xes(std::move(peeked.source), options);
        }
        return read_csv_log(std::move(peeked.source), options_of(request, map));
    });
}

ProposedLog load_for_proposal(const LogRequest& request, const Sop* sop) {
    constexpr std::size_t front_size = std::size_t{64} << 10;
    const LogMap given = load_map(request);
    return reading_of(request, [&] {
        PeekedSource peeked = peek(source_of_file(request.path), front_size);
        LogMap map = completed(given, peeked.front, options_of(request, given), sop);
        LogReading reading = read_csv_log(std::move(peeked.source), options_of(request, map));
        return ProposedLog{std::move(reading), std::move(map)};
    });
}

} // namespace tertib::tool
