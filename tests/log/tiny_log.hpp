// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/log/log_builder.hpp"

#include <string_view>
#include <utility>
#include <vector>

namespace tertib {

/// A row of a small log; "" is none, times as read_event_stamp reads them.
struct TinyRow {
    std::string_view of_case;
    std::string_view activity;
    std::string_view complete = {};
    std::string_view resource = {};
    std::string_view start = {};
    std::string_view role = {};
};

inline EventLog tiny_log(const std::vector<TinyRow>& rows) {
    LogBuilder builder({.place_unit = PlaceUnit::line});
    std::uint32_t line = 1;
    for (const TinyRow& row : rows) {
        builder.add({.case_code = builder.case_code(row.of_case),
                     .activity = builder.activity(row.activity),
                     .resource = builder.resource(row.resource),
                     .role = builder.role(row.role),
                     .start = read_event_stamp(row.start, wib()).value_or(EventStamp{}),
                     .complete = read_event_stamp(row.complete, wib()).value_or(EventStamp{}),
                     .place = ++line});
    }
    return std::move(builder).finish();
}

} // namespace tertib
