// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/why.hpp"

#include "catch.hpp"
#include "run/office.hpp"

#include <algorithm>

using namespace tertib;

namespace {

const Option& option(const std::vector<Option>& options, std::string_view verb) {
    const auto found = std::ranges::find(options, verb, &Option::verb);
    REQUIRE(found != options.end());
    return *found;
}

Why ask(const Office& office) {
    return why(office.context(), office.state, office.by, office.now);
}

} // namespace

TEST_CASE("a screen's buttons are what the core would do now") {
    Office office(letter_parts());
    office.start();
    const Why fresh = ask(office);
    REQUIRE(fresh.tasks.size() == 1);
    const TaskReason& task = fresh.tasks.front();
    CHECK(task.holder.empty());
    CHECK(task.pelaksana == std::vector<std::string>{"Kadis"});
    CHECK(task.due == office.moment("2025-05-05T11:00"));
    CHECK(option(task.options, "claim").chance == Chance::possible);
    CHECK(option(task.options, "complete").chance == Chance::possible);
    CHECK(option(task.options, "release").refusal->code == "TASK-NOT-CLAIMED");
    CHECK(option(task.options, "wait").chance == Chance::wanting);
    CHECK(option(task.options, "return").chance == Chance::refused);
    CHECK(option(task.options, "skip").refusal->code == "SKIP-NEEDS-DASAR");
    CHECK(option(fresh.options, "suspend").refusal->code == "REASON-NEEDED");
    CHECK(option(fresh.options, "reopen").chance == Chance::refused);
}

TEST_CASE("another person sees who holds a task and why it can't be taken") {
    Office office(letter_parts());
    office.start();
    office.act(ClaimTask{"1"});
    office.by = {"Cici", "Staf"};
    const TaskReason task = ask(office).tasks.front();
    CHECK(task.holder == "Ani");
    CHECK(option(task.options, "claim").refusal->code == "ACTOR-NOT-CANDIDATE");
    CHECK(option(task.options, "reassign").chance == Chance::wanting);
}

TEST_CASE("what is owed, which outcomes there are and where work may go back to are listed") {
    Office office(letter_parts());
    office.start();
    office.act(CompleteTask{.task = "1"});
    const TaskReason task = ask(office).tasks.front();
    CHECK(task.missing == std::vector<std::string>{"Konsep Surat"});
    CHECK(option(task.options, "complete").chance == Chance::wanting);
    CHECK(option(task.options, "complete").choices == std::vector<std::string>{"Setuju", "Tolak"});
    CHECK(option(task.options, "return").choices == std::vector<std::string>{"1"});
    CHECK(option(task.options, "return").chance == Chance::wanting);
}

TEST_CASE("a token that waits for others is told by the step that it came from") {
    Office office(tiny_parts(4, "start>1 1>2 1>3 2>g1 3>g1 g1>4 4>end"));
    office.start();
    office.done("1");
    office.done("2");
    const Why waiting = ask(office);
    CHECK(waiting.parked == std::vector<std::string>{"2"});
    CHECK(waiting.tasks.size() == 1);
}
