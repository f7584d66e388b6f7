// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/overrun_policy.hpp"

#include "catch.hpp"
#include "run/office.hpp"
#include "tertib/base/error.hpp"
#include "tertib/run/case_state_bytes.hpp"

using namespace tertib;

namespace {

bool refused(const OverrunRule& rule) {
    try {
        const OverrunPolicy policy("x", {rule});
        return false;
    } catch (const Error& error) {
        return error.code() == ErrorCode::argument;
    }
}

/// An office whose case runs by a policy.
class Watched {
public:
    Watched(SopParts parts, std::vector<OverrunRule> rules)
        : office(std::move(parts)),
          policy("Loket", std::move(rules)) {}

    [[nodiscard]] CaseContext context() const {
        CaseContext context = office.context();
        context.policy = &policy;
        return context;
    }
    void act(Action action) {
        const Judgement answer = decide(context(), office.state, office.command(std::move(action)));
        if (answer.refusal) {
            throw std::runtime_error(answer.refusal->code);
        }
        take(answer.events);
    }
    /// "warned 1#1 by 1": what the clock did by then.
    std::string tick_at(std::string_view local) {
        office.set(local);
        const std::vector<Event> events = tick(context(), office.state, office.now);
        take(events);
        std::string all;
        for (const Event& event : events) {
            all += (all.empty() ? "" : ", ") + std::string(name(event.kind)) + " " +
                   text(event.task) + (event.rule != 0 ? " by " + std::to_string(event.rule) : "");
        }
        return all;
    }
    [[nodiscard]] std::string next() const {
        const std::optional<Instant> due = next_due(context(), office.state);
        return due ? text(*due, wib()) : "";
    }

    Office office;
    OverrunPolicy policy;

private:
    void take(const std::vector<Event>& events) {
        for (const Event& event : events) {
            office.state = apply(office.ready(), std::move(office.state), event);
            office.journal.push_back(event);
        }
    }
};

} // namespace

TEST_CASE("a rule that can't be followed is refused") {
    CHECK_FALSE(refused({}));
    CHECK_FALSE(refused({.side = OverrunSide::before, .waktu = "1 Hari"}));
    CHECK(refused({.steps = {"1", "1"}}));
    CHECK(refused({.side = OverrunSide::before}));
    CHECK(refused({.waktu = "1 Hari"}));
    CHECK(refused({.side = OverrunSide::after, .waktu = "sesuai kontrak"}));
    CHECK(refused({.side = OverrunSide::after, .waktu = "1-3 Hari"}));
    CHECK(refused({.what = OverrunAct::escalate}));
    CHECK(refused({.pelaksana = "Kadis"}));
    CHECK(refused({.what = OverrunAct::escalate, .pelaksana = "Kadis", .person = "Ani"}));
    CHECK_FALSE(refused({.what = OverrunAct::reassign, .pelaksana = "Kadis", .person = "Ani"}));
}

TEST_CASE("a digest tells policies apart, and is that of the same policy") {
    const OverrunPolicy policy("a", {{.steps = {"1"}}});
    CHECK(policy.digest() == OverrunPolicy("a", {{.steps = {"1"}}}).digest());
    CHECK(policy.digest() != OverrunPolicy("b", {{.steps = {"1"}}}).digest());
    CHECK(policy.digest() != OverrunPolicy("a", {{.steps = {"2"}}}).digest());
    CHECK(policy.digest() != OverrunPolicy("a", {{.steps = {"1"}}, {}}).digest());
}

TEST_CASE("a warning comes before the deadline, once, however late the clock is asked") {
    Watched watched(letter_parts(), {{.side = OverrunSide::before, .waktu = "30 Menit"}});
    watched.act(StartCase{}); // due at 11:00
    CHECK(watched.office.state.policy_digest == watched.policy.digest());
    CHECK(watched.next() == "2025-05-05T10:30:00+07:00");
    CHECK(watched.tick_at("2025-05-05T10:29").empty());
    CHECK(watched.tick_at("2025-05-05T10:30") == "warned 1#1 by 1");
    CHECK(watched.tick_at("2025-05-05T10:40").empty());
    CHECK(watched.tick_at("2025-05-05T12:00") == "overdue 1#1");
    CHECK(watched.tick_at("2025-05-06T12:00").empty());
    CHECK(watched.next().empty());
    Watched slow(letter_parts(), {{.side = OverrunSide::before, .waktu = "30 Menit"}});
    slow.act(StartCase{});
    CHECK(slow.tick_at("2025-06-05T12:00") == "warned 1#1 by 1, overdue 1#1");
    CHECK(slow.office.journal[1].happened == slow.office.moment("2025-05-05T10:30"));
}

TEST_CASE("a day before a deadline in days is the day before's closing time") {
    Watched watched(letter_parts(),
                    {{.steps = {"2"}, .side = OverrunSide::before, .waktu = "1 Hari"}});
    watched.act(StartCase{});
    watched.act(CompleteTask{.task = "1", .produk = {"Konsep Surat"}}); // 2 Hari: 7 May
    CHECK(watched.next() == "2025-05-06T16:00:00+07:00");
}

