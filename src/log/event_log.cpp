// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/log/event_log.hpp"

#include <algorithm>

namespace tertib {

LogChunk EventLog::chunk(std::size_t index) const noexcept {
    return {.first_row = index << chunk_shift,
            .cases = cases_.chunk(index),
            .activities = activities_.chunk(index),
            .resources = resources_.chunk(index),
            .roles = roles_.chunk(index),
            .outcomes = outcomes_.chunk(index),
            .starts = starts_.chunk(index),
            .completes = completes_.chunk(index),
            .start_forms = start_forms_.chunk(index),
            .complete_forms = complete_forms_.chunk(index),
            .places = places_.chunk(index)};
}

LogEvent EventLog::row(std::size_t row) const noexcept {
    return {.case_code = cases_[row],
            .activity = activities_[row],
            .resource = resources_[row],
            .role = roles_[row],
            .outcome = outcomes_[row],
            .start = {starts_[row], start_forms_[row]},
            .complete = {completes_[row], complete_forms_[row]},
            .place = places_[row]};
}

const ExtraColumn* EventLog::column(std::string_view name, ColumnScope scope) const noexcept {
    const auto found = std::ranges::find_if(columns_, [&](const ExtraColumn& column) {
        return column.name() == name && column.scope() == scope;
    });
    return found == columns_.end() ? nullptr : &*found;
}

std::size_t EventLog::bytes() const noexcept {
    std::size_t sum = case_index_.bytes();
    for (const Chunked<Code>* codes :
         {&cases_, &activities_, &resources_, &roles_, &outcomes_, &places_}) {
        sum += codes->bytes();
    }
    for (const Dictionary* texts :
         {&case_texts_, &activity_texts_, &resource_texts_, &role_texts_, &outcome_texts_}) {
        sum += texts->bytes();
    }
    sum += starts_.bytes() + completes_.bytes() + start_forms_.bytes() + complete_forms_.bytes();
    for (const ExtraColumn& column : columns_) {
        sum += column.bytes();
    }
    return sum;
}

} // namespace tertib
