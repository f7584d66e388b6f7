// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/migration.hpp"

#include "catch.hpp"
#include "run/office.hpp"
#include "tertib/base/catalogue.hpp"
#include "tertib/base/error.hpp"
#include "tertib/run/migration_json.hpp"

#include <map>

using namespace tertib;

namespace {

using Steps = std::map<std::string, std::string>;

CaseContext context_to(const Office& office, const Office& next) {
    CaseContext context = office.context();
    context.next_sop = &next.ready();
    return context;
}

MigrationPlan plan(const Office& office, const Office& next, Steps steps = {}) {
    return plan_migration(context_to(office, next), office.state,
                          office.command(MigrateCase{std::move(steps)}));
}

std::string refusal(const Office& office, const Office& next, Steps steps = {}) {
    const MigrationPlan planned = plan(office, next, std::move(steps));
    const Judgement& judgement = planned.judgement;
    if (judgement.refusal) {
        for (const Language language : {Language::id, Language::en}) {
            CHECK(message(*judgement.refusal, language).find('{') == std::string::npos);
        }
    }
    return judgement.refusal ? judgement.refusal->code : "";
}

/// Moves the case into the other office: its state goes on there.
MigrationPlan migrate(const Office& office, Office& next, Steps steps = {}) {
    MigrationPlan planned = plan(office, next, std::move(steps));
    REQUIRE_FALSE(planned.judgement.refused());
    REQUIRE(planned.judgement.events.size() == 1);
    const Event& event = planned.judgement.events.front();
    CHECK(sop_digest_for(office.state, event) == next.sop().digest());
    next.state = apply(next.ready(), office.state, event);
    next.now = office.now;
    next.by = office.by;
    next.reason = office.reason;
    next.journal = office.journal;
    next.journal.push_back(event);
    return planned;
}

SopParts next_letter() {
    SopParts parts = letter_parts();
    parts.steps[1].waktu = read_waktu("5 Hari").waktu;
    parts.steps[0].produk = {"konsep surat"};
    return parts;
}

} // namespace

TEST_CASE("a case goes on by another version, with what it has done and who holds what") {
    Office office(letter_parts());
    Office next(next_letter());
    office.start();
    office.done("1");
    office.act(ClaimTask{"2"});
    const std::optional<Instant> promised = office.state.tasks[0].clock.due;
    CHECK(refusal(office, next) == "REASON-NEEDED");
    office.reason = "revisi SOP";
    const MigrationPlan planned = migrate(office, next);
    REQUIRE(planned.tasks.size() == 1);
    CHECK(planned.tasks[0].to == TaskId{"2", 1});
    CHECK(planned.tasks[0].old_due == promised);
    CHECK_FALSE(planned.tasks[0].let_go);
    CHECK(planned.lost_produk == std::vector<LostProduk>{{"1", "Lembar Disposisi"}});
    CHECK(next.state.sop_digest == next.sop().digest());
    CHECK(next.open() == "2#1");
    CHECK(next.due() == "2025-05-14T16:00:00+07:00"); // 12 and 13 May are holidays
    CHECK(next.state.tasks[0].clock.due == planned.tasks[0].new_due);
    CHECK(next.state.tasks[0].clock.promised == promised);
    CHECK(next.state.tasks[0].holder == "Ani");
    CHECK(next.refusal(CompleteTask{.task = "2", .outcome = "Setuju"}).empty()); // nothing is owed
    next.done("2", "Tolak");
    CHECK(next.open() == "1#2");
    CHECK(refusal(next, next) == "MIGRATE-SAME");
}

TEST_CASE("a journal with a migration is played again with both versions") {
    Office office(letter_parts());
    Office next(next_letter());
    office.start();
    office.reason = "revisi SOP";
    migrate(office, next);
    next.act(ClaimTask{"1"});
    CaseState again;
    for (const Event& event : next.journal) {
        const bool first = sop_digest_for(again, event) == office.sop().digest();
        again = apply(first ? office.ready() : next.ready(), std::move(again), event);
    }
    CHECK(again == next.state);
    CHECK_THROWS_AS(apply(office.ready(), office.state, next.journal[1]), Error);
}

