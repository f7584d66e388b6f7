// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/step_number.hpp"

#include "catch.hpp"

using namespace tertib;

TEST_CASE("numbers, letters and Roman numerals number a row, words don't") {
    for (const char* cell : {"1", "1.", " 12 ", "(2)", "3a", "2.1", "b.", "IV."}) {
        INFO(cell);
        CHECK(is_step_number(cell));
    }
    for (const char* cell : {"", "-", "Total", "Selesai.", "No", "Jumlah waktu"}) {
        INFO(cell);
        CHECK_FALSE(is_step_number(cell));
    }
}

TEST_CASE("the number is what the cell begins with") {
    CHECK(step_number("12.") == 12);
    CHECK(step_number(" 3a") == 3);
    CHECK(step_number("b.") == 0);
    CHECK(step_number("99999999999999999999999") == 0);
}

TEST_CASE("keys are numbers without dots and never a node's name") {
    CHECK(step_key("3.") == "3");
    CHECK(step_key("(2)") == "2");
    CHECK(step_key("2.1.") == "2.1");
    CHECK(step_key("g1").empty());
    CHECK(step_key("end").empty());
    CHECK(step_key("g") == "g");
}
