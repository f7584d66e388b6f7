// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/decide.hpp"

#include "catch.hpp"
#include "run/office.hpp"
#include "tertib/base/catalogue.hpp"
#include "tertib/base/error.hpp"

using namespace tertib;

TEST_CASE("a case goes from its start through every step to its end") {
    Office office(letter_parts());
    CHECK(office.refusal(ClaimTask{"1"}) == "CASE-UNKNOWN");
    office.start();
    CHECK(office.open() == "1#1");
    CHECK(office.refusal(StartCase{}) == "CASE-EXISTS");
    office.act(ClaimTask{"1"});
    office.done("1");
    office.done("2", "setuju");
    office.done("3");
    CHECK(office.refusal(CompleteTask{.task = "4", .result = "diterbitkan"}).empty());
    const Event& last = office.act(CompleteTask{.task = "4", .result = "diterbitkan"});
    CHECK(last.ends_case);
    CHECK(office.state.status == CaseStatus::ended);
    CHECK(office.state.result == "diterbitkan");
    CHECK(office.refusal(ClaimTask{"4"}) == "CASE-ENDED");
    CHECK(office.refusal(Annotate{.task = {}, .note = "arsip di lemari 3"}).empty());
}

TEST_CASE("a decision takes exactly one drawn outcome, compared after folding") {
    Office office(letter_parts());
    office.start();
    office.done("1");
    CHECK(office.refusal(CompleteTask{.task = "2"}) == "OUTCOME-NEEDED");
    CHECK(office.refusal(CompleteTask{.task = "2", .outcome = "Tunda"}) == "OUTCOME-NEEDED");
    office.done("2", "  TOLAK ");
    CHECK(office.open() == "1#2");
}

TEST_CASE("a decision of which only one outcome is drawn is told that outcome") {
    Office office(tiny_parts(3, "start>1 1>2:Ya 2>3 3>end"));
    office.start();
    CHECK(office.refusal(CompleteTask{.task = "1"}) == "OUTCOME-NEEDED");
    office.reason = "berkas ditolak";
    CHECK(office.refusal(CompleteTask{.task = "1", .outcome = "Ya", .target = "3"}) ==
          "OUTCOME-DRAWN");
    CHECK(office.refusal(CompleteTask{.task = "1", .outcome = "Tidak", .target = "3"}).empty());
    office.done("1", "ya");
    CHECK(office.open() == "2#1");
    CHECK(office.refusal(CompleteTask{.task = "2", .outcome = "Ya"}) == "OUTCOME-NOT-DRAWN");
}

TEST_CASE("a case whose first choice leads to the end is ended when it starts") {
    Office office(tiny_parts(1, "start>1:Baru start>end:Ditolak 1>end"));
    const Event& event = office.act(StartCase{.waktu = {}, .outcome = "Ditolak"});
    CHECK(event.ends_case);
    CHECK(office.state.status == CaseStatus::ended);
}

TEST_CASE("an outcome that isn't drawn goes to a target with a reason") {
    Office office(letter_parts());
    office.start();
    office.done("1");
    const CompleteTask jump{.task = "2", .outcome = "Tunda", .target = "4"};
    CHECK(office.refusal(jump) == "REASON-NEEDED");
    CHECK(office.refusal(CompleteTask{.task = "2", .outcome = "Setuju", .target = "4"}) ==
          "OUTCOME-DRAWN");
    office.reason = "pemohon mencabut sebagian";
    CHECK(office.refusal(CompleteTask{.task = "2", .outcome = "Tunda", .target = "9"}) ==
          "STEP-UNKNOWN");
    office.act(jump);
    CHECK(office.open() == "4#1");
    const Event& end = office.act(CompleteTask{.task = "4",
                                               .outcome = "Dicabut",
                                               .target = "end",
                                               .excuse = "salinan tidak dibuat",
                                               .result = "dicabut pemohon"});
    CHECK(end.ends_case);
}

TEST_CASE("a kelengkapan is there if the earlier step delivered it; else it needs an excuse") {
    Office office(letter_parts());
    office.start();
    office.act(CompleteTask{.task = "1", .produk = {"lembar disposisi"}});
    CHECK(office.refusal(CompleteTask{.task = "2", .outcome = "Setuju"}) == "KELENGKAPAN-MISSING");
    const Event& event =
        office.act(CompleteTask{.task = "2", .outcome = "Setuju", .excuse = "konsep disusulkan"});
    CHECK(event.missing == std::vector<std::uint32_t>{0});
    CHECK(event.body.excuse == "konsep disusulkan");
}

