// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "plan/load.hpp"

#include "tertib/base/error.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>

namespace tertib {

namespace {

void add(Work& sum, Work more) {
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    if (more.time.count() > most - sum.time.count()) {
        throw Error(ErrorCode::limit, "the load of the visits is more than can be reckoned");
    }
    sum.time += more.time;
}

/// The places in the list of those whose time a visit takes.
std::vector<std::size_t> hands_of(const Step& step, std::size_t unknown) {
    std::vector<std::size_t> places;
    places.reserve(step.marks.size());
    for (const Mark& mark : step.marks) {
        places.push_back(static_cast<std::size_t>(mark.pelaksana));
    }
    std::ranges::sort(places);
    places.erase(std::ranges::unique(places).begin(), places.end());
    if (places.empty()) {
        places.push_back(unknown);
    }
    return places;
}

/// Whether a step's work is certainly that of each of its pelaksana, or of one of them.
enum class Share : std::uint8_t { alone, shared };

void add_visit(PlannedLoad& load, const PlannedVisit& visit, const Allowance* counted, Share share,
               const StepTimes& times) {
    ++load.visits;
    if (counted == nullptr) {
        ++load.open_visits;
    } else if (counted->form == AllowanceForm::working_time) {
        add(share == Share::alone ? load.alone : load.shared, counted->work);
    } else {
        add(load.allowed, times.between(visit.earliest_start, visit.earliest_finish));
    }
}

} // namespace

std::vector<PlannedLoad> planned_load(const PlannedRun& run, const StepTimes& times, Pace pace) {
    const Sop& sop = times.sop();
    const std::size_t columns = sop.pelaksana().size();
    std::vector<PlannedLoad> load(columns + 1);
    for (std::size_t i = 0; i < columns; ++i) {
        load[i].pelaksana = static_cast<PelaksanaIndex>(i);
        load[i].outside_office = sop.outside_office(static_cast<PelaksanaIndex>(i));
    }
    for (const PlannedVisit& visit : run.visits) {
        if (visit.skipped) {
            continue;
        }
        const Step& step = sop.steps()[visit.step];
        const std::vector<std::size_t> hands = hands_of(step, columns);
        const bool certain = hands.size() == 1 || step.participation == Participation::all;
        const Allowance* counted = times.counted(visit.step, pace, visit.earliest_start);
        for (const std::size_t hand : hands) {
            add_visit(load[hand], visit, counted, certain ? Share::alone : Share::shared, times);
        }
    }
    if (load.back().visits == 0) {
        load.pop_back();
    }
    return load;
}

} // namespace tertib
