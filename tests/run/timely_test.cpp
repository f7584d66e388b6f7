// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/timely.hpp"

#include "catch.hpp"
#include "run/office.hpp"
#include "tertib/base/error.hpp"

using namespace tertib;

namespace {

/// Records what fell due by then; "1#1 case": what it was.
std::string tick_at(Office& office, std::string_view local) {
    std::string all;
    for (const Event& event : tick(office.context(), office.state, office.moment(local))) {
        office.state = apply(office.ready(), std::move(office.state), event);
        office.journal.push_back(event);
        all += all.empty() ? "" : " ";
        all += event.kind == EventKind::service_overdue ? "case" : text(event.task);
    }
    return all;
}

} // namespace

TEST_CASE("a deadline in minutes is missed just after its instant, and recorded once") {
    Office office(letter_parts());
    office.start(); // due at 11:00
    CHECK(next_due(office.context(), office.state) ==
          office.moment("2025-05-05T11:00") + std::chrono::microseconds{1});
    CHECK(tick_at(office, "2025-05-05T11:00").empty());
    CHECK(tick_at(office, "2025-05-05T11:01") == "1#1");
    CHECK(tick_at(office, "2025-05-05T12:00").empty());
    CHECK_FALSE(next_due(office.context(), office.state));
}

TEST_CASE("a deadline in days is missed when its day is over") {
    Office office(letter_parts());
    office.start();
    office.done("1"); // 2 Hari: 7 May
    CHECK(tick_at(office, "2025-05-07T23:59").empty());
    CHECK(tick_at(office, "2025-05-08T00:00") == "2#1");
    CHECK(office.journal.back().happened == office.moment("2025-05-08T00:00"));
}

TEST_CASE("what was missed while nothing ran is caught up in order, each once") {
    SopParts parts = tiny_parts(3, "start>1 1>2 1>3 2>end 3>end");
    parts.steps[1].waktu = read_waktu("3 Hari").waktu;
    parts.steps[2].waktu = read_waktu("60 Menit").waktu;
    Office slow(std::move(parts));
    slow.dasar = "Pergub 3";
    slow.start("1 Hari Kerja");
    slow.act(AcceptCase{});
    slow.done("1");
    CHECK(tick_at(slow, "2025-06-02T08:00") == "3#1 case 2#1");
    CHECK(tick_at(slow, "2025-06-02T08:00").empty());
}

TEST_CASE("a stopped clock isn't missed") {
    Office office(letter_parts());
    office.start();
    office.reason = "menunggu";
    office.act(WaitTask{.task = "1"});
    CHECK(tick_at(office, "2025-05-09T08:00").empty());
}

TEST_CASE("deadlines are reckoned again by a newer calendar, never quietly earlier") {
    Office office(letter_parts());
    office.start();
    office.done("1"); // 2 Hari: 7 May
    CalendarDraft draft = office.calendar().draft();
    draft.facts.push_back({.layer = CalendarLayer::unit,
                           .kind = CalendarFactKind::libur,
                           .first = *read_day("2025-05-06"),
                           .name = "Banjir"});
    const Calendar flooded(draft);
    const CaseContext newer{.sop = &office.ready(), .calendar = &flooded, .roster = nullptr};
    const CaseContext older = office.context();

    const Recompute later = recompute(newer, office.state, office.command(Annotate{}));
    REQUIRE(later.changes.size() == 1);
    CHECK(later.changes[0].task == TaskId{"2", 1});
    REQUIRE(later.judgement.events.size() == 1);
    office.state = apply(office.ready(), std::move(office.state), later.judgement.events.front());
    const Clock& clock = office.state.tasks[0].clock;
    CHECK(text(*clock.due, wib()) == "2025-05-08T16:00:00+07:00");
    CHECK(text(*clock.promised, wib()) == "2025-05-07T16:00:00+07:00");
    CHECK(office.state.calendar_digest == flooded.digest());

    CHECK(recompute(older, office.state, office.command(Annotate{})).judgement.refusal->code ==
          "DUE-BEFORE-PROMISED");
    office.reason = "banjir tidak terjadi";
    CHECK_FALSE(recompute(older, office.state, office.command(Annotate{})).judgement.refused());
    office.set("2025-05-08T08:00");
    CHECK(recompute(older, office.state, office.command(Annotate{})).judgement.refusal->code ==
          "DUE-BEFORE-NOW");
}

namespace {

/// The calendar with some days off.
Calendar with_days_off(const Calendar& calendar, std::string_view first, std::string_view last) {
    CalendarDraft draft = calendar.draft();
    draft.facts.push_back({.layer = CalendarLayer::unit,
                           .kind = CalendarFactKind::libur,
                           .first = *read_day(first),
                           .last = *read_day(last),
                           .name = "Banjir"});
    return Calendar(draft);
}

} // namespace

