// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/testkit/journal_replay.hpp"

#include "tertib/base/error.hpp"
#include "tertib/run/apply.hpp"
#include "tertib/run/event_json.hpp"
#include "tertib/run/office_apply.hpp"
#include "tertib/run/office_event_bytes.hpp"
#include "tertib/run/office_event_json.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace tertib {

namespace {

class JournalPlayer {
public:
    JournalPlayer(const SopSource& sops, const ReplayOptions& options)
        : sops_(sops),
          options_(options) {}

    void take(std::string_view line, std::int64_t row);
    [[nodiscard]] JournalReplay finish();

private:
    struct Bodies {
        std::map<std::uint64_t, std::int64_t> missing; ///< by event: its line
        std::map<std::uint64_t, std::int64_t> there;
    };

    void take_case(const JournalLine& line, std::int64_t row);
    void take_office(const JournalLine& line, std::int64_t row);
    void check_link(const JournalLine& line, const Sha256& before, std::int64_t row);
    /// After an event that erased the body of another one of its chain.
    void check_erasure(const std::string& case_id, std::uint64_t about);
    [[nodiscard]] const ReadySop& sop_of(const Event& event, const CaseSnapshot& before);

    const SopSource& sops_;
    const ReplayOptions& options_;
    JournalReplay replay_;
    std::map<std::string, Bodies, std::less<>> bodies_;
    std::map<std::string, std::shared_ptr<const ReadySop>, std::less<>> known_;
};

[[noreturn]] void damaged(const std::string& what) {
    throw Error(ErrorCode::damaged, what);
}

[[nodiscard]] std::string label(const std::string& case_id, std::uint64_t number) {
    return "event " + std::to_string(number) + " of case " + case_id;
}

void JournalPlayer::take(std::string_view text, std::int64_t row) {
    if (replay_.events.size() == options_.max_events) {
        throw Error(ErrorCode::limit, "the journal has more than " +
                                          std::to_string(options_.max_events) +
                                          " events (max_events)");
    }
    const JournalLine line = read_journal_line(text, row);
    if (line.case_id == office_id) {
        take_office(line, row);
    } else {
        take_case(line, row);
    }
}

void JournalPlayer::take_office(const JournalLine& line, std::int64_t row) {
    StoredOffice& office = replay_.office;
    check_link(line, office.head, row);
    const OfficeEvent event = unseal_office(line.sealed.data, line.sealed.body);
    if (event.number != line.number) {
        damaged("the line says " + label(line.case_id, line.number) + ", its data " +
                label(line.case_id, event.number));
    }
    office.state = apply(std::move(office.state), event);
    office.head = line.sealed.hash;
    if (event.kind == OfficeEventKind::erased) {
        check_erasure(line.case_id, event.about);
    }
    replay_.events.push_back({.row = row,
                              .case_id = line.case_id,
                              .number = line.number,
                              .hash = line.sealed.hash,
                              .state = {}});
}

void JournalPlayer::take_case(const JournalLine& line, std::int64_t row) {
    CaseSnapshot& snapshot = replay_.cases[line.case_id];
    check_link(line, snapshot.head, row);
    const Event event = unseal(line.sealed.data, line.sealed.body);
    if (event.case_id != line.case_id || event.number != line.number) {
        damaged("the line says " + label(line.case_id, line.number) + ", its data " +
                label(event.case_id, event.number));
    }
    const ReadySop& sop = sop_of(event, snapshot);
    snapshot.state = apply(sop, std::move(snapshot.state), event);
    snapshot.head = line.sealed.hash;
    if (event.kind == EventKind::erased) {
        check_erasure(event.case_id, event.about);
    }
    replay_.events.push_back({.row = row,
                              .case_id = line.case_id,
                              .number = line.number,
                              .hash = line.sealed.hash,
                              .state = sha256(to_bytes(snapshot))});
    if (options_.visit) {
        options_.visit(event, snapshot.state);
    }
}

void JournalPlayer::check_link(const JournalLine& line, const Sha256& before, std::int64_t row) {
    const std::string event = label(line.case_id, line.number);
    Bodies& bodies = bodies_[line.case_id];
    switch (check(before, line.sealed)) {
    case SealCheck::holds:
        if (!line.sealed.body.empty()) {
            bodies.there.emplace(line.number, row);
        }
        return;
    case SealCheck::body_missing: bodies.missing.emplace(line.number, row); return;
    case SealCheck::wrong_hash: damaged(event + " isn't linked to the one before");
    case SealCheck::wrong_body: damaged("the body of " + event + " isn't the one it commits to");
    }
}

void JournalPlayer::check_erasure(const std::string& case_id, std::uint64_t about) {
    Bodies& bodies = bodies_[case_id];
    bodies.missing.erase(about);
    if (const auto there = bodies.there.find(about); there != bodies.there.end()) {
        damaged("the body of event " + std::to_string(about) + " is there (line " +
                std::to_string(there->second) + "), although this event erased it");
    }
}

const ReadySop& JournalPlayer::sop_of(const Event& event, const CaseSnapshot& before) {
    const std::string& digest = sop_digest_for(before.state, event);
    auto known = known_.find(digest);
    if (known == known_.end()) {
        known = known_.emplace(digest, sops_(digest)).first;
    }
    if (!known->second) {
        throw Error(ErrorCode::argument, "the Sop " + digest + " isn't given");
    }
    return *known->second;
}

JournalReplay JournalPlayer::finish() {
    for (const auto& [case_id, bodies] : bodies_) {
        if (!bodies.missing.empty()) {
            const auto& [number, row] = *bodies.missing.begin();
            throw Error(ErrorCode::damaged,
                        "line " + std::to_string(row) + ": the body of " + label(case_id, number) +
                            " is gone, and no event erased it",
                        {.file = {}, .row = row, .column = 0});
        }
    }
    return std::move(replay_);
}

/// What a store has of a case, link by link.
[[nodiscard]] std::vector<Sha256> links_of(Store& store, const std::string& case_id) {
    std::vector<Sha256> links;
    store.each_event(case_id,
                     [&](const StoredEvent& event) { links.push_back(event.sealed.hash); });
    return links;
}

[[nodiscard]] std::optional<ReplayDifference>
compare_events(const std::string& case_id, const std::vector<const ReplayedEvent*>& recorded,
               Store& store) {
    const std::vector<Sha256> links = links_of(store, case_id);
    for (std::size_t i = 0; i < recorded.size(); ++i) {
        const ReplayedEvent& event = *recorded[i];
        const bool there = i < links.size();
        if (!there || links[i] != event.hash) {
            return ReplayDifference{.row = event.row,
                                    .case_id = case_id,
                                    .number = event.number,
                                    .detail = there ? "the store has another event"
                                                    : "the store has no such event"};
        }
    }
    if (links.size() > recorded.size()) {
        return ReplayDifference{.case_id = case_id,
                                .number = recorded.size() + 1,
                                .detail = "the store has events that weren't recorded"};
    }
    return std::nullopt;
}

/// Whether the store keeps the state that the chain led to.
[[nodiscard]] bool same_state(const JournalReplay& replay, const std::string& case_id,
                              Store& store) {
    if (case_id == office_id) {
        return store.office() == replay.office.state;
    }
    const auto played = replay.cases.find(case_id);
    const std::optional<CaseState> kept = store.find_case(case_id);
    return played != replay.cases.end() && kept && *kept == played->second.state;
}

[[nodiscard]] std::optional<ReplayDifference>
compare_chain(const JournalReplay& replay, const std::string& case_id,
              const std::vector<const ReplayedEvent*>& recorded, Store& store) {
    if (std::optional<ReplayDifference> difference = compare_events(case_id, recorded, store)) {
        return difference;
    }
    if (!same_state(replay, case_id, store)) {
        return ReplayDifference{.row = recorded.empty() ? 0 : recorded.back()->row,
                                .case_id = case_id,
                                .detail = "the store keeps another state"};
    }
    return std::nullopt;
}

[[nodiscard]] std::vector<std::string> case_ids(Store& store) {
    constexpr std::size_t page = 1'000;
    std::vector<std::string> ids;
    for (bool more = true; more;) {
        const std::vector<CaseRow> rows = store.cases(ids.empty() ? "" : ids.back(), page);
        for (const CaseRow& row : rows) {
            ids.push_back(row.id);
        }
        more = rows.size() == page;
    }
    return ids;
}

} // namespace