TEST_CASE("a kelengkapan from outside is there unless it is said to be missing") {
    Office office(letter_parts());
    office.start();
    office.done("1");
    const CompleteTask without_map{.task = "2", .outcome = "Setuju", .missing = {"map"}};
    CHECK(office.refusal(without_map) == "KELENGKAPAN-MISSING");
    CHECK(office.refusal(CompleteTask{.task = "2", .outcome = "Setuju", .missing = {"Stempel"}}) ==
          "KELENGKAPAN-UNKNOWN");
    CHECK(office.refusal(CompleteTask{.task = "1", .produk = {"Peta"}}) == "TASK-NOT-OPEN");
    CHECK(office.refusal(CompleteTask{.task = "2", .produk = {"Peta"}}) == "PRODUK-UNKNOWN");
}

TEST_CASE("what only a skipped optional step makes isn't owed") {
    Office office(letter_parts());
    office.start();
    office.done("1");
    office.done("2", "Setuju");
    office.act(SkipTask{.task = "3"});
    CHECK(office.refusal(CompleteTask{.task = "4"}).empty());
}

TEST_CASE("what a step makes that isn't optional is owed although it was skipped") {
    Office office(letter_parts());
    office.start();
    office.reason = "mendesak";
    office.dasar = "Nota Dinas 12/2025";
    office.act(SkipTask{.task = "1"});
    CompleteTask complete{.task = "2", .outcome = "Setuju"};
    CHECK(office.refusal(complete) == "KELENGKAPAN-MISSING");
    complete.excuse = "konsep dibuat langsung oleh Kadis";
    CHECK(office.refusal(complete).empty());
}

TEST_CASE("a step that isn't optional is skipped only with a reason and a basis") {
    Office office(letter_parts());
    office.start();
    CHECK(office.refusal(SkipTask{.task = "1"}) == "SKIP-NEEDS-DASAR");
    office.reason = "mendesak";
    CHECK(office.refusal(SkipTask{.task = "1"}) == "SKIP-NEEDS-DASAR");
    office.dasar = "Nota Dinas 12/2025";
    office.by = {"Budi", "Inspektur"};
    office.act(SkipTask{.task = "1"});
    CHECK(office.open() == "2#1");
    CHECK(office.state.steps[0].skips == 1);
}

TEST_CASE("who has an optional step leaves it out; anybody else with a reason and a basis") {
    Office office(letter_parts());
    office.start();
    office.done("1");
    office.done("2", "Setuju");
    office.act(ClaimTask{"3"});
    CHECK(office.refusal(SkipTask{.task = "3"}).empty());
    for (const Actor& other : {Actor{"Budi", "Kadis"}, Actor{"Cici", "Inspektur"}}) {
        office.by = other;
        CHECK(office.refusal(SkipTask{.task = "3"}) == "SKIP-NEEDS-DASAR");
        office.reason = "mendesak";
        office.dasar = "Nota Dinas 12/2025";
        CHECK(office.refusal(SkipTask{.task = "3"}).empty());
        office.reason = office.dasar = "";
    }
    office.by = {"Ani", "Kadis"};
    office.act(ReleaseTask{"3"});
    office.by = {"Budi", "Kadis"};
    CHECK(office.refusal(SkipTask{.task = "3"}).empty()); // nobody has it
}

TEST_CASE("work is returned to an earlier step that was done, with a reason") {
    Office office(letter_parts());
    office.start();
    office.done("1");
    CHECK(office.refusal(ReturnTask{"2", "1"}) == "REASON-NEEDED");
    office.reason = "konsep belum lengkap";
    CHECK(office.refusal(ReturnTask{"2", "4"}) == "RETURN-NOT-EARLIER");
    CHECK(office.refusal(ReturnTask{"2", "2"}) == "RETURN-NOT-EARLIER");
    office.set("2025-05-06T10:00");
    office.act(ReturnTask{"2", "1"});
    CHECK(office.open() == "1#2");
    CHECK(office.due() == "2025-05-06T12:00:00+07:00"); // its full waktu again
}