TEST_CASE("a missed deadline that stays in the past keeps its place and doesn't block the others") {
    SopParts parts = tiny_parts(3, "start>1 1>2 1>3 2>end 3>end");
    parts.steps[1].waktu = read_waktu("2 Hari").waktu;
    parts.steps[2].waktu = read_waktu("5 Hari").waktu;
    Office office(std::move(parts));
    office.start();
    office.done("1"); // 2: 7 May, 3: 14 May, for 12 May is Waisak
    CHECK(tick_at(office, "2025-05-09T08:00") == "2#1");
    office.set("2025-05-09T08:00");
    const Calendar off = with_days_off(office.calendar(), "2025-05-06", "2025-05-06");
    const CaseContext newer{.sop = &office.ready(), .calendar = &off, .roster = nullptr};
    const Recompute result = recompute(newer, office.state, office.command(Annotate{}));
    REQUIRE_FALSE(result.judgement.refused());
    REQUIRE(result.kept.size() == 1);
    CHECK(result.kept[0].change.task == TaskId{"2", 1});
    CHECK(result.kept[0].why.code == "DUE-KEPT");
    REQUIRE(result.changes.size() == 1);
    CHECK(result.changes[0].task == TaskId{"3", 1});
    const std::optional<Instant> before = office.state.tasks[0].clock.due;
    office.state = apply(office.ready(), std::move(office.state), result.judgement.events.front());
    CHECK(office.state.tasks[0].clock.due == before);
    CHECK(office.state.tasks[0].clock.overdue);
}

TEST_CASE("deadlines are recomputed by a command like any other, judged as the dry run says") {
    Office office(letter_parts());
    office.start();
    office.done("1"); // 2 Hari: 7 May
    const Calendar off = with_days_off(office.calendar(), "2025-05-06", "2025-05-06");
    CaseContext context = office.context();
    context.next_calendar = &off;
    const Command command = office.command(RecomputeCase{});
    const Judgement judgement = decide(context, office.state, command);
    REQUIRE(judgement.events.size() == 1);
    CaseContext newer = office.context();
    newer.calendar = &off;
    CHECK(judgement.events == recompute(newer, office.state, command).judgement.events);
    office.state = apply(office.ready(), std::move(office.state), judgement.events.front());
    context.calendar = &off;
    context.next_calendar = &office.calendar();
    CHECK(decide(context, office.state, command).refusal->code == "DUE-BEFORE-PROMISED");
}

TEST_CASE("the dry run of a recompute is judged as the command, and lists what it would change") {
    Office office(letter_parts());
    office.start();
    office.done("1"); // 2 Hari: 7 May
    const Calendar off = with_days_off(office.calendar(), "2025-05-06", "2025-05-06");
    CaseContext context = office.context();
    const Command command = office.command(RecomputeCase{});
    CHECK_THROWS_AS(plan_recompute(context, office.state, command), Error);
    context.next_calendar = &off;
    const Recompute later = plan_recompute(context, office.state, command);
    CHECK(later.judgement == decide(context, office.state, command));
    REQUIRE(later.changes.size() == 1);
    CHECK(text(*later.changes[0].new_due, wib()) == "2025-05-08T16:00:00+07:00");
    CHECK_THROWS_AS(plan_recompute(context, office.state, office.command(Annotate{})), Error);

    office.state = apply(office.ready(), std::move(office.state), later.judgement.events.front());
    context.calendar = &off;
    context.next_calendar = &office.calendar();
    const Recompute earlier = plan_recompute(context, office.state, command);
    CHECK(earlier.judgement.refusal->code == "DUE-BEFORE-PROMISED");
    REQUIRE(earlier.changes.size() == 1);
    CHECK(text(*earlier.changes[0].new_due, wib()) == "2025-05-07T16:00:00+07:00");
}

TEST_CASE("a missed deadline that comes to lie ahead again runs, and can be missed again") {
    Office office(letter_parts());
    office.start();
    office.done("1"); // 2 Hari: 7 May
    CHECK(tick_at(office, "2025-05-08T08:00") == "2#1");
    office.set("2025-05-08T08:00");
    const Calendar off = with_days_off(office.calendar(), "2025-05-06", "2025-05-07");
    const CaseContext newer{.sop = &office.ready(), .calendar = &off, .roster = nullptr};
    const Recompute result = recompute(newer, office.state, office.command(Annotate{}));
    REQUIRE_FALSE(result.judgement.refused());
    office.state = apply(office.ready(), std::move(office.state), result.judgement.events.front());
    CHECK_FALSE(office.state.tasks[0].clock.overdue);
    CHECK(next_due(newer, office.state) == office.moment("2025-05-10T00:00"));
}

TEST_CASE("a deadline isn't moved before what was promised first, even if it is later than now") {
    Office office(letter_parts());
    office.start();
    office.done("1"); // 2 Hari: 7 May
    office.state.tasks[0].clock.promised = office.moment("2025-05-09T16:00");
    const Calendar off = with_days_off(office.calendar(), "2025-05-06", "2025-05-06");
    const CaseContext newer{.sop = &office.ready(), .calendar = &off, .roster = nullptr};
    CHECK(recompute(newer, office.state, office.command(Annotate{})).judgement.refusal->code ==
          "DUE-BEFORE-PROMISED");
    office.reason = "sesuai SKB";
    CHECK_FALSE(recompute(newer, office.state, office.command(Annotate{})).judgement.refused());
}

TEST_CASE("deadlines of a case aren't reckoned by another Sop") {
    Office office(letter_parts());
    Office other(tiny_parts(1, "start>1 1>end"));
    office.start();
    CHECK_THROWS_AS(next_due(other.context(), office.state), Error);
    CHECK_THROWS_AS(tick(other.context(), office.state, office.now), Error);
    CHECK_THROWS_AS(recompute(other.context(), office.state, office.command(AcceptCase{})), Error);
    CHECK_THROWS_AS(tick({}, office.state, office.now), Error);
}
