// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/mark_text.hpp"

#include "catch.hpp"

using namespace tertib;

namespace {

bool is_mark(const char* cell, Symbol symbol) {
    const LaneReading reading = read_lane(cell);
    return reading.kind == LaneText::mark && reading.symbol == symbol;
}

} // namespace

TEST_CASE("shapes tell their symbol") {
    CHECK(is_mark("○", Symbol::terminator));
    CHECK(is_mark("▬", Symbol::process));
    CHECK(is_mark(" ■ ", Symbol::process));
    CHECK(is_mark("◇", Symbol::decision));
    CHECK(is_mark("⬠", Symbol::connector));
    CHECK(is_mark("Mulai", Symbol::terminator));
    CHECK(is_mark("SELESAI", Symbol::terminator));
}

TEST_CASE("ticks and dots are marks without a shape of their own") {
    for (const char* cell :
         {"●", "✓", "√", "v", "V", "x", "X", "[x]", "✔\xEF\xB8\x8F", "*", "●●"}) {
        INFO(cell);
        CHECK(is_mark(cell, Symbol::unspecified));
    }
    CHECK(is_mark("● ◇", Symbol::decision));
}

TEST_CASE("dashes and blanks are no mark") {
    for (const char* cell : {"", "-", " – ", "\xC2\xA0", "...", "_"}) {
        CHECK(read_lane(cell).kind == LaneText::nothing);
    }
}

TEST_CASE("lines, words, unreadable and unknown signs are told apart") {
    CHECK(read_lane("↓").kind == LaneText::arrow);
    CHECK(read_lane("│").kind == LaneText::arrow);
    CHECK(read_lane("Disposisi").kind == LaneText::words);
    CHECK(read_lane("[??]").kind == LaneText::unreadable);
    CHECK(read_lane("\xFF").kind == LaneText::unreadable);
    CHECK(read_lane("☺").kind == LaneText::unknown_symbol);
}
