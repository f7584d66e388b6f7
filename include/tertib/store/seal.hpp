// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/digest.hpp"
#include "tertib/run/event_bytes.hpp"
#include "tertib/time/instant.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

/// A seal is one digest over the last events of all cases so far. Whoever keeps it elsewhere (prints
/// it, signs it, sends it to another office) can show later that nothing of what it covers was
/// changed, taken away or put in another order: all that is in the store beside it can be made anew
/// by somebody who can write to the store, the seal that left the house can't.
///
///     Seal seal = store.seal(now);
///     keep_elsewhere(to_json(seal, wib()));
///     …
///     Seal kept = seal_from_json(text);
///     if (!store.verify({}, {&kept, 1}).holds()) …
///
/// The bytes are in docs/journal.md. Plain values and pure functions, for use from any thread.
namespace tertib {

struct Seal {
    std::uint64_t number = 0; ///< from 1, without gaps
    Instant recorded{};
    std::uint64_t cases = 0;   ///< covered by this seal and those before it
    std::uint64_t events = 0;  ///< the same
    std::uint64_t heads = 0;   ///< cases that got events since the seal before
    Sha256 previous = no_hash; ///< digest of the seal before
    Sha256 digest{};

    friend bool operator==(const Seal&, const Seal&) = default;
};

/// The last event of a case when a seal was made. A seal holds those of the cases that got events
/// since the seal before it.
struct SealHead {
    std::uint64_t seal = 0;
    std::string case_id;
    std::uint64_t number = 0;
    Sha256 hash{};

    friend bool operator==(const SealHead&, const SealHead&) = default;
};

/// The bytes whose SHA-256 is the seal's digest; `heads` by the bytes of their case's id. Throws
/// Error(argument) for numbers beyond 2^63 - 1 and an id that isn't UTF-8.
[[nodiscard]] std::string seal_bytes(const Seal& seal, std::span<const SealHead> heads);

/// "tertib.seal/1" on one line, its instant on the clock of `zone`.
[[nodiscard]] std::string to_json(const Seal& seal, Zone zone);

/// Throws Error(format) for anything that isn't just a seal, Error(unsupported) for a newer version
/// of it. Whether the digest is right can only be told with the store.
[[nodiscard]] Seal seal_from_json(std::string_view json);

} // namespace tertib
