// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "store_subject.hpp"

#include "catch.hpp"
#include "dice.hpp"
#include "fault_run.hpp"
#include "harness_report.hpp"
#include "kill_loop.hpp"
#include "power_loss_run.hpp"
#include "scale.hpp"

#include <algorithm>

using namespace tertib;

// Promises 1 to 4 for the store itself. What shows that these harnesses find anything are the
// controls beside the bare journal.

TEST_CASE("whichever call of twenty and more scenarios fails, the store is none the worse") {
    HarnessLine line("failing calls of the store", "runs");
    const std::size_t stride = 1000 / std::min<std::size_t>(1000, scaled(1000));
    std::size_t noticed = 0;
    std::size_t unknown = 0;
    for (const Scenario& scenario : fault_scenarios()) {
        const FaultReport report = run_faults(
            store_subject(), scenario, {.stride = stride, .seed = fault_seed(), .most_wrong = 5});
        INFO("TERTIB_FAULT_SEED=" << fault_seed() << "\n" << first_lines(report.wrong));
        CHECK(report.wrong.empty());
        line.add(report.runs);
        noticed += report.failures_noticed;
        unknown += report.fates_unknown;
    }
    line.say(std::to_string(noticed) + " noticed, " + std::to_string(unknown) + " fates unknown");
    CHECK(noticed > 0);
}

TEST_CASE("no loss of power loses, tears or corrupts what the store acknowledged") {
    HarnessLine line("loss of power under the store", "images");
    const PowerLossReport report =
        run_power_losses(store_subject(), {.images = scaled(50'000), .seed = fault_seed()});
    line.add(report.images);
    INFO("TERTIB_FAULT_SEED=" << fault_seed() << "\n" << first_lines(report.wrong));
    CHECK(report.wrong.empty());
    CHECK(report.images == scaled(50'000));
}

TEST_CASE("control: a loss of power loses what a store with synchronous=NORMAL acknowledged") {
    const PowerLossReport report = run_power_losses(
        store_subject(),
        {.durability = Durability::normal, .images = 3000, .seed = fault_seed(), .most_bad = 20});
    CHECK(std::ranges::any_of(report.wrong, [](const std::string& word) {
        return word.find(": lost: ") != std::string::npos;
    }));
}

TEST_CASE("no killing of a process loses, tears or corrupts what its store acknowledged") {
    HarnessLine line("kill -9 of a store", "kills");
    const KillReport report =
        run_kills(store_subject(), {.kills = scaled(3000), .seed = fault_seed()});
    line.add(report.kills);
    INFO("TERTIB_FAULT_SEED=" << fault_seed() << "\n" << first_lines(report.wrong));
    CHECK(report.wrong.empty());
    CHECK(report.kills == scaled(3000));
}
