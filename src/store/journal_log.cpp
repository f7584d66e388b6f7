// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/journal_log.hpp"

#include "store/journal_lines.hpp"
#include "store/journal_rows.hpp"
#include "tertib/base/error.hpp"
#include "tertib/run/office_apply.hpp"
#include "tertib/run/office_event_bytes.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <variant>

namespace tertib {
namespace {

constexpr std::array journal_stops = {EventKind::waiting, EventKind::suspended,
                                      EventKind::cancelled};
constexpr std::array journal_goes_on = {EventKind::resumed, EventKind::reopened};

std::string activity_of(EventKind kind) {
    return "@" + std::string(name(kind));
}

/// Follows the chains of a journal, one after another, into rows.
class JournalLogReader {
public:
    JournalLogReader(const JournalLogOptions& options, PlaceUnit places)
        : zone_(options.zone),
          rows_(options, places) {}

    void take(std::string_view case_id, std::uint64_t number, const SealedEvent& sealed,
              std::uint64_t place);
    [[nodiscard]] JournalLog finish() &&;

private:
    void begin_chain(std::string_view case_id);
    void follow(std::uint64_t number, const SealedEvent& sealed);
    [[nodiscard]] std::vector<MappedPerson> people() const;
    [[noreturn]] void refuse(const std::string& reason) const {
        throw Error(ErrorCode::damaged,
                    "case " + chain_ + ", event " + std::to_string(number_) + ": " + reason);
    }

    Zone zone_;
    JournalRowMaker rows_;
    OfficeState office_;
    std::string chain_; ///< the case at hand, or office_id
    Sha256 head_ = no_hash;
    std::uint64_t number_ = 0;
};

void JournalLogReader::begin_chain(std::string_view case_id) {
    rows_.end_case();
    chain_ = case_id;
    head_ = no_hash;
    number_ = 0;
    const bool is_new = case_id == office_id ? office_.events == 0 : rows_.begin_case(case_id);
    if (!is_new) {
        refuse("the events of a case must stand together");
    }
}

void JournalLogReader::follow(std::uint64_t number, const SealedEvent& sealed) {
    if (number != ++number_) {
        refuse("event " + std::to_string(number) + " stands in its place");
    }
    switch (check(head_, sealed)) {
    case SealCheck::holds:
    case SealCheck::body_missing: break; // erased, or left out of the export
    case SealCheck::wrong_hash: refuse("it isn't linked to the one before");
    case SealCheck::wrong_body: refuse("its body isn't the one that it commits to");
    }
    head_ = sealed.hash;
}

void JournalLogReader::take(std::string_view case_id, std::uint64_t number,
                            const SealedEvent& sealed, std::uint64_t place) {
    if (case_id != chain_) {
        begin_chain(case_id);
    }
    follow(number, sealed);
    if (chain_ == office_id) {
        const OfficeEvent event = unseal_office(sealed.data, sealed.body);
        if (event.number != number) {
            refuse("its data is of another event");
        }
        office_ = apply(std::move(office_), event);
        return;
    }
    const Event event = unseal(sealed.data, sealed.body);
    if (event.case_id != chain_ || event.number != number) {
        refuse("its data is of another event");
    }
    rows_.add(event, static_cast<std::uint32_t>(std::min<std::uint64_t>(place, UINT32_MAX)));
}

/// What the office decided comes first; what events say beside it is from elsewhere.
std::vector<MappedPerson> JournalLogReader::people() const {
    const Roster roster = roster_of(office_);
    std::vector<MappedPerson> people;
    for (const PostHolding& holding : roster.holdings()) {
        people.push_back({.person = holding.person,
                          .pelaksana = holding.pelaksana,
                          .kind = holding.kind,
                          .from = holding.from,
                          .until = holding.until,
                          .surat = holding.surat});
    }
    for (MappedPerson& acting : rows_.acting()) {
        if (roster.find(acting.person, acting.pelaksana, *acting.from) == nullptr) {
            people.push_back(std::move(acting));
        }
    }
    return people;
}

JournalLog JournalLogReader::finish() && {
    rows_.end_case();
    LogMap map = journal_map();
    map.people = people();
    map.zone = zone_;
    return {std::move(rows_).finish(), std::move(map)};
}

/// The lines of an export one by one; of those that are no events only the last matters.
class ExportReader {
public:
    explicit ExportReader(const JournalLogOptions& options) : reader_(options, PlaceUnit::line) {}

