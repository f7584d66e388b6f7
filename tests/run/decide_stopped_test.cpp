// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "run/office.hpp"

using namespace tertib;

TEST_CASE("what can't be done while the clock stands still didn't happen then") {
    Office office(letter_parts());
    office.start();
    office.reason = "menunggu pemohon";
    office.set("2025-05-05T10:00");
    office.act(WaitTask{.task = "1"});
    office.set("2025-05-05T11:00");
    office.act(ResumeTask{.task = "1"});
    office.set("2025-05-05T14:00");
    office.act(SuspendCase{});
    office.set("2025-05-05T15:00");
    office.act(ReopenCase{});
    office.set("2025-05-05T15:30");
    office.dasar = "Nota Dinas 12/2025";
    const auto at = [&](std::string_view local, const Action& action) {
        office.at = office.moment(local);
        return office.refusal(action);
    };
    CHECK(at("2025-05-05T10:30", ClaimTask{"1"}) == "AT-WHILE-STOPPED");
    CHECK(at("2025-05-05T10:30", CompleteTask{.task = "1"}) == "AT-WHILE-STOPPED");
    CHECK(at("2025-05-05T10:30", WaitTask{.task = "1"}) == "AT-WHILE-STOPPED");
    CHECK(at("2025-05-05T10:30", SkipTask{.task = "1"}).empty()); // done to a task that waits too
    CHECK(at("2025-05-05T10:30", AcceptCase{}).empty());          // the case ran
    CHECK(at("2025-05-05T10:00", ClaimTask{"1"}).empty());
    CHECK(at("2025-05-05T11:00", ClaimTask{"1"}).empty());
    CHECK(at("2025-05-05T14:30", ClaimTask{"1"}) == "AT-WHILE-STOPPED");
    CHECK(at("2025-05-05T14:30", SkipTask{.task = "1"}) == "AT-WHILE-STOPPED");
    CHECK(at("2025-05-05T14:30", AcceptCase{}) == "AT-WHILE-STOPPED");
    CHECK(at("2025-05-05T14:30", SuspendCase{}) == "AT-WHILE-STOPPED");
    CHECK(at("2025-05-05T14:30", Annotate{.task = "1", .note = "ditelepon"}).empty());
}

TEST_CASE("a clock that began before a suspension, but is recorded after it, stood still too") {
    SopParts parts = letter_parts();
    parts.steps[1].waktu = read_waktu("180 Menit").waktu;
    Office office(std::move(parts));
    office.dasar = "Pergub 3";
    office.start("5 Jam");
    office.reason = "pemeriksaan";
    office.set("2025-05-05T10:00");
    office.act(SuspendCase{});
    office.set("2025-05-05T11:00");
    office.act(ReopenCase{});
    office.at = office.moment("2025-05-05T09:30");
    office.act(AcceptCase{});
    office.done("1");
    CHECK(office.due() ==
          "2025-05-05T14:30:00+07:00"); // an hour of it and that of noon don't count
    CHECK(office.state.service.clock.due == office.moment("2025-05-06T08:00"));
}
