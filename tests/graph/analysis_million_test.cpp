// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "scale.hpp"
#include "tertib/graph/analysis.hpp"
#include "tertib/graph/analysis_json.hpp"
#include "tertib/graph/paths.hpp"
#include "tiny_sop.hpp"

#include <algorithm>
#include <memory>
#include <pthread.h>

using namespace tertib;

namespace {

// Fewer under the sanitizers, yet more than a recursion could take on that stack.
const std::size_t million = 2 * std::max<std::size_t>(10'000, scaled(500'000));

/// A chain whose last step leads back to the first: what recursion would not survive.
SopParts million_parts() {
    SopParts parts;
    parts.steps.resize(million);
    parts.flow.resize(million + 2);
    parts.flow[0].from = "start";
    for (std::size_t i = 0; i < million; ++i) {
        parts.steps[i].key = std::to_string(i + 1);
        parts.flow[i].to = parts.steps[i].key;
        parts.flow[i + 1].from = parts.steps[i].key;
    }
    parts.flow[million].to = "1";
    parts.flow[million].outcome = "Tidak";
    parts.flow[million + 1] = parts.flow[million];
    parts.flow[million + 1].to = "end";
    parts.flow[million + 1].outcome = "Ya";
    return parts;
}

struct Work {
    const Sop* sop = nullptr;
    std::unique_ptr<GraphFacts> facts;
    std::size_t json_size = 0;
    std::size_t path_length = 0;
};

void* run(void* argument) {
    Work& work = *static_cast<Work*>(argument);
    work.facts = std::make_unique<GraphFacts>(analyse(*work.sop));
    work.json_size = to_json(*work.facts).size();
    PathWalk walk(work.facts->graph);
    work.path_length = walk.next().value_or(Path{}).size();
    return nullptr;
}

/// In a thread whose stack holds 256 KiB, a quarter of a byte for each step.
void run_on_small_stack(Work& work) {
    pthread_attr_t attributes;
    REQUIRE(pthread_attr_init(&attributes) == 0);
    REQUIRE(pthread_attr_setstacksize(&attributes, std::size_t{256} << 10) == 0);
    pthread_t thread{};
    REQUIRE(pthread_create(&thread, &attributes, run, &work) == 0);
    REQUIRE(pthread_join(thread, nullptr) == 0);
    REQUIRE(pthread_attr_destroy(&attributes) == 0);
}

} // namespace

TEST_CASE("a million steps in a chain with a way back are analysed on a small stack") {
    const Sop sop(million_parts());
    Work work;
    work.sop = &sop;
    run_on_small_stack(work);
    const GraphFacts& facts = *work.facts;
    CHECK(facts.soundness.verdict == SoundnessVerdict::sound);
    REQUIRE(facts.loops.size() == 1);
    CHECK(facts.loops[0].nodes.size() == million);
    CHECK(flows(facts.graph, facts.loops[0].back) == std::to_string(million) + ">1:Tidak");
    CHECK(facts.mandatory.size() == million);
    CHECK(facts.dominators.chain(StepGraph::end()).size() == million + 1);
    CHECK(facts.order.level_count == 3);
    CHECK(work.path_length == million + 1);
    CHECK(work.json_size > million);
}

TEST_CASE("a million steps between a split and its gateway are decided by the smaller net") {
    SopParts parts = million_parts();
    // The second half begins a branch of its own; the last step is behind the gateway.
    Gateway gateway;
    gateway.key = "g1";
    parts.gateways = {gateway};
    parts.flow[million / 2].from = "1";
    Flow join;
    join.from = std::to_string(million / 2);
    join.to = "g1";
    parts.flow.push_back(join);
    parts.flow[million - 1].to = "g1";
    join.from = "g1";
    join.to = std::to_string(million);
    parts.flow.push_back(join);
    const Sop sop(std::move(parts));
    const StepGraph graph(sop);
    const Soundness found = check_soundness(graph, {.max_states = 10'000});
    CHECK(found.verdict == SoundnessVerdict::sound);
    CHECK(found.method == SoundnessMethod::reduction);
}
