// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/run/event.hpp"
#include "tertib/store/store.hpp"
#include "tertib/tertib_experimental.h"
#include "tertib/time/instant.hpp"

#include <string>
#include <string_view>
#include <vector>

/// An event with the texts that C borrows, and the zone in which its instants are shown.
struct tertib_event {
    tertib::Event event;
    std::string kind;
    std::string task;
    tertib::Zone zone;
};

struct tertib_events {
    std::vector<tertib_event> list;
};

namespace tertib::capi {

[[nodiscard]] tertib_event event_of(const Event& event, Zone zone);
/// Those of one case.
[[nodiscard]] tertib_events events_of(const std::vector<Event>& events, Zone zone);

/// Of the calendar that a case runs by, as its label says; WIB for none.
[[nodiscard]] Zone zone_of_label(std::string_view label);
/// The same for a case in a store; WIB if there is none of that id.
[[nodiscard]] Zone zone_of_case(Store& store, std::string_view case_id);

} // namespace tertib::capi
