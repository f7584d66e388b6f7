// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/case_why.hpp"

#include "store/case_ground.hpp"
#include "tertib/run/sop_successor.hpp"

#include <memory>
#include <string>

namespace tertib {

std::optional<CaseWhy> why(Store& store, std::string_view case_id, const Actor& by, Instant now,
                           const Calendar* newer) {
    const std::optional<CaseState> state = store.find_case(case_id);
    if (!state) {
        return std::nullopt;
    }
    const CaseGround ground(store, *state);
    const Zone zone = ground.calendar->zone();
    const std::string successor =
        successor_in_force(ground.versions, state->sop_digest, local_day(now, zone));
    std::shared_ptr<const ReadySop> next;
    if (!successor.empty()) {
        next = store.sop(successor);
    }
    const bool differs = newer != nullptr && newer->digest() != ground.calendar->digest();
    CaseContext context = ground.context();
    context.next_calendar = differs ? newer : nullptr;
    context.next_sop = next.get();
    return CaseWhy{.why = why(context, *state, by, now), .zone = zone};
}

} // namespace tertib
