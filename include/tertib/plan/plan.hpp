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
///
/// An outcome *sends back* if it can't reach an end without going back (Order::back_edges): "Tidak"
/// to an earlier row, or to a row of repairs that leads there. All others lead *forward*. In one
/// run a decision that is met again takes the same outcome again, sending back aside.
enum class RunKind : std::uint8_t {
    /// Lower bounds of ranges, optional steps left out, nothing sent back, and of the outcomes
    /// forward those that finish earliest.
    best,
    /// Upper bounds, optional steps done, nothing sent back; each decision goes on to the next row
    /// (else its first way forward).
    main,
    /// Upper bounds, optional steps done, and of the outcomes forward those that finish latest.
    /// Each time the work comes to a decision, each of its outcomes that send back is taken
    /// `rounds` times before it goes forward; so a loop within a loop has (rounds + 1)² turns.
    worst,
};

/// An outcome that a decision is to have; the flow's outcome text, compared after folding ("" for
/// a flow without one). Several of one decision are those of its first visit, its second and so on;
/// after them it keeps to the last one, unless that sends back: then it goes forward. A decision
/// with a given outcome sends nothing else back.
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
    std::size_t max_tried_visits = 4'000'000; ///< steps of all combinations tried
};

/// When one step is worked on in one run. A step of a loop has several visits.
///
/// A waktu in days takes up what is lost before it on the same day: a step before it can have slack
/// though the run waits for it. So `critical` and PlannedRun::critical_path differ.
struct PlannedVisit {
    std::size_t step = 0;    ///< place in Sop::steps()
    std::uint32_t round = 0; ///< 0 for the first visit, then 1, 2 …
    Instant earliest_start{};
    Instant earliest_finish{}; ///< the deadline of its waktu from there; the start if it is open
    Instant latest_start{};    ///< later, and the whole run finishes later
    Instant latest_finish{};
    Work slack{};          ///< working time between earliest and latest start
    bool critical = false; ///< no slack: started later in working time, the run finishes later
    bool open = false;     ///< its waktu names no time: reckoned as none, openly
    bool skipped = false;  ///< an optional step that this run leaves out
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
    Work work{}; ///< working time from the start to the finish
    /// What the finish waited for: places in `visits`, from the first to the last.
    std::vector<std::size_t> critical_path;
    /// Work is left that can't go on (the flow isn't sound): planned as far as it goes.
    bool stuck = false;

    friend bool operator==(const PlannedRun&, const PlannedRun&) = default;
};

/// How much of an office's time one case takes of each pelaksana, in the main run and the worst.
/// The minutes of a waktu in Menit or Jam are work; a waktu in days only allows so much time, so
/// its working time is told apart. Every visit counts; steps left out don't.
struct PlannedLoad {
    std::optional<PelaksanaIndex> pelaksana; ///< nothing: steps whose pelaksana isn't known
    bool outside_office = false;             ///< its time is not the office's
    Work alone{};                            ///< steps that are theirs alone, or that each must do
    Work shared{};  ///< steps that one of several may do: any of them, so not certainly theirs
    Work allowed{}; ///< steps whose waktu is in days: working time at most
    std::size_t open_visits = 0; ///< of steps whose waktu names no time
    std::size_t visits = 0;

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
    /// Every combination of outcomes forward was reckoned. If not, best and worst are the best and worst
    /// of those tried, and a finding (PLAN-NOT-EVERY-OUTCOME) says so.
    bool every_outcome = true;
    std::vector<std::string> open_steps; ///< keys of steps whose waktu names no time
    /// Keys of the decisions that the worst run comes to and that send back `rounds` times.
    std::vector<std::string> repeating;
    std::vector<std::string> unreached;  ///< keys of steps that none of the runs takes
    std::vector<PlannedLoad> load;       ///< of the main run: each column in order, then unknown
    std::vector<PlannedLoad> worst_load; ///< of the worst
    /// When the total that the document states would end; nothing if it states none that ends.
    std::optional<Instant> stated_finish;
    std::vector<Finding> findings;

    friend bool operator==(const Plan&, const Plan&) = default;
};

/// Plans one case of the SOP that starts at `start`. Throws Error(argument) for an outcome or a
/// step that isn't there, "per berkas" without items, a start or a deadline outside the calendar's
/// days, or a calendar that never works; Error(limit) past max_visits. A flow that can't come to an
/// end (see graph/soundness.hpp) is planned as far as it goes, with a finding.
///
/// Runs are reckoned exactly, each visit by the calendar. That best and worst are the earliest and
/// the latest rests on deadlines that don't come earlier for a later start; a waktu that adds
/// minutes to days is no such (its place in the day depends on the start's day).
[[nodiscard]] Plan make_plan(const Sop& sop, const Calendar& calendar, Instant start,
                             const PlanOptions& options = {});

/// "best", "main", "worst"
[[nodiscard]] std::string_view name(RunKind kind) noexcept;

} // namespace tertib
