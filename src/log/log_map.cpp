// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/log/log_map.hpp"

#include <utility>

namespace tertib {

Roster roster_of(const LogMap& map) {
    std::vector<PostHolding> holdings;
    holdings.reserve(map.people.size());
    for (const MappedPerson& person : map.people) {
        if (person.pelaksana.empty()) {
            continue;
        }
        holdings.push_back({.person = person.person,
                            .pelaksana = person.pelaksana,
                            .kind = person.kind,
                            .from = person.from.value_or(first_day),
                            .until = person.until,
                            .surat = person.surat});
    }
    return Roster(std::move(holdings));
}

std::string_view name(DateOrder order) noexcept {
    switch (order) {
    case DateOrder::day_first: return "day-month";
    case DateOrder::month_first: return "month-day";
    }
    return "";
}

} // namespace tertib
