// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "check/log_rows.hpp"

#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <type_traits>
#include <variant>

namespace tertib {
namespace {

constexpr std::size_t document_bits_in_all = 64;

[[nodiscard]] CheckStamp check_stamp(const EventStamp& stamp) {
    if (!stamp.known()) {
        return {};
    }
    const Stamp span = interval(stamp.instant, stamp.form);
    return {.first = span.earliest.time_since_epoch().count(),
            .last = span.latest.time_since_epoch().count()};
}

[[nodiscard]] std::set<std::string> folded_texts(std::span<const std::string> texts) {
    std::set<std::string> all;
    for (const std::string& text : texts) {
        all.insert(fold(text));
    }
    return all;
}

[[nodiscard]] const ExtraColumn* document_column(const EventLog& log, std::string_view name) {
    const ExtraColumn* const column = log.column(name);
    return column != nullptr ? column : log.column(name, ColumnScope::of_case);
}

[[nodiscard]] bool value_says_no(const DocumentMeaning& meaning, std::size_t place) {
    const LogValue value = meaning.column->value(place);
    if (std::holds_alternative<std::string_view>(value)) {
        return meaning.says_no[meaning.column->codes()[place]] != 0;
    }
    if (const bool* const truth = std::get_if<bool>(&value)) {
        return !*truth;
    }
    const std::int64_t* const count = std::get_if<std::int64_t>(&value);
    return count != nullptr && *count == 0;
}

} // namespace

bool says_no(std::string_view text) {
    constexpr std::array<std::string_view, 14> words_of_no = {
        "",      "0",  "belum", "belum ada", "false", "kosong",    "n",
        "nihil", "no", "none",  "tdk",       "tidak", "tidak ada", "tdk ada"};
    const std::string plain = fold(text);
    return std::ranges::find(words_of_no, std::string_view(plain)) != words_of_no.end();
}

LogRows::LogRows(const EventLog& log, const LogMap& map, const LogQuality& quality,
                 std::optional<Instant> now)
    : log_(&log),
      now_(now),
      clocks_(log.activities().size() + 1, Clock::none),
      shared_(log.resources().size() + 1, 0),
      bulk_cases_(quality.bulk_cases) {
    const std::set<std::string> wait = folded_texts(map.wait);
    const std::set<std::string> resume = folded_texts(map.resume);
    for (Code code = 1; code < clocks_.size() && !(wait.empty() && resume.empty()); ++code) {
        const std::string plain = fold(log.activities().text(code));
        clocks_[code] = resume.contains(plain) ? Clock::resume
                        : wait.contains(plain) ? Clock::wait
                                               : Clock::none;
    }
    for (const Code code : quality.shared_accounts) {
        shared_[code] = 1;
    }
    add_documents(map.kelengkapan);
    add_documents(map.produk);
}

void LogRows::add_documents(std::span<const MappedDocument> documents) {
    for (const MappedDocument& document : documents) {
        const ExtraColumn* const column = document_column(*log_, document.column);
        if (column == nullptr || bit_of(document.column)) {
            continue;
        }
        if (documents_.size() == document_bits_in_all) {
            throw Error(ErrorCode::argument, "a map may name up to 64 columns of documents");
        }
        DocumentMeaning meaning{.column = column};
        meaning.says_no.assign(column->texts().size() + 1, 0);
        for (Code code = 1; code < meaning.says_no.size(); ++code) {
            meaning.says_no[code] = says_no(column->texts().text(code)) ? 1 : 0;
        }
        documents_.push_back(std::move(meaning));
    }
}

std::optional<std::uint32_t> LogRows::bit_of(std::string_view column) const {
    const ExtraColumn* const found = document_column(*log_, column);
    for (std::uint32_t bit = 0; found != nullptr && bit < documents_.size(); ++bit) {
        if (documents_[bit].column == found) {
            return bit;
        }
    }
    return std::nullopt;
}

CheckRow LogRows::row_of(std::size_t row) const {
    const LogEvent event = log_->row(row);
    return {.activity = event.activity,
            .person = event.resource,
            .post = event.role,
            .outcome = event.outcome,
            .row = static_cast<std::uint32_t>(row),
            .doubt = shared_[event.resource] != 0 ? RowDoubt::person : RowDoubt::none,
            .start = check_stamp(event.start),
            .complete = check_stamp(event.complete)};
}

DocumentCells LogRows::cells_of(std::size_t row, Code of_case) const {
    DocumentCells cells;
    for (std::size_t bit = 0; bit < documents_.size(); ++bit) {
        const DocumentMeaning& meaning = documents_[bit];
        const std::size_t place =
            meaning.column->scope() == ColumnScope::event ? row : std::size_t{of_case};
        if (!meaning.column->has(place)) {
            continue;
        }
        cells.known |= std::uint64_t{1} << bit;
        cells.there |= value_says_no(meaning, place) ? 0 : std::uint64_t{1} << bit;
    }
    return cells;
}

/// From each wait to the next resume. Whether their times can be relied on: a stop of which only
/// the day is known may be shorter than it is taken here.
bool LogRows::add_stops(std::span<const CheckRow> clocks, Room& room) const {
    bool exact = true;
    std::vector<std::pair<CheckStamp, Clock>> stamps;
    for (const CheckRow& row : clocks) {
        const CheckStamp& stamp = row.complete.known() ? row.complete : row.start;
        exact = exact && stamp.known() && stamp.exact();
        if (stamp.known()) {
            stamps.emplace_back(stamp, clocks_[row.activity]);
        }
    }
    // At the same instant a resume ends what came before, and a wait begins anew.
    std::ranges::sort(stamps, [](const auto& a, const auto& b) {
        return std::pair(a.first.last, b.second) < std::pair(b.first.last, a.second);
    });
    std::optional<Instant> since;
    std::vector<ClockStop> stops;
    for (const auto& [stamp, clock] : stamps) {
        if (clock == Clock::wait && !since) {
            since = Instant{std::chrono::microseconds{stamp.first}};
        } else if (clock == Clock::resume && since) {
            stops.push_back({*since, Instant{std::chrono::microseconds{stamp.last}}});
            since.reset();
        }
    }
    if (since) {
        const Instant end = to_instant(LocalTime{last_day}, Zone());
        stops.push_back({*since, std::max(*since, now_.value_or(end))});
    }
    room.stops = merged(stops);
    return exact;
}

CheckCase LogRows::of(Code of_case, Room& room) const {
    room.rows.clear();
    room.documents.clear();
    room.stops.clear();
    const CaseRows rows = log_->case_index().rows(of_case);
    std::vector<CheckRow> clocks;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const CheckRow row = row_of(rows[i]);
        if (clocks_[row.activity] != Clock::none) {
            clocks.push_back(row);
            continue;
        }
        room.rows.push_back(row);
        if (!documents_.empty()) {
            room.documents.push_back(cells_of(rows[i], of_case));
        }
    }
    const bool exact = clocks.empty() || add_stops(clocks, room);
    if (!exact || std::ranges::binary_search(bulk_cases_, of_case)) {
        for (CheckRow& row : room.rows) {
            row.doubt = has(row.doubt, RowDoubt::person) ? RowDoubt::both : RowDoubt::time;
        }
    }
    return {.number = of_case, .rows = room.rows, .documents = room.documents, .stops = room.stops};
}

} // namespace tertib
