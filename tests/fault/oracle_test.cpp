// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "oracle.hpp"

#include "catch.hpp"

using namespace tertib;

namespace {

const std::vector<Entry> first = {{.case_id = "a", .key = "k1", .payload = "x"}};
const std::vector<Entry> pair = {{.case_id = "a", .key = "k2", .payload = "y"},
                                 {.case_id = "b", .key = "k3", .payload = "z"}};
const JournalEvent event_1 = {.case_id = "a", .case_seq = 1, .key = "k1", .payload = "x"};
const JournalEvent event_2 = {.case_id = "a", .case_seq = 2, .key = "k2", .payload = "y"};
const JournalEvent event_3 = {.case_id = "b", .case_seq = 1, .key = "k3", .payload = "z"};

const Answer refused{.fate = Fate::refused, .case_seqs = {}, .reason = "full"};
const Answer unknown{.fate = Fate::unknown, .case_seqs = {}, .reason = "sync"};

Answer acknowledged(std::vector<std::int64_t> numbers) {
    return {.fate = Fate::acknowledged, .case_seqs = std::move(numbers), .reason = ""};
}

/// Both batches asked; the first acknowledged.
Oracle asked_both() {
    Oracle oracle;
    oracle.ask(first);
    oracle.answer(first, acknowledged({1}));
    oracle.ask(pair);
    return oracle;
}

using Words = std::vector<std::string>;
using Events = std::vector<JournalEvent>;

} // namespace

TEST_CASE("the oracle is content with what was acknowledged, and with all or none of the rest") {
    const Oracle oracle = asked_both();
    CHECK(oracle.compare(Events{event_1}) == Words{});
    CHECK(oracle.compare(Events{event_1, event_2, event_3}) == Words{});
    CHECK(oracle.acknowledged() == 1);
    CHECK(oracle.unknown() == 1);
    CHECK(oracle.unsettled() == std::vector<std::vector<Entry>>{pair});
}

TEST_CASE("the oracle finds lost, torn, doubled, changed and unasked events") {
    const Oracle oracle = asked_both();
    CHECK(oracle.compare(Events{}) == Words{"lost: k1, acknowledged "});
    CHECK(oracle.compare(Events{event_1, event_2}) == Words{"torn: k2, of unknown fate "});
    JournalEvent again = event_1;
    again.case_seq = 2;
    CHECK(oracle.compare(Events{event_1, again}) == Words{"twice: k1"});
    JournalEvent other = event_1;
    other.payload = "X";
    CHECK(oracle.compare(Events{other}) == Words{"changed: k1"});
    other = event_1;
    other.key = "k9";
    CHECK(oracle.compare(Events{event_1, {"c", 1, "k9", ""}}) == Words{"never asked: k9"});
}

TEST_CASE("the oracle finds gaps and numbers that differ from the answer") {
    const Oracle oracle = asked_both();
    JournalEvent late = event_1;
    late.case_seq = 2;
    CHECK(oracle.compare(Events{late}) == Words{"gap: a goes on with 2", "another number: k1"});
    Oracle told = asked_both();
    told.answer(first, acknowledged({7}));
    CHECK(told.compare(Events{event_1}) == Words{"two answers for k1"});
}

TEST_CASE("what was refused must not be there, unless its fate was unknown before") {
    Oracle plainly = asked_both();
    plainly.answer(pair, refused);
    const Events all = {event_1, event_2, event_3};
    CHECK(plainly.compare(all) == Words{"there after all: k2, refused full"});
    plainly.ask(pair);
    CHECK(plainly.compare(all) == Words{});
    plainly.answer(pair, refused);
    CHECK_FALSE(plainly.compare(all) == Words{});

    Oracle doubtful = asked_both();
    doubtful.answer(pair, unknown);
    doubtful.ask(pair);
    doubtful.answer(pair, refused);
    CHECK(doubtful.compare(all) == Words{});
}

TEST_CASE("acknowledged stays acknowledged when the retry fails") {
    Oracle oracle = asked_both();
    oracle.ask(first);
    oracle.answer(first, unknown);
    CHECK(oracle.compare(Events{}) == Words{"lost: k1, acknowledged "});
}

TEST_CASE("one case can be compared alone") {
    Oracle oracle = asked_both();
    oracle.answer(pair, acknowledged({2, 1}));
    CHECK(oracle.compare(Events{event_3}, "b") == Words{});
    CHECK(oracle.compare(Events{event_1}, "a").size() == 1);
}