TEST_CASE("a task whose step is another one now goes where it is told, or nowhere") {
    Office office(letter_parts());
    SopParts parts = letter_parts();
    parts.steps[0].uraian = "Menyusun konsep";
    Office next(std::move(parts));
    office.start();
    office.reason = "revisi SOP";
    CHECK(refusal(office, next) == "MIGRATE-NOWHERE");
    CHECK(refusal(office, next, {{"9", "1"}}) == "STEP-UNKNOWN");
    CHECK(refusal(office, next, {{"1", "9"}}) == "STEP-UNKNOWN");
    CHECK(refusal(office, next, {{"1", "end"}}) == "MIGRATE-ENDS");
    CHECK(plan(office, next, {{"1", "end"}}).forgotten_steps == std::vector<std::string>{"1"});
    migrate(office, next, {{"1", "4"}});
    CHECK(next.open() == "4#1");
    CHECK(next.state.steps[3].arrivals == 1);
    CHECK(next.state.steps[0].arrivals == 0);
}

TEST_CASE("two steps that have both run don't become one") {
    Office office(letter_parts());
    Office next(next_letter());
    office.start();
    office.done("1");
    office.reason = "revisi SOP";
    CHECK(refusal(office, next, {{"1", "3"}, {"2", "3"}}) == "MIGRATE-RECORDS");
    CHECK(refusal(office, next, {{"2", "3"}, {"3", "2"}}).empty());
}

TEST_CASE("tasks go only where the new flow could have brought them together") {
    Office office(tiny_parts(4, "start>1 1>2 1>3 2>g1 3>g1 g1>4 4>end"));
    Office next(tiny_parts(4, "start>1 1>2 2>3 3>4 4>end"));
    office.start();
    office.done("1");
    office.reason = "revisi SOP";
    CHECK(refusal(office, next) == "MIGRATE-UNREACHABLE");
    office.done("2"); // its token waits before g1
    CHECK(refusal(office, next) == "MIGRATE-UNREACHABLE");
    const MigrationPlan planned = migrate(office, next, {{"2", "end"}});
    CHECK(planned.tokens == std::vector<MigratedToken>{{"2 → g1", ""}});
    CHECK(next.open() == "3#1");
    CHECK(next.state.parked.empty());
    next.done("3");
    CHECK(next.done("4").ends_case);
}

TEST_CASE("a token that nothing holds up in the new version goes on at once") {
    Office office(tiny_parts(5, "start>1 1>2 1>3 1>4 2>g1 3>g1 4>g1 g1>5 5>end"));
    SopParts parts = tiny_parts(5, "start>1 1>2 1>3 2>g1 3>g1 g1>5 5>end");
    parts.steps.erase(parts.steps.begin() + 3);
    parts.steps.back().waktu = read_waktu("60 Menit").waktu;
    Office next(std::move(parts));
    office.start();
    office.done("1");
    office.done("2");
    office.reason = "langkah 4 dihapus";
    const MigrationPlan waits = plan(office, next, {{"4", "end"}});
    CHECK(waits.opened.empty());
    REQUIRE(waits.judgement.events.size() == 1);
    CHECK(waits.judgement.events[0].parked.size() == 1);
    office.done("3");
    office.set("2025-05-05T13:30");
    const MigrationPlan planned = migrate(office, next, {{"4", "end"}});
    CHECK(planned.opened == std::vector<TaskId>{{"5", 1}});
    CHECK(planned.tokens == std::vector<MigratedToken>{{"2 → g1", ""}, {"3 → g1", ""}});
    CHECK(waits.tokens == std::vector<MigratedToken>{{"2 → g1", "2 → g1"}});
    CHECK(next.open() == "5#1");
    CHECK(next.state.parked.empty());
    CHECK(next.due() == "2025-05-05T14:30:00+07:00"); // its work came with the migration
    CHECK(next.done("5").ends_case);
}

TEST_CASE("a deadline that would be past stays, and a missed one that lies ahead runs again") {
    Office office(letter_parts());
    SopParts parts = letter_parts();
    parts.steps[0].waktu = read_waktu("30 Menit").waktu;
    Office shorter(std::move(parts));
    office.start(); // due at 11:00
    office.reason = "revisi SOP";
    office.set("2025-05-05T10:00");
    const MigrationPlan kept = migrate(office, shorter);
    REQUIRE(kept.kept.size() == 1);
    CHECK(kept.kept[0].why.code == "DUE-KEPT-AHEAD");
    CHECK(shorter.due() == "2025-05-05T11:00:00+07:00");
    parts = letter_parts();
    parts.steps[0].waktu = read_waktu("300 Menit").waktu;
    Office longer(std::move(parts));
    office.set("2025-05-05T13:00");
    for (const Event& event : tick(office.context(), office.state, office.now)) {
        office.state = apply(office.ready(), office.state, event);
    }
    CHECK(office.state.tasks[0].clock.overdue);
    migrate(office, longer);
    CHECK_FALSE(longer.state.tasks[0].clock.overdue);
    CHECK(longer.due() == "2025-05-05T15:00:00+07:00");
}

