// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "store/verifier.hpp"

#include "store/readings.hpp"
#include "tertib/base/error.hpp"
#include "tertib/run/apply.hpp"

#include <utility>

namespace tertib {

Verification Verifier::run(const std::vector<std::string>& damage, std::span<const Seal> kept) {
    for (const std::string& each : damage) {
        breach(JournalFault::database, {}, 0, each);
    }
    documents();
    office();
    if (found_.stopped) {
        return std::move(found_);
    }
    std::string last;
    for (bool more = true; more;) {
        const std::vector<CaseRow> rows = transaction_.cases(last, rows_at_once);
        for (const CaseRow& row : rows) {
            if (!one_case(row.id)) {
                return std::move(found_);
            }
            last = row.id;
        }
        more = rows.size() == rows_at_once;
    }
    tell_affected();
    seals_.seals(kept);
    receipts();
    lists();
    return std::move(found_);
}

void Verifier::documents() {
    const auto look = [&](const std::string& digest, const auto& read) {
        try {
            read();
        } catch (const Error& error) {
            bad_documents_.emplace(digest, BadDocument{.breach = found_.breaches.size()});
            breach(JournalFault::document, {}, 0, error.what());
        }
    };
    for (const std::string& digest : transaction_.sops()) {
        look(digest, [&] { (void)registry_.sop(transaction_, digest); });
    }
    for (const std::string& digest : transaction_.calendars()) {
        look(digest, [&] { (void)registry_.calendar(transaction_, digest); });
    }
    for (const std::string& digest : transaction_.policies()) {
        look(digest, [&] { (void)registry_.policy(transaction_, digest); });
    }
}

bool Verifier::is_usable(std::string_view digest, std::string_view case_id) {
    const auto bad = bad_documents_.find(digest);
    if (bad == bad_documents_.end()) {
        return true;
    }
    if (++bad->second.cases == 1) {
        bad->second.first_case = case_id;
    }
    return false;
}

void Verifier::tell_affected() {
    for (const auto& [digest, bad] : bad_documents_) {
        std::string& detail = found_.breaches[bad.breach].detail;
        detail += bad.cases == 0 ? "; no case runs by it"
                                 : "; cases that run by it: " + std::to_string(bad.cases) +
                                       ", the first is " + bad.first_case;
    }
}

bool Verifier::one_case(const std::string& id) {
    ++found_.cases;
    seals_.open_case(id);
    Played played = play(id);
    if (found_.stopped) {
        return false;
    }
    if (!played.broken) {
        seals_.close_case(played.stored.state.events);
        compare(id, played);
    }
    return true;
}

Verifier::Played Verifier::play(const std::string& id) {
    Played played;
    played.broken = !walk(id, [&](const StoredEvent& event) { return one_event(played, event); });
    return played;
}

bool Verifier::walk(std::string_view id, const std::function<bool(const StoredEvent&)>& take) {
    std::uint64_t next = 1;
    while (true) {
        const std::vector<StoredEvent> events = transaction_.events(id, next, rows_at_once);
        for (const StoredEvent& event : events) {
            if (!go_on()) {
                return false;
            }
            ++found_.events;
            if (event.number != next) {
                breach(JournalFault::gap, id, next,
                       "event " + std::to_string(next) + " is missing");
                return false;
            }
            if (!take(event)) {
                return false;
            }
            ++next;
        }
        if (events.size() < rows_at_once) {
            return true;
        }
    }
}

bool Verifier::linked(const Sha256& head, std::set<std::uint64_t>& missing,
                      const StoredEvent& event) {
    switch (check(head, event.sealed)) {
    case SealCheck::holds: return true;
    case SealCheck::wrong_hash:
        breach(JournalFault::link, event.case_id, event.number,
               "it isn't linked to the event before it");
        return false;
    case SealCheck::wrong_body:
        breach(JournalFault::body, event.case_id, event.number,
               "its body isn't the one that it commits to");
        return false;
    case SealCheck::body_missing: missing.insert(event.number); return true;
    }
    return false;
}

void Verifier::erased(std::set<std::uint64_t>& missing, const StoredEvent& by,
                      std::uint64_t about) {
    found_.erased += missing.erase(about);
    const std::optional<StoredEvent> gone = transaction_.find_event(by.case_id, about);
    if (gone && !gone->sealed.body.empty()) {
        breach(JournalFault::body, by.case_id, about,
               "its body is there, although event " + std::to_string(by.number) + " erased it");
    }
}

void Verifier::tell_missing(std::string_view id, const std::set<std::uint64_t>& missing) {
    for (const std::uint64_t number : missing) {
        breach(JournalFault::body_missing, id, number,
               "its body is gone, and no event says that it was erased");
    }
}

bool Verifier::one_event(Played& played, const StoredEvent& event) {
    try {
        if (!linked(played.stored.head, played.missing, event)) {
            return false;
        }
        if (!seals_.event_holds(event)) {
            return false;
        }
        const Event fact = unseal(event.sealed.data, event.sealed.body);
        if (fact.case_id != event.case_id || fact.number != event.number) {
            breach(JournalFault::event, event.case_id, event.number,
                   "it says that it is event " + std::to_string(fact.number) + " of case " +
                       fact.case_id);
            return false;
        }
        if (fact.kind == EventKind::erased) {
            erased(played.missing, event, fact.about);
        }
        const std::string& digest = sop_digest_for(played.stored.state, fact);
        if (!is_usable(digest, event.case_id)) {
            return false;
        }
        const auto sop = registry_.sop(transaction_, digest);
        played.stored.state = apply(*sop, std::move(played.stored.state), fact);
        played.stored.head = event.sealed.hash;
        return true;
    } catch (const Error& error) {
        breach(JournalFault::event, event.case_id, event.number, error.what());
        return false;
    }
}

void Verifier::compare(const std::string& id, Played& played) {
    tell_missing(id, played.missing);
    CaseState& state = played.stored.state;
    if (!is_usable(state.sop_digest, id) || !is_usable(state.calendar_digest, id) ||
        !is_usable(state.policy_digest, id)) {
        return;
    }
    try {
        const auto sop = registry_.sop(transaction_, state.sop_digest);
        const auto calendar = registry_.calendar(transaction_, state.calendar_digest);
        const auto policy = registry_.policy(transaction_, state.policy_digest);
        const CaseIndex index =
            index_of({.sop = sop.get(), .calendar = calendar.get(), .policy = policy.get()}, state);
        for (const DeadlineRow& row : index.deadlines) {
            deadlines_.add(row);
        }
        for (const WorkRow& row : index.work) {
            work_.add(row);
        }
        std::optional<StoredCase> kept = transaction_.find_case(id);
        if (kept) {
            kept->state.steps.resize(state.steps.size());
        }
        if (!kept || *kept != played.stored) {
            breach(JournalFault::projection, id, 0,
                   "its tables say something else than its journal");
        }
    } catch (const Error& error) {
        breach(JournalFault::event, id, 0, error.what());
    }
}

void Verifier::lists() {
    // A case whose journal is broken has no rows to compare with: it is told already.
    const auto must_equal = [&](const ListSum& kept, const ListSum& made, const char* otherwise) {
        if (kept != made && found_.breaches.empty()) {
            breach(JournalFault::projection, {}, 0, otherwise);
        }
    };
    ListSum deadlines;
    transaction_.each_deadline([&](const DeadlineRow& row) { deadlines.add(row); });
    must_equal(deadlines, deadlines_, "the list of deadlines isn't that of the journal");
    ListSum work;
    transaction_.each_work([&](const WorkRow& row) { work.add(row); });
    must_equal(work, work_, "the worklist isn't that of the journal");
}

/// What was answered must be what is in the journal. A case that is broken is told already.
void Verifier::receipts() {
    transaction_.each_key([&](std::string_view key, const KeyedReceipt& keyed) {
        const Receipt& receipt = keyed.receipt;
        const auto found = transaction_.find_event(receipt.case_id, receipt.last);
        if (found && found->sealed.hash == receipt.hash && receipt.first >= 1 &&
            receipt.first <= receipt.last) {
            return;
        }
        breach(JournalFault::receipt, receipt.case_id, receipt.last,
               "the answer that was given to key " + std::string(key) +
                   (found ? " names another event than the one that is there"
                          : " names an event that isn't there"));
    });
}

void Verifier::breach(JournalFault fault, std::string_view id, std::uint64_t number,
                      std::string detail) {
    found_.breaches.push_back({.fault = fault,
                               .case_id = std::string(id),
                               .number = number,
                               .detail = std::move(detail)});
}

bool Verifier::go_on() {
    constexpr std::uint64_t every = 4'096;
    if (watch_ && found_.events % every == 0 &&
        watch_({.done = found_.events, .total = 0}) == Go::stop) {
        found_.stopped = true;
    }
    return !found_.stopped;
}

} // namespace tertib
