// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "graph/marking_space.hpp"

#include <algorithm>

namespace tertib {

namespace {

constexpr std::size_t watch_every = 4096;

std::uint64_t hash(std::span<const std::uint32_t> marking) {
    std::uint64_t value = 0x9E3779B97F4A7C15U ^ marking.size();
    for (const std::uint32_t place : marking) {
        value = (value ^ place) * 0xD6E8FEB86659FD93U;
        value ^= value >> 32U;
    }
    return value;
}

std::uint32_t number(PlaceIndex place) {
    return static_cast<std::uint32_t>(place);
}

} // namespace

PlainNet plain_net(const WorkflowNet& net) {
    PlainNet result;
    result.source = static_cast<std::uint32_t>(position(net.source()));
    result.net = &net;
    result.inputs.reserve(net.transition_count());
    result.outputs.reserve(net.transition_count());
    for (std::size_t i = 0; i < net.transition_count(); ++i) {
        result.inputs.push_back(net.inputs(static_cast<TransitionIndex>(i)));
        result.outputs.push_back(net.outputs(static_cast<TransitionIndex>(i)));
    }
    return result;
}

MarkingSpace::MarkingSpace(const PlainNet& net, const SoundnessOptions& options)
    : net_(&net),
      table_(1024, 0),
      fired_(net.inputs.size(), false) {
    static_cast<void>(keep({net.source}, 0, {}));
    explore(options);
}

std::span<const std::uint32_t> MarkingSpace::marking(State state) const {
    return std::span(tokens_).subspan(begin_[state], begin_[state + 1] - begin_[state]);
}

std::span<const MarkingSpace::Move> MarkingSpace::moves(State state) const {
    const std::size_t first = moves_begin_[state];
    return std::span(moves_).subspan(first, moves_begin_[state + 1] - first);
}

std::size_t MarkingSpace::bytes() const noexcept {
    return 4 * (tokens_.capacity() + begin_.capacity() + parents_.capacity() + by_.capacity() +
                table_.capacity() + moves_begin_.capacity()) +
           sizeof(Move) * moves_.capacity();
}

void MarkingSpace::explore(const SoundnessOptions& options) {
    for (State state = 0; state < parents_.size(); ++state) {
        expand(state);
        if (outcome_ == Outcome::unsafe) {
            return;
        }
        moves_begin_.push_back(static_cast<std::uint32_t>(moves_.size()));
        if (parents_.size() > options.max_states || bytes() > options.max_bytes) {
            outcome_ = Outcome::out_of_budget;
            return;
        }
        if (state % watch_every == watch_every - 1 && options.watch &&
            options.watch({state, 0}) == Go::stop) {
            outcome_ = Outcome::stopped;
            return;
        }
    }
}

void MarkingSpace::expand(State state) {
    const std::span<const std::uint32_t> tokens = marking(state);
    here_.assign(tokens.begin(), tokens.end());
    const auto try_at = [&](std::uint32_t place, TransitionIndex transition) {
        // A transition is looked at once, from the first of the places that it takes from.
        if (number(net_->inputs[position(transition)].front()) == place && enabled(transition)) {
            try_transition(state, transition);
        }
        return outcome_ != Outcome::unsafe;
    };
    for (const std::uint32_t place : here_) {
        if (net_->net != nullptr) {
            for (const TransitionIndex each :
                 net_->net->consumers(static_cast<PlaceIndex>(place))) {
                if (!try_at(place, each)) {
                    return;
                }
            }
            continue;
        }
        for (const std::uint32_t each : net_->few_consumers[place]) {
            if (!try_at(place, static_cast<TransitionIndex>(each))) {
                return;
            }
        }
    }
}

bool MarkingSpace::enabled(TransitionIndex transition) const {
    const std::span<const PlaceIndex> inputs = net_->inputs[position(transition)];
    if (inputs.size() > here_.size()) {
        return false;
    }
    return std::ranges::all_of(inputs, [this](PlaceIndex place) {
        return std::ranges::binary_search(here_, number(place));
    });
}

void MarkingSpace::try_transition(State state, TransitionIndex transition) {
    there_.clear();
    const std::span<const PlaceIndex> inputs = net_->inputs[position(transition)];
    std::size_t taken = 0; // both lists are ascending
    for (const std::uint32_t place : here_) {
        if (taken < inputs.size() && number(inputs[taken]) == place) {
            ++taken;
        } else {
            there_.push_back(place);
        }
    }
    bool doubled = false;
    for (const PlaceIndex place : net_->outputs[position(transition)]) {
        const auto at = std::ranges::lower_bound(there_, number(place));
        doubled = doubled || (at != there_.end() && *at == number(place));
        there_.insert(at, number(place));
    }
    fired_[position(transition)] = true;
    if (doubled) {
        outcome_ = Outcome::unsafe;
        unsafe_from_ = state;
        unsafe_by_ = transition;
        unsafe_marking_ = there_;
        return;
    }
    moves_.push_back({keep(there_, state, transition), transition});
}

MarkingSpace::State MarkingSpace::keep(const std::vector<std::uint32_t>& marking, State parent,
                                       TransitionIndex by) {
    if (2 * (parents_.size() + 1) > table_.size()) {
        grow_table();
    }
    const std::size_t mask = table_.size() - 1;
    std::size_t place = hash(marking) & mask;
    for (; table_[place] != 0; place = (place + 1) & mask) {
        if (std::ranges::equal(this->marking(table_[place] - 1), marking)) {
            return table_[place] - 1;
        }
    }
    tokens_.insert(tokens_.end(), marking.begin(), marking.end());
    begin_.push_back(static_cast<std::uint32_t>(tokens_.size()));
    parents_.push_back(parent);
    by_.push_back(by);
    table_[place] = static_cast<std::uint32_t>(parents_.size());
    return static_cast<State>(parents_.size() - 1);
}

void MarkingSpace::grow_table() {
    table_.assign(2 * table_.size(), 0);
    const std::size_t mask = table_.size() - 1;
    for (State state = 0; state < parents_.size(); ++state) {
        std::size_t place = hash(marking(state)) & mask;
        while (table_[place] != 0) {
            place = (place + 1) & mask;
        }
        table_[place] = state + 1;
    }
}

std::vector<TransitionIndex> MarkingSpace::way_to(State state) const {
    std::vector<TransitionIndex> way;
    for (; state != 0; state = parents_[state]) {
        way.push_back(by_[state]);
    }
    std::ranges::reverse(way);
    return way;
}

std::vector<TransitionIndex> MarkingSpace::unsafe_way() const {
    std::vector<TransitionIndex> way = way_to(unsafe_from_);
    way.push_back(unsafe_by_);
    return way;
}

std::optional<MarkingSpace::State> MarkingSpace::nearest_doomed() const {
    // Backwards from the empty marking along the moves, which are turned round first.
    std::vector<std::uint32_t> begin(state_count() + 1, 0);
    for (const Move& move : moves_) {
        ++begin[move.to + 1];
    }
    for (std::size_t i = 1; i < begin.size(); ++i) {
        begin[i] += begin[i - 1];
    }
    std::vector<State> sources(moves_.size());
    std::vector<std::uint32_t> next(begin.begin(), begin.end() - 1);
    for (State state = 0; state < state_count(); ++state) {
        for (const Move& move : moves(state)) {
            sources[next[move.to]++] = state;
        }
    }
    std::vector<bool> finishes(state_count(), false);
    std::vector<State> open;
    for (State state = 0; state < state_count(); ++state) {
        if (marking(state).empty()) {
            finishes[state] = true;
            open.push_back(state);
        }
    }
    while (!open.empty()) {
        const State state = open.back();
        open.pop_back();
        for (std::uint32_t i = begin[state]; i < begin[state + 1]; ++i) {
            if (!finishes[sources[i]]) {
                finishes[sources[i]] = true;
                open.push_back(sources[i]);
            }
        }
    }
    const auto doomed = std::ranges::find(finishes, false);
    if (doomed == finishes.end()) {
        return std::nullopt;
    }
    return static_cast<State>(doomed - finishes.begin());
}

bool MarkingSpace::is_stuck(State state) const {
    return state + 1 < moves_begin_.size() && moves(state).empty() && !marking(state).empty();
}

std::optional<MarkingSpace::State> MarkingSpace::nearest_stuck() const {
    for (State state = 0; state + 1 < moves_begin_.size(); ++state) {
        if (is_stuck(state)) {
            return state;
        }
    }
    return std::nullopt;
}

std::optional<MarkingSpace::Continuation> MarkingSpace::way_to_stuck(State from) const {
    std::vector<std::uint32_t> came_from(state_count(), 0); // state + 1
    std::vector<TransitionIndex> came_by(state_count());
    std::vector<State> open{from};
    came_from[from] = from + 1;
    for (std::size_t i = 0; i < open.size(); ++i) {
        const State state = open[i];
        if (is_stuck(state)) {
            Continuation result{{}, state};
            for (State at = state; at != from; at = came_from[at] - 1) {
                result.way.push_back(came_by[at]);
            }
            std::ranges::reverse(result.way);
            return result;
        }
        for (const Move& move : moves(state)) {
            if (came_from[move.to] == 0) {
                came_from[move.to] = state + 1;
                came_by[move.to] = move.by;
                open.push_back(move.to);
            }
        }
    }
    return std::nullopt;
}

} // namespace tertib
