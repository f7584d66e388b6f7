// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/testkit/case_driver.hpp"

#include "catch.hpp"
#include "tertib/base/error.hpp"
#include "testkit/walked.hpp"

#include <chrono>

using namespace tertib;
using namespace std::chrono_literals;

namespace {

/// What a call says when it throws; "" if it doesn't.
template <typename Call>
std::string said(Call call) {
    try {
        call();
        return "";
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::argument);
        return error.what();
    }
}

} // namespace

TEST_CASE("a case is walked along a path, every produk delivered") {
    Walked walked(letter_sop());
    const CaseState state = walked.driver.walk("K-1", {"1", "2=Tolak", "1", "2=Setuju", "3", "4"});
    CHECK(state.status == CaseStatus::ended);
    CHECK(state.steps[0].completions == 2);
    CHECK(state.steps[0].produk == std::vector<std::uint32_t>{0, 1});
    CHECK(state.events == 7);
    CHECK(walked.store.verify().holds());
}

TEST_CASE("a path may be walked in parts, and its last step take orders") {
    Walked walked(letter_sop());
    CHECK(walked.driver.walk("K-1", {"1"}).tasks.at(0).step == 1);
    walked.clock.advance(30min);
    walked.driver.walk("K-1", {"2=Setuju", "3"});
    const CaseState state = walked.driver.walk("K-1", {"4"}, {.result = "diterbitkan"});
    CHECK(state.result == "diterbitkan");
    CHECK(state.recorded == walked.clock.now());
}

TEST_CASE("a refusal names the case, the step, the command and its code") {
    Walked walked(letter_sop());
    CHECK(said([&] {
              walked.driver.walk("K-1", {"1", "2"});
          }).starts_with("case K-1, step 2: complete is refused, OUTCOME-NEEDED: "));
    CHECK(said([&] {
              walked.driver.complete("K-1", "2=Mungkin");
          }).starts_with("case K-1, step 2=Mungkin: complete is refused, OUTCOME-NEEDED: "));
    CHECK(said([&] {
              walked.driver.complete("K-1", "9");
          }).starts_with("case K-1, step 9: complete is refused, STEP-UNKNOWN: "));
    CHECK(said([&] {
              walked.driver.start("K-1");
          }).starts_with("case K-1, step start: start is refused, CASE-EXISTS: "));
    CHECK(said([&] {
              walked.driver.act("K-1", ReleaseTask{"2"});
          }).starts_with("case K-1, step 2: release is refused, "));
    CHECK(said([&] {
              walked.driver.act("K-1", SuspendCase{});
          }).starts_with("case K-1: suspend is refused, REASON-NEEDED: "));
    CHECK(said([&] { (void)walked.driver.state("K-9"); }) == "there is no case K-9");
    CHECK(walked.driver.ask("K-1", SuspendCase{}).refusal->code == "REASON-NEEDED");
    CHECK(walked.driver.state("K-1").events == 2);
}

TEST_CASE("orders say what is done otherwise") {
    Walked walked(letter_sop());
    walked.driver.start("K-1", {.waktu = "3 Hari Kerja", .outcome = {}}, {.dasar = "Pergub 3"});
    const std::vector<Event> first = walked.driver.complete(
        "K-1", "1",
        {.by = Actor{"Ani", "Kadis"}, .produk = std::vector<std::string>{"Lembar Disposisi"}});
    REQUIRE(first.size() == 1);
    CHECK(first[0].body.person == "Ani");
    CHECK(first[0].produk == std::vector<std::uint32_t>{1});
    // The letter's draft is owed now.
    CHECK(said([&] { walked.driver.complete("K-1", "2=Setuju"); }).find("KELENGKAPAN-MISSING") !=
          std::string::npos);
    const std::vector<Event> second = walked.driver.complete(
        "K-1", "2=Lain", {.target = "4", .missing = {"Map"}, .excuse = "menyusul", .reason = "x"});
    CHECK(second.at(0).missing == std::vector<std::uint32_t>{0, 1});
    CHECK(walked.driver.state("K-1").tasks.at(0).step == 3);
}

