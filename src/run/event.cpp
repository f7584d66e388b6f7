// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/event.hpp"

namespace tertib {

std::string_view name(EventKind kind) noexcept {
    switch (kind) {
    case EventKind::started: return "started";
    case EventKind::accepted: return "accepted";
    case EventKind::claimed: return "claimed";
    case EventKind::released: return "released";
    case EventKind::completed: return "completed";
    case EventKind::returned: return "returned";
    case EventKind::waiting: return "waiting";
    case EventKind::resumed: return "resumed";
    case EventKind::reassigned: return "reassigned";
    case EventKind::skipped: return "skipped";
    case EventKind::annotated: return "annotated";
    case EventKind::attached: return "attached";
    case EventKind::suspended: return "suspended";
    case EventKind::cancelled: return "cancelled";
    case EventKind::reopened: return "reopened";
    case EventKind::overdue: return "overdue";
    case EventKind::service_overdue: return "service_overdue";
    case EventKind::recomputed: return "recomputed";
    case EventKind::erased: return "erased";
    case EventKind::migrated: return "migrated";
    case EventKind::warned: return "warned";
    case EventKind::escalated: return "escalated";
    }
    return "";
}

std::string_view name(Standing standing) noexcept {
    switch (standing) {
    case Standing::none: return "none";
    case Standing::unverified: return "unverified";
    case Standing::definitive: return "definitive";
    case Standing::plt: return "plt";
    case Standing::plh: return "plh";
    case Standing::an: return "an";
    case Standing::ub: return "ub";
    }
    return "";
}

} // namespace tertib
