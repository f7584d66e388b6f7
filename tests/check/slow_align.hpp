// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/check/align.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <utility>
#include <vector>

/// Optimal alignments by their definition alone: every marking with every place in the trace, each
/// round those one dearer than the last. Nothing is shared with the library's search. Markings with
/// more than `most` tokens on a place are not followed.
class SlowAligner {
public:
    using Marking = std::vector<std::uint32_t>; ///< by place

    explicit SlowAligner(const tertib::PetriNet& net, std::uint32_t most = 8)
        : net_(net),
          most_(most) {}

    /// Whether a marking was met that holds more tokens than are followed.
    [[nodiscard]] bool overflowed() const { return overflowed_; }

    /// Nothing if no run of the net ends in a final marking.
    [[nodiscard]] std::optional<std::uint32_t> cost(std::span<const tertib::LabelIndex> trace) {
        std::set<Point> done;
        std::set<Point> here{{marking_of(net_.initial()), 0}};
        for (std::uint32_t cost = 0; !here.empty(); ++cost) {
            std::set<Point> dearer;
            std::vector<Point> open(here.begin(), here.end());
            while (!open.empty()) {
                const Point point = open.back();
                open.pop_back();
                if (!done.insert(point).second) {
                    continue;
                }
                if (point.second == trace.size() && is_final(point.first)) {
                    return cost;
                }
                follow(point, trace, open, dearer);
            }
            here = std::move(dearer);
        }
        return std::nullopt;
    }

    /// Whether the moves lead from the start to a final marking through the whole trace, and what
    /// they cost.
    [[nodiscard]] std::optional<std::uint32_t>
    replayed(std::span<const tertib::LabelIndex> trace,
             const std::vector<tertib::AlignMove>& moves) {
        using Kind = tertib::AlignMoveKind;
        Marking marking = marking_of(net_.initial());
        std::uint32_t events = 0;
        std::uint32_t cost = 0;
        for (const tertib::AlignMove& move : moves) {
            const bool of_trace = move.kind == Kind::log || move.kind == Kind::synchronous;
            if (of_trace != move.event.has_value() ||
                (move.kind == Kind::log) == move.transition.has_value() ||
                (of_trace && *move.event != events++)) {
                return std::nullopt;
            }
            cost += move.kind == Kind::log || move.kind == Kind::model ? 1 : 0;
            if (!move.transition) {
                continue;
            }
            const std::optional<tertib::LabelIndex> label = net_.label(*move.transition);
            std::optional<Marking> next = fired(marking, *move.transition);
            if (!next || label.has_value() != (move.kind != Kind::silent) ||
                (move.kind == Kind::synchronous && label != trace[*move.event])) {
                return std::nullopt;
            }
            marking = std::move(*next);
        }
        return events == trace.size() && is_final(marking) ? std::optional(cost) : std::nullopt;
    }

private:
    using Point = std::pair<Marking, std::size_t>;

    [[nodiscard]] Marking marking_of(const tertib::NetMarking& tokens) const {
        Marking marking(net_.place_count(), 0);
        for (const tertib::PlaceTokens& each : tokens) {
            marking[position(each.place)] = each.tokens;
        }
        return marking;
    }

    [[nodiscard]] bool is_final(const Marking& marking) const {
        for (const tertib::NetMarking& each : net_.finals()) {
            if (marking_of(each) == marking) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] std::optional<Marking> fired(Marking marking,
                                               tertib::TransitionIndex transition) {
        for (const tertib::WeightedArc& arc : net_.inputs(transition)) {
            if (marking[position(arc.place)] < arc.weight) {
                return std::nullopt;
            }
            marking[position(arc.place)] -= arc.weight;
        }
        for (const tertib::WeightedArc& arc : net_.outputs(transition)) {
            marking[position(arc.place)] += arc.weight;
            overflowed_ = overflowed_ || marking[position(arc.place)] > most_;
        }
        return marking;
    }

    void follow(const Point& point, std::span<const tertib::LabelIndex> trace,
                std::vector<Point>& open, std::set<Point>& dearer) {
        const auto& [marking, event] = point;
        if (event < trace.size()) {
            dearer.insert({marking, event + 1});
        }
        for (std::size_t i = 0; i < net_.transition_count(); ++i) {
            const auto transition = static_cast<tertib::TransitionIndex>(i);
            const std::optional<Marking> next = fired(marking, transition);
            if (!next || overflowed_) {
                continue;
            }
            const std::optional<tertib::LabelIndex> label = net_.label(transition);
            if (!label) {
                open.push_back({*next, event});
                continue;
            }
            dearer.insert({*next, event});
            if (event < trace.size() && trace[event] == *label) {
                open.push_back({*next, event + 1});
            }
        }
    }

    const tertib::PetriNet& net_;
    std::uint32_t most_;
    bool overflowed_ = false;
};
