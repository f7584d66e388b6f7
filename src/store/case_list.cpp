// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/case_list.hpp"

#include "tertib/base/error.hpp"

#include <algorithm>
#include <utility>

namespace tertib {
namespace {

/// The earlier of a deadline and the clock's, if it runs.
[[nodiscard]] std::optional<Instant> earlier(std::optional<Instant> other, const Clock& clock) {
    const std::optional<Instant>& due = clock.due;
    return due && !clock.stopped_since ? std::min(other.value_or(*due), *due) : other;
}

CaseItem item_of(Store& store, CaseState state) {
    const auto ready = store.sop(state.sop_digest);
    CaseItem item;
    item.nama = ready->sop().identity().nama;
    item.zone = store.calendar(state.calendar_digest)->zone();
    const bool running = state.status == CaseStatus::running;
    for (const Task& task : state.tasks) {
        item.open.push_back({ready->sop().steps()[task.step].key, task.number});
        item.overdue = item.overdue || task.clock.overdue;
        if (running) {
            item.due = earlier(item.due, task.clock);
        }
    }
    item.overdue = item.overdue || state.service.clock.overdue;
    if (running && state.service.accepted) {
        item.due = earlier(item.due, state.service.clock);
    }
    item.row = {.id = std::move(state.id),
                .status = state.status,
                .sop_digest = std::move(state.sop_digest),
                .started = state.started,
                .recorded = state.recorded,
                .events = state.events,
                .result = std::move(state.result)};
    return item;
}

} // namespace

CaseList list_cases(Store& store, std::string_view after, std::size_t limit) {
    if (limit == 0) {
        throw Error(ErrorCode::argument, "a page of a list has at least one row, not 0");
    }
    CaseList list;
    const std::vector<CaseRow> rows = store.cases(after, limit);
    list.items.reserve(rows.size());
    for (const CaseRow& row : rows) {
        if (std::optional<CaseState> state = store.find_case(row.id)) {
            list.items.push_back(item_of(store, *std::move(state)));
        }
    }
    if (rows.size() == limit && !store.cases(rows.back().id, 1).empty()) {
        list.after = rows.back().id;
    }
    return list;
}

} // namespace tertib
