// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/case_why.hpp"

#include "tertib/run/sop_successor.hpp"

#include <memory>
#include <string>
#include <vector>

namespace tertib {

std::optional<CaseWhy> why(Store& store, std::string_view case_id, const Actor& by, Instant now,
                           const Calendar* newer) {
    const std::optional<CaseState> state = store.find_case(case_id);
    if (!state) {
        return std::nullopt;
    }
    const std::shared_ptr<const ReadySop> sop = store.sop(state->sop_digest);
    const std::shared_ptr<const Calendar> calendar = store.calendar(state->calendar_digest);
    const std::shared_ptr<const Roster> roster = store.roster();
    const std::vector<SopVersion> versions = store.versions();
    const Zone zone = calendar->zone();
    const std::string successor =
        successor_in_force(versions, state->sop_digest, local_day(now, zone));
    std::shared_ptr<const ReadySop> next;
    if (!successor.empty()) {
        next = store.sop(successor);
    }
    const bool differs = newer != nullptr && newer->digest() != calendar->digest();
    const CaseContext context{.sop = sop.get(),
                              .calendar = calendar.get(),
                              .roster = roster.get(),
                              .next_calendar = differs ? newer : nullptr,
                              .next_sop = next.get(),
                              .versions = versions};
    return CaseWhy{.why = why(context, *state, by, now), .zone = zone};
}

} // namespace tertib
