// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/check/replay_counts.hpp"

#include "catch.hpp"
#include "tertib/base/error.hpp"
#include "tiny_net.hpp"

using namespace tertib;

TEST_CASE("cases are counted by how their traces fared, and add up") {
    const PetriNet net = tiny_net("i>A>p p>B>o");
    const std::vector<LabelIndex> whole = trace_of(net, "AB");
    const std::vector<LabelIndex> half = trace_of(net, "A");
    const std::vector<LabelIndex> back = trace_of(net, "BA");
    const std::vector<LabelIndex> odd = trace_of(net, "AXB");
    const std::vector<NetTrace> traces{{whole, 5}, {half, 2}, {back, 1}, {odd, 3}};
    const ReplayCounts counts = replay_counts(traces, replay(net, traces));
    CHECK(counts == ReplayCounts{.cases = 11,
                                 .events = 23,
                                 .variants = 4,
                                 .fits = 5,
                                 .unknown = 3,
                                 .not_possible = 1,
                                 .unfinished = 2,
                                 .not_decided = 0});
    CHECK(counts.of(ReplayVerdict::unfinished) == 2);
    CHECK(counts.of(ReplayVerdict::not_decided) == 0);
    CHECK(to_json(counts).find(R"("schema": "tertib.token_replay/1")") != std::string::npos);
    CHECK(to_json(counts).find(R"("not_possible": 1)") != std::string::npos);
}

TEST_CASE("answers of other traces aren't counted") {
    const PetriNet net = tiny_net("i>A>o");
    const std::vector<LabelIndex> trace = trace_of(net, "A");
    const std::vector<NetTrace> traces{{trace, 1}};
    CHECK_THROWS_AS(replay_counts(traces, {}), Error);
}
