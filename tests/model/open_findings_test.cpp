// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/model/open_findings.hpp"

#include "tertib/model/overlay.hpp"

#include "catch.hpp"

#include <string>
#include <utility>

using namespace tertib;

namespace {

Step step(std::string key) {
    Step made;
    made.key = std::move(key);
    made.uraian = "Menelaah";
    return made;
}

Flow by_order(std::string from, std::string to) {
    Flow made;
    made.from = std::move(from);
    made.to = std::move(to);
    return made;
}

/// 1 → 2 → g1 → 3 → end; nobody is marked, 2 is a decision without targets.
Sop sample() {
    SopParts parts;
    parts.pelaksana = {"Kadis", "Staf"};
    parts.steps = {step("1"), step("2"), step("3")};
    parts.steps[1].kind = StepKind::decision;
    parts.steps[1].outcomes = {"Ya", "Tidak"};
    parts.gateways = {Gateway{.key = "g1"}};
    parts.flow = {by_order("start", "1"), by_order("1", "2"), by_order("2", "g1"),
                  by_order("g1", "3"), by_order("3", "end")};
    return Sop(std::move(parts));
}

Place at(std::string key) {
    return {.row = 7, .column = 0, .step = std::move(key)};
}

Finding nobody() {
    return make_finding("READ-NO-PELAKSANA", {}, {{"steps", "1, 2, 3"}, {"cells", "6"}}, "1, 2, 3");
}

Finding no_target() {
    return make_finding("READ-OUTCOME-NO-TARGET", at("2"),
                        {{"outcomes", "Ya, Tidak"}, {"step", "2"}}, "Ya, Tidak");
}

std::vector<Finding> open_after(const Overlay& overlay, const Finding& finding) {
    return open_findings(std::vector{finding}, apply_overlay(sample(), overlay).sop);
}

Overlay with_flow(std::vector<OverlayFlow> flow) {
    Overlay overlay;
    overlay.by = "Sekretariat";
    overlay.flow = std::move(flow);
    return overlay;
}

} // namespace

TEST_CASE("without an overlay every finding stays open, in its order") {
    const std::vector<Finding> all = {
        no_target(),
        nobody(),
        make_finding("READ-TARGET-UNKNOWN", at("1"), {{"text", "lihat"}, {"step", "1"}}),
        make_finding("READ-JOIN-INFERRED", at("3"),
                     {{"step", "3"}, {"from", "2"}, {"gateway", "g1"}}),
        make_finding("READ-STEP-UNCONNECTED", at("3"), {{"step", "3"}}),
        make_finding("READ-JOIN-UNCLEAR", at("3"), {{"step", "3"}})};
    CHECK(open_findings(all, sample()) == all);
}

TEST_CASE("a step that a person assigned leaves the finding of unknown pelaksana") {
    Overlay overlay;
    overlay.assign["2"] = {"Kadis"};
    const std::vector<Finding> open = open_after(overlay, nobody());
    REQUIRE(open.size() == 1);
    CHECK(open[0].arguments == std::vector<Argument>{{"steps", "1, 3"}, {"cells", "4"}});
    CHECK(open[0].evidence == "1, 3");
    overlay.assign["1"] = {"Staf"};
    overlay.assign["3"] = {"Staf"};
    CHECK(open_after(overlay, nobody()).empty());
}

TEST_CASE("an outcome to which a person gave a flow is no longer open") {
    std::vector<OverlayFlow> flow = {{"2", "1", "tidak"}};
    const std::vector<Finding> open = open_after(with_flow(flow), no_target());
    REQUIRE(open.size() == 1);
    CHECK(open[0].where == at("2"));
    CHECK(open[0].evidence == "Ya");
    flow.push_back({"2", "3", "Ya"});
    CHECK(open_after(with_flow(flow), no_target()).empty());
}

TEST_CASE("exits that a person named without a target are open as such") {
    SopParts parts = sample().parts();
    parts.steps[1].outcomes.clear();
    const Sop before(parts);
    const std::vector<Finding> findings = {
        make_finding("READ-DECISION-NO-EXITS", at("2"), {{"step", "2"}}, "Menelaah")};
    CHECK(open_findings(findings, before) == findings);
    Overlay overlay;
    overlay.outcomes["2"] = {"Ya", "Tidak"};
    const Sop named = apply_overlay(before, overlay).sop;
    CHECK(open_findings(findings, named) == std::vector{no_target()});
}

TEST_CASE("what was assumed of a way on is settled by a person's flow out of that step alone") {
    const Overlay overlay = with_flow({{"1", "3", {}}});
    for (const char* code : {"READ-CONDITION-UNREAD", "READ-IMPLICIT-END", "READ-JUMP-UNNAMED",
                             "READ-OTHERWISE", "READ-TARGET-UNKNOWN", "READ-TERMINATOR-INSIDE"}) {
        INFO(code);
        CHECK(open_after(overlay, make_finding(code, at("1"))).empty());
        CHECK(open_after(overlay, make_finding(code, at("2"))).size() == 1);
    }
}

TEST_CASE("a start, a loose step and a meeting of branches are settled by a person's flows") {
    const Finding start = make_finding("READ-START-ASSUMED", {}, {{"step", "1"}});
    CHECK(open_after(with_flow({{"start", "2", {}}}), start).empty());
    CHECK(open_after(with_flow({{"1", "3", {}}}), start).size() == 1);
    const Finding loose = make_finding("READ-STEP-UNCONNECTED", at("3"));
    CHECK(open_after(with_flow({{"1", "3", {}}}), loose).empty());
    CHECK(open_after(with_flow({{"start", "2", {}}}), loose).size() == 1);
    const Finding unclear = make_finding("READ-JOIN-UNCLEAR", at("3"));
    CHECK(open_after(with_flow({{"1", "3", {}}}), unclear).size() == 1); // g1 still leads there
    CHECK(open_after(with_flow({{"2", "3", {}}}), unclear).empty());     // g1 went with its flow
}

TEST_CASE("a gateway that an overlay made go away isn't told any more") {
    const Finding inferred = make_finding("READ-JOIN-INFERRED", at("3"), {{"gateway", "g1"}});
    CHECK(open_after(with_flow({{"2", "3", {}}}), inferred).empty());
    CHECK(open_after(with_flow({{"1", "3", {}}}), inferred).size() == 1);
}

TEST_CASE("facts of the document stay, whatever a person adds") {
    Overlay overlay = with_flow({{"1", "3", {}}});
    overlay.assign["1"] = {"Kadis"};
    for (const char* code : {"READ-NUMBER-MISSING", "READ-STATED-NOT-DRAWN", "READ-LANE-SYMBOL"}) {
        INFO(code);
        CHECK(open_after(overlay, make_finding(code, at("1"))) ==
              std::vector{make_finding(code, at("1"))});
    }
}
