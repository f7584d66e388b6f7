// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "fault_run.hpp"

#include "bare_journal.hpp"
#include "catch.hpp"
#include "dice.hpp"
#include "harness_report.hpp"
#include "scale.hpp"

#include <algorithm>

using namespace tertib;

namespace {

/// Every call at scale 1, every tenth at 0.1 …
std::size_t stride() {
    return 1000 / std::min<std::size_t>(1000, scaled(1000));
}

bool has(const std::vector<std::string>& words, std::string_view part) {
    return std::ranges::any_of(
        words, [&](const std::string& word) { return word.find(part) != std::string::npos; });
}

/// Whether a flawed journal is found to do this in any scenario; stops with the first.
bool finds(Flaw flaw, std::string_view part) {
    return std::ranges::any_of(fault_scenarios(), [&](const Scenario& scenario) {
        const FaultReport report = run_faults(bare_journal(flaw), scenario,
                                              {.stride = 3, .seed = fault_seed(), .most_wrong = 5});
        return has(report.wrong, part);
    });
}

} // namespace

TEST_CASE("whichever call of twenty and more scenarios fails, the bare journal is none the worse") {
    REQUIRE(fault_scenarios().size() >= 20);
    HarnessLine line("failing calls", "runs");
    FaultReport all;
    for (const Scenario& scenario : fault_scenarios()) {
        const FaultReport report = run_faults(
            bare_journal(), scenario, {.stride = stride(), .seed = fault_seed(), .most_wrong = 5});
        INFO("TERTIB_FAULT_SEED=" << fault_seed() << "\n" << first_lines(report.wrong));
        CHECK(report.wrong.empty());
        CHECK(report.runs > 1);
        line.add(report.runs);
        all.failures_noticed += report.failures_noticed;
        all.fates_unknown += report.fates_unknown;
        all.handles_working += report.handles_working;
        all.failed.insert(report.failed.begin(), report.failed.end());
    }
    line.say(std::to_string(all.failures_noticed) + " noticed, " +
             std::to_string(all.fates_unknown) + " fates unknown, " +
             std::to_string(all.handles_working) + " handles working on");
    CHECK(all.failures_noticed > 0);
    if (stride() == 1) { // each kind of call had its turn, and some fates were unknown
        CHECK(all.failed.size() == 13);
        CHECK(all.fates_unknown > 0);
    }
}

TEST_CASE("control: failing calls find out a journal that swallows errors") {
    CHECK(finds(Flaw::swallows_errors, "lost: "));
}

TEST_CASE("control: failing calls find out a journal that calls a failed commit a refusal") {
    CHECK(finds(Flaw::denies_unknown, "there after all: "));
}

TEST_CASE("control: failing calls find out a journal that makes two events of a retry") {
    CHECK(finds(Flaw::forgets_keys, "twice: "));
}
