// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/time/due.hpp"
#include "tertib/time/instant.hpp"

#include <cstdint>
#include <span>

namespace tertib {

/// When something happened as far as the log tells, in microseconds since 1970 UTC: any instant
/// from the first to the last, both included; no_instant in both where nothing is known.
struct CheckStamp {
    std::int64_t first = no_instant;
    std::int64_t last = no_instant;

    [[nodiscard]] constexpr bool known() const noexcept { return first != no_instant; }
    [[nodiscard]] constexpr bool exact() const noexcept { return first == last; }

    friend bool operator==(const CheckStamp&, const CheckStamp&) = default;
};

/// What the quality of the data says of a row: its times can't be relied on where many steps were
/// entered within minutes, its person can't where an account is shared.
enum class RowDoubt : std::uint8_t { none = 0, time = 1, person = 2, both = 3 };

[[nodiscard]] constexpr bool has(RowDoubt doubt, RowDoubt part) noexcept {
    return (static_cast<unsigned>(doubt) & static_cast<unsigned>(part)) != 0;
}

/// One event of a case as the checks see it: numbers only. Activity, person, post and outcome are
/// the log's own codes, 0 for none (see CheckTexts in check/check_plan.hpp). A row without a
/// completion is work that was begun; one without any stamp counts as done in the log's order.
struct CheckRow {
    std::uint32_t activity = 0;
    std::uint32_t person = 0;
    std::uint32_t post = 0;    ///< in which post the log says that the person did it
    std::uint32_t outcome = 0; ///< of a decision
    std::uint32_t row = 0;     ///< in the log; evidence points at it
    RowDoubt doubt = RowDoubt::none;
    CheckStamp start;
    CheckStamp complete;

    friend bool operator==(const CheckRow&, const CheckRow&) = default;
};

/// What a row says of documents, a bit for each of up to 64 columns: whether the column has a value
/// there, and whether it says that the document was there.
struct DocumentCells {
    std::uint64_t known = 0;
    std::uint64_t there = 0;

    friend bool operator==(const DocumentCells&, const DocumentCells&) = default;
};

/// One case: its rows in the order of the log, nothing sorted. Borrows all of them.
struct CheckCase {
    std::uint32_t number = 0; ///< the caller's; different for different cases
    std::span<const CheckRow> rows;
    std::span<const DocumentCells> documents; ///< one for each row, or none at all
    std::span<const ClockStop> stops;         ///< sorted and apart (see merged())
};

} // namespace tertib
