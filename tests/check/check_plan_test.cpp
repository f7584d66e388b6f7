// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/check/check_plan.hpp"

#include "catch.hpp"
#include "tertib/base/error.hpp"
#include "test_log.hpp"

using namespace tertib;

namespace {

CheckPlan plan_of(SopParts parts, CheckTexts texts, CheckOptions options = {}) {
    return CheckPlan({version_of(std::move(parts))}, id5(), {}, std::move(texts),
                     std::move(options));
}

} // namespace

TEST_CASE("activities are steps by key, by number and by uraian, compared folded") {
    SopParts parts = timed_parts(3, "start>1 1>2 2>3 3>end");
    parts.steps[0].no = "1.";
    parts.steps[1].no = "7.";
    parts.steps[1].uraian = "Menelaah  Berkas";
    parts.steps[2].uraian = "Mengesahkan";
    const CheckPlan plan = plan_of(
        parts, {.activities = {"", "2", "1.", "menelaah berkas", "7", "Rapat", "MENGESAHKAN"}});
    CHECK(plan.step_of(0, 1) == 1);
    CHECK(plan.step_of(0, 2) == 0);
    CHECK(plan.step_of(0, 3) == 1);
    CHECK(plan.step_of(0, 4) == 1);
    CHECK(plan.step_of(0, 5) == no_step);
    CHECK(plan.step_of(0, 6) == 2);
    CHECK(plan.step_of(0, 0) == no_step);
    CHECK(plan.step_of(0, 99) == no_step);
}

TEST_CASE("two steps of one uraian aren't told apart by it") {
    SopParts parts = timed_parts(2, "start>1 1>2 2>end");
    parts.steps[0].uraian = parts.steps[1].uraian = "Meneruskan";
    const CheckPlan plan = plan_of(parts, {.activities = {"", "Meneruskan", "2"}});
    CHECK(plan.step_of(0, 1) == no_step);
    CHECK(plan.step_of(0, 2) == 1);
}

TEST_CASE("a given map of activities stands in place of texts") {
    CheckVersion version = version_of(timed_parts(2, "start>1 1>2 2>end"));
    version.step_of_activity = {no_step, 1, 77};
    const CheckPlan plan({version}, id5(), {}, {.activities = {"", "1", "2"}});
    CHECK(plan.step_of(0, 1) == 1);
    CHECK(plan.step_of(0, 2) == no_step);
}

TEST_CASE("a plan refuses what it can't check against, and names the limit") {
    const SopParts parts = timed_parts(2, "start>1 1>2 2>end");
    CHECK_THROWS_AS(CheckPlan({}, id5(), {}, {}), Error);
    CHECK_THROWS_AS(CheckPlan({CheckVersion{}}, id5(), {}, {}), Error);
    CHECK_THROWS_AS(plan_of(parts, {}, {.judge_by = 1}), Error);
    CHECK_THROWS_AS(plan_of(parts, {}, {.kelengkapan = {{.bit = 64}}}), Error);
    CHECK_THROWS_WITH(plan_of(parts, {}, {.limits = {.steps = 1}}), Catch::Contains("check_steps"));
    CHECK_THROWS_WITH(plan_of(parts, {}, {.limits = {.calendar_editions = 2}}),
                      Catch::Contains("calendar_editions"));
}

TEST_CASE("the plan's calendar is the one known at now") {
    const SopParts parts = timed_parts(2, "start>1 1>2 2>end");
    CHECK(plan_of(parts, {}).calendar().table().is_working_day(*read_day("2023-06-28")) == false);
    const CheckPlan then = plan_of(parts, {}, {.now = moment("2023-06-10T10:00")});
    CHECK(then.calendar().table().is_working_day(*read_day("2023-06-28")));
    CHECK(then.sop(0).steps().size() == 2);
    CHECK(then.version_count() == 1);
    CHECK(then.options().now == moment("2023-06-10T10:00"));
    CHECK(then.texts().activities.size() == 1);
}
