// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/sim/office_year.hpp"

#include "catch.hpp"
#include "judged_log.hpp"
#include "sample_sops.hpp"
#include "tertib/base/error.hpp"

#include <algorithm>
#include <chrono>

using namespace tertib;

TEST_CASE("a year of an office has every deviation that its SOP can show, and what was planted is "
          "found") {
    SopParts parts = timed_parts(7, "start>1 1>2 2>3 3>4 4>5 5>6 6>7 7>end",
                                 "180 Menit;180 Menit;1 Bulan;1 Hari;7 Hari;1 Hari;2 Hari");
    parts.steps[4].optional = parts.steps[5].optional = "bukan nominator";
    const Sop sop(std::move(parts));
    const GeneratorOptions options =
        office_year(sop, office(), {}, std::chrono::year{2025},
                    {.seed = 3, .four_eyes = {{.steps = {"1", "7"}, .basis = "contoh"}}});
    CHECK(options.cases == 1'000);
    CHECK(options.plants.size() == 12); // it states no total
    const GeneratedLog made = generate_log(sop, office(), {}, options);
    const JudgedLog judged(sop, office(), made, options);
    CAPTURE(judged.missed(), judged.unexpected());
    CHECK(judged.found() == judged.expected());
    std::size_t non_nominees = 0;
    for (Code code = 1; code <= made.log.case_count(); ++code) {
        non_nominees += made.log.case_index().rows(code).size() == 5 ? 1 : 0;
    }
    CHECK(non_nominees > 200);
    CHECK_THROWS_AS(office_year(sop, office(), {}, std::chrono::year{2019}), Error);
}
