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
