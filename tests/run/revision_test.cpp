// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/revision.hpp"

#include "catch.hpp"
#include "run/office.hpp"
#include "tertib/base/error.hpp"

#include <set>

using namespace tertib;

namespace {

/// "1#1 same 1, 2#1 gone -": where the office's case would stand.
std::string fates(const Office& office, const SopParts& revised) {
    std::string all;
    for (const RevisedTask& each : revise(office.sop(), Sop(revised), office.state).tasks) {
        all += (all.empty() ? "" : ", ") + text(each.task) + " " + std::string(name(each.fate)) +
               " " + (each.step.empty() ? "-" : each.step);
    }
    return all;
}

std::string codes(const std::vector<Finding>& findings) {
    std::string all;
    for (const Finding& each : findings) {
        all += (all.empty() ? "" : " ") + each.code;
    }
    return all;
}

} // namespace

TEST_CASE("an open task stays at its step, or it is said what became of it") {
    Office office(tiny_parts(2, "start>1 start>2 1>end 2>end"));
    office.start();
    SopParts revised = office.sop().parts();
    CHECK(fates(office, revised) == "1#1 same 1, 2#1 same 2");
    revised.steps[0].uraian = " langkah 1. ";
    revised.steps[1].uraian = "Menelaah";
    CHECK(fates(office, revised) == "1#1 same 1, 2#1 reworded 2");
    std::swap(revised.steps[0].uraian, revised.steps[1].uraian);
    CHECK(fates(office, revised) == "1#1 moved 2, 2#1 reworded 2");
    CHECK(fates(office, tiny_parts(1, "start>1 1>end")) == "1#1 same 1, 2#1 gone -");
}

TEST_CASE("only a case of the old version is looked at") {
    Office office(tiny_parts(1, "start>1 1>end"));
    office.start();
    const Sop other = tiny_sop(2, "start>1 1>2 2>end");
    CHECK_THROWS_AS(revise(other, office.sop(), office.state), Error);
    CHECK(revise(office.sop(), other, office.state).case_id == "K-1");
    CHECK(revise(office.sop(), other, office.state).status == CaseStatus::running);
}

TEST_CASE("of an overlay what fitted the old version and doesn't fit the new one is told") {
    SopParts parts = tiny_parts(3, "start>1 1>2 2>3 3>end");
    parts.pelaksana = {"Kadis", "Staf"};
    const Sop old(parts);
    Overlay overlay;
    overlay.assign["3"] = {"Kadis"};
    overlay.assign["2"] = {"Staf"};
    overlay.assign["9"] = {"Kadis"};  // never fitted
    overlay.assign["1"] = {"Bupati"}; // nor this
    CHECK(codes(no_longer_fits(old, old, overlay)).empty());
    SopParts revised = tiny_parts(2, "start>1 1>2 2>end");
    revised.pelaksana = {"Kadis", "Analis"};
    const std::vector<Finding> findings = no_longer_fits(old, Sop(revised), overlay);
    CHECK(codes(findings) == "OVERLAY-UNKNOWN-PELAKSANA OVERLAY-UNKNOWN-STEP");
    CHECK(findings[0].arguments[0] == Argument{"pelaksana", "Staf"});
    CHECK(findings[1].arguments[0] == Argument{"step", "3"});
}

TEST_CASE("an overlay that names its digest is told which parts have changed") {
    const Sop old = tiny_sop(2, "start>1 1>2 2>end");
    const Overlay overlay = overlay_template(old);
    SopParts revised = old.parts();
    revised.steps[1].uraian = "Menelaah";
    CHECK(codes(no_longer_fits(old, Sop(revised), overlay)) == "OVERLAY-DIGEST");
}

TEST_CASE("every fate of a step has a name of its own") {
    std::set<std::string_view> names;
    for (const StepFate fate :
         {StepFate::same, StepFate::reworded, StepFate::moved, StepFate::gone}) {
        names.insert(name(fate));
    }
    CHECK(names.size() == 4);
    CHECK_FALSE(names.contains(""));
}
