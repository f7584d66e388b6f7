// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/check/net_traces.hpp"

#include "catch.hpp"
#include "tertib/log/log_builder.hpp"
#include "tiny_net.hpp"

#include <string>
#include <string_view>

using namespace tertib;

namespace {

EventLog log_of(std::initializer_list<std::pair<std::string_view, std::string_view>> rows) {
    LogBuilder builder;
    for (const auto& [of_case, activity] : rows) {
        builder.add(
            {.case_code = builder.case_code(of_case), .activity = builder.activity(activity)});
    }
    return std::move(builder).finish();
}

/// "AB?": a letter an event.
std::string letters(const PetriNet& net, std::span<const LabelIndex> labels) {
    std::string text;
    for (const LabelIndex label : labels) {
        text += label == unknown_label ? "?" : net.name(label);
    }
    return text;
}

} // namespace

TEST_CASE("variants of a log become traces of a net, each with its cases") {
    const PetriNet net = tiny_net("i>A>p p>B>o");
    const EventLog log = log_of({{"c1", "A"},
                                 {"c2", "A"},
                                 {"c3", "X"},
                                 {"c2", "B"},
                                 {"c1", "B"},
                                 {"c3", "B"},
                                 {"c4", "B"},
                                 {"c4", ""}});
    const NetTraces traces(find_variants(log), labels_by_name(net, log));
    REQUIRE(traces.all().size() == 3);
    CHECK(letters(net, traces.all()[0].labels) == "AB");
    CHECK(traces.all()[0].cases == 2);
    CHECK(letters(net, traces.all()[1].labels) == "B?");
    CHECK(letters(net, traces.all()[2].labels) == "?B");
    CHECK(traces.all()[2].cases == 1);
}

TEST_CASE("activities that mean a step have its label, all others none") {
    const PetriNet net = tiny_net("i>1>p p>2>o");
    const std::vector<StepMatch> matches = {
        {.meaning = ActivityMeaning::step, .basis = MatchBasis::text, .step = "2"},
        {.meaning = ActivityMeaning::wait, .basis = MatchBasis::map},
        {.meaning = ActivityMeaning::step, .basis = MatchBasis::number, .step = "1"}};
    CHECK(labels_by_step(net, matches) ==
          std::vector<LabelIndex>{unknown_label, net.find_label("2").value(), unknown_label,
                                  net.find_label("1").value()});
}

TEST_CASE("codes beyond the labels given are unknown") {
    const PetriNet net = tiny_net("i>A>o");
    const EventLog log = log_of({{"c", "A"}, {"c", "B"}});
    const std::vector<LabelIndex> labels{unknown_label, LabelIndex{0}};
    const NetTraces traces(find_variants(log), labels);
    CHECK(letters(net, traces.all()[0].labels) == "A?");
}
