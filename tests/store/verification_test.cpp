// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/verification.hpp"

#include "catch.hpp"
#include "store/counter.hpp"

#include <set>

using namespace tertib;

TEST_CASE("a verification holds if nothing was found and it was not stopped") {
    Verification found;
    CHECK(found.holds());
    found.stopped = true;
    CHECK_FALSE(found.holds());
    found = {};
    found.breaches.push_back({.fault = JournalFault::gap, .case_id = "K-1", .number = 2});
    CHECK_FALSE(found.holds());
}

TEST_CASE("every fault has a name of its own") {
    std::set<std::string_view> names;
    for (int fault = 0; fault <= static_cast<int>(JournalFault::receipt); ++fault) {
        names.insert(name(static_cast<JournalFault>(fault)));
    }
    CHECK(names.size() == 10);
    CHECK_FALSE(names.contains(""));
}

TEST_CASE("a verification can be stopped, and says so") {
    Counter counter(open_memory());
    counter.start("K-1");
    const Verification found = counter.store.verify([](const Progress&) { return Go::stop; });
    CHECK(found.stopped);
    CHECK_FALSE(found.holds());
}
