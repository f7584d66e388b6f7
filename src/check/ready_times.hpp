// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/plan_data.hpp"
#include "tertib/check/check_row.hpp"

#include <cstdint>
#include <vector>

namespace tertib {

/// When each step of a case became ready: when the last of the steps from which its work comes was
/// completed, or, where none is before it, when the case began. Steps that didn't run are looked
/// through. Used again for case after case of one version; borrows it.
class ReadyTimes {
public:
    explicit ReadyTimes(const VersionPlan& version);

    void begin(const CheckStamp& began);
    void completed(std::uint32_t step, const CheckStamp& when);
    [[nodiscard]] bool has_run(std::uint32_t step) const noexcept {
        return last_[step].of_case == case_;
    }
    /// For a run that was completed, or is looked at, then. Its first instant may be unknown.
    [[nodiscard]] CheckStamp ready(std::uint32_t step, const CheckStamp& until);

private:
    /// What surely came only afterwards didn't make it ready.
    [[nodiscard]] bool has_run_by(std::uint32_t step, const CheckStamp& until) const noexcept {
        return has_run(step) && (!until.known() || last_[step].when.first <= until.last);
    }
    struct Last {
        std::uint32_t of_case = 0;
        CheckStamp when;
    };
    /// What the sources that ran say together.
    struct Latest {
        std::int64_t sure = no_instant;     ///< the latest first instant of those surely before
        std::int64_t possible = no_instant; ///< the earliest first instant of the others
        std::int64_t last = no_instant;
    };
    static void take(Latest& latest, const CheckStamp& when, const CheckStamp& until) noexcept;
    [[nodiscard]] Latest look_through(std::uint32_t step, const CheckStamp& until);

    const VersionPlan* version_;
    std::vector<Last> last_; ///< by step
    std::uint32_t case_ = 0;
    CheckStamp began_;
    bool from_start_ = false;
    std::vector<std::uint32_t> seen_; ///< by step, the number of the walk
    std::uint32_t walk_ = 0;
    std::vector<std::uint32_t> open_;
};

} // namespace tertib
