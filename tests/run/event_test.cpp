// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/event.hpp"

#include "catch.hpp"

#include <set>
#include <string>

using namespace tertib;

TEST_CASE("every kind of event and every standing has a name of its own") {
    std::set<std::string_view> names;
    for (int kind = 1; kind <= static_cast<int>(last_event_kind); ++kind) {
        names.insert(name(static_cast<EventKind>(kind)));
    }
    CHECK(names.size() == static_cast<std::size_t>(last_event_kind));
    CHECK_FALSE(names.contains(""));
    CHECK(name(Standing::plh) == "plh");
    CHECK(name(Standing::none) == "none");
}
