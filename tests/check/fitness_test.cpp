// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/check/fitness.hpp"

#include "catch.hpp"
#include "tertib/base/error.hpp"
#include "tertib/check/fitness_json.hpp"
#include "tiny_net.hpp"

#include <algorithm>
#include <limits>

using namespace tertib;

namespace {

/// Three kinds of cases of a net of three steps.
struct SmallLog {
    PetriNet net = tiny_net("i>A>p p>B>q q>C>o");
    std::vector<LabelIndex> whole = trace_of(net, "ABC");
    std::vector<LabelIndex> half = trace_of(net, "A");
    std::vector<LabelIndex> odd = trace_of(net, "AXBC");
    std::vector<NetTrace> traces{{whole, 5}, {half, 2}, {odd, 1}};
};

} // namespace

TEST_CASE("fitness is a mean over cases, and one over all costs") {
    const SmallLog log;
    const LogFitness fitness = log_fitness(log.traces, align(log.net, log.traces));
    CHECK(fitness.cases == 8);
    CHECK(fitness.events == 21);
    CHECK(fitness.variants == 3);
    CHECK(fitness.cost == 5);
    CHECK(fitness.cost_lower == 5);
    CHECK(fitness.min_model_cost == 3);
    CHECK(fitness.perfect == 5);
    CHECK(fitness.histogram == std::map<std::uint32_t, std::uint64_t>{{0, 5}, {1, 1}, {2, 2}});
    CHECK(fitness.optimal_variants == 3);
    CHECK(fitness.bounded_variants == 0);
    CHECK(fitness.avg_fitness == Approx((5 + 2 * 0.5 + 6.0 / 7) / 8));
    CHECK(fitness.log_fitness == Approx(1 - 5.0 / 45));
}

TEST_CASE("the figures don't depend on the order of the traces") {
    SmallLog log;
    const LogFitness forth = log_fitness(log.traces, align(log.net, log.traces));
    std::ranges::reverse(log.traces);
    CHECK(log_fitness(log.traces, align(log.net, log.traces)) == forth);
}

TEST_CASE("a log of no cases fits") {
    const PetriNet net = tiny_net("i>A>o");
    const LogFitness fitness = log_fitness({}, align(net, {}));
    CHECK(fitness.avg_fitness == 1);
    CHECK(fitness.log_fitness == 1);
    CHECK(fitness.min_model_cost == 1);
}

TEST_CASE("bounded variants count with their upper bounds, and the lower sum is told") {
    const SmallLog log;
    Alignments found = align(log.net, log.traces);
    found.traces[1].lower = 0;
    const LogFitness fitness = log_fitness(log.traces, found);
    CHECK(fitness.cost == 5);
    CHECK(fitness.cost_lower == 1);
    CHECK(fitness.optimal_variants == 2);
    CHECK(fitness.bounded_variants == 1);
    CHECK(fitness.perfect == 5);
}

TEST_CASE("alignments of other traces and sums past 64 bits are refused") {
    const SmallLog log;
    const Alignments found = align(log.net, log.traces);
    CHECK_THROWS_AS(log_fitness(std::span(log.traces).first(2), found), Error);
    std::vector<NetTrace> huge = log.traces;
    huge[0].cases = std::numeric_limits<std::uint64_t>::max();
    CHECK_THROWS_AS(log_fitness(huge, found), Error);
}

TEST_CASE("fitness is written as tertib.align/1") {
    SmallLog log;
    log.traces.pop_back();
    CHECK(to_json(log_fitness(log.traces, align(log.net, log.traces))) ==
          "{\n"
          "  \"schema\": \"tertib.align/1\",\n"
          "  \"cases\": 7,\n"
          "  \"events\": 17,\n"
          "  \"variants\": 2,\n"
          "  \"cost\": 4,\n"
          "  \"min_model_cost\": 3,\n"
          "  \"perfect\": 5,\n"
          "  \"avg_fitness\": 0.8571428571428571,\n"
          "  \"log_fitness\": 0.8947368421052632,\n"
          "  \"histogram\": {\"0\": 5, \"2\": 2},\n"
          "  \"optimal_variants\": 2,\n"
          "  \"bounded_variants\": 0,\n"
          "  \"cost_lower\": 4\n"
          "}\n");
}
