// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/graph/soundness.hpp"

#include "catch.hpp"
#include "tiny_sop.hpp"

using namespace tertib;

namespace {

struct Told {
    std::string verdict;
    std::string problem;
    std::string witness;
    std::string marking;
    std::string then;
    std::string stuck;
    std::string dead;
};

std::string labels(const StepGraph& graph, const std::vector<Firing>& firings) {
    std::string text;
    for (const Firing& firing : firings) {
        text += (text.empty() ? "" : ", ") + label(graph, firing);
    }
    return text;
}

Told tell(const Sop& sop, const SoundnessOptions& options = {}) {
    const StepGraph graph(sop);
    const Soundness found = check_soundness(graph, options);
    return {
        std::string(name(found.verdict)),  found.problem ? std::string(name(*found.problem)) : "",
        labels(graph, found.witness),      flows(graph, found.marking),
        labels(graph, found.continuation), flows(graph, found.stuck_marking),
        names(graph, found.dead_steps)};
}

/// `width` branches of `length` steps each between a split and its gateway.
Sop wide_sop(std::size_t width, std::size_t length) {
    std::string text = "start>1";
    std::size_t step = 1;
    for (std::size_t branch = 0; branch < width; ++branch) {
        std::string from = "1";
        for (std::size_t i = 0; i < length; ++i) {
            const std::string to = std::to_string(++step);
            text += " " + from + ">" + to;
            from = to;
        }
        text += " " + from + ">g1";
    }
    const std::string last = std::to_string(++step);
    return tiny_sop(step, text + " g1>" + last + " " + last + ">end");
}

} // namespace

TEST_CASE("a sequence is sound") {
    const Sop sop = tiny_sop(3, "start>1 1>2 2>3 3>end");
    const Soundness found = check_soundness(StepGraph(sop));
    CHECK(found.verdict == SoundnessVerdict::sound);
    CHECK(found.method == SoundnessMethod::single_token);
    CHECK(name(found.method) == "single_token");
    CHECK_FALSE(found.problem);
    CHECK(found.dead_steps.empty());
}

TEST_CASE("a decision that leads back is sound") {
    CHECK(tell(tiny_sop(3, "start>1 1>2 2>1:Tidak 2>3:Ya 3>end")).verdict == "sound");
}

TEST_CASE("a step that may repeat itself is sound, one that must is not") {
    CHECK(tell(tiny_sop(1, "start>1 1>1:Ulang 1>end:Cukup")).verdict == "sound");
    const Told told = tell(tiny_sop(1, "start>1 1>1"));
    CHECK(told.verdict == "unsound");
    CHECK(told.problem == "livelock");
    CHECK(told.witness.empty());
}

TEST_CASE("an otherwise exit is one of the exits") {
    CHECK(tell(tiny_sop(3, "start>1 1>2:Ya 1>3 2>end 3>end")).verdict == "sound");
}

TEST_CASE("a parallel split with its gateway is sound") {
    const Sop sop = tiny_sop(4, "start>1 1>2 1>3 2>g1 3>g1 g1>4 4>end");
    const Soundness found = check_soundness(StepGraph(sop));
    CHECK(found.verdict == SoundnessVerdict::sound);
    CHECK(found.method == SoundnessMethod::markings);
}

TEST_CASE("a parallel split that merges without a gateway is unsafe") {
    const Told told = tell(tiny_sop(4, "start>1 1>2 1>3 2>4 3>4 4>end"));
    CHECK(told.verdict == "unsound");
    CHECK(told.problem == "unsafe");
    CHECK(told.witness == "start, 1, 2, 3, 4, 4");
    CHECK(told.marking == "4>end 4>end");
}

TEST_CASE("a fork that never joins is sound where each branch runs to its end") {
    CHECK(tell(tiny_sop(3, "start>1 1>2 1>3")).verdict == "sound");
    CHECK(tell(tiny_sop(3, "start>1 1>2 1>3 2>end 3>end")).verdict == "sound");
}

TEST_CASE("a step that no flow leads to is dead") {
    const Told told = tell(tiny_sop(3, "start>1 1>2 2>end 3>2"));
    CHECK(told.verdict == "unsound");
    CHECK(told.problem == "dead_step");
    CHECK(told.dead == "3");
    CHECK(told.witness.empty());
    CHECK(tell(tiny_sop(4, "start>1 1>2 1>3 4>2")).dead == "4");
}

