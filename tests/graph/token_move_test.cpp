// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/graph/token_move.hpp"

#include "catch.hpp"
#include "graph/tiny_sop.hpp"
#include "tertib/base/error.hpp"

#include <algorithm>

using namespace tertib;

namespace {

/// Edges in the order of the flows, as tiny_sop makes them.
TokenFit fit(const Sop& sop, std::vector<std::size_t> marking, std::size_t from,
             std::string_view to, const SoundnessOptions& budget = {}) {
    const StepGraph graph(sop);
    std::vector<EdgeIndex> edges;
    for (const std::size_t place : marking) {
        edges.push_back(edge_at(place));
    }
    return move_token(graph, edges, edge_at(from), *graph.find(to), budget).fit;
}

} // namespace

TEST_CASE("where one token runs, it may be laid before any step, or taken by the end") {
    const Sop sop = tiny_sop(3, "start>1 1>2 2>3 3>end");
    CHECK(fit(sop, {2}, 2, "1") == TokenFit::fits);
    CHECK(fit(sop, {0}, 0, "3") == TokenFit::fits);
    CHECK(fit(sop, {1}, 1, "end") == TokenFit::fits);
}

TEST_CASE("a token stays in its own parallel branch until all have met") {
    //                      0       1   2   3   4    5    6    7
    const Sop sop = tiny_sop(5, "start>1 1>2 1>4 2>3 3>g1 4>g1 g1>5 5>end");
    CHECK(fit(sop, {2, 3}, 3, "2") == TokenFit::fits);
    CHECK(fit(sop, {2, 3}, 3, "1") == TokenFit::elsewhere);
    CHECK(fit(sop, {2, 3}, 3, "4") == TokenFit::elsewhere);
    CHECK(fit(sop, {2, 3}, 3, "end") == TokenFit::elsewhere);
    CHECK(fit(sop, {6}, 6, "1") == TokenFit::fits);
    CHECK(fit(sop, {6}, 6, "3") == TokenFit::elsewhere);
}

TEST_CASE("branches that end on their own can't be sent back before their split") {
    const Sop sop = tiny_sop(3, "start>1 1>2 1>3 2>end 3>end");
    CHECK(fit(sop, {1, 2}, 1, "1") == TokenFit::elsewhere);
    CHECK(fit(sop, {1, 2}, 1, "end") == TokenFit::fits);
    CHECK(fit(sop, {1}, 1, "1") == TokenFit::fits); // 3 is over: nothing runs twice
}

TEST_CASE("past the budget only a way without split and gateway decides") {
    const Sop sop = tiny_sop(5, "start>1 1>2 1>4 2>3 3>g1 4>g1 g1>5 5>end");
    SoundnessOptions tight;
    tight.max_states = 1;
    CHECK(fit(sop, {2, 3}, 3, "2", tight) == TokenFit::fits);
    CHECK(fit(sop, {2, 3}, 3, "4", tight) == TokenFit::not_decided);
}

TEST_CASE("a token that isn't there can't be moved") {
    const Sop sop = tiny_sop(2, "start>1 1>2 2>end");
    CHECK_THROWS_AS(fit(sop, {1}, 0, "2"), Error);
}
