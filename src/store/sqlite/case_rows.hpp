// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/sqlite/statements.hpp"
#include "tertib/store/transaction.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <optional>
#include <string_view>

namespace tertib::sqlite {

/// A case from its rows, nothing if there is none. Throws Error(damaged) for rows that can't be.
[[nodiscard]] std::optional<StoredCase> read_case(Statements& statements, std::string_view id);

/// Writes the rows that a command changed.
void write_case(Statements& statements, const CaseChange& change);

/// A hash of 32 bytes; throws Error(damaged).
[[nodiscard]] Sha256 hash_of(std::string_view bytes);
/// A column of 0 … most; throws Error(damaged).
[[nodiscard]] std::int64_t within(std::int64_t number, std::int64_t most);

/// A LIMIT.
[[nodiscard]] inline std::int64_t limit_of(std::size_t limit) {
    constexpr auto most = static_cast<std::size_t>(std::numeric_limits<std::int64_t>::max());
    return static_cast<std::int64_t>(std::min(limit, most));
}

[[nodiscard]] inline std::string_view bytes_of(const Sha256& hash) {
    return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}
[[nodiscard]] inline Instant instant_of(std::int64_t micros) {
    return Instant{std::chrono::microseconds{micros}};
}
[[nodiscard]] inline std::int64_t micros_of(Instant instant) {
    return instant.time_since_epoch().count();
}

} // namespace tertib::sqlite
