// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/finding.hpp"
#include "tertib/model/identity.hpp"
#include "tertib/model/roster.hpp"
#include "tertib/time/instant.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// A person's holding of a post as the journal tells it.
struct OfficeHolding {
    std::uint64_t event = 0; ///< the number of the event by which it began
    PostHolding holding;     ///< person "" where the name was erased
    bool late = false;       ///< recorded after its first day

    friend bool operator==(const OfficeHolding&, const OfficeHolding&) = default;
};

/// A version of an SOP and one time during which it is in force. A version that was put in force
/// again after it ended stands there once for each time.
struct SopVersion {
    std::string digest;
    std::string nomor;
    std::string nama;
    /// unknown: registered, and nothing said of its life; berlaku, digantikan or dicabut: what was
    /// decided last, for whatever day.
    SopStatus status = SopStatus::unknown;
    std::optional<LocalDay> from;  ///< nothing: nobody recorded from when
    std::optional<LocalDay> until; ///< the last day; the day before `from`: it never was
    std::string successor;         ///< digest of the version that takes its place

    friend bool operator==(const SopVersion&, const SopVersion&) = default;
};

/// What the office has decided so far. A plain value, made from its events alone.
struct OfficeState {
    std::uint64_t events = 0;            ///< how many were applied
    Instant recorded{};                  ///< of the last event
    std::vector<OfficeHolding> holdings; ///< by event
    std::vector<SopVersion> versions;    ///< by digest, then as recorded

    friend bool operator==(const OfficeState&, const OfficeState&) = default;
};

/// Who holds which post, for judging commands. A holding that was taken back before it began isn't
/// in it; one whose name was erased is there under a name that is nobody's ("@3" for event 3), so
/// that the post isn't taken for one of which nothing is known.
[[nodiscard]] Roster roster_of(const OfficeState& state);

/// Whether the version is in force on the day, as far as this row says so.
[[nodiscard]] bool in_force(const SopVersion& version, LocalDay day) noexcept;

/// Why no case of the version can begin on the day: SOP-OTHER-IN-FORCE, naming the version that
/// is, or SOP-NOT-IN-FORCE. Nothing if it can: it is in force, or nobody ever recorded when it is.
/// `versions` are those of a state.
///
/// Another version of the same SOP is one that took its place, or whose place it took (over
/// however many steps), or one with the same nama, compared folded.
[[nodiscard]] std::optional<Finding> why_not_in_force(std::span<const SopVersion> versions,
                                                      std::string_view digest, LocalDay day);

} // namespace tertib
