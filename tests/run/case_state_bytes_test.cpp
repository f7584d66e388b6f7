// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/case_state_bytes.hpp"

#include "catch.hpp"
#include "run/office.hpp"
#include "tertib/base/error.hpp"

#include <rapidcheck.h>

#include <string>

using namespace tertib;

namespace {

Instant any_instant() {
    return Instant{std::chrono::microseconds{*rc::gen::arbitrary<std::int64_t>()}};
}
std::optional<Instant> any_maybe() {
    return *rc::gen::arbitrary<bool>() ? std::optional(any_instant()) : std::nullopt;
}
std::string any_text() {
    return *rc::gen::element<std::string>("", "Kadis", "a", "Pergub 3/2025 “§”");
}
bool any_yes() {
    return *rc::gen::arbitrary<bool>();
}
std::size_t any_size() {
    return *rc::gen::inRange<std::size_t>(0, 4);
}
std::uint32_t any_place() {
    return *rc::gen::arbitrary<std::uint32_t>();
}

Clock any_clock() {
    Clock clock{.since = any_instant(),
                .stops = {},
                .stopped_since = any_maybe(),
                .due = any_maybe(),
                .promised = any_maybe(),
                .overdue = any_yes()};
    for (std::size_t stops = any_size(); stops > 0; --stops) {
        clock.stops.push_back({any_instant(), any_instant()});
    }
    return clock;
}

Task any_task() {
    Task task;
    task.step = any_place();
    task.number = any_place();
    task.flow = any_place();
    task.state = *rc::gen::element(TaskState::ready, TaskState::claimed, TaskState::ready_waiting,
                                   TaskState::claimed_waiting);
    task.holder = any_text();
    task.holder_as = any_text();
    task.holder_event = any_place();
    task.pelaksana = any_text();
    task.stops_service = any_yes();
    task.clock = any_clock();
    for (std::size_t posts = any_size(); posts > 0; --posts) {
        task.done_by.push_back(any_text());
        task.rules.push_back(any_place());
        task.escalated_to.push_back(any_text());
    }
    return task;
}

CaseSnapshot any_snapshot() {
    CaseSnapshot snapshot;
    CaseState& state = snapshot.state;
    state.status = *rc::gen::element(CaseStatus::none, CaseStatus::running, CaseStatus::cancelled);
    state.id = any_text();
    state.sop_digest = any_text();
    state.calendar = any_text();
    state.calendar_digest = any_text();
    state.policy_digest = any_text();
    state.events = any_place();
    state.started = any_instant();
    state.recorded = any_instant();
    state.result = any_text();
    state.stopped_since = any_maybe();
    state.service = {any_text(), any_text(), any_yes(), any_clock()};
    for (std::size_t stops = any_size(); stops > 0; --stops) {
        state.stops.push_back({any_instant(), any_instant()});
    }
    for (std::size_t tasks = any_size(); tasks > 0; --tasks) {
        state.tasks.push_back(any_task());
    }
    for (std::size_t tokens = any_size(); tokens > 0; --tokens) {
        state.parked.push_back({any_place(), any_instant()});
    }
    for (std::size_t steps = any_size(); steps > 0; --steps) {
        state.steps.push_back({any_place(), *rc::gen::inRange(0U, 2U), any_place(), {}});
        for (std::size_t produk = any_size(); produk > 0; --produk) {
            state.steps.back().produk.push_back(any_place());
        }
    }
    snapshot.head.fill(*rc::gen::arbitrary<std::uint8_t>());
    return snapshot;
}

/// A case in the middle of everything: a task held, one waiting, a token parked.
CaseSnapshot busy_case() {
    Office office(tiny_parts(4, "start>1 start>2 start>3 1>g1 2>g1 3>g1 g1>4 4>end"));
    office.dasar = "Pergub 3";
    office.start("5 Hari Kerja");
    office.act(AcceptCase{});
    office.done("1");
    office.act(ClaimTask{"2"});
    office.reason = "menunggu pemohon";
    office.act(WaitTask{"2", WaitScope::task_and_service});
    office.set("2025-05-06T10:00");
    office.act(ResumeTask{"2", ResumeWith::rest});
    office.act(WaitTask{"3", WaitScope::task});
    CaseSnapshot snapshot{office.state, {}};
    snapshot.head.fill(0xA5);
    return snapshot;
}

std::optional<CaseSnapshot> read(const std::string& bytes) {
    try {
        return case_from_bytes(bytes);
    } catch (const Error&) {
        return std::nullopt;
    }
}

} // namespace

