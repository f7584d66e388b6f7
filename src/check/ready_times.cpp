// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "check/ready_times.hpp"

#include <algorithm>

namespace tertib {

ReadyTimes::ReadyTimes(const VersionPlan& version)
    : version_(&version),
      last_(version.steps.size()),
      seen_(version.steps.size(), 0) {}

void ReadyTimes::begin(const CheckStamp& began) {
    began_ = began;
    if (++case_ == 0) { // after four thousand million cases
        std::ranges::fill(last_, Last{});
        case_ = 1;
    }
}

void ReadyTimes::completed(std::uint32_t step, const CheckStamp& when) {
    last_[step] = {.of_case = case_, .when = when};
}

void ReadyTimes::take(Latest& latest, const CheckStamp& when, const CheckStamp& until) noexcept {
    latest.last = std::max(latest.last, when.last);
    if (!until.known() || when.last <= until.first) {
        latest.sure = std::max(latest.sure, when.first);
    } else {
        latest.possible =
            latest.possible == no_instant ? when.first : std::min(latest.possible, when.first);
    }
}

ReadyTimes::Latest ReadyTimes::look_through(std::uint32_t step, const CheckStamp& until) {
    Latest latest;
    if (++walk_ == 0) {
        std::ranges::fill(seen_, 0U);
        walk_ = 1;
    }
    open_.assign(1, step);
    seen_[step] = walk_;
    while (!open_.empty()) {
        const std::uint32_t here = open_.back();
        open_.pop_back();
        from_start_ = from_start_ || version_->paths.from_start(here);
        for (const std::uint32_t source : version_->paths.sources(here)) {
            if (has_run_by(source, until)) {
                take(latest, last_[source].when, until);
            } else if (seen_[source] != walk_) {
                seen_[source] = walk_;
                open_.push_back(source);
            }
        }
    }
    return latest;
}

CheckStamp ReadyTimes::ready(std::uint32_t step, const CheckStamp& until) {
    Latest latest;
    from_start_ = version_->paths.from_start(step);
    bool all_ran = true;
    for (const std::uint32_t source : version_->paths.sources(step)) {
        if (has_run_by(source, until)) {
            take(latest, last_[source].when, until);
        } else if (!version_->paths.before(source).contains(step)) {
            all_ran = false; // else work comes back from it only after this step
        }
    }
    if (!all_ran) {
        latest = look_through(step, until);
    }
    if (latest.last == no_instant) {
        return from_start_ ? began_ : CheckStamp{};
    }
    CheckStamp from{.first = latest.sure == no_instant ? latest.possible : latest.sure,
                    .last = latest.last};
    if (until.known() && from.last > until.last) {
        from.last = std::max(from.first, until.last);
    }
    return from;
}

} // namespace tertib
