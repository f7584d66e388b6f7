// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/office_event.hpp"

#include "catch.hpp"

#include <set>

using namespace tertib;

TEST_CASE("every kind of the office's events has a name, and a number that no case's event has") {
    std::set<std::string_view> names;
    for (auto kind = static_cast<int>(first_office_event_kind);
         kind <= static_cast<int>(last_office_event_kind); ++kind) {
        names.insert(name(static_cast<OfficeEventKind>(kind)));
    }
    CHECK(names.size() == 7);
    CHECK_FALSE(names.contains(""));
    CHECK(static_cast<int>(first_office_event_kind) > static_cast<int>(last_event_kind));
}
