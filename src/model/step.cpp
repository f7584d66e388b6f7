// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/model/step.hpp"

namespace tertib {

std::string_view name(Symbol symbol) noexcept {
    switch (symbol) {
    case Symbol::terminator: return "terminator";
    case Symbol::process: return "process";
    case Symbol::decision: return "decision";
    case Symbol::connector: return "connector";
    case Symbol::other: return "other";
    case Symbol::unspecified: return "unspecified";
    }
    return "";
}

std::string_view name(StepKind kind) noexcept {
    switch (kind) {
    case StepKind::activity: return "activity";
    case StepKind::decision: return "decision";
    }
    return "";
}

std::string_view name(Participation participation) noexcept {
    switch (participation) {
    case Participation::any: return "any";
    case Participation::all: return "all";
    }
    return "";
}

} // namespace tertib
