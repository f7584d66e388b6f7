// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/case_state_json.hpp"

#include "catch.hpp"
#include "run/office.hpp"
#include "tertib/base/error.hpp"

#include <string>

using namespace tertib;

namespace {

bool holds(const std::string& text, std::string_view piece) {
    INFO(text);
    return text.find(piece) != std::string::npos;
}

} // namespace

TEST_CASE("a case as JSON says what is open, for whom and until when") {
    Office office(letter_parts());
    office.dasar = "Pergub 3";
    office.start("5 Hari Kerja");
    office.act(AcceptCase{});
    office.done("1");
    office.act(ClaimTask{"2"});
    office.reason = "menunggu pemohon";
    office.act(WaitTask{"2", WaitScope::task});
    const std::string json = to_json(office.ready(), office.state, wita());
    for (
        const std::string_view piece :
        {R"("schema": "tertib.case/1")", R"("case": "K-1")", R"("status": "running")",
         R"("label": "id5")", R"("events": 5)", R"("started": "2025-05-05T10:00:00+08:00")",
         R"("result": null)", R"("waktu": "5 Hari Kerja")", R"("dasar": "Pergub 3")",
         R"("accepted": true)", R"("task": "2#1")", R"("uraian": "Langkah 2")",
         R"("pelaksana": ["Kadis"])", R"("state": "claimed_waiting")", R"("holder": "Ani")",
         R"("waiting_since": "2025-05-05T10:00:00+08:00")", R"("overdue": false)",
         R"("step": "1", "arrivals": 1, "completions": 1, "skips": 0, "produk": ["Konsep Surat", "Lembar Disposisi"])",
         R"("step": "4", "arrivals": 0, "completions": 0, "skips": 0, "produk": []})"}) {
        INFO(piece);
        CHECK(holds(json, piece));
    }
    CHECK(holds(json, "\"sop_digest\": \"" + office.sop().digest() + "\""));
}

TEST_CASE("a token that waits is named by its flow") {
    Office office(tiny_parts(3, "start>1 start>2 1>g1 2>g1 g1>3 3>end"));
    office.start();
    office.done("1");
    const std::string json = to_json(office.ready(), office.state, wib());
    CHECK(holds(json, R"("from": "1", "to": "g1", "since": "2025-05-05T09:00:00+07:00"})"));
    CHECK(holds(json, "\"service\": null"));
    CHECK(holds(json, "\"holder\": null"));
}

TEST_CASE("a task given to another pelaksana names that one") {
    Office office(letter_parts());
    office.start();
    office.reason = "cuti";
    office.act(ReassignTask{.task = "1", .person = "", .pelaksana = "Staf"});
    CHECK(holds(to_json(office.ready(), office.state, wib()), R"("pelaksana": ["Staf"])"));
}

TEST_CASE("a state of another Sop isn't shown") {
    Office office(letter_parts());
    CHECK_THROWS_AS(to_json(office.ready(), CaseState{}, wib()), Error);
    office.start();
    CHECK_NOTHROW(to_json(office.ready(), office.state, wib()));
    CaseState shorter = office.state;
    shorter.steps.resize(1); // nothing has happened at the others
    CHECK(to_json(office.ready(), shorter, wib()) == to_json(office.ready(), office.state, wib()));
    CaseState spoilt = office.state;
    spoilt.tasks[0].step = 4;
    CHECK_THROWS_AS(to_json(office.ready(), spoilt, wib()), Error);
    spoilt = office.state;
    spoilt.steps[0].produk = {2};
    CHECK_THROWS_AS(to_json(office.ready(), spoilt, wib()), Error);
    spoilt = office.state;
    spoilt.steps.resize(5);
    CHECK_THROWS_AS(to_json(office.ready(), spoilt, wib()), Error);
}
