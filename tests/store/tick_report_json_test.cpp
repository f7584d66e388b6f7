// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/tick_report_json.hpp"

#include "catch.hpp"

#include <string>

using namespace tertib;

TEST_CASE("a tick as JSON lists what was missed, and when to tick again") {
    const Instant nine = read_stamp("2025-05-05T09:00", wib())->earliest;
    TickReport report{
        .now = nine,
        .missed = {{.missed_from = nine, .case_id = "K-1", .task = {"3", 2}},
                   {.missed_from = nine, .case_id = "K-2", .task = {}}},
        .rules = {{.moment = {.missed_from = nine, .case_id = "K-1", .task = {"3", 2}, .rule = 2},
                   .kind = EventKind::escalated}},
        .next_due = nine};
    const std::string json = to_json(report, wita());
    INFO(json);
    CHECK(json.find(R"("now": "2025-05-05T10:00:00+08:00")") != std::string::npos);
    CHECK(json.find(
              R"({"case": "K-1", "task": "3#2", "missed_from": "2025-05-05T10:00:00+08:00"})") !=
          std::string::npos);
    CHECK(json.find(R"({"case": "K-2", "task": null, )") != std::string::npos);
    CHECK(json.find(R"({"case": "K-1", "task": "3#2", "rule": 2, "did": "escalated", )"
                    R"("at": "2025-05-05T10:00:00+08:00"})") != std::string::npos);
    CHECK(json.find(R"("next_due": "2025-05-05T10:00:00+08:00")") != std::string::npos);
    report.next_due.reset();
    CHECK(to_json(report, wib()).find(R"("next_due": null)") != std::string::npos);
}