TEST_CASE("work isn't returned out of a parallel branch, but within it, and other branches stay") {
    // 1 splits to 2-3 and 4; g1 joins before 5.
    Office office(tiny_parts(5, "start>1 1>2 1>4 2>3 3>g1 4>g1 g1>5 5>end"));
    office.start();
    office.done("1");
    CHECK(office.open() == "2#1 4#1");
    office.done("2");
    office.reason = "perlu diperbaiki";
    CHECK(office.refusal(ReturnTask{"3", "1"}) == "RETURN-ELSEWHERE");
    office.act(ReturnTask{"3", "2"});
    CHECK(office.open() == "2#2 4#1");
    office.done("4");
    office.done("2");
    office.done("3");
    CHECK(office.open() == "5#1");
    office.act(ReturnTask{"5", "1"}); // all branches have met: the whole part again
    CHECK(office.open() == "1#2");
}

TEST_CASE("a branch isn't sent to the end while another must meet it") {
    Office office(tiny_parts(4, "start>1 1>2 1>3 2>g1 3>g1 g1>4 4>end"));
    office.start();
    office.done("1");
    office.reason = "dicabut";
    CHECK(office.refusal(CompleteTask{.task = "2", .outcome = "Batal", .target = "end"}) ==
          "TARGET-ELSEWHERE");
    CHECK(office.refusal(CompleteTask{.task = "2", .outcome = "Batal", .target = "4"}) ==
          "TARGET-ELSEWHERE");
    CHECK(office.refusal(CompleteTask{.task = "2", .result = "ditolak"}) == "CASE-NOT-ENDING");
}

TEST_CASE("a task is held by one person, and only pelaksana of the step may take it") {
    Office office(letter_parts());
    office.start();
    office.act(ClaimTask{"1"});
    CHECK(office.refusal(ClaimTask{"1"}) == "TASK-YOURS");
    office.by = {"Budi", "kadis"};
    CHECK(office.refusal(ClaimTask{"1"}) == "TASK-HELD");
    CHECK(office.refusal(CompleteTask{.task = "1"}) == "TASK-HELD");
    office.by = {"Cici", "Staf"};
    CHECK(office.refusal(CompleteTask{.task = "1"}) == "ACTOR-NOT-CANDIDATE");
    office.by = {"", "Staf"};
    CHECK(office.refusal(CompleteTask{.task = "1"}) == "ACTOR-NEEDED");
    office.by = {"Ani", "Kadis"};
    office.act(ReleaseTask{"1"});
    CHECK(office.state.tasks[0].state == TaskState::ready);
    CHECK(office.refusal(ReleaseTask{"1"}) == "TASK-NOT-CLAIMED");
}

TEST_CASE("a task is reassigned to a person, or to another post, with a reason") {
    Office office(letter_parts());
    office.start();
    CHECK(office.refusal(ReassignTask{.task = "1", .person = "Budi"}) == "REASON-NEEDED");
    office.reason = "cuti";
    office.by = {"Cici", "Sekretaris"};
    office.act(ReassignTask{.task = "1", .person = "Budi", .pelaksana = "staf"});
    CHECK(office.state.tasks[0].state == TaskState::claimed);
    CHECK(office.state.tasks[0].holder == "Budi");
    CHECK(office.refusal(ReassignTask{.task = "1", .pelaksana = "Arsiparis"}) ==
          "PELAKSANA-NOT-LISTED");
    office.by = {"Budi", "Staf"};
    office.done("1");
    CHECK(office.open() == "2#1");
}

TEST_CASE("where all pelaksana must do a step, each does, in any order, once") {
    SopParts parts = tiny_parts(2, "start>1 1>2 2>end");
    parts.steps[0].participation = Participation::all;
    parts.pelaksana = {"Kadis", "Sekretaris"};
    parts.steps[0].marks = {{PelaksanaIndex{0}, Symbol::process},
                            {PelaksanaIndex{1}, Symbol::process}};
    Office office(std::move(parts));
    office.start();
    CHECK(office.done("1").partial);
    CHECK(office.refusal(CompleteTask{.task = "1"}) == "TASK-DONE-BY-POST");
    office.by = {"Budi", "Sekretaris"};
    CHECK_FALSE(office.done("1").partial);
    CHECK(office.open() == "2#1");
}

