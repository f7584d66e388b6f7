// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "kill_loop.hpp"

#include "bare_journal.hpp"
#include "catch.hpp"
#include "dice.hpp"
#include "harness_report.hpp"
#include "scale.hpp"

#include <algorithm>

using namespace tertib;

namespace {

/// Moments of killing aren't replayable, only their distribution is: a flaw has many chances.
bool finds(Flaw flaw, std::string_view part) {
    const KillReport report =
        run_kills(bare_journal(flaw), {.kills = 2000, .seed = fault_seed(), .most_wrong = 3});
    return std::ranges::any_of(report.wrong, [&](const std::string& word) {
        return word.find(part) != std::string::npos;
    });
}

} // namespace

TEST_CASE("no killing of a process loses, tears or corrupts what it acknowledged") {
    HarnessLine line("kill -9", "kills");
    const KillReport report =
        run_kills(bare_journal(), {.kills = scaled(3000), .seed = fault_seed()});
    line.add(report.kills);
    line.say(std::to_string(report.acknowledged) + " acknowledged, " +
             std::to_string(report.left_open) + " left open, " +
             std::to_string(report.while_opening) + " while opening, " +
             std::to_string(report.looks) + " looks, " + std::to_string(report.full_looks) +
             " at everything");
    INFO("TERTIB_FAULT_SEED=" << fault_seed() << "\n" << first_lines(report.wrong));
    CHECK(report.wrong.empty());
    CHECK(report.kills == scaled(3000));
    CHECK(report.full_looks > 0);
    if (report.kills > 100) { // the moments hit what they should
        CHECK(report.acknowledged > report.kills);
        CHECK(report.left_open > 0);
    }
}

TEST_CASE("control: kill -9 finds out a journal that acknowledges before the commit") {
    CHECK(finds(Flaw::acknowledges_early, "lost: "));
}

TEST_CASE("control: kill -9 finds out a journal that makes two events of a retry") {
    CHECK(finds(Flaw::forgets_keys, "twice: "));
}