    void take(const std::string& line);
    [[nodiscard]] JournalLog finish() &&;

private:
    void take_item(const ExportedLine& item);

    JournalLogReader reader_;
    Sha256Stream stream_; ///< of the lines before this one
    std::uint64_t row_ = 0;
    bool whole_ = false; ///< it is a store's, which has a last line
    bool closed_ = false;
};

void ExportReader::take(const std::string& line) {
    ++row_;
    const auto row = static_cast<std::int64_t>(row_);
    const ExportedLine item = read_exported_line(line, row);
    try {
        take_item(item);
    } catch (const Error& error) {
        // Bytes that hold and say nothing are no better than bytes that don't hold.
        const bool bytes = error.code() == ErrorCode::format;
        throw Error(bytes ? ErrorCode::damaged : error.code(), error.what(),
                    {.file = {}, .row = row, .column = 0});
    }
    stream_.add(line);
    stream_.add("\n");
}

void ExportReader::take_item(const ExportedLine& item) {
    if (closed_) {
        throw Error(ErrorCode::damaged, "something stands behind the end of the export");
    }
    if (const auto* const event = std::get_if<JournalLine>(&item)) {
        reader_.take(event->case_id, event->number, event->sealed, row_);
        return;
    }
    whole_ = true;
    if (const auto* const end = std::get_if<EndLine>(&item)) {
        closed_ = true;
        if (end->lines != row_ - 1 || end->digest != stream_.take()) {
            throw Error(ErrorCode::damaged, "the export isn't the one that was closed here: a line "
                                            "was changed, lost or added");
        }
    }
}

JournalLog ExportReader::finish() && {
    if (whole_ && !closed_) {
        throw Error(ErrorCode::format, "the export ends early: the line that closes it is missing",
                    {.file = {}, .row = static_cast<std::int64_t>(row_), .column = 0});
    }
    return std::move(reader_).finish();
}

} // namespace

LogMap journal_map() {
    LogMap map;
    for (int number = 1; number <= static_cast<int>(last_event_kind); ++number) {
        const auto kind = static_cast<EventKind>(number);
        if (std::ranges::find(journal_stops, kind) != journal_stops.end()) {
            map.wait.push_back(activity_of(kind));
        } else if (std::ranges::find(journal_goes_on, kind) != journal_goes_on.end()) {
            map.resume.push_back(activity_of(kind));
        } else if (kind != EventKind::claimed) {
            map.activities.push_back({.activity = activity_of(kind), .step = {}});
        }
    }
    return map;
}

JournalLog journal_log(Store& store, const JournalLogOptions& options) {
    JournalLogReader reader(options, PlaceUnit::event);
    std::uint64_t place = 0;
    store.each_event({}, [&](const StoredEvent& stored) {
        try {
            reader.take(stored.case_id, stored.number, stored.sealed, ++place);
        } catch (const Error& error) {
            if (error.code() != ErrorCode::format) {
                throw;
            }
            throw Error(ErrorCode::damaged, "case " + stored.case_id + ", event " +
                                                std::to_string(stored.number) + ": " +
                                                error.what());
        }
    });
    return std::move(reader).finish();
}

JournalLog read_journal_log(const LineSource& next, const JournalLogOptions& options) {
    ExportReader reader(options);
    while (const std::optional<std::string> line = next()) {
        reader.take(*line);
    }
    return std::move(reader).finish();
}

bool is_journal(std::string_view front) noexcept {
    const std::size_t begin = front.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos || front[begin] != '{') {
        return false;
    }
    front = front.substr(begin, front.find('\n', begin) - begin);
    return front.find("\"tertib.journal/") != std::string_view::npos ||
           front.find("\"tertib.document/") != std::string_view::npos ||
           front.find("\"tertib.journal_end/") != std::string_view::npos;
}

} // namespace tertib
