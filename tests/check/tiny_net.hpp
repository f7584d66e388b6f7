// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/text.hpp"
#include "tertib/check/align.hpp"
#include "tertib/graph/petri_net.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

/// Makes a net from its transitions, written "i>A>p p>B>p,q q,p>>o": places, label, places. The
/// token starts on i and ends on o; without a label a transition is silent.
inline tertib::PetriNet tiny_net(std::string_view text) {
    tertib::PetriNetParts parts;
    std::map<std::string, tertib::PlaceIndex, std::less<>> places;
    const auto place = [&](std::string_view name) {
        const auto next = static_cast<tertib::PlaceIndex>(parts.places.size());
        const auto [found, fresh] = places.try_emplace(std::string(name), next);
        if (fresh) {
            parts.places.emplace_back(name);
        }
        return found->second;
    };
    const auto arcs = [&](std::string_view names) {
        std::vector<tertib::WeightedArc> list;
        for (const std::string_view name : tertib::split(names, ',')) {
            if (!name.empty()) {
                list.push_back({.place = place(name), .weight = 1});
            }
        }
        return list;
    };
    parts.initial = {{place("i"), 1}};
    parts.finals = {{{place("o"), 1}}};
    for (const std::string_view word : tertib::split(text, ' ')) {
        const std::vector<std::string_view> pieces = tertib::split(word, '>');
        tertib::PetriTransition transition;
        transition.name = std::string(word);
        transition.inputs = arcs(pieces.at(0));
        if (!pieces.at(1).empty()) {
            transition.label = std::string(pieces.at(1));
        }
        transition.outputs = arcs(pieces.at(2));
        parts.transitions.push_back(std::move(transition));
    }
    return tertib::PetriNet(std::move(parts));
}

/// The labels of "ABX", one letter an event.
inline std::vector<tertib::LabelIndex> trace_of(const tertib::PetriNet& net,
                                                std::string_view letters) {
    std::vector<tertib::LabelIndex> trace;
    for (const char letter : letters) {
        trace.push_back(
            net.find_label(std::string_view(&letter, 1)).value_or(tertib::unknown_label));
    }
    return trace;
}

/// "i>T0>s0,…,s9 s0>A>m0 m0>B>e0 …": as many branches side by side, each of as many steps.
inline tertib::PetriNet wide_net(std::size_t branches, std::size_t steps) {
    std::string apart = "i>S>";
    std::string together;
    std::string middle;
    for (std::size_t b = 0; b < branches; ++b) {
        const std::string name = "p" + std::to_string(b) + "_";
        apart += (b == 0 ? "" : ",") + name + "0";
        together += (b == 0 ? "" : ",") + name + std::to_string(steps);
        for (std::size_t s = 0; s < steps; ++s) {
            const std::string number = std::to_string(s);
            middle += " " + name + number + ">" + std::to_string(b) + "." + number + ">" + name +
                      std::to_string(s + 1);
        }
    }
    return tiny_net(apart + middle + " " + together + ">E>o");
}
