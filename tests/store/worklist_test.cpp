// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/worklist.hpp"

#include "catch.hpp"
#include "store/counter.hpp"
#include "tertib/base/error.hpp"
#include "tertib/store/worklist_json.hpp"

#include <string>

using namespace tertib;

TEST_CASE("a worklist says what is to be done, until when, and who has it") {
    Counter counter(open_memory());
    counter.start("K-1");
    const Worklist list = list_work(counter.store, "KADIS", "", 10);
    CHECK(list.pelaksana == "KADIS");
    REQUIRE(list.items.size() == 1);
    const WorkItem& item = list.items[0];
    CHECK(item.case_id == "K-1");
    CHECK(item.task == TaskId{"1", 1});
    CHECK(item.uraian == "Langkah 1");
    CHECK(item.state == TaskState::ready);
    CHECK(item.clock.due == counter.office.moment("2025-05-05T11:00"));
    CHECK(item.holder.empty());
    REQUIRE(counter.code("K-1", ClaimTask{"1"}).empty());
    const WorkItem claimed = list_work(counter.store, "Kadis", "", 10).items.at(0);
    CHECK(claimed.holder == "Ani");
    CHECK(claimed.holder_as == "Kadis");
    CHECK(list_work(counter.store, "Staf", "", 10).items.empty());
}

TEST_CASE("a worklist comes in pages that end where the next begins") {
    Counter counter(open_memory(), tiny_parts(3, "start>1 start>2 1>g1 2>g1 g1>3 3>end"));
    for (const char* id : {"503/1/~2025", "503/2", "K-1"}) {
        counter.start(id);
    }
    std::string all;
    std::string after;
    std::size_t pages = 0;
    do {
        const Worklist page = list_work(counter.store, "Kadis", after, 2);
        for (const WorkItem& item : page.items) {
            all += item.case_id + " " + text(item.task) + ", ";
        }
        after = page.after;
        ++pages;
    } while (!after.empty());
    CHECK(pages == 3);
    CHECK(all == "503/1/~2025 1#1, 503/1/~2025 2#1, 503/2 1#1, 503/2 2#1, K-1 1#1, K-1 2#1, ");
}

TEST_CASE("a page that begins nowhere is refused") {
    Counter counter(open_memory());
    for (const char* after : {"K-1", "/x/1#1/K-1", "/1/1/K-1", "/1/1#1/K-1/", "1/1#1/K-1"}) {
        INFO(after);
        CHECK_THROWS_AS(list_work(counter.store, "Kadis", after, 2), Error);
    }
    CHECK_NOTHROW(list_work(counter.store, "Kadis", "/1/1#1/K-1", 2));
    CHECK_THROWS_AS(list_work(counter.store, "Kadis", "", 0), Error);
}

TEST_CASE("a worklist as JSON tells a stopped clock and a missed deadline") {
    Counter counter(open_memory());
    counter.start("K-1");
    (void)counter.store.tick(counter.office.moment("2025-05-06T09:00"));
    counter.office.set("2025-05-06T09:00");
    counter.office.reason = "menunggu pemohon";
    REQUIRE(counter.code("K-1", WaitTask{.task = "1"}).empty());
    const std::string json = to_json(list_work(counter.store, "Kadis", "", 1));
    INFO(json);
    for (const std::string_view piece :
         {R"("schema": "tertib.worklist/1")", R"("pelaksana": "Kadis")", R"("case": "K-1")",
          R"("task": "1#1")", R"("step": "1")", R"("state": "ready_waiting")", R"("holder": null)",
          R"("since": "2025-05-05T09:00:00+07:00")", R"("due": "2025-05-05T11:00:00+07:00")",
          R"("overdue": true)", R"("waiting_since": "2025-05-06T09:00:00+07:00")",
          R"("after": null)"}) {
        INFO(piece);
        CHECK(json.find(piece) != std::string::npos);
    }
}
