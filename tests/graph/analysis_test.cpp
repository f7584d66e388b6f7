// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/graph/analysis.hpp"

#include "catch.hpp"
#include "tertib/graph/analysis_json.hpp"
#include "tiny_sop.hpp"

using namespace tertib;

namespace {

Sop example() {
    SopParts parts = tiny_parts(4, "start>1 1>2 2>3:Setuju 2>1:Ditolak 3>end 4>end");
    parts.pelaksana = {"Kadis", "Staf"};
    parts.steps[0].marks = {{PelaksanaIndex{1}, Symbol::process}};
    parts.steps[1].marks = {{PelaksanaIndex{0}, Symbol::decision}};
    parts.steps[0].kelengkapan = {"Disposisi"};
    parts.steps[0].produk = {"Konsep Surat Permohonan Pemindahan"};
    parts.steps[1].kelengkapan = {"Konsep Surat Permohonan"};
    parts.steps[2].produk = {"Surat"};
    return Sop(parts);
}

} // namespace

TEST_CASE("one call gathers everything that the graph tells") {
    const Sop sop = example();
    const GraphFacts facts = analyse(sop);
    CHECK(facts.loops.size() == 1);
    CHECK(names(facts.graph, facts.reachability.unreachable) == "4");
    CHECK(names(facts.graph, facts.mandatory) == "1 2 3");
    CHECK(facts.implicit_ends.empty());
    CHECK(facts.dominators.immediate(StepGraph::step_node(1)) == StepGraph::step_node(0));
    CHECK(facts.post_dominators.immediate(StepGraph::step_node(0)) == StepGraph::step_node(1));
    CHECK(facts.documents.links.size() == 1);
    CHECK(facts.handovers.certain == 2);
    CHECK(facts.soundness.problem == SoundnessProblem::dead_step);
    CHECK(facts.order.level_count == 4);
}

TEST_CASE("the facts as JSON name nodes as the Sop does") {
    const Sop sop = example();
    const std::string json = to_json(analyse(sop));
    const auto has = [&json](std::string_view part) { return json.find(part) != json.npos; };
    CHECK(has(R"("schema": "tertib.graph/1")"));
    CHECK(has(R"("sop_digest": ")" + sop.digest()));
    CHECK(has(R"("from": "2", "to": "1", "outcome": "Ditolak")"));
    CHECK(has(R"("similarity": 0.8571)"));
    CHECK(has(R"("verdict": "unsound")"));
    CHECK(has(R"("dead_steps": ["4"])"));
    CHECK(has(R"("from": ["Staf"], "to": ["Kadis"], "change": "certain")"));
    CHECK(json.back() == '\n');
}

TEST_CASE("an Sop without steps has facts too") {
    const Sop sop = tiny_sop(0, "");
    const GraphFacts facts = analyse(sop);
    CHECK(facts.soundness.problem == SoundnessProblem::no_steps);
    CHECK(to_json(facts).find(R"("problem": "no_steps")") != std::string::npos);
}
