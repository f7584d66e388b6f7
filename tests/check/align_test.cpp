// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/check/align.hpp"

#include "catch.hpp"
#include "random_net.hpp"
#include "slow_align.hpp"
#include "tertib/base/error.hpp"
#include "tiny_net.hpp"

#include <string>

using namespace tertib;

namespace {

TraceAlignment aligned(const PetriNet& net, const std::vector<LabelIndex>& trace,
                       AlignOptions options = {}) {
    const NetTrace one{.labels = trace};
    options.moves = AlignMoves::kept;
    return align(net, {&one, 1}, options).traces.front();
}

/// "=A +X -B ~": synchronous, log, model and silent moves.
std::string written(const PetriNet& net, std::string_view letters) {
    const TraceAlignment found = aligned(net, trace_of(net, letters));
    std::string text;
    for (const AlignMove& move : found.moves) {
        const std::string event = move.event ? std::string(1, letters[*move.event]) : "";
        const std::string name = move.transition && net.label(*move.transition)
                                     ? net.name(net.label(*move.transition).value())
                                     : "";
        text += text.empty() ? "" : " ";
        switch (move.kind) {
        case AlignMoveKind::synchronous: text += "=" + event; break;
        case AlignMoveKind::log: text += "+" + event; break;
        case AlignMoveKind::model: text += "-" + name; break;
        case AlignMoveKind::silent: text += "~"; break;
        }
    }
    return std::to_string(found.upper) + (found.optimal() ? ": " : "?: ") + text;
}

/// A run of the wide net branch by branch, with the first and last events given.
std::vector<LabelIndex> wide_trace(const PetriNet& net, std::size_t branches, std::size_t steps) {
    std::vector<LabelIndex> trace{net.find_label("S").value()};
    for (std::size_t s = 0; s < steps; ++s) {
        for (std::size_t b = 0; b < branches; ++b) {
            trace.push_back(net.find_label(std::to_string(b) + "." + std::to_string(s)).value());
        }
    }
    trace.push_back(net.find_label("E").value());
    return trace;
}

} // namespace

TEST_CASE("a trace that the net tells costs nothing") {
    const PetriNet net = tiny_net("i>A>p p>B>o");
    CHECK(written(net, "AB") == "0: =A =B");
}

TEST_CASE("an event too many and a step left out cost one each") {
    const PetriNet net = tiny_net("i>A>p p>B>q q>C>o");
    CHECK(written(net, "AXBC") == "1: =A +X =B =C");
    CHECK(written(net, "AC") == "1: =A -B =C");
    CHECK(written(net, "ACB") == "2: =A +C =B -C");
    CHECK(written(net, "") == "3: -A -B -C");
}

TEST_CASE("silent transitions cost nothing and are told") {
    const PetriNet net = tiny_net("i>>p i>A>p p>B>o");
    CHECK(written(net, "B") == "0: ~ =B");
    CHECK(written(net, "AB") == "0: =A =B");
}

TEST_CASE("a loop may be run as often as the trace says") {
    const PetriNet net = tiny_net("i>A>p p>B>q q>>p q>C>o");
    CHECK(written(net, "ABBBC") == "0: =A =B ~ =B ~ =B =C");
    CHECK(written(net, "ABBB") == "1: =A =B ~ =B ~ =B -C");
}

TEST_CASE("branches side by side take events in any order") {
    const PetriNet net = tiny_net("i>A>p,q p>B>r q>C>s r,s>D>o");
    CHECK(written(net, "ABCD") == "0: =A =B =C =D");
    CHECK(written(net, "ACBD") == "0: =A =C =B =D");
    CHECK(written(net, "ABDC") == "2: =A =B +D =C -D");
}

TEST_CASE("weights of arcs are kept to") {
    PetriNetParts parts;
    parts.places = {"i", "p", "o"};
    const auto place = [](std::size_t index) { return static_cast<PlaceIndex>(index); };
    parts.transitions = {
        {.name = "a", .label = "A", .inputs = {{place(0), 1}}, .outputs = {{place(1), 1}}},
        {.name = "b", .label = "B", .inputs = {{place(1), 2}}, .outputs = {{place(2), 1}}}};
    parts.initial = {{place(0), 2}};
    parts.finals = {{{place(2), 1}}};
    const PetriNet net(std::move(parts));
    CHECK(written(net, "AAB") == "0: =A =A =B");
    CHECK(written(net, "AB") == "1: =A -A =B");
}

TEST_CASE("equal traces are aligned once, and answers stand in the order given") {
    const PetriNet net = tiny_net("i>A>p p>B>o");
    const std::vector<LabelIndex> fitting = trace_of(net, "AB");
    const std::vector<LabelIndex> short_one = trace_of(net, "B");
    const std::vector<NetTrace> traces{{fitting, 3}, {short_one, 1}, {fitting, 2}};
    const Alignments found = align(net, traces);
    CHECK(found.distinct_traces == 2);
    CHECK(found.min_model_cost == 2);
    CHECK(found.traces[0].upper == 0);
    CHECK(found.traces[1].upper == 1);
    CHECK(found.traces[2].upper == 0);
    CHECK(found.traces[2].moves.empty());
}

TEST_CASE("a net without a way to its end is refused") {
    const PetriNet net = tiny_net("i>A>p p>B>p");
    try {
        static_cast<void>(aligned(net, {}));
        FAIL("was aligned");
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::argument);
    }
}

