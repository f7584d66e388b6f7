// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "power_loss_run.hpp"

#include "bare_journal.hpp"
#include "catch.hpp"
#include "dice.hpp"
#include "harness_report.hpp"
#include "scale.hpp"

#include <algorithm>

using namespace tertib;

namespace {

/// What is found in the controls is found early; more images are tried only while it isn't.
PowerLossReport control(Flaw flaw, Durability durability) {
    return run_power_losses(
        bare_journal(flaw),
        {.durability = durability, .images = 3000, .seed = fault_seed(), .most_bad = 20});
}

std::ptrdiff_t count(const std::vector<std::string>& words, std::string_view part) {
    return std::ranges::count_if(
        words, [&](const std::string& word) { return word.find(part) != std::string::npos; });
}

} // namespace

TEST_CASE("with every commit synced no loss of power loses, tears or corrupts anything") {
    HarnessLine line("loss of power", "images");
    const PowerLossReport report =
        run_power_losses(bare_journal(), {.images = scaled(50'000), .seed = fault_seed()});
    line.add(report.images);
    line.say(std::to_string(report.recordings) + " recordings, " +
             std::to_string(report.acknowledged) + " acknowledgements kept, " +
             std::to_string(report.unknown) + " fates unknown");
    INFO("TERTIB_FAULT_SEED=" << fault_seed() << "\n" << first_lines(report.wrong));
    CHECK(report.wrong.empty());
    CHECK(report.images == scaled(50'000));
    CHECK(report.acknowledged > report.images);
}

TEST_CASE("control: a loss of power loses what synchronous=NORMAL acknowledged, and only that") {
    const PowerLossReport report = control(Flaw::none, Durability::normal);
    INFO(first_lines(report.wrong));
    CHECK(count(report.wrong, ": lost: ") > 0);
    CHECK(count(report.wrong, ": lost: ") == std::ssize(report.wrong));
}

TEST_CASE("control: a loss of power corrupts a file under synchronous=OFF") {
    const PowerLossReport report = control(Flaw::none, Durability::off);
    INFO(first_lines(report.wrong));
    CHECK(count(report.wrong, "integrity: ") + count(report.wrong, "the chain breaks") +
              count(report.wrong, "malformed") + count(report.wrong, "not a database") >
          0);
}

TEST_CASE("control: a loss of power finds out a journal that acknowledges before the commit") {
    const PowerLossReport report = control(Flaw::acknowledges_early, Durability::full);
    CHECK(count(report.wrong, ": lost: ") > 0);
}

TEST_CASE("control: a loss of power finds out a retry that trusts what a killed process wrote") {
    const PowerLossReport report =
        run_power_losses(bare_journal(Flaw::trusts_what_it_reads),
                         {.images = 60'000, .seed = fault_seed(), .most_bad = 1});
    INFO(first_lines(report.wrong));
    CHECK(count(report.wrong, ": lost: ") > 0);
}
