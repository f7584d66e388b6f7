// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/run/office_state.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// From a day to a day, both included; nothing for an end that isn't said.
struct OfficePeriod {
    std::optional<LocalDay> from;
    std::optional<LocalDay> until;
};

/// "2025-01-01 – 2025-03-31", "2025-01-01 –".
[[nodiscard]] std::string text(const OfficePeriod& range);
/// Whether there is a day in both.
[[nodiscard]] bool overlap(const OfficePeriod& a, const OfficePeriod& b) noexcept;

[[nodiscard]] inline OfficePeriod range_of(const SopVersion& version) {
    return {.from = version.from, .until = version.until};
}
[[nodiscard]] inline OfficePeriod range_of(const PostHolding& holding) {
    return {.from = holding.from, .until = holding.until};
}

/// The rows of one digest: from the first place to before the second.
struct VersionRows {
    std::size_t first = 0;
    std::size_t last = 0;

    [[nodiscard]] bool empty() const noexcept { return first == last; }
};
[[nodiscard]] VersionRows rows_of(std::span<const SopVersion> versions, std::string_view digest);

/// The row of the digest whose time ends where something else begins: the one that is in force on
/// the day, or the only one of a version of which nothing was said but that it is registered.
[[nodiscard]] std::optional<std::size_t> row_that_ends(std::span<const SopVersion> versions,
                                                       std::string_view digest, LocalDay day);

/// Every time of the digest that was ever decided, "2025-01-01 – 2025-03-31, 2025-06-01 –"; "-" for
/// none.
[[nodiscard]] std::string periods_text(std::span<const SopVersion> versions,
                                       std::string_view digest);

/// The rows of other versions of the same SOP: of the same nama, compared folded, or tied to it by
/// replacements.
[[nodiscard]] std::vector<std::size_t> siblings_of(std::span<const SopVersion> versions,
                                                   std::string_view digest);

/// How people call a version: its nomor, else its nama, else its digest.
[[nodiscard]] const std::string& label_of(const SopVersion& version);

} // namespace tertib