TEST_CASE("an excuse is said only where something is owed") {
    Walked walked(letter_sop(), {.excuse = "langkah itu tidak ditempuh"});
    CHECK(walked.driver.start("K-1").at(0).body.excuse.empty());
    CHECK(walked.driver.complete("K-1", "1", {.produk = std::vector<std::string>{}})
              .at(0)
              .body.excuse.empty());
    CHECK(walked.driver.complete("K-1", "2=Setuju").at(0).body.excuse ==
          "langkah itu tidak ditempuh");
}

TEST_CASE("a step is done by somebody of its pelaksana, or by whom it was given to") {
    SopParts parts = one_post_parts(3, "start>1 1>2 2>3 3>end");
    parts.steps[1].marks = {{PelaksanaIndex{2}, Symbol::process}};
    Walked walked(Sop(std::move(parts)));
    CHECK(walked.driver.walk("K-1", {"1"}).status == CaseStatus::running);
    walked.driver.act("K-1", ClaimTask{"2"}, {.by = Actor{"Citra", "Staf"}});
    const std::vector<Event> claimed = walked.driver.complete("K-1", "2");
    CHECK(claimed.at(0).body.person == "Citra");
    CHECK(claimed.at(0).as == "Staf");
    // Given to a person, then to another post.
    walked.driver.act("K-1", ReassignTask{.task = "3", .person = "Dedi"}, {.reason = "cuti"});
    walked.driver.act("K-1", ReleaseTask{"3"});
    walked.driver.act("K-1", ReassignTask{.task = "3", .pelaksana = "Sekretaris"},
                      {.reason = "cuti"});
    CHECK(walked.driver.complete("K-1", "3").at(0).as == "Sekretaris");
    CHECK(walked.store.verify().holds());
}

TEST_CASE("with a roster a step is done by who holds the post on that day") {
    const auto roster = std::make_shared<const Roster>(std::vector<PostHolding>{
        {.person = "Ani",
         .pelaksana = "kadis",
         .from = *read_day("2025-01-01"),
         .until = *read_day("2025-05-05")},
        {.person = "Budi", .pelaksana = "Kadis", .from = *read_day("2025-05-06")}});
    Walked walked(letter_sop(), {.roster = roster});
    const std::vector<Event> first = walked.driver.start("K-1");
    CHECK(first.at(0).body.person == "Ani");
    CHECK(first.at(0).standing == Standing::definitive);
    walked.clock.set("2025-05-06T09:00");
    CHECK(walked.driver.complete("K-1", "1").at(0).body.person == "Budi");
    // Nobody holds it any more: somebody made up is refused.
    walked.clock.set("2024-05-06T09:00");
    CHECK(said([&] { walked.driver.start("K-2"); }).find("ACTOR-NOT-HOLDER") != std::string::npos);
}

TEST_CASE("where all pelaksana must complete a step, each of them does") {
    SopParts parts = one_post_parts(2, "start>1 1>2:Ya 1>end:Tidak 2>end");
    parts.steps[0].participation = Participation::all;
    parts.steps[0].produk = {"Berita acara"};
    parts.steps[0].marks = {{PelaksanaIndex{1}, Symbol::process},
                            {PelaksanaIndex{0}, Symbol::decision}};
    Walked walked(Sop(std::move(parts)));
    walked.driver.start("K-1");
    const std::vector<Event> events = walked.driver.complete("K-1", "1=Ya");
    REQUIRE(events.size() == 2);
    CHECK(events[0].as == "Sekretaris");
    CHECK(events[0].partial);
    CHECK(events[1].as == "Kadis");
    CHECK(events[1].outcome == "Ya");
    walked.driver.start("K-2");
    CHECK(walked.driver.complete("K-2", "1=Ya", {.by = Actor{"Ani", "Kadis"}}).size() == 1);
    CHECK(walked.driver.complete("K-2", "1=Ya").at(0).as == "Sekretaris");
    CHECK(walked.driver.state("K-2").tasks.at(0).step == 1);
}

