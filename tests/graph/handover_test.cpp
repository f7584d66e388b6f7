// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/graph/handover.hpp"

#include "catch.hpp"
#include "tiny_sop.hpp"

using namespace tertib;

namespace {

constexpr PelaksanaIndex kadis{0};
constexpr PelaksanaIndex staf{1};
constexpr PelaksanaIndex tim{2};

SopParts with_marks(SopParts parts, std::vector<std::vector<PelaksanaIndex>> marks) {
    parts.pelaksana = {"Kadis", "Staf", "Tim"};
    for (std::size_t i = 0; i < marks.size(); ++i) {
        for (const PelaksanaIndex each : marks[i]) {
            parts.steps[i].marks.push_back({each, Symbol::process});
        }
    }
    return parts;
}

} // namespace

TEST_CASE("work changes hands where the next step is another's; unknown stays unknown") {
    const Sop sop(with_marks(tiny_parts(5, "start>1 1>2 2>3 3>4 4>5 5>end"),
                             {{kadis}, {staf}, {staf}, {}, {staf, tim}}));
    const Handovers found = find_handovers(StepGraph(sop));
    CHECK(found.certain == 1);
    CHECK(found.unchanged == 1);
    CHECK(found.unknown == 2);
    CHECK(found.possible == 0);
    REQUIRE(found.between.size() == 3);
    CHECK(found.between[0] == Handover{{kadis}, {staf}, Change::certain, {edge_at(1)}});
    CHECK(found.between[1].to.empty());
    CHECK(found.between[1].change == Change::unknown);
    CHECK(name(found.between[1].change) == "unknown");
}

TEST_CASE("where one of several may do the next step, a change of hands is possible") {
    const Sop sop(with_marks(tiny_parts(2, "start>1 1>2 2>end"), {{staf}, {staf, tim}}));
    const Handovers found = find_handovers(StepGraph(sop));
    CHECK(found.possible == 1);
}

TEST_CASE("an arrow between marks says who, whoever else is in the row") {
    SopParts parts = with_marks(tiny_parts(2, "start>1 1>2 2>end"), {{kadis, staf}, {staf, tim}});
    parts.flow[1].from_pelaksana = staf;
    parts.flow[1].to_pelaksana = staf;
    const Sop sop(std::move(parts));
    CHECK(find_handovers(StepGraph(sop)).unchanged == 1);
}

TEST_CASE("gateways are looked through") {
    const Sop sop(with_marks(tiny_parts(4, "start>1 1>2 1>3 2>g1 3>g1 g1>g2 g2>4 4>end"),
                             {{kadis}, {staf}, {tim}, {kadis}}));
    const StepGraph graph(sop);
    const Handovers found = find_handovers(graph);
    CHECK(found.certain == 4);
    REQUIRE(found.between.size() == 4);
    CHECK(found.between[2].from == std::vector{staf});
    CHECK(found.between[3].from == std::vector{tim});
    CHECK(flows(graph, found.between[3].flows) == "g2>4");
    CHECK_FALSE(find_handovers(graph, {.max_ways = 1}).complete);
    CHECK(found.complete);
}

TEST_CASE("hand-overs inside one row are listed apart") {
    SopParts parts = with_marks(tiny_parts(1, "start>1 1>1 1>end"), {{kadis, staf}});
    parts.flow[1].from_pelaksana = kadis;
    parts.flow[1].to_pelaksana = staf;
    const Sop sop(std::move(parts));
    const StepGraph graph(sop);
    const Handovers found = find_handovers(graph);
    CHECK(found.between.empty());
    REQUIRE(found.in_row.size() == 1);
    CHECK(found.in_row[0] == RowHandover{node(graph, "1"), kadis, staf});
}
