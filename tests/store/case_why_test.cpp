// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/case_why.hpp"

#include "catch.hpp"
#include "store/store_file.hpp"

#include <algorithm>

using namespace tertib;

namespace {

/// "wanting", "possible" …; "" if it isn't offered.
std::string chance_of(const Why& why, std::string_view verb) {
    const auto option = std::ranges::find(why.options, verb, &Option::verb);
    return option == why.options.end() ? "" : std::string(name(option->chance));
}

std::string offered(Counter& counter, std::string_view verb, const Calendar* newer = nullptr) {
    const auto found = why(counter.store, "K-1", counter.office.by, counter.office.now, newer);
    return chance_of(found.value().why, verb);
}

} // namespace

TEST_CASE("a case is offered the version that took its version's place, from the day it did") {
    Counter counter(open_memory());
    counter.start("K-1");
    const Actor ani = counter.office.by;
    CHECK_FALSE(why(counter.store, "K-9", ani, counter.office.now));
    SopParts parts = counter.office.sop().parts();
    parts.steps[1].waktu = read_waktu("5 Hari").waktu;
    const std::string next = counter.store.register_sop(Sop(std::move(parts)));
    CHECK(offered(counter, "migrate").empty());
    CHECK(counter
              .decided(EnforceSop{.sop = counter.sop, .from = *read_day("2025-05-01"), .until = {}})
              .empty());
    CHECK(
        counter
            .decided(ReplaceSop{
                .old_sop = counter.sop, .sop = next, .from = *read_day("2025-05-06"), .until = {}})
            .empty());
    CHECK(offered(counter, "migrate").empty());
    counter.office.set("2025-05-06T09:00");
    CHECK(offered(counter, "migrate") == "wanting"); // a reason
    Request request = counter.request("K-1", MigrateCase{});
    request.command.reason = "revisi";
    request.sop = next;
    CHECK(counter.store.submit(request).receipt);
    CHECK(offered(counter, "migrate").empty());
}

TEST_CASE("a case is offered a calendar other than its own") {
    Counter counter(open_memory());
    counter.start("K-1");
    CHECK(offered(counter, "recompute").empty());
    const Calendar same = counter.office.calendar();
    CHECK(offered(counter, "recompute", &same).empty());
    const Calendar other = small_calendar();
    CHECK(offered(counter, "recompute", &other) != "");
}
