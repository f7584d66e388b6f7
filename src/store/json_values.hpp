// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/json_view.hpp"
#include "tertib/base/digest.hpp"

#include <cstdint>
#include <limits>
#include <optional>

/// Values that several of the store's documents have. They refuse what they can't take as JsonView
/// does, by its pointer.
namespace tertib {

/// A number of events, seals or cases, at least `least`.
[[nodiscard]] inline std::uint64_t count_of(JsonView json, std::int64_t least) {
    return static_cast<std::uint64_t>(json.whole(least, std::numeric_limits<std::int64_t>::max()));
}

[[nodiscard]] inline Sha256 digest_of(JsonView json) {
    const std::optional<Sha256> digest = sha256_from_hex(json.text());
    if (!digest) {
        json.refuse("is no SHA-256: 64 digits 0-9 a-f");
    }
    return *digest;
}

} // namespace tertib