SopSource sops_of(Store& store) {
    return [&store](std::string_view digest) { return store.sop(digest); };
}

JournalReplay replay_journal(std::string_view journal, const SopSource& sops,
                             const ReplayOptions& options) {
    JournalPlayer player(sops, options);
    std::int64_t row = 0;
    while (!journal.empty()) {
        ++row;
        const std::size_t end = std::min(journal.find('\n'), journal.size());
        try {
            player.take(journal.substr(0, end), row);
        } catch (const Error& error) {
            throw Error(error.code(), "line " + std::to_string(row) + ": " + error.what(),
                        {.file = {}, .row = row, .column = error.position().column});
        }
        journal.remove_prefix(std::min(end + 1, journal.size()));
    }
    return player.finish();
}

std::vector<ReplayDifference> compare(const JournalReplay& replay, Store& store) {
    std::map<std::string, std::vector<const ReplayedEvent*>, std::less<>> recorded;
    for (const ReplayedEvent& event : replay.events) {
        recorded[event.case_id].push_back(&event);
    }
    for (const std::string& id : case_ids(store)) {
        recorded.try_emplace(id);
    }
    recorded.try_emplace(std::string(office_id));
    std::vector<ReplayDifference> differences;
    for (const auto& [case_id, events] : recorded) {
        if (std::optional<ReplayDifference> difference =
                compare_chain(replay, case_id, events, store)) {
            differences.push_back(std::move(*difference));
        }
    }
    return differences;
}

std::string record_journal(Store& store) {
    std::string lines;
    store.each_event(office_id, [&](const StoredEvent& event) {
        lines += journal_line(event.case_id, event.sealed, wib());
    });
    for (const std::string& id : case_ids(store)) {
        const std::optional<CaseState> state = store.find_case(id);
        const Zone zone = state ? store.calendar(state->calendar_digest)->zone() : Zone{};
        store.each_event(id, [&](const StoredEvent& event) {
            lines += journal_line(event.case_id, event.sealed, zone);
        });
    }
    return lines;
}

} // namespace tertib
