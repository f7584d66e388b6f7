// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/revision.hpp"

#include "run/same_text.hpp"
#include "tertib/base/error.hpp"

#include <algorithm>
#include <utility>

namespace tertib {

namespace {

[[nodiscard]] RevisedTask revised_task(const Step& step, const Sop& revised, const Task& task) {
    RevisedTask there{.task = {step.key, task.number}, .fate = StepFate::gone, .step = {}};
    const auto same = [&](const Step& other) { return same_text(other.uraian, step.uraian); };
    if (const Step* by_key = revised.step(step.key)) {
        there.fate = same(*by_key) ? StepFate::same : StepFate::reworded;
        there.step = step.key;
    }
    if (there.fate == StepFate::same) {
        return there;
    }
    const auto elsewhere = std::ranges::find_if(revised.steps(), same);
    if (elsewhere != revised.steps().end() && !step.uraian.empty()) {
        there.fate = StepFate::moved;
        there.step = elsewhere->key;
    }
    return there;
}

} // namespace

RevisedCase revise(const Sop& old, const Sop& revised, const CaseState& state) {
    if (state.sop_digest != old.digest()) {
        throw Error(ErrorCode::argument,
                    "the case runs by the Sop " + state.sop_digest + ", not the one given");
    }
    RevisedCase touched{.case_id = state.id, .status = state.status, .tasks = {}};
    for (const Task& task : state.tasks) {
        if (task.step >= old.steps().size()) {
            throw Error(ErrorCode::argument, "the case has a task at a step that its Sop lacks");
        }
        touched.tasks.push_back(revised_task(old.steps()[task.step], revised, task));
    }
    return touched;
}

std::vector<Finding> no_longer_fits(const Sop& old, const Sop& revised, const Overlay& overlay) {
    const std::vector<Finding> before = apply_overlay(old, overlay).findings;
    std::vector<Finding> now = apply_overlay(revised, overlay).findings;
    // What is known instead of an unknown pelaksana is another list in each.
    const auto told = [](const Finding& a, const Finding& b) {
        const bool unknown = a.code == "OVERLAY-UNKNOWN-PELAKSANA" && a.code == b.code;
        return unknown ? a.where == b.where && a.arguments.front() == b.arguments.front() : a == b;
    };
    std::erase_if(now, [&](const Finding& each) {
        return std::ranges::any_of(before,
                                   [&](const Finding& old_one) { return told(each, old_one); });
    });
    return now;
}

std::string_view name(StepFate fate) noexcept {
    switch (fate) {
    case StepFate::same: return "same";
    case StepFate::reworded: return "reworded";
    case StepFate::moved: return "moved";
    case StepFate::gone: return "gone";
    }
    return "";
}

} // namespace tertib
