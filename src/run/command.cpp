// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/command.hpp"

#include <array>

namespace tertib {

std::string_view verb(const Action& action) noexcept {
    // In the order of Action's alternatives.
    constexpr std::array<std::string_view, std::variant_size_v<Action>> verbs{
        "start",   "accept", "claim",    "release", "complete",  "return",
        "wait",    "resume", "reassign", "skip",    "annotate",  "attach",
        "suspend", "cancel", "reopen",   "erase",   "recompute", "migrate"};
    return action.valueless_by_exception() ? "" : verbs[action.index()];
}

std::string_view name(WaitScope scope) noexcept {
    switch (scope) {
    case WaitScope::task: return "task";
    case WaitScope::task_and_service: return "task_and_service";
    }
    return "";
}

std::string_view name(ResumeWith with) noexcept {
    switch (with) {
    case ResumeWith::rest: return "rest";
    case ResumeWith::whole: return "whole";
    }
    return "";
}

std::string_view name(WorkDone work) noexcept {
    switch (work) {
    case WorkDone::kept: return "kept";
    case WorkDone::discarded: return "discarded";
    }
    return "";
}

} // namespace tertib
