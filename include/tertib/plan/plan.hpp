// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/finding.hpp"
#include "tertib/graph/step_graph.hpp"
#include "tertib/model/sop.hpp"
#include "tertib/time/calendar.hpp"
#include "tertib/time/deadline.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// Which run of an SOP is meant.
///
/// A document says which outcomes a decision has, not how often each comes: no run is more likely
/// than another as far as it tells. `main` is the run that the form itself shows first.
enum class RunKind : std::uint8_t {
    best,  ///< lower bounds of ranges, the outcomes that finish earliest, no loop taken again
    main,  ///< upper bounds; each decision goes on to the next row (else its first way forward)
    worst, ///< upper bounds, the outcomes that finish latest, every loop taken `rounds` times more
};

/// An outcome that a decision is to have; the flow's outcome text, compared after folding.
struct GivenOutcome {
    std::string step; ///< key of the decision
    std::string outcome;

    friend bool operator==(const GivenOutcome&, const GivenOutcome&) = default;
};

/// How many items a step has to do ("15 Menit per berkas").
struct GivenItems {
    std::string step; ///< key; "" for every step
    std::int64_t items = 1;

    friend bool operator==(const GivenItems&, const GivenItems&) = default;
};

struct PlanOptions {
    std::vector<GivenOutcome> outcomes;
    std::vector<GivenItems> items;
    std::uint32_t rounds = 1;         ///< how often the worst run takes each loop again
    std::size_t max_runs = 4'096;     ///< combinations of outcomes tried; see Plan::every_outcome
    std::size_t max_visits = 100'000; ///< steps that one run may take in all
};

/// When one step is worked on in one run. A step of a loop has several visits.
struct PlannedVisit {
    std::size_t step = 0;    ///< place in Sop::steps()
    std::uint32_t round = 0; ///< 0 for the first visit, then 1, 2 …
    Instant earliest_start{};
    Instant earliest_finish{}; ///< the deadline of its waktu from there; the start if it is open
    Instant latest_start{};    ///< later, and the whole run finishes later
    Instant latest_finish{};
    Work slack{};                          ///< working time between earliest and latest start
    bool critical = false;                 ///< on a way that decides when the run finishes
    bool open = false;                     ///< its waktu names no time: reckoned as none, openly
    std::optional<std::string> outcome;    ///< the one that this run takes here
    std::optional<std::size_t> waited_for; ///< place in PlannedRun::visits of what it followed last

    friend bool operator==(const PlannedVisit&, const PlannedVisit&) = default;
};

/// One run from the start to its end, in the order of earliest starts.
struct PlannedRun {
    RunKind kind = RunKind::main;
    std::vector<PlannedVisit> visits;
    std::vector<GivenOutcome> outcomes; ///< of each decision met, in the order met
    Instant finish{};
    Work work{};                            ///< working time from the start to the finish
    std::vector<std::size_t> critical_path; ///< places in `visits`, from the first to the last

    friend bool operator==(const PlannedRun&, const PlannedRun&) = default;
};

/// How much of an office's time one case takes of each pelaksana, in the main run and the worst.
/// The minutes of a waktu in Menit or Jam are work; a waktu in days only allows so much time, so
/// its working time is told apart.
struct PlannedLoad {
    std::optional<PelaksanaIndex> pelaksana; ///< nothing: steps whose pelaksana isn't known
    bool outside_office = false;             ///< its time is not the office's
    Work alone{};                            ///< steps that are theirs alone, or that each must do
    Work shared{};  ///< steps that one of several may do: any of them, so not certainly theirs
    Work allowed{}; ///< steps whose waktu is in days: working time at most
    std::size_t open_steps = 0; ///< steps whose waktu names no time
    std::size_t steps = 0;

    friend bool operator==(const PlannedLoad&, const PlannedLoad&) = default;
};

/// An SOP laid over an office's calendar.
///
///     Plan plan = make_plan(sop, office, *start);
///     text(plan.worst.finish, office.zone());          // for the applicant: at the latest
///
/// A value without references; read it from any thread.
struct Plan {
    Instant start{};
    std::string calendar; ///< Calendar::label()
    std::string calendar_version;
    std::string calendar_digest;
    Zone zone;
    std::uint32_t rounds = 0;
    PlannedRun best;
    PlannedRun main;
    PlannedRun worst;
    /// Every combination of outcomes was reckoned. If not, best and worst are the best and worst
    /// of those tried, and a finding (PLAN-NOT-EVERY-OUTCOME) says so.
    bool every_outcome = true;
    std::vector<std::string> open_steps; ///< keys of steps whose waktu names no time
    std::vector<std::string> unreached;  ///< keys of steps that none of the runs takes
    std::vector<PlannedLoad> load;       ///< of the main run, in the order of the columns
    std::vector<Finding> findings;

    friend bool operator==(const Plan&, const Plan&) = default;
};

/// Plans one case of the SOP that starts at `start`. Throws Error(argument) for an outcome or a
/// step that isn't there, "per berkas" without items, a start outside the calendar's days, or a
/// calendar that never works; Error(limit) past max_visits. A flow that can't come to an end
/// (see graph/soundness.hpp) is planned as far as it goes, with a finding.
[[nodiscard]] Plan make_plan(const Sop& sop, const Calendar& calendar, Instant start,
                             const PlanOptions& options = {});

/// "best", "main", "worst"
[[nodiscard]] std::string_view name(RunKind kind) noexcept;

} // namespace tertib
