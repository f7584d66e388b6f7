// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/tiny_sop.hpp"
#include "tertib/plan/plan.hpp"
#include "tertib/time/waktu.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

// Small SOPs with waktu, on an office whose days can be reckoned in the head.

namespace tertib::test {

/// Monday to Friday, 08:00–12:00 and 13:00–17:00, WIB; days off as given.
inline Calendar eight_hours(const std::vector<std::string>& off = {}) {
    CalendarDraft draft;
    draft.name = "delapan";
    draft.version = "1";
    draft.zone = wib();
    for (int year = 1970; year <= 2200; ++year) {
        draft.years.push_back({.year = year});
    }
    CalendarFact hours;
    hours.kind = CalendarFactKind::hours;
    hours.first = first_day;
    for (std::size_t weekday = 0; weekday < 5; ++weekday) {
        hours.hours[weekday] = {{480, 720}, {780, 1020}};
    }
    draft.facts.push_back(hours);
    for (const std::string& day : off) {
        CalendarFact libur;
        libur.layer = CalendarLayer::unit;
        libur.first = read_day(day).value();
        libur.last = libur.first;
        libur.name = "Libur kantor";
        draft.facts.push_back(libur);
    }
    return Calendar(draft);
}

/// An SOP with one step for each waktu and the flows of tiny_sop().
inline SopParts timed_parts(const std::vector<std::string>& waktu, std::string_view flows) {
    SopParts parts = tiny_parts(waktu.size(), flows);
    for (std::size_t i = 0; i < waktu.size(); ++i) {
        parts.steps[i].waktu = read_waktu(waktu[i]).waktu;
    }
    return parts;
}

inline Sop timed_sop(const std::vector<std::string>& waktu, std::string_view flows) {
    return Sop(timed_parts(waktu, flows));
}

inline Instant moment(std::string_view text) {
    return read_stamp(text, wib()).value().earliest;
}

/// "2025-05-05 08:00": to the minute, WIB.
inline std::string clock(Instant instant) {
    std::string shown = text(instant, wib()).substr(0, 16);
    shown[10] = ' ';
    return shown;
}

/// 5 May 2025 is a Monday.
inline Plan plan_of(const Sop& sop, const PlanOptions& options = {},
                    std::string_view start = "2025-05-05T08:00") {
    return make_plan(sop, eight_hours(), moment(start), options);
}

/// "1 2 1#1 2#1 3": the steps visited, the round where it isn't the first.
inline std::string visited(const PlannedRun& run, const Sop& sop) {
    std::string list;
    for (const PlannedVisit& visit : run.visits) {
        list += (list.empty() ? "" : " ") + sop.steps()[visit.step].key;
        list += visit.round == 0 ? "" : "#" + std::to_string(visit.round);
    }
    return list;
}

inline std::string critical_steps(const PlannedRun& run, const Sop& sop) {
    std::string list;
    for (const std::size_t place : run.critical_path) {
        list += (list.empty() ? "" : " ") + sop.steps()[run.visits[place].step].key;
    }
    return list;
}

inline const Finding* found(const Plan& plan, std::string_view code) {
    const auto at = std::ranges::find(plan.findings, code, &Finding::code);
    return at == plan.findings.end() ? nullptr : &*at;
}

inline std::string argument(const Finding& finding, std::string_view name) {
    const auto at = std::ranges::find(finding.arguments, name, &Argument::name);
    return at == finding.arguments.end() ? "" : at->value;
}

} // namespace tertib::test