TEST_CASE("where all must do a step, a part is reassigned only to a post that still has one") {
    SopParts parts = tiny_parts(2, "start>1 1>2 2>end");
    parts.steps[0].participation = Participation::all;
    parts.pelaksana = {"Kadis", "Sekretaris", "Staf"};
    parts.steps[0].marks = {{PelaksanaIndex{0}, Symbol::process},
                            {PelaksanaIndex{1}, Symbol::process}};
    Office office(std::move(parts));
    office.start();
    office.reason = "cuti";
    CHECK(office.refusal(ReassignTask{.task = "1", .pelaksana = "Staf"}) == "TASK-DONE-BY-POST");
    office.act(ReassignTask{.task = "1", .person = "Ani", .pelaksana = "Kadis"});
    office.done("1");
    CHECK(office.refusal(ReassignTask{.task = "1", .pelaksana = "Kadis"}) == "TASK-DONE-BY-POST");
    CHECK(office.refusal(
              ReassignTask{.task = "1", .pelaksana = "Kadis", .work = WorkDone::discarded}) == "");
    office.by = {"Budi", "Sekretaris"}; // the others may do theirs, whoever did the first
    office.done("1");
    CHECK(office.open() == "2#1");
}

TEST_CASE("who acts is verified against the roster, by the date on which it happened") {
    Office office(letter_parts());
    office.roster = Roster({{.person = "Ani",
                             .pelaksana = "Kadis",
                             .from = *read_day("2025-01-01"),
                             .until = *read_day("2025-05-05"),
                             .surat = "SK 1"},
                            {.person = "Dedi",
                             .pelaksana = "Kadis",
                             .kind = PostKind::plh,
                             .from = *read_day("2025-05-06"),
                             .until = *read_day("2025-05-07"),
                             .surat = "Plh 7"}});
    CHECK(office.start().standing == Standing::definitive);
    office.by = {"Eko", "Kadis"};
    CHECK(office.refusal(ClaimTask{"1"}) == "ACTOR-NOT-HOLDER");
    office.set("2025-05-06T09:00");
    office.by = {"Ani", "Kadis"};
    CHECK(office.refusal(ClaimTask{"1"}) == "ACTOR-POST-ENDED");
    office.by = {"Dedi", "Kadis"};
    const Event& claimed = office.act(ClaimTask{"1"});
    CHECK(claimed.standing == Standing::plh);
    CHECK(claimed.surat == "Plh 7");
    office.set("2025-05-08T09:00"); // the Plh. expired mid-task
    CHECK(office.refusal(CompleteTask{.task = "1"}) == "ACTOR-POST-ENDED");
    office.at = office.moment("2025-05-07T15:00");
    office.reason = "baru dicatat";
    CHECK(office.refusal(CompleteTask{.task = "1"}).empty());
    office.by = {"Fitri", "Staf"}; // the roster says nothing of this post
    office.at.reset();
    CHECK(office.ask(Annotate{.task = {}, .note = "dicatat"}).events[0].standing ==
          Standing::unverified);
}

TEST_CASE("what happened and what is recorded are told apart, and neither goes backwards") {
    Office office(letter_parts());
    office.start();
    office.set("2025-05-06T10:00");
    office.at = office.moment("2025-05-06T11:00");
    CHECK(office.refusal(ClaimTask{"1"}) == "AT-AFTER-NOW");
    office.at = office.moment("2025-05-05T08:00");
    office.reason = "terlambat dicatat";
    CHECK(office.refusal(ClaimTask{"1"}) == "AT-BEFORE-CASE");
    office.at = office.moment("2025-05-05T09:30");
    office.reason.clear();
    CHECK(office.refusal(ClaimTask{"1"}) == "AT-NEEDS-REASON");
    office.reason = "  ";
    CHECK(office.refusal(ClaimTask{"1"}) == "AT-NEEDS-REASON");
    office.reason = "terlambat dicatat";
    office.done("1");
    CHECK(office.journal.back().happened == office.moment("2025-05-05T09:30"));
    CHECK(office.due() == "2025-05-07T16:00:00+07:00"); // 2 Hari from when it happened
    office.at = office.moment("2025-05-05T09:20");
    CHECK(office.refusal(ClaimTask{"2"}) == "AT-BEFORE-TASK");
    office.at.reset();
    office.set("2025-05-06T09:59");
    CHECK(office.refusal(ClaimTask{"2"}) == "NOW-BACKWARDS");
}