TEST_CASE("a deadline that was kept comes no nearer when its clock stops or is reckoned again") {
    Office office(letter_parts());
    SopParts parts = letter_parts();
    parts.steps[0].waktu = read_waktu("30 Menit").waktu;
    Office shorter(std::move(parts));
    office.start(); // due at 11:00
    office.reason = "revisi SOP";
    office.set("2025-05-05T10:00");
    REQUIRE(migrate(office, shorter).kept.size() == 1);
    CaseContext again = shorter.context();
    again.next_calendar = &shorter.calendar();
    const Recompute same = plan_recompute(again, shorter.state, shorter.command(RecomputeCase{}));
    CHECK_FALSE(same.judgement.refused());
    CHECK(same.changes.empty());
    CHECK(same.kept.empty());
    shorter.act(WaitTask{.task = "1"});
    shorter.set("2025-05-05T10:20");
    shorter.act(ResumeTask{.task = "1"});
    CHECK(shorter.due() >= "2025-05-05T11:00:00+07:00");
    shorter.act(SuspendCase{});
    shorter.set("2025-05-05T10:40");
    shorter.act(ReopenCase{});
    CHECK(shorter.due() >= "2025-05-05T11:00:00+07:00");
}

TEST_CASE("a person to whose post a task was escalated keeps it in the new version") {
    Office office(letter_parts());
    Office next(next_letter());
    const OverrunPolicy policy("Loket", {{.what = OverrunAct::escalate, .pelaksana = "Staf"}});
    CaseContext watched = office.context();
    watched.policy = &policy;
    const auto take = [&](const std::vector<Event>& events) {
        REQUIRE_FALSE(events.empty());
        for (const Event& event : events) {
            office.state = apply(office.ready(), std::move(office.state), event);
        }
    };
    take(decide(watched, office.state, office.command(StartCase{})).events);
    office.set("2025-05-05T13:00");
    take(tick(watched, office.state, office.now));
    office.by = {"Cici", "Staf"};
    office.act(ClaimTask{"1"});
    office.reason = "revisi SOP";
    const MigrationPlan planned = migrate(office, next);
    CHECK_FALSE(planned.tasks[0].let_go);
    CHECK(next.state.tasks[0].holder == "Cici");
}

TEST_CASE("people keep only what the new version lets them do") {
    SopParts parts = tiny_parts(2, "start>1 1>2 2>end");
    parts.pelaksana = {"Kadis", "Sekretaris", "Staf"};
    parts.steps[0].participation = Participation::all;
    parts.steps[0].marks = {{PelaksanaIndex{0}, Symbol::process},
                            {PelaksanaIndex{1}, Symbol::process},
                            {PelaksanaIndex{2}, Symbol::process}};
    Office office(parts);
    parts.steps[0].marks.erase(parts.steps[0].marks.begin()); // Kadis no longer
    Office next(parts);
    office.start();
    office.act(CompleteTask{.task = "1"}); // Kadis' part
    office.by = {"Budi", "Sekretaris"};
    office.act(CompleteTask{.task = "1"});
    office.reason = "cuti";
    office.act(ReassignTask{.task = "1", .person = "Cici", .pelaksana = "Staf"});
    const MigrationPlan planned = migrate(office, next);
    CHECK(planned.tasks[0].undone == std::vector<std::string>{"Kadis"});
    CHECK(next.state.tasks[0].done_by == std::vector<std::string>{"Sekretaris"});
    CHECK(next.state.tasks[0].holder == "Cici");
    parts.steps[0].marks.pop_back(); // Sekretaris alone, and it is done: it has to be done anew
    Office alone(parts);
    const MigrationPlan anew = migrate(office, alone);
    CHECK(anew.tasks[0].let_go);
    CHECK(anew.tasks[0].reassigned_no_longer == "Staf");
    CHECK(alone.state.tasks[0].done_by.empty());
    CHECK(alone.state.tasks[0].state == TaskState::ready);
    CHECK(alone.refusal(CompleteTask{.task = "1"}).empty());
}

