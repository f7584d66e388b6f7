// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/case_state.hpp"

namespace tertib {

std::string_view name(CaseStatus status) noexcept {
    switch (status) {
    case CaseStatus::none: return "none";
    case CaseStatus::running: return "running";
    case CaseStatus::suspended: return "suspended";
    case CaseStatus::ended: return "ended";
    case CaseStatus::cancelled: return "cancelled";
    }
    return "";
}

} // namespace tertib