TEST_CASE("a net that goes on making tokens is refused by its limit, or aligned") {
    // q and r never hold a token together, and p may hold any number.
    const PetriNet endless = tiny_net("i>G>i,p i>>q i>>r q,r>B>o");
    AlignOptions few;
    few.max_states = 1'000;
    try {
        static_cast<void>(aligned(endless, {}, few));
        FAIL("was aligned");
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::limit);
        CHECK(std::string(error.what()).find("max_states = 1000") != std::string::npos);
    }
    const PetriNet growing = tiny_net("i>A>i,p i,p>B>o");
    CHECK(written(growing, "AB") == "0: =A =B");
}

TEST_CASE("a wide net with noise is aligned exactly within a small budget") {
    constexpr std::size_t branches = 12;
    const PetriNet net = wide_net(branches, 4);
    std::vector<LabelIndex> trace = wide_trace(net, branches, 4);
    AlignOptions few;
    few.max_states = 20'000;
    CHECK(aligned(net, trace, few).upper == 0);
    std::swap(trace[1], trace[1 + branches]); // two steps of branch 0 the wrong way round
    trace.erase(trace.begin() + 20);
    trace.insert(trace.begin() + 30, trace[5]);
    const TraceAlignment found = aligned(net, trace, few);
    CHECK(found.optimal());
    CHECK(found.upper == 4);
    CHECK(SlowAligner(net).replayed(trace, found.moves) == 4);
}

TEST_CASE("past the budget of states the cost is bounded, and the alignment shown is one") {
    constexpr std::size_t branches = 10;
    const PetriNet net = wide_net(branches, 5);
    std::vector<LabelIndex> trace = wide_trace(net, branches, 5);
    std::vector<LabelIndex> reversed(trace.rbegin(), trace.rend());
    AlignOptions few;
    few.max_states = 400;
    const TraceAlignment bounded = aligned(net, reversed, few);
    const TraceAlignment exact = aligned(net, reversed);
    REQUIRE(exact.optimal());
    CHECK(bounded.lower <= exact.upper);
    CHECK(bounded.upper >= exact.upper);
    CHECK(bounded.upper <= reversed.size() + branches * 5 + 2);
    if (!bounded.moves.empty()) {
        CHECK(SlowAligner(net).replayed(reversed, bounded.moves) == bounded.upper);
    }
}

TEST_CASE("past the budget of bytes there are bounds too") {
    const PetriNet net = wide_net(10, 5);
    const std::vector<LabelIndex> trace = wide_trace(net, 10, 5);
    const std::vector<LabelIndex> reversed(trace.rbegin(), trace.rend());
    AlignOptions few;
    few.max_bytes = 300'000;
    const TraceAlignment found = aligned(net, reversed, few);
    CHECK(found.lower <= found.upper);
}

TEST_CASE("a Watch that says stop leaves bounds, and is told how far the work is") {
    const PetriNet net = tiny_net("i>A>p p>B>o");
    std::vector<std::vector<LabelIndex>> labels;
    for (std::size_t i = 0; i < 1'000; ++i) {
        labels.emplace_back(i, LabelIndex{0});
        labels.back().push_back(unknown_label);
    }
    std::vector<NetTrace> traces;
    for (const std::vector<LabelIndex>& each : labels) {
        traces.push_back({.labels = each});
    }
    std::uint64_t last = 0;
    AlignOptions options;
    options.watch = [&](const Progress& progress) {
        CHECK(progress.total == 1'000);
        CHECK(progress.done >= last);
        last = progress.done;
        return progress.done < 500 ? Go::on : Go::stop;
    };
    const Alignments found = align(net, traces, options);
    CHECK(found.stopped);
    std::size_t bounded = 0;
    for (std::size_t i = 0; i < traces.size(); ++i) {
        const TraceAlignment& each = found.traces[i];
        // One A is answered, B is owed; the rest is left over.
        const std::uint32_t cost = static_cast<std::uint32_t>(i) + (i == 0 ? 3 : 1);
        CHECK(each.lower <= cost);
        CHECK(each.upper >= cost);
        bounded += each.optimal() ? 0 : 1;
    }
    CHECK(bounded > 300);
    CHECK(bounded < 600);
}

TEST_CASE("very long traces are aligned without the tables") {
    const PetriNet net = tiny_net("i>A>i i>B>o");
    std::vector<LabelIndex> trace(20'000, net.find_label("A").value());
    trace.push_back(net.find_label("B").value());
    CHECK(aligned(net, trace).upper == 0);
    trace.back() = unknown_label;
    const TraceAlignment found = aligned(net, trace);
    CHECK(found.optimal());
    CHECK(found.upper == 2);
}

TEST_CASE("the same traces give the same alignments in any order and company") {
    NetDice dice(7);
    for (int round = 0; round < 20; ++round) {
        const PetriNet net = dice.block_net(12);
        std::vector<std::vector<LabelIndex>> labels;
        std::vector<NetTrace> traces;
        for (int i = 0; i < 8; ++i) {
            labels.push_back(dice.trace(net, 10, 4));
        }
        for (const std::vector<LabelIndex>& each : labels) {
            traces.push_back({.labels = each});
        }
        AlignOptions options;
        options.moves = AlignMoves::kept;
        const Alignments together = align(net, traces, options);
        for (std::size_t i = 0; i < traces.size(); ++i) {
            const TraceAlignment alone = aligned(net, labels[i]);
            CHECK(alone.moves == together.traces[i].moves);
            CHECK(alone.upper == together.traces[i].upper);
        }
    }
}
