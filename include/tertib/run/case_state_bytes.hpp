// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/digest.hpp"
#include "tertib/run/case_state.hpp"
#include "tertib/run/event_bytes.hpp"

#include <string>
#include <string_view>

namespace tertib {

/// All that a host which keeps cases by itself has to keep of one between two commands: where it
/// stands and the hash of its last event, to which the next is linked. A plain value.
///
///     CaseSnapshot snapshot = case_from_bytes(kept);
///     SealedEvent sealed = seal(snapshot.head, event, salt);
///     kept = to_bytes({apply(sop, std::move(snapshot.state), event), sealed.hash});
///
/// The bytes name the holders of tasks: personal data. Their size depends on the Sop and on what is
/// open, not on the length of the case.
struct CaseSnapshot {
    CaseState state;
    Sha256 head = no_hash;

    friend bool operator==(const CaseSnapshot&, const CaseSnapshot&) = default;
};

/// A fixed encoding, the same on every machine: each snapshot has exactly one. Throws
/// Error(argument) for a state that apply() doesn't make and case_from_bytes() would refuse: a text
/// that isn't UTF-8, a closed task.
[[nodiscard]] std::string to_bytes(const CaseSnapshot& snapshot);

/// Throws Error(format), naming what is wrong, for bytes that to_bytes() doesn't write, and
/// Error(unsupported) for another version of it. Whether the state fits an Sop is asked by whoever
/// uses it with one.
[[nodiscard]] CaseSnapshot case_from_bytes(std::string_view bytes);

} // namespace tertib
