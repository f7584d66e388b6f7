// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "check/net_space.hpp"

#include "tertib/base/error.hpp"

#include <algorithm>
#include <cstring>
#include <string>

namespace tertib {

namespace {

constexpr std::uint32_t most_tokens = 255;
/// What moves_to_finish wants, beside the labels.
constexpr std::uint32_t to_finish = 0xffff'fffe;

void require_byte(std::uint32_t tokens) {
    if (tokens > most_tokens) {
        throw Error(ErrorCode::limit, "the net moves or holds " + std::to_string(tokens) +
                                          " tokens at once, more than the limit of 255");
    }
}

[[nodiscard]] constexpr std::uint64_t mixed(std::uint64_t value) noexcept {
    value ^= value >> 32U;
    value *= 0x9E37'79B9'7F4A'7C15U;
    value ^= value >> 29U;
    value *= 0xBF58'476D'1CE4'E5B9U;
    return value ^ (value >> 32U);
}

} // namespace

NetSpace::NetSpace(const PetriNet& net)
    : net_(&net),
      persistent_(net),
      // Whole words, so that markings are hashed and compared eight places at a time.
      width_((net.place_count() + 8) / 8 * 8),
      table_(64, 0),
      here_(width_, 0),
      lists_(64) {
    transitions_.reserve(net.transition_count());
    for (std::size_t i = 0; i < net.transition_count(); ++i) {
        const auto transition = static_cast<TransitionIndex>(i);
        transitions_.push_back(transition);
        for (const WeightedArc& arc : net.inputs(transition)) {
            require_byte(arc.weight);
        }
        for (const WeightedArc& arc : net.outputs(transition)) {
            require_byte(arc.weight);
        }
    }
    finals_.reserve(net.finals().size());
    for (const NetMarking& marking : net.finals()) {
        std::vector<std::uint8_t>& bytes = finals_.emplace_back(width_, std::uint8_t{0});
        for (const PlaceTokens& each : marking) {
            require_byte(each.tokens);
            bytes[position(each.place)] = static_cast<std::uint8_t>(each.tokens);
        }
    }
    for (const PlaceTokens& each : net.initial()) {
        require_byte(each.tokens);
        here_[position(each.place)] = static_cast<std::uint8_t>(each.tokens);
    }
    static_cast<void>(intern());
}

std::size_t NetSpace::bytes() const noexcept {
    return tokens_.capacity() + final_.capacity() + table_.capacity() * sizeof(table_[0]) +
           lists_.capacity() * sizeof(Listed) + moves_.capacity() * sizeof(NetMove);
}

std::uint64_t NetSpace::hash_of(const std::uint8_t* tokens) const noexcept {
    std::uint64_t hash = 0;
    for (std::size_t i = 0; i < width_; i += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, tokens + i, 8);
        hash = (hash ^ word) * 0x9E37'79B9'7F4A'7C15U;
        hash ^= hash >> 31U;
    }
    return mixed(hash);
}

bool NetSpace::matches_final(const std::uint8_t* tokens) const {
    return std::ranges::any_of(finals_, [&](const std::vector<std::uint8_t>& marking) {
        return std::memcmp(marking.data(), tokens, width_) == 0;
    });
}

NetSpace::State NetSpace::intern() {
    if ((state_count_ + 1) * 2 > table_.size()) {
        grow_table();
    }
    const std::size_t mask = table_.size() - 1;
    std::size_t slot = hash_of(here_.data()) & mask;
    while (table_[slot] != 0) {
        const State state = table_[slot] - 1;
        if (std::memcmp(tokens_.data() + state * width_, here_.data(), width_) == 0) {
            return state;
        }
        slot = (slot + 1) & mask;
    }
    table_[slot] = static_cast<std::uint32_t>(state_count_ + 1);
    tokens_.insert(tokens_.end(), here_.begin(), here_.end());
    final_.push_back(matches_final(here_.data()) ? 1 : 0);
    return static_cast<State>(state_count_++);
}