TEST_CASE("a rule for what nobody has taken passes over what somebody has, until it is released") {
    Watched watched(
        letter_parts(),
        {{.when = OverrunWhen::not_started, .side = OverrunSide::before, .waktu = "1 Jam"}});
    watched.act(StartCase{});
    watched.act(ClaimTask{"1"});
    CHECK(watched.tick_at("2025-05-05T10:30").empty());
    CHECK(watched.next() > "2025-05-05T11:00:00");
    watched.act(ReleaseTask{"1"});
    CHECK(watched.tick_at("2025-05-05T10:31") == "warned 1#1 by 1");
}

TEST_CASE("a missed task goes to another post and person, and its post is asked no more") {
    Watched watched(letter_parts(),
                    {{.what = OverrunAct::reassign, .pelaksana = "staf", .person = "Cici"}});
    watched.act(StartCase{});
    CHECK(watched.tick_at("2025-05-05T13:00") == "overdue 1#1, reassigned 1#1 by 1");
    CHECK(watched.office.state.tasks[0].holder == "Cici");
    CHECK(watched.office.state.tasks[0].pelaksana == "Staf");
    CHECK(watched.office.journal.back().standing == Standing::none);
    CHECK(watched.tick_at("2025-05-06T13:00").empty());
    watched.office.by = {"Cici", "Staf"};
    CHECK_NOTHROW(watched.act(CompleteTask{.task = "1", .produk = {"Konsep Surat"}}));
}

TEST_CASE("an escalated task may be done by that post as well") {
    Watched watched(letter_parts(), {{.side = OverrunSide::after,
                                      .waktu = "90 Menit",
                                      .what = OverrunAct::escalate,
                                      .pelaksana = "Sekretaris"}});
    watched.act(StartCase{});
    watched.office.by = {"Budi", "Sekretaris"};
    CHECK_THROWS(watched.act(ClaimTask{"1"}));
    CHECK(watched.tick_at("2025-05-05T11:30") == "overdue 1#1");
    CHECK(watched.next() == "2025-05-05T13:30:00+07:00"); // noon doesn't count
    CHECK(watched.tick_at("2025-05-05T13:30") == "escalated 1#1 by 1");
    CHECK(watched.office.state.tasks[0].escalated_to == std::vector<std::string>{"Sekretaris"});
    CHECK_NOTHROW(watched.act(ClaimTask{"1"}));
}

TEST_CASE("where each post has its own part, a part goes to no other post: it is only recorded") {
    SopParts parts = letter_parts();
    parts.steps[0].participation = Participation::all;
    Watched watched(std::move(parts), {{.what = OverrunAct::reassign, .pelaksana = "Staf"}});
    watched.act(StartCase{});
    CHECK(watched.tick_at("2025-05-05T13:00") == "overdue 1#1, warned 1#1 by 1");
}

TEST_CASE("a clock that begins anew is warned of anew; one that stands still isn't") {
    Watched watched(letter_parts(), {{.side = OverrunSide::before, .waktu = "30 Menit"}});
    watched.act(StartCase{});
    CHECK(watched.tick_at("2025-05-05T10:30") == "warned 1#1 by 1");
    watched.office.reason = "menunggu pemohon";
    watched.office.dasar = "Perda 1";
    watched.act(WaitTask{.task = "1"});
    CHECK(watched.next().empty());
    CHECK(watched.tick_at("2025-05-06T09:00").empty());
    watched.act(ResumeTask{.task = "1", .with = ResumeWith::whole});
    CHECK(watched.next() == "2025-05-06T10:30:00+07:00");
}

TEST_CASE("a policy that fits neither Sop nor roster starts no case, and a case keeps its own") {
    Watched wrong(letter_parts(), {{.what = OverrunAct::escalate, .pelaksana = "Arsiparis"}});
    CHECK_THROWS_WITH(wrong.act(StartCase{}), "PELAKSANA-NOT-LISTED");
    Watched elsewhere(letter_parts(), {{.steps = {"9"}}});
    CHECK_THROWS_WITH(elsewhere.act(StartCase{}), "STEP-UNKNOWN");
    Watched watched(letter_parts(), {{}});
    watched.act(StartCase{});
    CHECK_THROWS_AS(tick(watched.office.context(), watched.office.state, watched.office.now),
                    Error);
    CHECK_THROWS_AS(tick(wrong.context(), watched.office.state, watched.office.now), Error);
}

TEST_CASE("what the clock did is in the bytes of a case, and is replayed") {
    Watched watched(letter_parts(), {{.side = OverrunSide::before, .waktu = "30 Menit"},
                                     {.what = OverrunAct::escalate, .pelaksana = "Staf"}});
    watched.act(StartCase{});
    CHECK(watched.tick_at("2025-05-06T08:00") ==
          "warned 1#1 by 1, overdue 1#1, escalated 1#1 by 2");
    const CaseSnapshot snapshot{watched.office.state, {}};
    CHECK(case_from_bytes(to_bytes(snapshot)) == snapshot);
    CaseState again;
    for (const Event& event : watched.office.journal) {
        again = apply(watched.office.ready(), std::move(again), event);
    }
    CHECK(again == watched.office.state);
    Event twice = watched.office.journal[1];
    twice.number = watched.office.state.events + 1;
    CHECK_THROWS_AS(apply(watched.office.ready(), watched.office.state, twice), Error);
}
