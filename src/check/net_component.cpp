// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "check/net_component.hpp"

#include <algorithm>
#include <limits>

namespace tertib {

namespace {

constexpr std::size_t max_places = 4'000; ///< of one way: its distances fit 16 bits
constexpr std::size_t max_ways = 64;
constexpr std::size_t tries_a_target = 24;
constexpr std::size_t far = std::numeric_limits<std::size_t>::max();

/// What a way of one token does at a transition; `crowded` if it would need two.
struct Passage {
    std::optional<PlaceIndex> from;
    std::optional<PlaceIndex> to;
    bool crowded = false;
};

/// Looks for the places that one token can run over, through a transition that is wanted.
class WayFinder {
public:
    explicit WayFinder(const PetriNet& net)
        : net_(net),
          chosen_(net.place_count(), 0),
          marked_(net.place_count(), 0),
          distance_(net.place_count(), far),
          rank_(net.place_count(), 0) {
        for (const PlaceTokens& each : net.initial()) {
            marked_[position(each.place)] = 1;
        }
    }

    [[nodiscard]] std::optional<NetComponent> find(TransitionIndex target) {
        measure(target);
        for (std::size_t i = 0; i < tries_a_target; ++i) {
            draw_ranks();
            if (attempt()) {
                NetComponent way = component();
                if (std::ranges::any_of(way.arcs, [&](const ComponentArc& arc) {
                        return arc.transition == target;
                    })) {
                    return way;
                }
            }
        }
        return std::nullopt;
    }

private:
    /// How many transitions lie between each place and the wanted one, whatever else they need.
    void measure(TransitionIndex target) {
        std::ranges::fill(distance_, far);
        std::vector<PlaceIndex> open;
        const auto reach = [&](TransitionIndex transition, std::size_t distance) {
            for (const WeightedArc& arc : net_.inputs(transition)) {
                if (distance_[position(arc.place)] == far) {
                    distance_[position(arc.place)] = distance;
                    open.push_back(arc.place);
                }
            }
        };
        reach(target, 0);
        for (std::size_t i = 0; i < open.size(); ++i) {
            const PlaceIndex place = open[i];
            for (const TransitionIndex each : net_.producers(place)) {
                reach(each, distance_[position(place)] + 1);
            }
        }
    }

    /// Who is liked better where nothing else decides: drawn anew for each try, always the same.
    void draw_ranks() {
        for (std::uint32_t& rank : rank_) {
            seed_ = seed_ * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
            rank = static_cast<std::uint32_t>(seed_ >> 40U);
        }
    }

    [[nodiscard]] bool better(PlaceIndex one, std::optional<PlaceIndex> other) const {
        if (!other) {
            return true;
        }
        const std::size_t left = distance_[position(one)];
        const std::size_t right = distance_[position(*other)];
        return left != right ? left < right : rank_[position(one)] < rank_[position(*other)];
    }

    void choose(PlaceIndex place) {
        chosen_[position(place)] = 1;
        way_.push_back(place);
    }

    [[nodiscard]] Passage passage(TransitionIndex transition) const {
        Passage found;
        for (const WeightedArc& arc : net_.inputs(transition)) {
            if (chosen_[position(arc.place)] != 0) {
                found.crowded = found.crowded || found.from || arc.weight != 1;
                found.from = arc.place;
            }
        }
        for (const WeightedArc& arc : net_.outputs(transition)) {
            if (chosen_[position(arc.place)] != 0) {
                found.crowded = found.crowded || found.to || arc.weight != 1;
                found.to = arc.place;
            }
        }
        return found;
    }

    [[nodiscard]] bool attempt() {
        std::ranges::fill(chosen_, 0);
        way_.clear();
        std::optional<PlaceIndex> first;
        for (const PlaceTokens& each : net_.initial()) {
            if (each.tokens == 1 && better(each.place, first)) {
                first = each.place;
            }
        }
        if (!first) {
            return false;
        }
        choose(*first);
        for (std::size_t i = 0; i < way_.size(); ++i) {
            if (way_.size() > max_places || !follow(way_[i])) {
                return false;
            }
        }
        return std::ranges::all_of(way_, [&](PlaceIndex place) { return holds_one(place); });
    }

    /// Every transition that touches the place goes on along one chosen place, and came from one.
    [[nodiscard]] bool follow(PlaceIndex place) {
        for (const TransitionIndex each : net_.consumers(place)) {
            const Passage found = passage(each);
            if (found.crowded ||
                (!found.to && !choose_from(net_.outputs(each)) && !net_.outputs(each).empty())) {
                return false;
            }
        }
        for (const TransitionIndex each : net_.producers(place)) {
            const Passage found = passage(each);
            if (found.crowded || (!found.from && !choose_from(net_.inputs(each)))) {
                return false;
            }
        }
        return true;
    }