TEST_CASE("a case that can run in circles for ever is a livelock") {
    const Told told = tell(tiny_sop(4, "start>1 1>2:Ya 1>3:Tidak 2>end 3>4 4>3"));
    CHECK(told.problem == "livelock");
    CHECK(told.witness == "start, 1 [Tidak]");
    CHECK(told.marking == "1>3:Tidak");
    CHECK(told.then.empty());
    CHECK(told.dead.empty());
}

TEST_CASE("a gateway fed by exclusive branches is a deadlock") {
    const Told told = tell(tiny_sop(4, "start>1 1>2:Ya 1>3:Tidak 2>g1 3>g1 g1>4 4>end"));
    CHECK(told.problem == "deadlock");
    CHECK(told.witness.empty()); // doomed from the start: whatever is chosen, the other is missing
    CHECK(told.then == "start, 1 [Ya], 2");
    CHECK(told.stuck == "2>g1");
    CHECK(told.dead == "4");
}

TEST_CASE("a deadlock is shown from the moment at which the end is out of reach") {
    // 1 splits; in one branch 2 may turn away from the gateway.
    const Told told = tell(tiny_sop(5, "start>1 1>2 1>3 2>g1:Ya 2>4:Tidak 3>g1 g1>5 4>end 5>end"));
    CHECK(told.problem == "deadlock");
    CHECK(told.witness == "start, 1, 2 [Tidak]");
    CHECK(told.marking == "1>3 2>4:Tidak");
    CHECK(told.then == "3, 4, end");
    CHECK(told.stuck == "3>g1");
}

TEST_CASE("an exclusive way past a gateway in a flow of one token") {
    const Told told = tell(tiny_sop(4, "start>1 1>2:A 1>3:B 2>end 3>g1 4>g1 g1>end"));
    CHECK(told.problem == "deadlock");
    CHECK(told.witness == "start, 1 [B]");
    CHECK(told.then == "3");
    CHECK(told.stuck == "3>g1");
    CHECK(told.dead == "4");
}

TEST_CASE("an Sop without steps, and one whose start leads nowhere, are not sound") {
    CHECK(tell(tiny_sop(0, "start>end")).problem == "no_steps");
    const Told told = tell(tiny_sop(2, "1>2 2>end"));
    CHECK(told.problem == "dead_step");
    CHECK(told.dead == "1 2");
}

TEST_CASE("tokens that heap up are unsafe") {
    const Told told = tell(tiny_sop(2, "start>1 1>2 1>1"));
    CHECK(told.problem == "unsafe");
    CHECK(told.witness == "start, 1, 1");
    CHECK(told.marking == "1>2 1>2 1>1");
}

TEST_CASE("wide concurrency is decided exactly by the smaller net") {
    const Sop sop = wide_sop(40, 3);
    const Soundness found = check_soundness(StepGraph(sop), {.max_states = 1000});
    CHECK(found.verdict == SoundnessVerdict::sound);
    CHECK(found.method == SoundnessMethod::reduction);
    CHECK(found.states < 10);
}

TEST_CASE("a problem in wide concurrency is found without its way") {
    SopParts parts = tiny_parts(0, "");
    const Sop wide = wide_sop(20, 3);
    parts = wide.parts();
    // The last branch doesn't wait at the gateway but goes on to the step behind it.
    for (Flow& flow : parts.flow) {
        if (flow.from == "61" && flow.to == "g1") {
            flow.to = "62";
        }
    }
    const Sop sop(parts);
    const Soundness found = check_soundness(StepGraph(sop), {.max_states = 1000});
    CHECK(found.verdict == SoundnessVerdict::unsound);
    CHECK(found.problem == SoundnessProblem::unsafe);
    CHECK(found.method == SoundnessMethod::reduction);
    CHECK(found.witness.empty());
}

TEST_CASE("a budget that doesn't suffice, and a Watch that stops, leave it undecided") {
    const Sop sop = wide_sop(3, 3);
    const StepGraph graph(sop);
    const Soundness small = check_soundness(graph, {.max_states = 1});
    CHECK(small.verdict == SoundnessVerdict::not_decided);
    CHECK(small.states > 0);
    CHECK_FALSE(small.stopped);
    CHECK(check_soundness(graph, {.max_bytes = 1}).verdict == SoundnessVerdict::not_decided);
    const Sop wide = wide_sop(12, 3);
    int calls = 0;
    const Soundness stopped = check_soundness(StepGraph(wide), {.watch = [&](const Progress&) {
                                                  ++calls;
                                                  return Go::stop;
                                              }});
    CHECK(stopped.verdict == SoundnessVerdict::not_decided);
    CHECK(stopped.stopped);
    CHECK(calls == 1);
    CHECK(name(stopped.verdict) == "not_decided");
}
