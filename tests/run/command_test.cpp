// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/command.hpp"

#include "catch.hpp"

using namespace tertib;

TEST_CASE("an action is called as a person types it") {
    CHECK(verb(StartCase{}) == "start");
    CHECK(verb(ReturnTask{}) == "return");
    CHECK(verb(ReopenCase{}) == "reopen");
    CHECK(verb(EraseBody{}) == "erase");
}

TEST_CASE("an action's choices are called as in JSON") {
    CHECK(name(WaitScope::task) == "task");
    CHECK(name(WaitScope::task_and_service) == "task_and_service");
    CHECK(name(ResumeWith::rest) == "rest");
    CHECK(name(ResumeWith::whole) == "whole");
    CHECK(name(WorkDone::kept) == "kept");
    CHECK(name(WorkDone::discarded) == "discarded");
}

TEST_CASE("commands are equal in all that they say") {
    const Command claim{.case_id = "K",
                        .by = {},
                        .now = {},
                        .at = {},
                        .reason = {},
                        .dasar = {},
                        .action = ClaimTask{.task = "1"}};
    Command other = claim;
    CHECK(other == claim);
    other.action = ClaimTask{.task = "2"};
    CHECK(other != claim);
    other.action = ReleaseTask{.task = "1"};
    CHECK(other != claim);
}