TEST_CASE("of a step that is open more than once the task that came first is done") {
    const Sop sop(one_post_parts(3, "start>1 start>2 1>3 2>3"));
    Walked walked(sop);
    walked.driver.walk("K-1", {"1", "2"});
    CHECK(walked.driver.complete("K-1", "3").at(0).task == TaskId{"3", 1});
    CHECK(walked.driver.walk("K-1", {"3"}).status == CaseStatus::ended);
    CHECK(walked.driver.walk("K-2", {"1", "2", "3#2", "3#1"}).status == CaseStatus::ended);
    CHECK(paths_of(sop) == std::vector<CasePath>{{"1", "2", "3", "3"}});
}

TEST_CASE("hooks are called around each step, and may move the clock") {
    Walked walked(letter_sop());
    std::string told;
    walked.driver.before_step([&](const DrivenStep& step) {
        CHECK(step.events.empty());
        walked.clock.advance(10min);
        told += "(" + step.step;
    });
    walked.driver.after_step([&](const DrivenStep& step) {
        CHECK(step.case_id == "K-1");
        CHECK(step.now == walked.clock.now());
        REQUIRE(step.events.size() == 1);
        CHECK(step.events[0].recorded == step.now);
        told += ":" + step.outcome + " " + step.by.as + ")";
    });
    walked.driver.walk("K-1", {"1", "2=Setuju"});
    CHECK(told == "(start: Kadis)(1: Kadis)(2:Setuju Kadis)");
    CHECK(walked.clock.now() == read_stamp("2025-05-05T09:30", wib())->earliest);
    walked.driver.complete("K-1", "3#1");
    CHECK(told.ends_with("(3: Kadis)"));
    // What a hook of the portal throws comes through.
    walked.driver.after_step([](const DrivenStep&) { throw std::runtime_error("surat gagal"); });
    CHECK_THROWS_AS(walked.driver.complete("K-1", "4"), std::runtime_error);
}

TEST_CASE("a case is started by the outcome of a path's first item") {
    const Sop sop(one_post_parts(2, "start>1:Online start>2:Loket 1>end 2>end"));
    Walked walked(sop);
    CHECK(walked.driver.walk("K-1", {"start=Loket", "2"}).status == CaseStatus::ended);
    CHECK(said([&] {
              walked.driver.walk("K-2", {"1"});
          }).starts_with("case K-2, step start: start is refused, OUTCOME-NEEDED"));
}

TEST_CASE("an overlay is added to the Sop, and must fit it") {
    SopParts parts = tiny_parts(2, "start>1 1>2 2>end");
    parts.pelaksana = {"Kadis"};
    const Sop sop(std::move(parts));
    CHECK(said([&] { const Walked none(sop); }).find("PELAKSANA") != std::string::npos);
    Overlay overlay;
    overlay.sop_digest = sop.digest();
    overlay.by = "contoh";
    overlay.assign = {{"1", {"Kadis"}}, {"2", {"Kadis"}}};
    Walked walked(sop, {.overlay = overlay});
    CHECK(walked.driver.walk("K-1", {"1", "2"}).status == CaseStatus::ended);
    CHECK(walked.driver.sop().digest() != sop.digest());
    overlay.assign["9"] = {"Kadis"};
    CHECK(said([&] {
              const Walked odd(sop, {.overlay = overlay});
          }).starts_with("the overlay doesn't fit the Sop: OVERLAY-UNKNOWN-STEP: "));
}

TEST_CASE("a case runs by the calendar of the clock when it is started") {
    Walked walked(letter_sop());
    walked.driver.start("K-1");
    walked.clock.use(*builtin_calendar("contoh6"));
    walked.driver.start("K-2");
    CHECK(walked.driver.state("K-1").calendar == "id5");
    CHECK(walked.driver.state("K-2").calendar == "contoh6");
    walked.driver.complete("K-1", "1");
    CHECK(walked.driver.state("K-1").calendar == "id5");
}
