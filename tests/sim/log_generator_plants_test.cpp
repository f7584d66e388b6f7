// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "judged_log.hpp"
#include "sample_sops.hpp"
#include "scale.hpp"
#include "tertib/base/error.hpp"
#include "tertib/sim/log_generator.hpp"

#include <algorithm>
#include <map>

using namespace tertib;

namespace {

GeneratorOptions told_year(std::size_t cases) {
    GeneratorOptions options = year_options();
    options.cases = cases;
    options.documents = DocumentsTold::all;
    options.four_eyes = {{.steps = {"1", "3"}, .basis = "contoh"}};
    return options;
}

/// Whether cases of the SOP can show it.
bool shows(const Sop& sop, Deviation code) {
    GeneratorOptions options = told_year(6);
    options.plants = {{code, 2}};
    try {
        (void)generate_log(sop, office(), {}, options);
    } catch (const Error& error) {
        CHECK_THAT(error.what(), Catch::Contains(std::string(name(code))));
        return false;
    }
    return true;
}

std::vector<PlantedDeviation> showable(const Sop& sop, std::size_t cases) {
    std::vector<PlantedDeviation> plants;
    for (std::size_t i = 0; i < deviation_count; ++i) {
        const auto code = static_cast<Deviation>(i);
        if (can_be_planted(code) && shows(sop, code)) {
            plants.push_back({code, cases});
        }
    }
    return plants;
}

} // namespace

TEST_CASE("every deviation that was planted is found, and nothing else") {
    std::map<std::string, std::size_t> shown;
    for (const SampleSop& sample : sample_sops()) {
        const std::vector<PlantedDeviation> plants = showable(sample.sop, 4);
        for (const PlantedDeviation& each : plants) {
            ++shown[std::string(name(each.code))];
        }
        for (std::uint64_t seed = 1; seed <= scaled(200); ++seed) {
            GeneratorOptions options = told_year(80);
            options.seed = seed;
            options.plants = plants;
            const GeneratedLog made = generate_log(sample.sop, office(), {}, options);
            const JudgedLog judged(sample.sop, office(), made, options);
            CAPTURE(sample.name, seed, judged.missed(), judged.unexpected());
            CHECK(judged.found() == judged.expected());
            for (const PlantedDeviation& each : plants) {
                CHECK(std::ranges::count_if(made.truth.entries, [&](const TruthEntry& entry) {
                          return entry.code == each.code && entry.reason == TruthReason::planted;
                      }) == static_cast<std::ptrdiff_t>(each.cases));
            }
        }
    }
    for (std::size_t i = 0; i < deviation_count; ++i) {
        const auto code = static_cast<Deviation>(i);
        CAPTURE(name(code), shown[std::string(name(code))]);
        CHECK((!can_be_planted(code) || shown[std::string(name(code))] > 0));
    }
}

TEST_CASE("a plain line of steps can show every deviation that a case without a total can") {
    const Sop sop(timed_parts(4, "start>1 1>2 2>3 3>4 4>end"));
    std::size_t count = 0;
    for (const PlantedDeviation& each : showable(sop, 1)) {
        CHECK(each.code != Deviation::late_case);
        ++count;
    }
    CHECK(count == deviation_count - 3);
}

TEST_CASE("open cases come last, and what a late step brings with it is told") {
    const Sop sop(timed_parts(4, "start>1 1>2 2>3 3>4 4>end"));
    GeneratorOptions options = told_year(20);
    options.plants = {{Deviation::incomplete, 2}, {Deviation::overdue, 1}};
    const Truth truth = generate_log(sop, office(), {}, options).truth;
    const auto of = [&](std::string_view id) {
        std::string codes;
        for (const TruthEntry& each : truth.entries) {
            codes += each.of_case == id ? std::string(name(each.code)) + " " : "";
        }
        return codes;
    };
    CHECK(of("K-19") == "INCOMPLETE ");
    CHECK(of("K-20") == "INCOMPLETE ");
    const auto overdue = std::ranges::find(truth.entries, Deviation::overdue, &TruthEntry::code);
    REQUIRE(overdue != truth.entries.end());
    CHECK(of(overdue->of_case) == "OVERDUE INCOMPLETE ");
    CHECK(text(truth.now, wib()) == "2025-12-31T16:00:00+07:00");
}
