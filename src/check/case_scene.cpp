// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "check/case_scene.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace tertib {
namespace {

/// When a row without any stamp happened, where others have some: at any time.
constexpr CheckStamp any_time{.first = INT64_MIN + 1, .last = INT64_MAX};

} // namespace

void CaseScene::look_at(const CheckRow& row) {
    for (const CheckStamp* stamp : {&row.start, &row.complete}) {
        if (!stamp->known()) {
            continue;
        }
        if (!earliest_.known() || stamp->first < earliest_.first) {
            earliest_ = *stamp;
            // A completion tells only that the case had begun before it.
            began_ = stamp == &row.start ? *stamp : CheckStamp{.last = stamp->last};
        }
        last_instant_ = std::max(last_instant_, stamp->last);
    }
}

void CaseScene::arrange(const CheckCase& given) {
    given_ = &given;
    began_ = earliest_ = last_completion_ = CheckStamp{};
    last_instant_ = no_instant;
    order_.resize(given.rows.size());
    keys_.resize(given.rows.size());
    std::int64_t key = INT64_MIN;
    bool sorted = true;
    for (std::size_t i = 0; i < given.rows.size(); ++i) {
        const CheckRow& row = given.rows[i];
        look_at(row);
        const std::int64_t own = row.complete.known() ? row.complete.first
                                 : row.start.known()  ? row.start.first
                                                      : key;
        sorted = sorted && own >= key;
        key = own;
        keys_[i] = key;
        order_[i] = static_cast<std::uint32_t>(i);
    }
    if (!sorted) {
        std::ranges::sort(order_, {}, [this](std::uint32_t i) { return std::pair(keys_[i], i); });
    }
}

void CaseScene::take_steps(const VersionPlan& version) {
    steps_.resize(order_.size());
    runs_.clear();
    places_.clear();
    known_ = OrderKnown::exact;
    any_only_begun_ = false;
    const bool stamped = earliest_.known();
    std::int64_t before = INT64_MIN;
    for (std::size_t place = 0; place < order_.size(); ++place) {
        const CheckRow& each = row(place);
        const std::uint32_t step = version.step_of(each.activity);
        steps_[place] = step;
        if (step == no_step) {
            continue;
        }
        if (only_begun(each)) {
            any_only_begun_ = true;
            continue;
        }
        const StepRule& rule = version.steps[step];
        const std::uint32_t exit = each.outcome < rule.exit_of_outcome.size()
                                       ? rule.exit_of_outcome[each.outcome]
                                       : Run::no_exit;
        CheckStamp when = each.complete;
        if (!when.known()) {
            // Where nothing has a stamp, the order of the log is all there is.
            const auto number = static_cast<std::int64_t>(place);
            when = stamped ? any_time : CheckStamp{.first = number, .last = number};
        } else if (when.last > last_completion_.last || !last_completion_.known()) {
            last_completion_ = when;
        }
        if (!when.exact() || when.first < before) {
            known_ = OrderKnown::coarse;
        } else if (when.first == before && known_ == OrderKnown::exact) {
            known_ = OrderKnown::ties;
        }
        before = when.last;
        runs_.push_back({.run = {.step = step, .exit = exit}, .when = when});
        places_.push_back(static_cast<std::uint32_t>(place));
    }
    if (known_ == OrderKnown::coarse) {
        sort();
    }
}

/// By first instant, also those without a stamp.
void CaseScene::sort() {
    std::vector<std::uint32_t> order(runs_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, {},
                      [this](std::uint32_t i) { return std::pair(runs_[i].when.first, i); });
    std::vector<FlowRun> runs;
    std::vector<std::uint32_t> places;
    for (const std::uint32_t i : order) {
        runs.push_back(runs_[i]);
        places.push_back(places_[i]);
    }
    runs_ = std::move(runs);
    places_ = std::move(places);
}

} // namespace tertib
