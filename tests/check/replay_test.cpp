// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/check/replay.hpp"

#include "catch.hpp"
#include "tiny_net.hpp"

#include <string>

using namespace tertib;

namespace {

/// "not_possible 2": the verdict and the event.
std::string replayed(const PetriNet& net, std::string_view letters,
                     TokenReplayOptions options = {}) {
    const std::vector<LabelIndex> trace = trace_of(net, letters);
    const NetTrace one{.labels = trace};
    const TraceReplay found = replay(net, {&one, 1}, options).front();
    return std::string(name(found.verdict)) +
           (found.event ? " " + std::to_string(*found.event) : std::string());
}

} // namespace

TEST_CASE("a replay says where a trace first leaves the net") {
    const PetriNet net = tiny_net("i>A>p p>B>q q>C>o");
    CHECK(replayed(net, "ABC") == "fits");
    CHECK(replayed(net, "ACB") == "not_possible 1");
    CHECK(replayed(net, "AB") == "unfinished");
    CHECK(replayed(net, "ABCC") == "not_possible 3");
    CHECK(replayed(net, "AXC") == "unknown 1");
    CHECK(replayed(net, "") == "unfinished");
}

TEST_CASE("all runs are followed at once where a label or silent steps leave a choice") {
    const PetriNet twice = tiny_net("i>A>p i>A>q p>B>o q>C>o");
    CHECK(replayed(twice, "AB") == "fits");
    CHECK(replayed(twice, "AC") == "fits");
    const PetriNet silent = tiny_net("i>>p i>>q p>B>r r>>o q>C>o r>>p");
    CHECK(replayed(silent, "C") == "fits");
    CHECK(replayed(silent, "BBB") == "fits");
    CHECK(replayed(silent, "BC") == "not_possible 1");
}

TEST_CASE("a budget too small is told and not taken for an answer") {
    const PetriNet growing = tiny_net("i>>i,p i>A>q q,p>B>o");
    TokenReplayOptions few;
    few.max_states = 50;
    CHECK(replayed(growing, "A", few) == "not_decided");
    const PetriNet net = wide_net(6, 1);
    const std::vector<LabelIndex> trace{net.find_label("S").value(), net.find_label("1.0").value(),
                                        net.find_label("2.0").value()};
    const NetTrace one{.labels = trace};
    few.max_states = 3;
    const TraceReplay found = replay(net, {&one, 1}, few).front();
    CHECK(found.verdict == ReplayVerdict::not_decided);
    CHECK(found.event == 1U);
}

TEST_CASE("tokens beyond what a place can hold leave the answer open, unless it is yes") {
    // Each A adds a token; B may end the run at any time.
    const PetriNet net = tiny_net("i>A>i,p i>B>q q,p>>q q>>o");
    const std::string letters(300, 'A');
    CHECK(replayed(net, letters.substr(0, 200) + "B") == "fits");
    CHECK(replayed(net, letters).starts_with("not_decided"));
}

TEST_CASE("a Watch ends a replay") {
    const PetriNet net = tiny_net("i>A>o");
    const std::vector<LabelIndex> trace = trace_of(net, "A");
    const std::vector<NetTrace> traces(10'000, NetTrace{.labels = trace});
    TokenReplayOptions options;
    std::uint64_t last = 0;
    options.watch = [&](const Progress& progress) {
        last = progress.done;
        return progress.done >= 4'096 ? Go::stop : Go::on;
    };
    const std::vector<TraceReplay> found = replay(net, traces, options);
    CHECK(last == 4'096);
    CHECK(found[4'095].verdict == ReplayVerdict::fits);
    CHECK(found[4'096].verdict == ReplayVerdict::not_decided);
    CHECK(found.back().verdict == ReplayVerdict::not_decided);
}

TEST_CASE("every verdict has a name of its own") {
    CHECK(name(ReplayVerdict::fits) == "fits");
    CHECK(name(ReplayVerdict::unknown) == "unknown");
    CHECK(name(ReplayVerdict::not_possible) == "not_possible");
    CHECK(name(ReplayVerdict::unfinished) == "unfinished");
    CHECK(name(ReplayVerdict::not_decided) == "not_decided");
}
