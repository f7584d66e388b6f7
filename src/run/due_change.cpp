// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "run/due_change.hpp"

#include "run/clocks.hpp"
#include "tertib/base/text.hpp"

#include <algorithm>
#include <utility>

namespace tertib {

std::optional<Finding> take_due(const DueGround& ground, const std::string& name,
                                const TaskId& task, const Clock& clock, std::optional<Instant> due,
                                Recompute& result) {
    if (due == clock.due) {
        return std::nullopt;
    }
    const Recomputed change{task, clock.due, due};
    if (!due) {
        result.changes.push_back(change);
        return std::nullopt;
    }
    const Place where{.step = task.step};
    const Argument about{"task", name};
    const Argument fresh{"due", text(*due, ground.zone)};
    // A clock that stands still goes on from where it stopped.
    const Instant now = clock.stopped_since.value_or(ground.now);
    if (*due < now) {
        if (clock.due && *clock.due < now) {
            result.kept.push_back(
                {change, make_finding("DUE-KEPT", where,
                                      {about, fresh, {"old", text(*clock.due, ground.zone)}})});
            return std::nullopt;
        }
        return make_finding("DUE-BEFORE-NOW", where,
                            {about, fresh, {"now", text(now, ground.zone)}});
    }
    const std::optional<Instant> said = std::max(clock.due, clock.promised);
    if (said && *due < *said && !ground.reasoned) {
        return make_finding("DUE-BEFORE-PROMISED", where,
                            {about, fresh, {"promised", text(*said, ground.zone)}});
    }
    result.changes.push_back(change);
    return std::nullopt;
}

void reckon_anew(const CaseContext& context, const CaseState& state, const Command& command,
                 const Calendar* older, Recompute& result) {
    CaseContext before = context;
    before.calendar = older;
    const DueGround ground{.now = command.now,
                           .zone = context.calendar->zone(),
                           .reasoned = !trim(command.reason).empty()};
    // All of them are looked at; the first that is refused is the answer.
    const auto take = [&](const std::string& name, const TaskId& task, const Clock& clock,
                          const std::optional<Instant>& due) {
        std::optional<Finding> refusal = take_due(ground, name, task, clock, due, result);
        if (!refusal) {
            return;
        }
        result.changes.push_back({task, clock.due, due});
        if (!result.judgement.refusal) {
            result.judgement.refusal = std::move(refusal);
        }
    };
    for (const Task& task : state.tasks) {
        const TaskId id{context.sop->sop().steps()[task.step].key, task.number};
        const auto by = [&task](const CaseContext& calendar) {
            return task_due(calendar, task.step, task.clock.since, task.clock.stops);
        };
        const std::optional<Instant> due = by(context);
        if (older == nullptr || by(before) != due) {
            take(text(id), id, task.clock, due);
        }
    }
    const Service& service = state.service;
    if (service.accepted) {
        const auto by = [&service](const CaseContext& calendar) {
            return service_due(calendar, service, service.clock.since, service.clock.stops);
        };
        const std::optional<Instant> due = by(context);
        if (older == nullptr || by(before) != due) {
            take(state.id, {}, service.clock, due);
        }
    }
}

} // namespace tertib
