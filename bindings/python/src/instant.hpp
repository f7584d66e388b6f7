// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/time/instant.hpp"

#include <chrono>
#include <cstdint>
#include <optional>

/// Instants cross into Python as whole microseconds since 1970 UTC.
namespace tertib::python {

[[nodiscard]] constexpr Instant instant_of(std::int64_t micros) noexcept {
    return Instant(std::chrono::microseconds(micros));
}
[[nodiscard]] constexpr std::int64_t micros_of(Instant instant) noexcept {
    return instant.time_since_epoch().count();
}
[[nodiscard]] constexpr std::optional<std::int64_t>
micros_of(const std::optional<Instant>& instant) noexcept {
    return instant ? std::optional(micros_of(*instant)) : std::nullopt;
}

} // namespace tertib::python