void NetSpace::grow_table() {
    table_.assign(table_.size() * 2, 0);
    const std::size_t mask = table_.size() - 1;
    for (std::size_t state = 0; state < state_count_; ++state) {
        std::size_t slot = hash_of(tokens_.data() + state * width_) & mask;
        while (table_[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        table_[slot] = static_cast<std::uint32_t>(state + 1);
    }
}

bool NetSpace::is_enabled(State state, TransitionIndex transition) const {
    const std::uint8_t* const here = tokens_.data() + state * width_;
    return std::ranges::all_of(net_->inputs(transition), [&](const WeightedArc& arc) {
        return here[position(arc.place)] >= arc.weight;
    });
}

NetSpace::State NetSpace::fire(State state, TransitionIndex transition) {
    std::memcpy(here_.data(), tokens_.data() + state * width_, width_);
    for (const WeightedArc& arc : net_->inputs(transition)) {
        std::uint8_t& there = here_[position(arc.place)];
        there = static_cast<std::uint8_t>(there - arc.weight);
    }
    for (const WeightedArc& arc : net_->outputs(transition)) {
        std::uint8_t& there = here_[position(arc.place)];
        if (there + arc.weight > most_tokens) {
            return nowhere;
        }
        there = static_cast<std::uint8_t>(there + arc.weight);
    }
    return intern();
}

std::span<const NetMove> NetSpace::all_moves(State state) {
    return moves_of(state, transitions_);
}

std::span<const NetMove> NetSpace::moves_of(State state,
                                            std::span<const TransitionIndex> transitions) {
    answer_.clear();
    for (const TransitionIndex transition : transitions) {
        if (is_enabled(state, transition)) {
            answer_.push_back({.transition = transition, .target = fire(state, transition)});
        }
    }
    return answer_;
}

std::span<const NetMove> NetSpace::moves_towards(State state, LabelIndex label) {
    if (position(label) >= net_->label_count()) {
        return {};
    }
    return listed(state, static_cast<std::uint32_t>(label));
}

std::span<const NetMove> NetSpace::moves_to_finish(State state) {
    return listed(state, to_finish);
}

std::size_t NetSpace::slot_of(std::uint64_t key) const {
    const std::size_t mask = lists_.size() - 1;
    std::size_t slot = mixed(key) & mask;
    while (lists_[slot].key != 0 && lists_[slot].key != key) {
        slot = (slot + 1) & mask;
    }
    return slot;
}

void NetSpace::grow_lists() {
    std::vector<Listed> old(lists_.size() * 2);
    old.swap(lists_);
    for (const Listed& list : old) {
        if (list.key != 0) {
            lists_[slot_of(list.key)] = list;
        }
    }
}

std::span<const NetMove> NetSpace::listed(State state, std::uint32_t wanted) {
    const std::uint64_t key = ((std::uint64_t{state} << 32U) | wanted) + 1;
    std::size_t slot = slot_of(key);
    if (lists_[slot].key == 0) {
        const std::span<const TransitionIndex> fireable =
            wanted == to_finish
                ? persistent_.to_finish(tokens(state), finals_)
                : persistent_.towards(tokens(state), static_cast<LabelIndex>(wanted));
        const std::size_t first = moves_.size();
        for (const TransitionIndex transition : fireable) {
            const State target = fire(state, transition);
            moves_.push_back({.transition = transition, .target = target});
        }
        if ((list_count_ + 1) * 2 > lists_.size()) {
            grow_lists();
            slot = slot_of(key);
        }
        lists_[slot] = {.key = key,
                        .first = static_cast<std::uint32_t>(first),
                        .count = static_cast<std::uint32_t>(moves_.size() - first)};
        ++list_count_;
    }
    return std::span(moves_).subspan(lists_[slot].first, lists_[slot].count);
}

} // namespace tertib
