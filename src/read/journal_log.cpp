// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/read/journal_log.hpp"

#include "tertib/base/error.hpp"
#include "tertib/run/event_json.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tertib {
namespace {

constexpr std::string_view event_front = R"({"schema": "tertib.journal/)";
constexpr std::string_view other_front = R"({"schema": "tertib.)";

/// A task that somebody has.
struct Claim {
    Instant since;
    std::string person;
    std::string as;
    std::int64_t row = 0;
};

std::uint32_t place_of(std::int64_t row) {
    return row > std::numeric_limits<std::uint32_t>::max() ? 0 : static_cast<std::uint32_t>(row);
}

EventStamp stamp_of(Instant instant, Zone zone) {
    return {.instant = instant, .form = StampForm(Precision::exact, zone, ZoneSource::assumed)};
}

class JournalReader {
public:
    JournalReader(ByteSource source, const JournalLogOptions& options)
        : source_(std::move(source)),
          max_line_(options.max_line),
          builder_(
              {.place_unit = PlaceUnit::line, .assumed_zone = zone_, .limits = options.limits}),
          kinds_(builder_.column("tertib:event", ColumnType::text)),
          sops_(builder_.column("tertib:sop_digest", ColumnType::text, ColumnScope::of_case)) {}

    LogReading read();

private:
    [[nodiscard]] std::optional<std::string_view> next_line();
    void take(std::string_view line);
    void take_event(const Event& event);
    void add_ended(const Event& event);
    void end_case();

    ByteSource source_;
    std::size_t max_line_;
    Zone zone_ = wib();
    LogBuilder builder_;
    ColumnIndex kinds_;
    ColumnIndex sops_;
    std::string bytes_;
    std::size_t from_ = 0; ///< of the next line in bytes_
    bool more_ = true;
    std::int64_t row_ = 0;
    std::string case_id_;
    Code case_ = no_code;
    std::map<TaskId, Claim> claims_; ///< of the present case
    std::map<std::string, std::uint64_t, std::less<>> others_;
};

/// The next line without its end; nothing behind the last.
std::optional<std::string_view> JournalReader::next_line() {
    constexpr std::size_t piece = std::size_t{256} << 10;
    std::size_t seen = from_;
    while (true) {
        const std::size_t end = bytes_.find('\n', seen);
        if (end != std::string::npos || !more_) {
            if (from_ == bytes_.size()) {
                return std::nullopt;
            }
            const std::size_t stop = std::min(end, bytes_.size());
            const std::string_view line = std::string_view(bytes_).substr(from_, stop - from_);
            from_ = std::min(stop + 1, bytes_.size());
            ++row_;
            return line;
        }
        bytes_.erase(0, from_);
        from_ = 0;
        seen = bytes_.size();
        if (seen > max_line_) {
            throw Error(ErrorCode::limit,
                        "line " + std::to_string(row_ + 1) + " has more than " +
                            std::to_string(max_line_) + " bytes (limit max_line)",
                        {.file = {}, .row = row_ + 1});
        }
        bytes_.resize(seen + piece);
        const std::size_t got = source_(std::span(bytes_).subspan(seen));
        bytes_.resize(seen + got);
        more_ = got > 0;
    }
}

void JournalReader::take(std::string_view line) {
    if (!line.starts_with(event_front)) {
        if (!line.starts_with(other_front)) {
            throw Error(ErrorCode::format, "this is no line of a journal's export");
        }
        return; // documents, seals, receipts and the end say nothing of what happened
    }
    const JournalLine journal = read_journal_line(line, row_);
    if (journal.case_id.starts_with('@')) {
        ++others_[journal.case_id];
        return;
    }
    if (journal.case_id != case_id_ || case_ == no_code) {
        end_case();
        case_id_ = journal.case_id;
        case_ = builder_.case_code(case_id_);
    }
    take_event(unseal(journal.sealed.data, journal.sealed.body));
}

void JournalReader::take_event(const Event& event) {
    switch (event.kind) {
    case EventKind::claimed:
        claims_[event.task] = {
            .since = event.happened, .person = event.body.person, .as = event.as, .row = row_};
        return;
    case EventKind::completed:
    case EventKind::returned: add_ended(event); return;
    case EventKind::started:
        builder_.set_case(sops_, case_, std::string_view(event.sop_digest));
        return;
    case EventKind::released:
    case EventKind::reassigned:
    case EventKind::skipped: claims_.erase(event.task); break;
    case EventKind::migrated:
    case EventKind::cancelled: claims_.clear(); break;
    case EventKind::accepted:
    case EventKind::waiting:
    case EventKind::resumed:
    case EventKind::annotated:
    case EventKind::attached:
    case EventKind::suspended:
    case EventKind::reopened:
    case EventKind::overdue:
    case EventKind::service_overdue:
    case EventKind::recomputed:
    case EventKind::erased:
    case EventKind::warned:
    case EventKind::escalated: break;
    }
    ++others_[std::string(name(event.kind))];
}

void JournalReader::add_ended(const Event& event) {
    const auto claim = claims_.find(event.task);
    builder_.add(
        {.case_code = case_,
         .activity = builder_.activity(event.task.step),
         .resource = builder_.resource(event.body.person),
         .role = builder_.role(event.as),
         .outcome = builder_.outcome(event.outcome),
         .start = claim == claims_.end() ? EventStamp{} : stamp_of(claim->second.since, zone_),
         .complete = stamp_of(event.happened, zone_),
         .place = place_of(row_)});
    builder_.set(kinds_, name(event.kind));
    if (claim != claims_.end()) {
        claims_.erase(claim);
    }
}

/// Tasks that somebody still has.
void JournalReader::end_case() {
    std::vector<std::pair<TaskId, Claim>> open(claims_.begin(), claims_.end());
    std::ranges::sort(open, {}, [](const auto& each) { return each.second.row; });
    for (const auto& [task, claim] : open) {
        builder_.add({.case_code = case_,
                      .activity = builder_.activity(task.step),
                      .resource = builder_.resource(claim.person),
                      .role = builder_.role(claim.as),
                      .start = stamp_of(claim.since, zone_),
                      .place = place_of(claim.row)});
    }
    claims_.clear();
}

LogReading JournalReader::read() {
    while (const std::optional<std::string_view> line = next_line()) {
        try {
            take(*line);
        } catch (const Error& error) {
            throw Error(error.code(), "line " + std::to_string(row_) + ": " + error.what(),
                        {.file = {}, .row = row_, .column = error.position().column});
        }
    }
    end_case();
    std::vector<Finding> findings;
    for (const auto& [kind, count] : others_) {
        findings.push_back(make_finding("JOURNAL-NO-ROWS", {},
                                        {{"count", std::to_string(count)}, {"kind", kind}}));
    }
    return {.log = std::move(builder_).finish(), .findings = std::move(findings)};
}

} // namespace

LogReading read_journal_log(ByteSource source, const JournalLogOptions& options) {
    return JournalReader(std::move(source), options).read();
}

} // namespace tertib
