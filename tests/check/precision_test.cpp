// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/check/precision.hpp"

#include "catch.hpp"
#include "tertib/base/error.hpp"
#include "tiny_net.hpp"

#include <string>
#include <utility>

using namespace tertib;

namespace {

/// "AB" with a number of cases.
using Cases = std::vector<std::pair<std::string, std::uint64_t>>;

std::optional<LogPrecision> precision_of(const PetriNet& net, const Cases& cases,
                                         AlignMoves moves = AlignMoves::kept,
                                         std::size_t max_states = 1'000) {
    std::vector<std::vector<LabelIndex>> labels;
    for (const auto& [letters, count] : cases) {
        labels.push_back(trace_of(net, letters));
    }
    std::vector<NetTrace> traces;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        traces.push_back({.labels = labels[i], .cases = cases[i].second});
    }
    AlignOptions options;
    options.moves = moves;
    return log_precision(net, traces, align(net, traces, options), max_states);
}

} // namespace

TEST_CASE("a log that uses all that the net allows is precise") {
    const PetriNet net = tiny_net("i>A>p p>B>o p>C>o");
    const std::optional<LogPrecision> found = precision_of(net, {{"AB", 2}, {"AC", 1}});
    REQUIRE(found);
    CHECK(*found == LogPrecision{.allowed = 3 + 2 * 3, .escaping = 0});
    CHECK(found->value() == 1.0);
}

TEST_CASE("what no case does escapes, as often as cases come by") {
    const PetriNet net = tiny_net("i>A>p p>B>o p>C>o");
    const std::optional<LogPrecision> found = precision_of(net, {{"AB", 4}});
    REQUIRE(found);
    CHECK(*found == LogPrecision{.allowed = 4 + 8, .escaping = 4});
    CHECK(found->value() == Approx(1 - 4.0 / 12));
}

TEST_CASE("silent transitions are followed, and deviating traces count as they were aligned") {
    const PetriNet net = tiny_net("i>A>p p>>q q>B>o p>C>o");
    const std::optional<LogPrecision> found = precision_of(net, {{"AXB", 1}});
    REQUIRE(found);
    CHECK(*found == LogPrecision{.allowed = 1 + 2, .escaping = 1});
}

TEST_CASE("without alignments or within too small a budget there is no precision") {
    const PetriNet net = tiny_net("i>A>p p>B>o");
    CHECK_FALSE(precision_of(net, {{"AB", 1}}, AlignMoves::left_out));
    CHECK_FALSE(precision_of(net, {{"AB", 1}}, AlignMoves::kept, 2));
    const std::optional<LogPrecision> empty = precision_of(net, {});
    REQUIRE(empty);
    CHECK(empty->value() == 1.0);
    const NetTrace one;
    CHECK_THROWS_AS(log_precision(net, {&one, 1}, Alignments{}), Error);
}
