// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/apply.hpp"

#include "catch.hpp"
#include "run/office.hpp"
#include "tertib/base/error.hpp"

using namespace tertib;

namespace {

bool refused(const Office& office, const Event& event) {
    try {
        (void)apply(office.ready(), office.state, event);
        return false;
    } catch (const Error& error) {
        return error.code() == ErrorCode::format;
    }
}

} // namespace

TEST_CASE("a state is what its events make it, played again from the first") {
    Office office(letter_parts());
    office.start();
    office.act(ClaimTask{"1"});
    office.done("1");
    office.reason = "periksa";
    office.act(WaitTask{.task = "2"});
    CaseState again;
    for (const Event& event : office.journal) {
        again = apply(office.ready(), std::move(again), event);
    }
    CHECK(again == office.state);
}

TEST_CASE("erasing a body takes the name out of the state, live and played again") {
    Office office(letter_parts());
    office.start();
    office.act(ClaimTask{"1"});
    office.dasar = "UU 27/2022";
    office.act(EraseBody{2});
    CHECK(office.state.tasks[0].holder.empty());
    CHECK(office.state.tasks[0].state == TaskState::claimed);
    office.journal[1].body = {};
    CaseState again;
    for (const Event& event : office.journal) {
        again = apply(office.ready(), std::move(again), event);
    }
    again.tasks[0].holder_event = 0; // what was never there is forgotten when it is erased
    CHECK(again == office.state);
}

TEST_CASE("events that can't follow are refused") {
    Office office(letter_parts());
    office.start();
    const Event claim = office.ask(ClaimTask{"1"}).events.front();
    CHECK_FALSE(refused(office, claim));
    const auto with = [&](const auto& change) {
        Event event = claim;
        change(event);
        return refused(office, event);
    };
    CHECK(with([](Event& event) { event.number = 3; }));
    CHECK(with([](Event& event) { event.case_id = "K-2"; }));
    CHECK(with([](Event& event) { event.kind = EventKind::started; }));
    CHECK(with([](Event& event) { event.task.number = 2; }));
    CHECK(with([](Event& event) { event.task.step = "9"; }));
    CHECK(with([](Event& event) { event.released = {0}; }));
    CHECK(with([](Event& event) { event.parked = {{99, {}}}; }));
    CHECK(with([](Event& event) { event.opened = {{{"2", 2}, 1, {}, {}}}; }));
    CHECK(with([](Event& event) { event.opened = {{{"2", 1}, 99, {}, {}}}; }));
    CHECK(with([](Event& event) { event.opened = {{{"2", 1}, 2, {}, {}}}; })); // leads to 3
    CHECK(with([](Event& event) { event.parked = {{1, {}}}; }));               // to no gateway
    CHECK_FALSE(with([](Event& event) { event.opened = {{{"2", 1}, 1, {}, {}}}; }));
    CHECK(with([](Event& event) { event.dues = {{{"3", 1}, {}}}; }));
    CHECK_THROWS_AS(apply(Office(tiny_parts(1, "start>1 1>end")).ready(), office.state, claim),
                    Error);
    CHECK(with([](Event& event) {
        event.kind = EventKind::completed;
        event.produk = {2};
    }));
}
