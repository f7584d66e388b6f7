// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/office_event.hpp"

namespace tertib {

std::string_view name(OfficeEventKind kind) noexcept {
    switch (kind) {
    case OfficeEventKind::delegated: return "delegated";
    case OfficeEventKind::delegation_ended: return "delegation_ended";
    case OfficeEventKind::sop_registered: return "sop_registered";
    case OfficeEventKind::sop_enforced: return "sop_enforced";
    case OfficeEventKind::sop_replaced: return "sop_replaced";
    case OfficeEventKind::sop_withdrawn: return "sop_withdrawn";
    case OfficeEventKind::erased: return "erased";
    }
    return "";
}

} // namespace tertib
