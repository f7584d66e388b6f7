// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/calendar_editions.hpp"
#include "check/flow_moves.hpp"
#include "check/step_paths.hpp"
#include "check/version_period.hpp"
#include "tertib/check/check_plan.hpp"
#include "tertib/graph/step_graph.hpp"
#include "tertib/time/allowance.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <utility>
#include <vector>

namespace tertib {

/// A waktu made ready for lateness. Several alternatives: the later counts.
struct TimeAllowed {
    enum class Kind : std::uint8_t {
        none, ///< it names no time
        known,
        per_item, ///< so much for each of an unknown number
        beyond,   ///< more than is reckoned with
    };
    Kind kind = Kind::none;
    std::vector<Allowance> alternatives;
};

/// A kelengkapan or produk of a step: the bit that speaks of it, or none.
struct DocumentBit {
    std::uint32_t item = 0; ///< place in the step's list
    std::uint64_t mask = 0; ///< 0: no column
};

/// What the checks ask of one step.
struct StepRule {
    bool outside = false;    ///< all of its pelaksana are outside the office
    bool unassigned = false; ///< nobody knows whose step it is
    TimeAllowed allowed;
    std::vector<DocumentBit> kelengkapan;
    std::vector<DocumentBit> produk;
    /// By code of the outcome: the flow that it takes, or Run::no_exit. Empty for an activity.
    std::vector<std::uint32_t> exit_of_outcome;
};

/// One version, ready. Its graph borrows the Sop, the moves borrow the graph: never copied.
struct VersionPlan {
    VersionPlan(CheckVersion given, const CheckTexts& texts, const CheckOptions& options);
    VersionPlan(const VersionPlan&) = delete;
    VersionPlan& operator=(const VersionPlan&) = delete;
    VersionPlan(VersionPlan&&) = delete;
    VersionPlan& operator=(VersionPlan&&) = delete;
    ~VersionPlan() = default;

    [[nodiscard]] std::uint32_t step_of(std::uint32_t activity) const noexcept {
        return activity < step_of_activity.size() ? step_of_activity[activity] : no_step;
    }

    std::shared_ptr<const Sop> sop;
    StepGraph graph;
    StepPaths paths;
    FlowMoves moves;
    bool sound = true; ///< not known to be unsound
    CheckVerdict signed_verdict = CheckVerdict::satisfied;
    TimeAllowed whole; ///< the service deadline, or the SOP's stated total
    std::vector<std::uint32_t> step_of_activity;
    std::vector<StepRule> steps;
    std::vector<StepSet> four_eyes;
};

struct CheckPlan::Data {
    Data(std::vector<CheckVersion> given, const Calendar& calendar, const Roster& posts,
         CheckTexts log_texts, CheckOptions wanted);

    CheckOptions options;
    CheckTexts texts;
    Roster roster;
    CalendarEditions editions;
    std::vector<std::unique_ptr<const VersionPlan>> versions;
    VersionPeriods periods;
    /// By check: the waivers for it, by place in the options.
    std::vector<std::vector<std::uint32_t>> waivers;
    std::vector<std::vector<StepSet>> waived_steps; ///< by waiver and version: its steps
};

} // namespace tertib
