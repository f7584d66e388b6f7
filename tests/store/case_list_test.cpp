// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/case_list.hpp"

#include "catch.hpp"
#include "store/counter.hpp"
#include "tertib/base/error.hpp"
#include "tertib/store/case_list_json.hpp"

#include <string>

using namespace tertib;

TEST_CASE("a list of cases says of each what is open, and what is due first") {
    Counter counter(open_memory());
    counter.office.dasar = "Pergub 3";
    REQUIRE(counter.code("K-1", StartCase{.waktu = "30 Menit", .outcome = {}}).empty());
    const CaseItem fresh = list_cases(counter.store, "", 10).items.at(0);
    CHECK(fresh.row.id == "K-1");
    CHECK(fresh.row.status == CaseStatus::running);
    CHECK(fresh.zone == wib());
    CHECK(fresh.open == std::vector<TaskId>{{"1", 1}});
    CHECK(fresh.due == counter.office.moment("2025-05-05T11:00"));
    CHECK_FALSE(fresh.overdue);
    REQUIRE(counter.code("K-1", AcceptCase{}).empty());
    CHECK(list_cases(counter.store, "", 10).items[0].due ==
          counter.office.moment("2025-05-05T09:30"));
    (void)counter.store.tick(counter.office.moment("2025-05-05T10:00"));
    CHECK(list_cases(counter.store, "", 10).items[0].overdue);
    counter.office.reason = "berkas kurang";
    counter.office.set("2025-05-05T10:00");
    REQUIRE(counter.code("K-1", SuspendCase{}).empty());
    CHECK_FALSE(list_cases(counter.store, "", 10).items[0].due);
}

TEST_CASE("a list of cases comes in pages") {
    Counter counter(open_memory());
    for (const char* id : {"K-1", "K-2", "K-3"}) {
        counter.start(id);
    }
    const CaseList first = list_cases(counter.store, "", 2);
    CHECK(first.items.size() == 2);
    CHECK(first.after == "K-2");
    const CaseList second = list_cases(counter.store, first.after, 2);
    CHECK(second.items.at(0).row.id == "K-3");
    CHECK(second.after.empty());
    CHECK(list_cases(counter.store, "", 3).after.empty());
    CHECK_THROWS_AS(list_cases(counter.store, "", 0), Error);
}

TEST_CASE("a list of cases as JSON has the instants of each on its own clock") {
    Counter counter(open_memory());
    counter.start("K-1");
    const std::string json = to_json(list_cases(counter.store, "", 1));
    INFO(json);
    for (const std::string_view piece :
         {R"("schema": "tertib.cases/1")", R"("case": "K-1")", R"("status": "running")",
          R"("started": "2025-05-05T09:00:00+07:00")", R"("events": 1)", R"("result": null)",
          R"("open": ["1#1"])", R"("due": "2025-05-05T11:00:00+07:00")", R"("overdue": false)",
          R"("after": null)"}) {
        INFO(piece);
        CHECK(json.find(piece) != std::string::npos);
    }
    CHECK(json.find("Ani") == std::string::npos);
}
