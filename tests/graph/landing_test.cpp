// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/graph/landing.hpp"

#include "catch.hpp"
#include "graph/tiny_sop.hpp"

using namespace tertib;

namespace {

/// "2 3": the flows on which the tokens come to lie; "elsewhere", "?" where it isn't decided.
std::string landed(const Sop& sop, const std::vector<std::vector<std::size_t>>& tokens,
                   const SoundnessOptions& budget = {}) {
    const StepGraph graph(sop);
    std::vector<std::vector<EdgeIndex>> flows;
    for (const std::vector<std::size_t>& token : tokens) {
        flows.emplace_back();
        for (const std::size_t place : token) {
            flows.back().push_back(edge_at(place));
        }
    }
    const Landing landing = land_tokens(graph, flows, budget);
    if (landing.fit != TokenFit::fits) {
        return landing.fit == TokenFit::elsewhere ? "elsewhere" : "?";
    }
    std::string text;
    for (const EdgeIndex edge : landing.edges) {
        text += (text.empty() ? "" : " ") + std::to_string(position(edge));
    }
    return text;
}

} // namespace

TEST_CASE("tokens land together where the case could have come to stand like that") {
    //                          0       1   2   3   4    5    6    7
    const Sop sop = tiny_sop(5, "start>1 1>2 1>4 2>3 3>g1 4>g1 g1>5 5>end");
    CHECK(landed(sop, {{0}}) == "0");
    CHECK(landed(sop, {{3}, {2}}) == "3 2");
    CHECK(landed(sop, {{4}, {5}}) == "4 5");  // both wait, the gateway lets them go on next
    CHECK(landed(sop, {{3}}) == "elsewhere"); // the other branch's token is missing
    CHECK(landed(sop, {{1}, {3}}) == "elsewhere");
    CHECK(landed(sop, {{0}, {2}}) == "elsewhere");
    CHECK(landed(sop, {}).empty()); // a case that is over
}

TEST_CASE("of several flows each token takes the first that fits with the others") {
    const Sop sop = tiny_sop(3, "start>1 1>2:a 1>3:b 2>3 3>1:Ulang 3>end:Ya");
    CHECK(landed(sop, {{3, 2}}) == "3");
    CHECK(landed(sop, {{2, 3}}) == "2");
    const Sop branches = tiny_sop(4, "start>1 1>2 1>3 2>g1 3>g1 g1>4 4>end");
    CHECK(landed(branches, {{1, 2}, {1, 2}}) == "1 2"); // not both on one flow
    CHECK(landed(branches, {{2, 1}, {2, 1}}) == "2 1");
    CHECK(landed(branches, {{}, {1}}) == "elsewhere");
}

TEST_CASE("past the budget it isn't decided") {
    const Sop sop = tiny_sop(5, "start>1 1>2 1>4 2>3 3>g1 4>g1 g1>5 5>end");
    SoundnessOptions tight;
    tight.max_states = 1;
    CHECK(landed(sop, {{3}}, tight) == "?");
}
