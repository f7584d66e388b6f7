// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/finding.hpp"
#include "tertib/model/sop.hpp"
#include "tertib/plan/plan.hpp"
#include "tertib/time/allowance.hpp"
#include "tertib/time/calendar.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace tertib {

/// How the steps of a run take their time.
enum class Pace : std::uint8_t {
    shortest, ///< lower bounds, optional steps left out
    full,     ///< upper bounds, every step
};

/// The waktu of every step made ready to reckon with, once for all runs.
///
/// Borrows the calendar and the Sop, which must outlive it. Immutable; read it from any thread.
class StepTimes {
public:
    /// Throws Error(argument) as make_plan() does, naming the step.
    StepTimes(const Sop& sop, const Calendar& calendar, std::span<const GivenItems> items);

    [[nodiscard]] const Calendar& calendar() const noexcept { return *calendar_; }
    [[nodiscard]] const Sop& sop() const noexcept { return *sop_; }

    /// When the step is due if it starts then; the start itself if its waktu is open or the step
    /// is left out. Never before the start. Throws Error(argument) beyond the calendar's days.
    [[nodiscard]] Instant finish(std::size_t step, Pace pace, Instant start) const;

    /// The latest moment, not before `start`, from which the step is due by `until`; the step must
    /// be due by then from `start`.
    [[nodiscard]] Instant latest_start(std::size_t step, Pace pace, Instant start,
                                       Instant until) const;

    /// The alternative that decides when the step ends: the later one. nullptr if it has none.
    [[nodiscard]] const Allowance* counted(std::size_t step, Pace pace, Instant start) const;

    [[nodiscard]] bool open(std::size_t step) const { return upper_[step].empty(); }
    [[nodiscard]] bool skipped(std::size_t step, Pace pace) const {
        return pace == Pace::shortest && sop_->steps()[step].optional.has_value();
    }
    /// No waktu adds minutes to days: a later start is never due earlier.
    [[nodiscard]] bool monotone() const noexcept { return monotone_; }
    /// What was noticed of the steps' waktu.
    [[nodiscard]] const std::vector<Finding>& findings() const noexcept { return findings_; }

    /// The moment itself if the office works then or closes, else the one when it last closed.
    [[nodiscard]] Instant in_hours(Instant instant) const;
    /// Working time between two moments of the calendar's days.
    [[nodiscard]] Work between(Instant from, Instant until) const;

private:
    using Alternatives = std::vector<Allowance>;

    void read_step(std::size_t step, std::span<const GivenItems> items);
    [[nodiscard]] const Alternatives& alternatives(std::size_t step, Pace pace) const {
        return pace == Pace::shortest ? lower_[step] : upper_[step];
    }
    [[nodiscard]] Instant due_or_throw(std::size_t step, const Allowance& allowance,
                                       Instant start) const;

    const Sop* sop_;
    const Calendar* calendar_;
    std::vector<Alternatives> upper_; ///< by step
    std::vector<Alternatives> lower_;
    bool monotone_ = true;
    std::vector<Finding> findings_;
};

} // namespace tertib
