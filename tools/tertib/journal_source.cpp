// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "journal_source.hpp"

#include "store_file.hpp"

#include "tertib/base/error.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace tertib::tool {
namespace {

constexpr std::string_view store_magic = "SQLite format 3";

/// The lines of a source, without their ends.
class SourceLines {
public:
    explicit SourceLines(ByteSource source) : source_(std::move(source)), room_(room_size, '\0') {}

    std::optional<std::string> next() {
        std::string line;
        while (true) {
            const std::size_t end = std::min(rest_.find('\n'), rest_.size());
            line += rest_.substr(0, end);
            if (line.size() > longest) {
                throw Error(ErrorCode::limit,
                            "a line has more than " + std::to_string(longest) + " bytes");
            }
            if (end < rest_.size()) {
                rest_.remove_prefix(end + 1);
                return line;
            }
            rest_ = std::string_view(room_).substr(0, source_(room_));
            if (rest_.empty()) {
                return line.empty() ? std::nullopt : std::optional(std::move(line));
            }
        }
    }

private:
    static constexpr std::size_t room_size = std::size_t{64} << 10;
    static constexpr std::size_t longest = std::size_t{64} << 20; ///< as of a document

    ByteSource source_;
    std::string room_;
    std::string_view rest_; ///< of the room, not yet given
};

JournalLog log_of_store(const std::string& path, JournalLogOptions options,
                        std::optional<Zone> zone) {
    Store store = open_store(path, OpenMode::read_only);
    try {
        options.zone = zone ? *zone : zone_of_store(store).value_or(wib());
        return journal_log(store, options);
    } catch (const Error& error) {
        throw store_failure(path, error);
    }
}

} // namespace

bool is_own_journal(std::string_view front) noexcept {
    return front.starts_with(store_magic) || is_journal(front);
}

JournalLog load_journal(const LogRequest& request, PeekedSource peeked, const LogMap& map,
                        JournalRows rows) {
    const JournalLogOptions options{.rows = rows, .zone = map.zone.value_or(wib()), .limits = {}};
    if (peeked.front.starts_with(store_magic)) {
        return log_of_store(request.path, options, map.zone);
    }
    SourceLines lines(std::move(peeked.source));
    return read_journal_log([&] { return lines.next(); }, options);
}

LogMap with_journal(LogMap given, const LogMap& journal) {
    given.wait.insert(given.wait.end(), journal.wait.begin(), journal.wait.end());
    given.resume.insert(given.resume.end(), journal.resume.begin(), journal.resume.end());
    for (const MappedActivity& own : journal.activities) {
        if (std::ranges::find(given.activities, own.activity, &MappedActivity::activity) ==
            given.activities.end()) {
            given.activities.push_back(own);
        }
    }
    if (given.people.empty()) {
        given.people = journal.people;
    }
    given.zone = given.zone ? given.zone : journal.zone;
    return given;
}

} // namespace tertib::tool