TEST_CASE("a stopped clock goes on with what was left, or begins again on a basis") {
    Office office(letter_parts());
    office.start(); // 120 Menit from 09:00
    CHECK(office.due() == "2025-05-05T11:00:00+07:00");
    office.set("2025-05-05T10:00");
    CHECK(office.refusal(WaitTask{.task = "1"}) == "REASON-NEEDED");
    office.reason = "menunggu pemohon";
    office.act(WaitTask{.task = "1"});
    CHECK(office.refusal(CompleteTask{.task = "1"}) == "TASK-WAITING");
    CHECK(office.refusal(WaitTask{.task = "1"}) == "TASK-WAITING");
    office.set("2025-05-06T08:00");
    CHECK(office.refusal(ResumeTask{.task = "1", .with = ResumeWith::whole}) == "DASAR-NEEDED");
    office.act(ResumeTask{.task = "1"});
    CHECK(office.due() == "2025-05-06T09:00:00+07:00");
    CHECK(office.refusal(ResumeTask{.task = "1"}) == "TASK-NOT-WAITING");
    office.act(WaitTask{.task = "1"});
    office.set("2025-05-06T10:00");
    office.dasar = "Perda 1";
    office.act(ResumeTask{.task = "1", .with = ResumeWith::whole});
    CHECK(office.due() == "2025-05-06T12:00:00+07:00");
}

TEST_CASE("the service deadline begins with the complete file, and stops where it is told to") {
    Office office(letter_parts());
    CHECK(office.refusal(StartCase{.waktu = "14 Hari Kerja"}) == "DASAR-NEEDED");
    office.dasar = "Pergub 3";
    CHECK(office.refusal(StartCase{.waktu = "sesuai kontrak"}) == "WAKTU-UNREADABLE");
    office.start("2 Hari Kerja");
    CHECK_FALSE(office.state.service.clock.due);
    office.act(AcceptCase{});
    CHECK(office.refusal(AcceptCase{}) == "CASE-ACCEPTED");
    const Zone zone = office.calendar().zone();
    CHECK(text(*office.state.service.clock.due, zone) == "2025-05-07T16:00:00+07:00");
    office.reason = "menunggu pemohon";
    office.set("2025-05-05T14:00");
    office.act(WaitTask{.task = "1", .scope = WaitScope::task_and_service});
    office.set("2025-05-08T09:00");
    office.act(ResumeTask{.task = "1"});
    CHECK(*office.state.service.clock.due > office.moment("2025-05-08T16:00"));
}

TEST_CASE("a file that is accepted while the applicant is waited for starts with a stopped clock") {
    Office office(letter_parts());
    office.dasar = "Pergub 3";
    office.start("2 Jam");
    office.reason = "menunggu pemohon";
    office.act(WaitTask{.task = "1", .scope = WaitScope::task_and_service});
    office.set("2025-05-05T10:00");
    office.act(AcceptCase{});
    CHECK(office.state.service.clock.stopped_since == office.now);
    office.set("2025-05-06T10:00");
    office.act(ResumeTask{.task = "1"});
    CHECK_FALSE(office.state.service.clock.stopped_since);
    CHECK(office.state.service.clock.due == office.moment("2025-05-06T12:00"));
}

TEST_CASE("the clock of the case stands still while any task waits, however late it is recorded") {
    Office office(tiny_parts(4, "start>1 1>2 1>3 2>g1 3>g1 g1>4 4>end"));
    office.dasar = "Pergub 3";
    office.start("2 Jam");
    office.act(AcceptCase{}); // 09:00
    office.done("1");
    office.reason = "menunggu pemohon";
    office.set("2025-05-05T10:00");
    office.act(WaitTask{.task = "2", .scope = WaitScope::task_and_service});
    office.at = office.moment("2025-05-05T09:30");
    office.act(WaitTask{.task = "3", .scope = WaitScope::task_and_service});
    CHECK(office.state.service.clock.stopped_since == *office.at);
    office.at.reset();
    office.set("2025-05-06T08:00");
    office.act(ResumeTask{.task = "2"});
    CHECK(office.state.service.clock.stopped_since == office.moment("2025-05-05T09:30"));
    office.at = office.moment("2025-05-05T09:45");
    office.act(ResumeTask{.task = "3"}); // it stood still from 09:30 to 09:45 and from 10:00
    CHECK_FALSE(office.state.service.clock.stopped_since);
    CHECK(office.state.service.clock.due == office.moment("2025-05-06T09:15"));
}