    [[nodiscard]] bool choose_from(std::span<const WeightedArc> arcs) {
        std::optional<PlaceIndex> best;
        for (const WeightedArc& arc : arcs) {
            if (arc.weight == 1 && marked_[position(arc.place)] == 0 && better(arc.place, best)) {
                best = arc.place;
            }
        }
        if (best) {
            choose(*best);
        }
        return best.has_value();
    }

    [[nodiscard]] bool holds_one(PlaceIndex place) const {
        const auto passes = [&](TransitionIndex each) {
            const Passage found = passage(each);
            return !found.crowded && found.from;
        };
        return std::ranges::all_of(net_.consumers(place), passes) &&
               std::ranges::all_of(net_.producers(place), passes);
    }

    [[nodiscard]] NetComponent component() const {
        NetComponent way;
        way.places = way_;
        std::ranges::sort(way.places);
        std::vector<std::uint16_t> state(net_.place_count(), 0);
        for (std::size_t i = 0; i < way.places.size(); ++i) {
            state[position(way.places[i])] = static_cast<std::uint16_t>(i);
        }
        const auto gone = static_cast<std::uint16_t>(way.places.size());
        way.state_count = way.places.size() + 1;
        way.start = state[position(way_.front())];
        for (std::size_t i = 0; i < net_.transition_count(); ++i) {
            const auto transition = static_cast<TransitionIndex>(i);
            const Passage found = passage(transition);
            if (found.from) {
                way.arcs.push_back({.transition = transition,
                                    .from = state[position(*found.from)],
                                    .to = found.to ? state[position(*found.to)] : gone});
            }
        }
        add_finals(way, state, gone);
        return way;
    }

    void add_finals(NetComponent& way, const std::vector<std::uint16_t>& state,
                    std::uint16_t gone) const {
        for (const NetMarking& marking : net_.finals()) {
            std::uint32_t tokens = 0;
            std::uint16_t last = gone;
            for (const PlaceTokens& each : marking) {
                if (chosen_[position(each.place)] != 0) {
                    tokens += each.tokens > 1 ? 2 : 1;
                    last = state[position(each.place)];
                }
            }
            if (tokens < 2) {
                way.finals.push_back(last);
            }
        }
        std::ranges::sort(way.finals);
        way.finals.erase(std::ranges::unique(way.finals).begin(), way.finals.end());
    }

    const PetriNet& net_;
    std::vector<char> chosen_;          ///< by place
    std::vector<char> marked_;          ///< by place, initially
    std::vector<std::size_t> distance_; ///< by place, to the wanted transition
    std::vector<std::uint32_t> rank_;   ///< by place
    std::vector<PlaceIndex> way_;       ///< the first one holds the token
    std::uint64_t seed_ = 20260622;
};

} // namespace

std::optional<NetComponent> whole_net(NetSpace& space, std::size_t max_states) {
    NetComponent whole;
    for (std::size_t i = 0; i < space.state_count(); ++i) {
        const auto from = static_cast<NetSpace::State>(i);
        for (const NetMove& move : space.all_moves(from)) {
            if (move.target == NetSpace::nowhere) {
                return std::nullopt;
            }
            whole.arcs.push_back({.transition = move.transition,
                                  .from = static_cast<std::uint16_t>(from),
                                  .to = static_cast<std::uint16_t>(move.target)});
        }
        if (space.state_count() > max_states) {
            return std::nullopt;
        }
        if (space.is_final(from)) {
            whole.finals.push_back(static_cast<std::uint16_t>(from));
        }
    }
    whole.state_count = space.state_count();
    std::ranges::sort(whole.arcs, [](const ComponentArc& left, const ComponentArc& right) {
        return left.transition != right.transition ? left.transition < right.transition
                                                   : left.from < right.from;
    });
    return whole;
}

std::vector<NetComponent> token_ways(const PetriNet& net) {
    std::vector<NetComponent> ways;
    std::vector<char> covered(net.transition_count(), 0);
    WayFinder finder(net);
    for (std::size_t i = 0; i < net.transition_count() && ways.size() < max_ways; ++i) {
        const auto transition = static_cast<TransitionIndex>(i);
        if (covered[i] != 0 || !net.label(transition)) {
            continue;
        }
        std::optional<NetComponent> way = finder.find(transition);
        if (way) {
            for (const ComponentArc& arc : way->arcs) {
                covered[position(arc.transition)] = 1;
            }
            ways.push_back(std::move(*way));
        }
    }
    return ways;
}

} // namespace tertib
