// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/graph/petri_net.hpp"

#include "catch.hpp"
#include "tertib/base/error.hpp"
#include "tiny_sop.hpp"

#include <type_traits>

using namespace tertib;

namespace {

constexpr PlaceIndex place_at(std::size_t place) {
    return static_cast<PlaceIndex>(place);
}

/// a and a silent transition both lead from place 0 to 1, b from 1 to 2.
PetriNetParts three_places() {
    PetriNetParts parts;
    parts.places = {"mulai", "tengah", "selesai"};
    parts.transitions = {
        {.name = "a", .label = "A", .inputs = {{place_at(0), 1}}, .outputs = {{place_at(1), 1}}},
        {.name = "s", .label = {}, .inputs = {{place_at(0), 1}}, .outputs = {{place_at(1), 1}}},
        {.name = "b", .label = "B", .inputs = {{place_at(1), 1}}, .outputs = {{place_at(2), 1}}}};
    parts.initial = {{place_at(0), 1}};
    parts.finals = {{{place_at(2), 1}}};
    return parts;
}

ErrorCode refusal(PetriNetParts parts) {
    try {
        const PetriNet net(std::move(parts));
    } catch (const Error& error) {
        return error.code();
    }
    return ErrorCode::internal;
}

/// "1 2 -" for transitions with these labels, in order; "-" for a silent one.
std::string labels_of(const PetriNet& net) {
    std::string text;
    for (std::size_t i = 0; i < net.transition_count(); ++i) {
        const std::optional<LabelIndex> label = net.label(static_cast<TransitionIndex>(i));
        text += (text.empty() ? "" : " ") + (label ? net.name(*label) : std::string("-"));
    }
    return text;
}

} // namespace

TEST_CASE("a net numbers its labels in the order of its transitions") {
    const PetriNet net(three_places());
    CHECK(net.place_count() == 3);
    CHECK(net.transition_count() == 3);
    CHECK(net.label_count() == 2);
    CHECK(net.find_label("B") == LabelIndex{1});
    CHECK_FALSE(net.find_label("b"));
    CHECK(labels_of(net) == "A - B");
    CHECK(net.name(place_at(1)) == "tengah");
    CHECK(net.name(TransitionIndex{2}) == "b");
}

TEST_CASE("a net knows who takes from a place, who puts on it, and who bears a label") {
    const PetriNet net(three_places());
    CHECK(net.consumers(place_at(0)).size() == 2);
    CHECK(net.producers(place_at(0)).empty());
    REQUIRE(net.producers(place_at(1)).size() == 2);
    CHECK(net.producers(place_at(1))[1] == TransitionIndex{1});
    REQUIRE(net.labelled(LabelIndex{1}).size() == 1);
    CHECK(net.labelled(LabelIndex{1})[0] == TransitionIndex{2});
    CHECK(net.labelled(unknown_label).empty());
}

TEST_CASE("arcs that repeat a place add their weights, tokens likewise") {
    PetriNetParts parts = three_places();
    parts.transitions[0].outputs = {{place_at(2), 1}, {place_at(1), 2}, {place_at(2), 3}};
    parts.initial = {{place_at(0), 1}, {place_at(2), 0}, {place_at(0), 2}};
    const PetriNet net(std::move(parts));
    REQUIRE(net.outputs(TransitionIndex{0}).size() == 2);
    CHECK(net.outputs(TransitionIndex{0})[0] == WeightedArc{place_at(1), 2});
    CHECK(net.outputs(TransitionIndex{0})[1] == WeightedArc{place_at(2), 4});
    CHECK(net.initial() == NetMarking{{place_at(0), 3}});
}

TEST_CASE("parts that make no net are refused") {
    PetriNetParts no_final = three_places();
    no_final.finals.clear();
    CHECK(refusal(no_final) == ErrorCode::argument);
    PetriNetParts weightless = three_places();
    weightless.transitions[1].inputs[0].weight = 0;
    CHECK(refusal(weightless) == ErrorCode::argument);
    PetriNetParts far_place = three_places();
    far_place.transitions[1].inputs[0].place = place_at(3);
    CHECK(refusal(far_place) == ErrorCode::argument);
    PetriNetParts far_token = three_places();
    far_token.finals[0][0].place = place_at(3);
    CHECK(refusal(far_token) == ErrorCode::argument);
    PetriNetParts heavy = three_places();
    heavy.transitions[0].inputs = {{place_at(0), 4'000'000'000}, {place_at(0), 4'000'000'000}};
    CHECK(refusal(heavy) == ErrorCode::limit);
}

TEST_CASE("the net of an SOP names steps by their keys and ends when no token is left") {
    const Sop sop = tiny_sop(3, "start>1 1>g1 g1>2 g1>3 2>g2 3>g2 g2>end");
    const PetriNet net = petri_net(StepGraph(sop));
    CHECK(net.label_count() == 3);
    CHECK(labels_of(net) == "- - 1 2 3 - -");
    CHECK(net.finals() == std::vector<NetMarking>{{}});
    REQUIRE(net.initial().size() == 1);
    CHECK(net.name(net.initial()[0].place) == "source");
}

TEST_CASE("a decision is one label with a transition for each exit") {
    const Sop sop = tiny_sop(2, "start>1 1>2 2>1:Tidak 2>end:Ya");
    const PetriNet net = petri_net(StepGraph(sop));
    const std::optional<LabelIndex> decision = net.find_label("2");
    REQUIRE(decision);
    CHECK(net.labelled(*decision).size() == 2);
    // Step 1 is reached from the start and from the decision.
    CHECK(net.labelled(net.find_label("1").value()).size() == 2);
}

TEST_CASE("an optional step may be left out unless all steps are owed") {
    SopParts parts = tiny_parts(2, "start>1 1>2 2>end");
    parts.steps[1].optional = "bila perlu";
    const Sop sop(std::move(parts));
    const StepGraph graph(sop);
    CHECK(labels_of(petri_net(graph)) == "- - 1 - 2");
    CHECK(labels_of(petri_net(graph, SkippedSteps::none)) == "- - 1 2");
}

TEST_CASE("a net too large for its limit is refused") {
    const Sop sop = tiny_sop(2, "start>1 1>2 2>1:Tidak 2>end:Ya");
    CHECK_THROWS_AS(petri_net(StepGraph(sop), SkippedSteps::none, 3), Error);
}

TEST_CASE("labels, places and transitions don't mix") {
    static_assert(!std::is_convertible_v<LabelIndex, PlaceIndex>);
    static_assert(!std::is_convertible_v<std::uint32_t, LabelIndex>);
    SUCCEED();
}
