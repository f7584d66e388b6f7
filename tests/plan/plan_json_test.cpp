// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/plan/plan_json.hpp"

#include "base/json_view.hpp"
#include "base/parsed_json.hpp"
#include "catch.hpp"
#include "plan/tiny_plan.hpp"

using namespace tertib;
using namespace tertib::test;

namespace {

bool holds(const std::string& text, std::string_view piece) {
    return text.find(piece) != std::string::npos;
}

} // namespace

TEST_CASE("a plan is written with instants in the calendar's offset and work in seconds") {
    SopParts parts =
        timed_parts({"60 Menit", "30 Menit", "-"}, "start>1 1>2 2>1:Tidak 2>3:Ya 3>end");
    parts.pelaksana = {"Staf", "Pemohon"};
    parts.pelaksana_luar = {PelaksanaIndex{1}};
    parts.steps[0].marks = {Mark{PelaksanaIndex{0}, Symbol::process}};
    const Sop sop(parts);
    const std::string json = to_json(plan_of(sop), sop);
    CHECK_NOTHROW(ParsedJson::read(json));
    CHECK(holds(json, R"("schema": "tertib.plan/1")"));
    CHECK(holds(json, "\"sop_digest\": \"" + sop.digest() + '"'));
    CHECK(holds(json, R"("start": "2025-05-05T08:00:00+07:00")"));
    CHECK(holds(json, R"({"step": "1", "round": 0, "earliest_start": "2025-05-05T08:00:00+07:00", )"
                      R"("earliest_finish": "2025-05-05T09:00:00+07:00")"));
    CHECK(holds(json, R"("work": 5400)"));
    CHECK(holds(json, R"({"step": "2", "outcome": "Tidak"})"));
    CHECK(holds(json, R"("repeating": ["2"])"));
    CHECK(holds(json, R"("open_steps": ["3"])"));
    CHECK(holds(json, R"({"pelaksana": "Pemohon", "outside_office": true, "alone": 0)"));
    CHECK(holds(json, R"({"pelaksana": null, "outside_office": false, "alone": 1800)"));
    CHECK(holds(json, R"("latest": "2025-05-05")"));
    CHECK(holds(json, R"("zone": "+07:00")"));
    CHECK(holds(json, R"("stated_finish": null)"));
    CHECK(json == to_json(plan_of(sop), sop));
}

TEST_CASE("work that is no whole number of seconds keeps its digits") {
    const Sop sop = timed_sop({"1 Hari Kerja"}, "start>1 1>end");
    const Plan plan = plan_of(sop, {}, "2025-05-05T16:59:59.999750");
    CHECK(plan.main.work == Work{std::chrono::hours{8} + std::chrono::microseconds{250}});
    CHECK(holds(to_json(plan, sop), R"("work": 28800.00025,)"));
}
