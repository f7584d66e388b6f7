// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/log/event_stamp.hpp"
#include "tertib/log/log_map.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace tertib {

/// What the text of a stamp left open or shows beside the stamp itself.
enum class StampHint : std::uint8_t {
    none,
    ambiguous,   ///< day and month could change places
    day_first,   ///< the first number can only be the day
    month_first, ///< the second number can only be the day
    serial,      ///< the number of a day as spreadsheets keep it
};

struct WrittenStamp {
    EventStamp stamp;
    StampHint hint = StampHint::none;

    friend bool operator==(const WrittenStamp&, const WrittenStamp&) = default;
};

/// Reads a stamp as people and spreadsheets write it: ISO 8601; "27 Juni 2023 08.30 WIB",
/// "Selasa, 27-Jun-23 pukul 08:30:15", "07/06/23 14.05", "6/7/2023 2:05 PM", "20230627",
/// "45104,354167" (days since the end of 1899). `order` decides which number is the day where both
/// could be. A year of two digits lies in 2000–2099. Nothing for any other text and for days that
/// no calendar has. Pure; any thread.
[[nodiscard]] std::optional<WrittenStamp> read_written_stamp(std::string_view text, Zone zone,
                                                             DateOrder order);

/// The same stamp with day and month in each other's place: for an ambiguous one whose column
/// turned out to be in the other order.
[[nodiscard]] EventStamp with_order_changed(const EventStamp& stamp);

} // namespace tertib
