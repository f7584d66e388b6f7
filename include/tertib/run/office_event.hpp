// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/model/roster.hpp"
#include "tertib/run/event.hpp"
#include "tertib/time/instant.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tertib {

/// What stands for the office where a case's name would stand. No case begins with '@'.
inline constexpr std::string_view office_id = "@office";

/// What was decided. The numbers are part of the journal's bytes (docs/journal.md) and none of
/// them is an EventKind's: never changed, never used again.
enum class OfficeEventKind : std::uint8_t {
    delegated = 101,
    delegation_ended = 102,
    sop_registered = 103,
    sop_enforced = 104,
    sop_replaced = 105,
    sop_withdrawn = 106,
    erased = 107, ///< the personal part of an earlier event was erased
};
inline constexpr OfficeEventKind first_office_event_kind = OfficeEventKind::delegated;
inline constexpr OfficeEventKind last_office_event_kind = OfficeEventKind::erased;

/// One fact in the office's journal, with all that a state is made from. A plain value; members
/// that don't belong to its kind are empty.
struct OfficeEvent {
    std::uint64_t number = 0; ///< in the office's chain, from 1
    OfficeEventKind kind = OfficeEventKind::delegated;
    Instant recorded{};
    Instant happened{};
    std::string as; ///< the post for which the actor acted
    Standing standing = Standing::none;
    std::string surat; ///< the letter by which the actor acts for the holder
    std::string dasar;

    std::string pelaksana;         ///< delegated: whose post; to whom is body.recipient
    std::optional<PostKind> post;  ///< delegated
    std::string letter;            ///< delegated, ended: the number of the letter that says so
    std::string sop_digest;        ///< the version that it is about
    std::string old_sop_digest;    ///< replaced: the version whose place it takes
    std::string nomor;             ///< registered
    std::string nama;              ///< registered
    std::optional<LocalDay> from;  ///< the first day of what begins, or of a withdrawal
    std::optional<LocalDay> until; ///< the last day of what was decided
    bool late = false;             ///< it takes effect before the day on which it was recorded
    /// Ended: the event by which the holding began. Erased: the event whose body went.
    std::uint64_t about = 0;

    EventBody body; ///< of it only person, recipient and reason

    friend bool operator==(const OfficeEvent&, const OfficeEvent&) = default;
};

/// The names used in JSON and SQL: "delegated", "delegation_ended", "sop_registered" ….
[[nodiscard]] std::string_view name(OfficeEventKind kind) noexcept;

} // namespace tertib
