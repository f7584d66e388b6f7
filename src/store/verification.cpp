// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/verification.hpp"

namespace tertib {

std::string_view name(JournalFault fault) noexcept {
    switch (fault) {
    case JournalFault::database: return "database";
    case JournalFault::document: return "document";
    case JournalFault::link: return "link";
    case JournalFault::gap: return "gap";
    case JournalFault::body: return "body";
    case JournalFault::body_missing: return "body_missing";
    case JournalFault::event: return "event";
    case JournalFault::projection: return "projection";
    case JournalFault::seal: return "seal";
    case JournalFault::receipt: return "receipt";
    }
    return "";
}

} // namespace tertib
