// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/catalogue.hpp"
#include "tertib/model/sop.hpp"
#include "tertib/run/event.hpp"
#include "tertib/store/store.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tertib {

/// How often a step was come to, completed and left out, over all cases.
struct StepCoverage {
    std::string step;
    std::uint64_t arrivals = 0;
    std::uint64_t completions = 0;
    std::uint64_t skips = 0;

    friend bool operator==(const StepCoverage&, const StepCoverage&) = default;
};

/// How often a flow was taken as it is drawn. Work that was returned, or went where no flow leads,
/// took none.
struct FlowCoverage {
    std::string from;
    std::string to;
    std::optional<std::string> outcome;
    std::uint64_t times = 0;

    friend bool operator==(const FlowCoverage&, const FlowCoverage&) = default;
};

/// What of an Sop the cases of a test run have tried: a step is covered once it was completed, a
/// flow once it was taken. A plain value; its JSON is "tertib.coverage/1".
///
///     Coverage all = coverage_of(sop, store);
///     all = merged(all, coverage_of(sop, another_store));
///     std::cout << text(all, Language::en);
///     assert(all.percent() == 100);
struct Coverage {
    std::string sop_digest;
    std::uint64_t cases = 0;
    std::vector<StepCoverage> steps; ///< every step, in the order of the document
    std::vector<FlowCoverage> flows; ///< every flow that work takes, in the Sop's order

    /// How many of all steps and flows are covered, rounded down: 100 only if all are.
    [[nodiscard]] unsigned percent() const noexcept;
    /// Keys of the steps that were never completed, and the flows that were never taken, as
    /// "2 → 3 [Setuju]".
    [[nodiscard]] std::vector<std::string> steps_never() const;
    [[nodiscard]] std::vector<std::string> flows_never() const;

    friend bool operator==(const Coverage&, const Coverage&) = default;
};

/// Of all cases in the store that run by the Sop. Throws Error(argument) for an Sop that can't be
/// run.
[[nodiscard]] Coverage coverage_of(const Sop& sop, Store& store);
/// Of one case, from its events, the first one first; nothing if it runs by another Sop.
[[nodiscard]] Coverage coverage_of(const Sop& sop, std::span<const Event> events);

/// Both together. Throws Error(argument) where they are of different Sops.
[[nodiscard]] Coverage merged(Coverage one, const Coverage& other);

/// A few lines for people: how much, and what was never tried.
[[nodiscard]] std::string text(const Coverage& coverage, Language language);

} // namespace tertib
