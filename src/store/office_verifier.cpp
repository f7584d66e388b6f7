// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "store/verifier.hpp"

#include "tertib/base/error.hpp"
#include "tertib/run/office_apply.hpp"
#include "tertib/run/office_event_bytes.hpp"

#include <utility>

// The office's chain, and what is made from it.
namespace tertib {

void Verifier::office() {
    seals_.open_case(office_id);
    StoredOffice played;
    std::set<std::uint64_t> missing;
    const bool whole = walk(
        office_id, [&](const StoredEvent& event) { return office_event(played, missing, event); });
    if (!whole) {
        return;
    }
    seals_.close_case(played.state.events);
    tell_missing(office_id, missing);
    try {
        if (transaction_.find_office() != played || transaction_.office_head() != played.head) {
            breach(JournalFault::projection, office_id, 0,
                   "its tables say something else than its journal");
        }
    } catch (const Error& error) {
        breach(JournalFault::projection, office_id, 0, error.what());
    }
}

bool Verifier::office_event(StoredOffice& played, std::set<std::uint64_t>& missing,
                            const StoredEvent& event) {
    try {
        if (!linked(played.head, missing, event)) {
            return false;
        }
        if (!seals_.event_holds(event)) {
            return false;
        }
        const OfficeEvent fact = unseal_office(event.sealed.data, event.sealed.body);
        if (fact.number != event.number) {
            breach(JournalFault::event, event.case_id, event.number,
                   "it says that it is event " + std::to_string(fact.number));
            return false;
        }
        if (fact.kind == OfficeEventKind::erased) {
            erased(missing, event, fact.about);
        }
        played.state = apply(std::move(played.state), fact);
        played.head = event.sealed.hash;
        return true;
    } catch (const Error& error) {
        breach(JournalFault::event, event.case_id, event.number, error.what());
        return false;
    }
}

} // namespace tertib
