// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
// The aligner and the replay against a search that knows nothing but their definition.
#include "catch.hpp"
#include "random_net.hpp"
#include "scale.hpp"
#include "slow_align.hpp"
#include "tertib/base/error.hpp"
#include "tertib/check/align.hpp"
#include "tertib/check/replay.hpp"

using namespace tertib;

namespace {

/// What the library says of a net that may have no way to its end.
std::optional<Alignments> try_align(const PetriNet& net, std::span<const NetTrace> traces,
                                    const AlignOptions& options) {
    try {
        return align(net, traces, options);
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::argument);
        return std::nullopt;
    }
}

void compare(const PetriNet& net, std::vector<std::vector<LabelIndex>> labels) {
    std::vector<NetTrace> traces;
    for (const std::vector<LabelIndex>& each : labels) {
        traces.push_back({.labels = each});
    }
    SlowAligner slow(net);
    const std::optional<std::uint32_t> nothing = slow.cost({});
    if (slow.overflowed()) {
        return; // an unbounded net: the reference doesn't follow it
    }
    AlignOptions options;
    const std::optional<Alignments> costs = try_align(net, traces, options);
    options.moves = AlignMoves::kept;
    const std::optional<Alignments> moves = try_align(net, traces, options);
    REQUIRE(costs.has_value() == nothing.has_value());
    if (!costs || !moves) {
        return;
    }
    CHECK(costs->min_model_cost == *nothing);
    const std::vector<TraceReplay> replays = replay(net, traces);
    for (std::size_t i = 0; i < traces.size(); ++i) {
        const std::optional<std::uint32_t> expected = slow.cost(labels[i]);
        if (slow.overflowed()) {
            return;
        }
        REQUIRE(expected);
        CHECK(costs->traces[i].optimal());
        CHECK(costs->traces[i].upper == *expected);
        CHECK(moves->traces[i].upper == *expected);
        CHECK(slow.replayed(labels[i], moves->traces[i].moves) == *expected);
        CHECK((replays[i].verdict == ReplayVerdict::fits) == (*expected == 0));
        CHECK(replays[i].verdict != ReplayVerdict::not_decided);
    }
}

} // namespace

TEST_CASE("random nets cost what a search by the definition finds") {
    for (std::size_t seed = 0; seed < scaled(8'000); ++seed) {
        INFO("seed " << seed);
        NetDice dice(seed);
        const PetriNet net = dice.any_net();
        std::vector<std::vector<LabelIndex>> labels;
        for (int i = 0; i < 3; ++i) {
            labels.push_back(dice.trace(net, 6, 3));
        }
        compare(net, std::move(labels));
    }
}

TEST_CASE("nets of blocks cost what a search by the definition finds") {
    for (std::size_t seed = 0; seed < scaled(4'000); ++seed) {
        INFO("seed " << seed);
        NetDice dice(seed + 1'000'000);
        const PetriNet net = dice.block_net(4 + dice.roll(14));
        std::vector<std::vector<LabelIndex>> labels;
        for (int i = 0; i < 3; ++i) {
            labels.push_back(dice.trace(net, 9, dice.roll(6)));
        }
        compare(net, std::move(labels));
    }
}