TEST_CASE("every snapshot comes back from its bytes as it was") {
    CHECK(rc::check([] {
        const CaseSnapshot snapshot = any_snapshot();
        RC_ASSERT(case_from_bytes(to_bytes(snapshot)) == snapshot);
    }));
    CHECK(case_from_bytes(to_bytes(CaseSnapshot{})) == CaseSnapshot{});
    CHECK(case_from_bytes(to_bytes(busy_case())) == busy_case());
}

TEST_CASE("the bytes of a snapshot are the same on every machine") {
    // A change of it breaks what hosts have kept: it needs another version byte.
    const auto at = [](int micros) { return Instant{std::chrono::microseconds{micros}}; };
    const Clock clock{.since = at(-1),
                      .stops = {{at(2), at(3)}},
                      .stopped_since = at(4),
                      .due = at(5),
                      .promised = at(6),
                      .overdue = true};
    CaseSnapshot snapshot;
    snapshot.state.status = CaseStatus::suspended;
    snapshot.state.id = "K-1";
    snapshot.state.sop_digest = std::string(64, 'a');
    snapshot.state.calendar = "id5";
    snapshot.state.calendar_digest = std::string(64, 'b');
    snapshot.state.events = 7;
    snapshot.state.started = at(8);
    snapshot.state.recorded = at(9);
    snapshot.state.result = "diterbitkan";
    snapshot.state.stopped_since = at(10);
    snapshot.state.service = {"5 Hari Kerja", "Pergub 3", true, clock};
    snapshot.state.tasks = {{1,
                             2,
                             3,
                             TaskState::claimed_waiting,
                             "Ani",
                             "Kadis",
                             4,
                             "Staf",
                             true,
                             clock,
                             {"Kadis", ""}}};
    snapshot.state.parked = {{5, at(11)}};
    snapshot.state.steps = {{1, 2, 3, {0, 2}}, {}};
    snapshot.head.fill(12);
    CHECK(sha256_hex(to_bytes(snapshot)) ==
          "7af280e2ced65d2df6a1d14b891c3236e542bd59970687b6843dd93a3c6bfb38");
    CHECK(case_from_bytes(to_bytes(snapshot)) == snapshot);
    CHECK(to_bytes(CaseSnapshot{}).size() == 113);
}

TEST_CASE("a bit flipped anywhere is refused or makes another snapshot, in its own bytes") {
    const CaseSnapshot snapshot = busy_case();
    const std::string bytes = to_bytes(snapshot);
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        std::string flipped = bytes;
        flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
        if (const std::optional<CaseSnapshot> other = read(flipped)) {
            REQUIRE(*other != snapshot);
            REQUIRE(to_bytes(*other) == flipped);
        }
    }
}

TEST_CASE("bytes cut anywhere, or longer than they were, are refused") {
    const std::string bytes = to_bytes(busy_case());
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        REQUIRE_FALSE(read(bytes.substr(0, size)));
    }
    CHECK_FALSE(read(bytes + '\0'));
    CHECK_FALSE(read(bytes + bytes));
    CHECK_THROWS_WITH(case_from_bytes("\2"),
                      "case: its bytes are not in version 1 of the encoding");
}

TEST_CASE("a state that no events make isn't written") {
    const auto refused = [](auto spoil) {
        CaseSnapshot snapshot = busy_case();
        spoil(snapshot.state);
        try {
            (void)to_bytes(snapshot);
            return false;
        } catch (const Error& error) {
            return error.code() == ErrorCode::argument;
        }
    };
    CHECK_FALSE(refused([](CaseState&) {}));
    CHECK(refused([](CaseState& state) { state.tasks[0].state = TaskState::completed; }));
    CHECK(refused([](CaseState& state) { state.result = "\xff"; }));
    CHECK(refused([](CaseState& state) { state.events = UINT64_MAX; }));
}
