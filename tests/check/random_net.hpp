// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/graph/petri_net.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// Draws nets and traces, always the same from the same seed.
class NetDice {
public:
    explicit NetDice(std::uint64_t seed) : state_(seed * 2 + 1) {}

    /// 0 … sides − 1.
    std::size_t roll(std::size_t sides) {
        state_ = state_ * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
        return static_cast<std::size_t>((state_ >> 33U) % sides);
    }

    /// Arcs at random: mostly unsafe, often without any way to the end.
    tertib::PetriNet any_net() {
        tertib::PetriNetParts parts;
        const std::size_t places = 1 + roll(6);
        for (std::size_t i = 0; i < places; ++i) {
            parts.places.push_back("p" + std::to_string(i));
        }
        const std::size_t transitions = 1 + roll(7);
        for (std::size_t i = 0; i < transitions; ++i) {
            tertib::PetriTransition transition;
            transition.name = "t" + std::to_string(i);
            transition.label = some_label();
            for (std::size_t arcs = 1 + roll(2); arcs > 0; --arcs) {
                transition.inputs.push_back({place(roll(places)), weight()});
            }
            for (std::size_t arcs = roll(3); arcs > 0; --arcs) {
                transition.outputs.push_back({place(roll(places)), weight()});
            }
            parts.transitions.push_back(std::move(transition));
        }
        parts.initial = some_marking(places);
        for (std::size_t finals = 1 + roll(2); finals > 0; --finals) {
            parts.finals.push_back(some_marking(places));
        }
        return tertib::PetriNet(std::move(parts));
    }

    /// Sequences, choices, parallel parts and loops put into each other: sound, as mined nets are.
    tertib::PetriNet block_net(std::size_t blocks) {
        tertib::PetriNetParts parts;
        parts.places = {"source", "sink"};
        parts.initial = {{place(0), 1}};
        parts.finals = {{{place(1), 1}}};
        struct Block {
            std::size_t from = 0;
            std::size_t to = 1;
        };
        std::vector<Block> open{{0, 1}};
        for (std::size_t i = 0; i < open.size(); ++i) {
            const Block block = open[i];
            const std::size_t shape = open.size() < blocks ? roll(6) : 5;
            if (shape == 0 || shape == 1) {
                const std::size_t middle = new_place(parts);
                open.push_back({block.from, middle});
                open.push_back({middle, block.to});
            } else if (shape == 2) {
                open.push_back(block);
                open.push_back(block);
            } else if (shape == 3) {
                split(parts, block.from, block.to, 2 + roll(2), open);
            } else if (shape == 4) {
                const std::size_t begin = new_place(parts);
                const std::size_t end = new_place(parts);
                join(parts, block.from, begin, std::nullopt);
                join(parts, end, block.to, std::nullopt);
                open.push_back({begin, end});
                open.push_back({end, begin});
            } else {
                join(parts, block.from, block.to, some_label());
            }
        }
        return tertib::PetriNet(std::move(parts));
    }

    /// What some run of the net tells, with `noise` of ten events dropped, doubled or changed.
    std::vector<tertib::LabelIndex> trace(const tertib::PetriNet& net, std::size_t most,
                                          std::size_t noise) {
        std::vector<tertib::LabelIndex> labels;
        std::vector<std::uint32_t> tokens(net.place_count(), 0);
        for (const tertib::PlaceTokens& each : net.initial()) {
            tokens[position(each.place)] = each.tokens;
        }
        for (std::size_t steps = 0; steps < most * 4 && labels.size() < most; ++steps) {
            const auto transition =
                static_cast<tertib::TransitionIndex>(roll(net.transition_count()));
            if (fire(net, transition, tokens)) {
                const std::optional<tertib::LabelIndex> label = net.label(transition);
                const std::size_t fate = roll(10) < noise ? roll(3) : 3;
                if (label && fate != 0) {
                    labels.push_back(fate == 1 ? any_label(net) : *label);
                }
                if (label && fate == 2) {
                    labels.insert(labels.begin() +
                                      static_cast<std::ptrdiff_t>(roll(labels.size() + 1)),
                                  *label);
                }
            }
        }
        return labels;
    }

private:
    static tertib::PlaceIndex place(std::size_t index) {
        return static_cast<tertib::PlaceIndex>(index);
    }

    std::uint32_t weight() { return roll(6) == 0 ? 2 : 1; }

    std::optional<std::string> some_label() {
        const std::size_t letter = roll(7);
        return letter < 5 ? std::optional(std::string(1, static_cast<char>('a' + letter)))
                          : std::nullopt;
    }

    tertib::LabelIndex any_label(const tertib::PetriNet& net) {
        const std::size_t label = roll(net.label_count() + 1);
        return label < net.label_count() ? static_cast<tertib::LabelIndex>(label)
                                         : tertib::unknown_label;
    }

    tertib::NetMarking some_marking(std::size_t places) {
        tertib::NetMarking marking;
        for (std::size_t tokens = roll(3); tokens > 0; --tokens) {
            marking.push_back({place(roll(places)), 1});
        }
        return marking;
    }

    static std::size_t new_place(tertib::PetriNetParts& parts) {
        parts.places.push_back("p" + std::to_string(parts.places.size()));
        return parts.places.size() - 1;
    }

    static void join(tertib::PetriNetParts& parts, std::size_t from, std::size_t to,
                     std::optional<std::string> label) {
        tertib::PetriTransition transition;
        transition.name = "t" + std::to_string(parts.transitions.size());
        transition.label = std::move(label);
        transition.inputs = {{place(from), 1}};
        transition.outputs = {{place(to), 1}};
        parts.transitions.push_back(std::move(transition));
    }

    template <typename Blocks>
    static void split(tertib::PetriNetParts& parts, std::size_t from, std::size_t to,
                      std::size_t branches, Blocks& open) {
        tertib::PetriTransition apart;
        tertib::PetriTransition together;
        apart.name = "t" + std::to_string(parts.transitions.size());
        together.name = apart.name + "'";
        apart.inputs = {{place(from), 1}};
        together.outputs = {{place(to), 1}};
        for (std::size_t i = 0; i < branches; ++i) {
            const std::size_t begin = new_place(parts);
            const std::size_t end = new_place(parts);
            apart.outputs.push_back({place(begin), 1});
            together.inputs.push_back({place(end), 1});
            open.push_back({begin, end});
        }
        parts.transitions.push_back(std::move(apart));
        parts.transitions.push_back(std::move(together));
    }

    static bool fire(const tertib::PetriNet& net, tertib::TransitionIndex transition,
                     std::vector<std::uint32_t>& tokens) {
        for (const tertib::WeightedArc& arc : net.inputs(transition)) {
            if (tokens[position(arc.place)] < arc.weight) {
                return false;
            }
        }
        for (const tertib::WeightedArc& arc : net.inputs(transition)) {
            tokens[position(arc.place)] -= arc.weight;
        }
        for (const tertib::WeightedArc& arc : net.outputs(transition)) {
            tokens[position(arc.place)] += arc.weight;
        }
        return true;
    }

    std::uint64_t state_;
};