TEST_CASE("the clock of the whole case goes on where the task it stood still for is taken away") {
    Office office(tiny_parts(4, "start>1 1>2 1>3 2>g1 3>g1 g1>4 4>end"));
    Office next(tiny_parts(4, "start>1 1>2 2>3 3>4 4>end"));
    office.dasar = "Pergub 3";
    office.start("5 Jam");
    office.act(AcceptCase{});
    office.done("1");
    office.reason = "menunggu pemohon";
    office.set("2025-05-05T10:00");
    office.act(WaitTask{.task = "2", .scope = WaitScope::task_and_service});
    office.set("2025-05-05T11:00");
    migrate(office, next, {{"2", "end"}});
    CHECK_FALSE(next.state.service.clock.stopped_since);
    CHECK(next.state.service.clock.due == next.moment("2025-05-05T16:00")); // noon, and one hour
}

TEST_CASE("a migration that its event tells wrongly is a damaged journal") {
    Office office(letter_parts());
    Office next(next_letter());
    office.start();
    office.reason = "revisi SOP";
    const Event event = plan(office, next).judgement.events.front();
    const auto damaged = [&](const auto& change) {
        Event changed = event;
        change(changed);
        try {
            (void)apply(next.ready(), office.state, changed);
            return false;
        } catch (const Error& error) {
            return error.code() == ErrorCode::format;
        }
    };
    CHECK_FALSE(damaged([](Event&) {}));
    CHECK(damaged([](Event& e) { e.moved.clear(); }));
    CHECK(damaged([](Event& e) { e.moved[0].place = 1; }));
    CHECK(damaged([](Event& e) { e.moved[0].from.number = 2; }));
    CHECK(damaged([](Event& e) { e.moved[0].to.step = "2"; }));
    CHECK(damaged([](Event& e) { e.moved[0].to.number = 2; }));
    CHECK(damaged([](Event& e) { e.moved[0].flow = 1; }));
    CHECK(damaged([](Event& e) { e.records[0].step = 4; }));
    CHECK(damaged([](Event& e) { e.records[0].produk = {1}; }));
    CHECK(damaged([](Event& e) { e.sop_digest = std::string(64, 'a'); }));
}

TEST_CASE("a migration needs the version to come to") {
    Office office(letter_parts());
    office.start();
    office.reason = "revisi SOP";
    CHECK_THROWS_AS(office.ask(MigrateCase{}), Error);
    CHECK_THROWS_AS(office.ask(RecomputeCase{}), Error);
    CHECK_THROWS_AS(plan(office, office, {}).judgement.events.at(0), std::out_of_range);
    CHECK_THROWS_AS(
        plan_migration(context_to(office, office), office.state, office.command(AcceptCase{})),
        Error);
}

TEST_CASE("the dry run of a migration is written with where everything lands and what is lost") {
    Office office(letter_parts());
    const Office next(next_letter());
    office.start();
    office.done("1");
    office.reason = "revisi SOP";
    MigrationPlan planned = plan(office, next);
    const std::string json = to_json(planned, wib());
    for (const std::string_view piece :
         {R"("schema": "tertib.migration/1")", R"("refusal": null)",
          R"({"from": "2#1", "to": "2#1", "old_due": "2025-05-07T16:00:00+07:00", )",
          R"("new_due": "2025-05-14T16:00:00+07:00", "let_go": false, "undone": [], )",
          R"({"step": "1", "produk": "Lembar Disposisi"})", R"("tokens": [])"}) {
        INFO(piece << " in " << json);
        CHECK(json.find(piece) != std::string::npos);
    }
    planned.tasks[0].to.reset();
    planned.tasks[0].undone = {"Kadis"};
    planned.tokens = {{"2 → g1", ""}};
    planned.opened = {{"3", 2}};
    const std::string other = to_json(planned, wib());
    for (const std::string_view piece : {R"("to": null, "old_due")", R"("undone": ["Kadis"])",
                                         R"({"from": "2 → g1", "to": null})", R"(["3#2"])"}) {
        INFO(piece << " in " << other);
        CHECK(other.find(piece) != std::string::npos);
    }
    const MigrationPlan refused = plan(office, next, {{"2", "9"}});
    REQUIRE(refused.judgement.refused());
    CHECK(to_json(refused, wib()).find(refused.judgement.refusal->code) != std::string::npos);
}
