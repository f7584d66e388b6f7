// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "run/office_chain.hpp"
#include "store/store_file.hpp"
#include "tertib/base/error.hpp"
#include "tertib/run/event_json.hpp"

#include <vector>

using namespace tertib;

// Lines of events, by Store::each_line.
namespace {

std::vector<std::string> lines(Store& store, std::string_view case_id,
                               const LineOptions& options = {}) {
    std::vector<std::string> all;
    store.each_line(case_id, options, [&](std::string_view line) { all.emplace_back(line); });
    return all;
}

bool says(const std::string& line, std::string_view piece) {
    return line.find(piece) != std::string::npos;
}

} // namespace

TEST_CASE("each event's line is on the clock of its own case's calendar") {
    const ScratchFolder folder;
    const bool memory = GENERATE(true, false);
    Counter counter(memory ? open_memory() : open_sqlite(folder.path("kasus.tertib")));
    counter.start("K-1");
    const std::string western = counter.calendar;
    counter.calendar = counter.store.register_calendar(counter.office.calendar().in_zone(wit()));
    counter.start("K-2");
    CHECK(counter.code("K-2", ClaimTask{"1"}).empty());
    Delegate elsewhere = plh("Budi");
    elsewhere.pelaksana = "Kepala";
    CHECK(counter.decided(elsewhere).empty());
    const std::vector<std::string> all = lines(counter.store, "");
    REQUIRE(all.size() == 4);
    CHECK(says(all[0], R"("recorded": "2025-05-05T09:00:00+07:00")")); // calendars don't agree
    CHECK(says(all[1], R"("recorded": "2025-05-05T09:00:00+07:00")"));
    CHECK(says(all[2], R"("recorded": "2025-05-05T11:00:00+09:00")"));
    CHECK(says(all[3], R"("recorded": "2025-05-05T11:00:00+09:00")"));
    CHECK(lines(counter.store, "K-2") == std::vector(all.begin() + 2, all.end()));
    CHECK(says(lines(counter.store, office_id, {.office = wita()})[0], "+08:00"));
    CHECK(lines(counter.store, "K-9").empty());

    // A case goes on by a newer calendar's clock.
    Request request = counter.request("K-2", RecomputeCase{});
    request.calendar = western;
    request.command.reason = "pindah";
    REQUIRE(counter.store.submit(request).receipt);
    CHECK(says(lines(counter.store, "K-2").back(), "+07:00"));
}

TEST_CASE("lines of events can leave their personal parts out, and are read back") {
    Counter counter(open_memory());
    counter.start("K-1");
    const std::string shown = lines(counter.store, "K-1")[0];
    const std::string bare = lines(counter.store, "K-1", {.bodies = LineBodies::left_out})[0];
    CHECK(says(shown, R"("person": "Ani")"));
    CHECK_FALSE(says(bare, "Ani"));
    const StoredEvent stored = counter.store.events("K-1", 1, 1)[0];
    CHECK(read_journal_line(shown, 1).sealed == stored.sealed);
    CHECK(read_journal_line(bare, 1).sealed.data == stored.sealed.data);
    CHECK(read_journal_line(bare, 1).sealed.body.empty());
}
