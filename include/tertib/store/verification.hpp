// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// What doesn't hold.
enum class JournalFault : std::uint8_t {
    database,     ///< the database itself says that it is damaged
    document,     ///< a registered Sop or calendar isn't the one of its digest, or can't be read
    link,         ///< an event isn't linked to the one before: one of them was changed
    gap,          ///< an event is missing, or its number isn't its place
    body,         ///< a body isn't the one that its event commits to
    body_missing, ///< a body is gone, and no event says that it was erased
    event,        ///< an event can't be read, or can't follow those before it
    projection,   ///< a table says something else than the journal
    seal,         ///< a seal covers what isn't there, or isn't the digest of what it covers
    receipt,      ///< a receipt that was answered names an event that isn't there
};

/// One place where the journal or what is derived from it doesn't hold.
struct JournalBreach {
    JournalFault fault = JournalFault::event;
    std::string case_id;
    std::uint64_t number = 0; ///< of the first bad event; 0 where no single one is
    std::string detail;       ///< one line, in English

    friend bool operator==(const JournalBreach&, const JournalBreach&) = default;
};

/// What verifying a store found. A case is followed to its first breach.
struct Verification {
    std::vector<JournalBreach> breaches;
    std::uint64_t cases = 0;
    std::uint64_t events = 0;
    std::uint64_t seals = 0;
    std::uint64_t erased = 0; ///< bodies that were erased, and are listed as such
    bool stopped = false;     ///< the Watch ended it

    [[nodiscard]] bool holds() const noexcept { return breaches.empty() && !stopped; }
};

/// "database", "document", "link", "gap", "body", "body_missing", "event", "projection", "seal",
/// "receipt"
[[nodiscard]] std::string_view name(JournalFault fault) noexcept;

} // namespace tertib
