// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/finding.hpp"
#include "tertib/model/overlay.hpp"
#include "tertib/model/sop.hpp"
#include "tertib/run/case_state.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What a revision touches, to be looked at before a version of an SOP takes another one's place:
/// running cases stay with the version that they began by, but people will be asked where they
/// would stand in the new one, and an overlay that was made for the old one may not fit it.
///
///     for (const RevisedCase& each : store.revised_cases(old_digest, revised, "", 1'000)) …
///     for (const Finding& each : no_longer_fits(old_sop, revised, overlay)) …
///
/// Pure functions on plain values, for use from any thread.
namespace tertib {

/// What became of a step. Texts are compared folded.
enum class StepFate : std::uint8_t {
    same,     ///< the same key, the same uraian
    reworded, ///< the same key, another uraian: maybe another work
    moved,    ///< the same uraian under another key
    gone,     ///< neither
};

/// An open task, and its step in the other version.
struct RevisedTask {
    TaskId task;
    StepFate fate = StepFate::gone;
    std::string step; ///< its key there, "" if it is gone

    friend bool operator==(const RevisedTask&, const RevisedTask&) = default;
};

/// A case that hasn't ended, with all of its open tasks.
struct RevisedCase {
    std::string case_id;
    CaseStatus status = CaseStatus::none;
    std::vector<RevisedTask> tasks;

    friend bool operator==(const RevisedCase&, const RevisedCase&) = default;
};

/// Where a case of the old version would stand in the other one. Throws Error(argument) for a state
/// of another Sop.
[[nodiscard]] RevisedCase revise(const Sop& old, const Sop& revised, const CaseState& state);

/// What apply_overlay() finds about the overlay with the other version, and didn't find with the
/// old one: steps, pelaksana and flows that it speaks of in vain, and (where the overlay names the
/// digest that it was made for) which parts have changed.
[[nodiscard]] std::vector<Finding> no_longer_fits(const Sop& old, const Sop& revised,
                                                  const Overlay& overlay);

/// The names used in JSON: "same", "reworded", "moved", "gone".
[[nodiscard]] std::string_view name(StepFate fate) noexcept;

} // namespace tertib