TEST_CASE("a task that waits while the case is suspended stands still for both") {
    Office office(letter_parts()); // 120 Menit from 09:00
    office.start();
    office.reason = "menunggu pemohon";
    office.set("2025-05-05T10:00");
    office.act(WaitTask{.task = "1"});
    office.set("2025-05-05T10:30");
    office.at = office.moment("2025-05-05T09:30"); // recorded late
    office.act(SuspendCase{});
    office.at.reset();
    office.set("2025-05-06T08:00");
    office.act(ReopenCase{});
    office.act(ResumeTask{.task = "1"});
    CHECK(office.due() == "2025-05-06T09:30:00+07:00");
}

TEST_CASE("a suspended case stands still with all its clocks until it is reopened") {
    Office office(letter_parts());
    office.start();
    office.set("2025-05-05T10:00");
    office.reason = "pemeriksaan";
    CHECK(office.refusal(ReopenCase{}) == "CASE-RUNNING");
    office.act(SuspendCase{});
    CHECK(office.refusal(ClaimTask{"1"}) == "CASE-SUSPENDED");
    CHECK_FALSE(next_due(office.context(), office.state));
    office.set("2025-05-06T10:00");
    office.act(ReopenCase{});
    CHECK(office.due() == "2025-05-06T11:00:00+07:00");
    office.act(CancelCase{});
    CHECK(office.refusal(ClaimTask{"1"}) == "CASE-CANCELLED");
    office.act(ReopenCase{});
    CHECK(office.open() == "1#1");
}

TEST_CASE("evidence is attached by name and digest; notes are never empty") {
    Office office(letter_parts());
    office.start();
    CHECK(office.refusal(Annotate{}) == "NOTE-NEEDED");
    CHECK(office.refusal(Attach{}) == "EVIDENCE-NEEDED");
    CHECK(office.refusal(Attach{.evidence = "foto.jpg", .sha256 = "ABC"}) == "EVIDENCE-DIGEST");
    const Event& event = office.act(Attach{.task = "1",
                                           .evidence = "foto.jpg",
                                           .media_type = "image/jpeg",
                                           .size = 17,
                                           .sha256 = std::string(64, 'a'),
                                           .location = "rak 3"});
    CHECK(event.task == TaskId{"1", 1});
    CHECK(office.refusal(EraseBody{9}) == "EVENT-UNKNOWN");
    CHECK(office.refusal(EraseBody{2}) == "DASAR-NEEDED");
}

TEST_CASE("a state of another case, Sop or calendar isn't judged") {
    Office office(letter_parts());
    Office other(tiny_parts(1, "start>1 1>end"));
    office.start();
    CHECK_THROWS_AS(decide(other.context(), office.state, office.command(ClaimTask{"1"})), Error);
    Office six(letter_parts(), "contoh6");
    CHECK_THROWS_AS(decide(six.context(), office.state, office.command(ClaimTask{"1"})), Error);
    CHECK_THROWS_AS(decide({}, office.state, office.command(ClaimTask{"1"})), Error);
    Command elsewhere = office.command(ClaimTask{"1"});
    elsewhere.case_id = "K-2";
    CHECK_THROWS_AS(decide(office.context(), office.state, elsewhere), Error);
}

TEST_CASE("every refusal has its text in both languages, without a hole left open") {
    Office office(letter_parts());
    office.start();
    for (const Action& action :
         {Action{ClaimTask{"9"}}, Action{StartCase{}}, Action{CompleteTask{.task = "2"}},
          Action{ReleaseTask{"1"}}, Action{ReopenCase{}}, Action{EraseBody{7}}}) {
        const Judgement answer = office.ask(action);
        REQUIRE(answer.refusal);
        for (const Language language : {Language::id, Language::en}) {
            CHECK(message(*answer.refusal, language).find('{') == std::string::npos);
        }
    }
}
