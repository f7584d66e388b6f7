// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/digest.hpp"
#include "tertib/run/event.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace tertib {

/// What makes an erased body impossible to guess from its digest. From a random source, one for
/// each event.
using Salt = std::array<std::uint8_t, 16>;

/// Fills sixteen bytes that nobody can guess. Tests give one that can be repeated.
using SaltSource = std::function<Salt()>;

/// An event as the journal keeps it (docs/journal.md). `data` and `body` are the fixed encoding,
/// never JSON; `data` holds SHA-256(salt + body), so that a body can go and the chain still holds.
struct SealedEvent {
    std::string data;
    std::string body; ///< the salt and the encoded body; "" if the event has none, or it was erased
    Sha256 hash{};    ///< SHA-256(previous hash + data): the link of the case's chain

    friend bool operator==(const SealedEvent&, const SealedEvent&) = default;
};

/// The hash before the first event of a case: 32 zero bytes.
inline constexpr Sha256 no_hash{};

/// Encodes an event and links it to the one before. Throws Error(argument) for an event that
/// unseal() would not read back: without case or number, a text that isn't UTF-8 or holds a NUL, a
/// number beyond 2^63 - 1.
[[nodiscard]] SealedEvent seal(const Sha256& previous, const Event& event, const Salt& salt);

/// Reads an event back. Without a body the names are empty. Throws Error(format), naming what is
/// wrong, for bytes that seal() doesn't write: each event has exactly one encoding.
[[nodiscard]] Event unseal(std::string_view data, std::string_view body);

/// SHA-256(salt + body) as the data holds it; nothing for an event that never had a body. Throws
/// Error(format) for bytes that end inside a field.
[[nodiscard]] std::optional<Sha256> body_commitment(std::string_view data);

/// Whether the hash links the data to the one before, and the body (if it is there) is the one that
/// the data commits to. Throws Error(format) where the hash holds for data that is no event's.
enum class SealCheck : std::uint8_t { holds, wrong_hash, wrong_body, body_missing };
[[nodiscard]] SealCheck check(const Sha256& previous, const SealedEvent& event);

} // namespace tertib
