// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "store/readings.hpp"

#include "tertib/base/text.hpp"

#include <algorithm>
#include <string>

namespace tertib {

namespace {

void visit_case(Transaction& transaction, std::string_view id,
                const std::function<void(const StoredEvent&)>& visit) {
    for (std::uint64_t from = 1; from != 0;) {
        const std::vector<StoredEvent> events = transaction.events(id, from, rows_at_once);
        std::ranges::for_each(events, visit);
        from = events.size() == rows_at_once ? events.back().number + 1 : 0;
    }
}

} // namespace

std::vector<WorkRow> worklist_of(Transaction& transaction, std::string_view pelaksana,
                                 std::size_t limit, const std::optional<WorkRow>& after) {
    const WorkRow from = after.value_or(
        WorkRow{.post = fold(pelaksana), .due = Instant::min(), .case_id = {}, .task = {}});
    return transaction.worklist(from, limit);
}

std::optional<Instant> first_due(Transaction& transaction) {
    const std::vector<DeadlineRow> first = transaction.deadlines(Instant::max(), 1);
    return first.empty() ? std::nullopt : std::optional(first.front().missed_from);
}

void visit_events(Transaction& transaction, std::string_view case_id,
                  const std::function<void(const StoredEvent&)>& visit) {
    if (!case_id.empty()) {
        visit_case(transaction, case_id, visit);
        return;
    }
    visit_case(transaction, office_id, visit);
    std::string last;
    for (bool more = true; more;) {
        const std::vector<CaseRow> rows = transaction.cases(last, rows_at_once);
        for (const CaseRow& row : rows) {
            visit_case(transaction, row.id, visit);
            last = row.id;
        }
        more = rows.size() == rows_at_once;
    }
}

} // namespace tertib
