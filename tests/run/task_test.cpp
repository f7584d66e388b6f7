// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/task.hpp"

#include "catch.hpp"

using namespace tertib;

TEST_CASE("a task is named by its step's key and its number") {
    CHECK(text(TaskId{"3", 2}) == "3#2");
    CHECK(task_id("3#2") == TaskId{"3", 2});
    CHECK(task_id("3#2#1") == TaskId{"3#2", 1});
}

TEST_CASE("what names no task is nothing") {
    for (const std::string_view text :
         {"", "3", "#2", "3#", "3#0", "3#02", "3#-1", "3#1x", "3#99999999999"}) {
        INFO(text);
        CHECK_FALSE(task_id(text));
    }
}
