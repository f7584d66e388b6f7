// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "check/alignment_search.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace tertib {

namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t states_between_looks = 2'048; ///< at the memory and the Watch

[[nodiscard]] constexpr std::size_t slot_hash(std::uint64_t value) noexcept {
    value *= 0x9E37'79B9'7F4A'7C15U;
    return static_cast<std::size_t>(value ^ (value >> 32U));
}

} // namespace

std::size_t AlignmentSearch::bytes() const noexcept {
    std::size_t sum = nodes_.capacity() * sizeof(Node) + slots_.capacity() * sizeof(Slot) +
                      places_.capacity() * sizeof(std::uint16_t);
    for (const std::vector<std::uint32_t>& bucket : buckets_) {
        sum += bucket.capacity() * sizeof(std::uint32_t);
    }
    return sum;
}

void AlignmentSearch::begin(std::span<const LabelIndex> trace, Greed greed) {
    trace_ = trace;
    greed_ = static_cast<std::uint32_t>(greed);
    nodes_.clear();
    for (std::vector<std::uint32_t>& bucket : buckets_) {
        bucket.clear();
    }
    bucket_ = 0;
    cut_off_ = none;
    found_ = no_node;
    if (slots_.empty()) {
        slots_.resize(256);
    }
    if (++run_ == 0) {
        std::ranges::fill(slots_, Slot{});
        run_ = 1;
    }
    reach(NetSpace::start(), static_cast<std::uint32_t>(trace.size()), 0, no_node, log_move);
}

SearchResult AlignmentSearch::run(std::span<const LabelIndex> trace, Greed greed,
                                  const Budget& budget) {
    begin(trace, greed);
    SearchResult result;
    for (std::size_t looks = 1;; ++looks) {
        const std::uint32_t node = next_node();
        if (node == no_node) {
            result.exhausted = cut_off_ == none;
            result.lower = cut_off_;
            return result;
        }
        if (nodes_[node].depth == 0 && space_->is_final(nodes_[node].state)) {
            found_ = node;
            result.cost = nodes_[node].cost;
            result.lower = greed == Greed::none ? std::min(nodes_[node].cost, cut_off_) : 0;
            return result;
        }
        const bool look = looks % states_between_looks == 0;
        result.stopped = look && budget.watch && budget.watch() == Go::stop;
        if (result.stopped || nodes_.size() >= budget.max_states ||
            (look && bytes() + space_->bytes() + bound_->bytes() > budget.max_bytes)) {
            const std::uint32_t open = nodes_[node].cost + nodes_[node].rest;
            result.lower = greed == Greed::none ? std::min(open, cut_off_) : 0;
            return result;
        }
        expand(node);
        ++tried_;
    }
}

std::uint32_t AlignmentSearch::next_node() {
    while (bucket_ < buckets_.size()) {
        std::vector<std::uint32_t>& bucket = buckets_[bucket_];
        if (bucket.empty()) {
            ++bucket_;
            continue;
        }
        const std::uint32_t node = bucket.back();
        bucket.pop_back();
        Node& best = nodes_[node];
        // Found again at less cost since: it stands in another bucket too.
        if (!best.done && best.cost + std::size_t{greed_} * best.rest == bucket_) {
            best.done = true;
            return node;
        }
    }
    return no_node;
}

/// What is preferred among equals is queued last.
void AlignmentSearch::expand(std::uint32_t node) {
    const Node here = nodes_[node];
    if (here.depth == 0) {
        expand_moves(node, space_->moves_to_finish(here.state), std::nullopt);
        return;
    }
    const LabelIndex label = trace_[trace_.size() - here.depth];
    expand_moves(node, space_->moves_towards(here.state, label), label);
}

void AlignmentSearch::expand_moves(std::uint32_t node, std::span<const NetMove> moves,
                                   std::optional<LabelIndex> wanted) {
    const Node here = nodes_[node];
    const PetriNet& net = space_->net();
    const auto each_move = [&](const auto& act) {
        for (std::size_t i = moves.size(); i-- > 0;) {
            if (moves[i].target == NetSpace::nowhere) {
                cut_off_ = std::min(cut_off_, here.cost + here.rest);
            } else {
                act(moves[i], static_cast<std::uint32_t>(moves[i].transition),
                    net.label(moves[i].transition));
            }
        }
    };
    each_move([&](const NetMove& move, std::uint32_t transition, std::optional<LabelIndex> label) {
        if (label) {
            reach(move.target, here.depth, here.cost + 1, node, transition);
        }
    });
    if (wanted) {
        reach(here.state, here.depth - 1, here.cost + 1, node, log_move);
    }
    each_move([&](const NetMove& move, std::uint32_t transition, std::optional<LabelIndex> label) {
        if (!label) {
            reach(move.target, here.depth, here.cost, node, transition);
        }
    });
    each_move([&](const NetMove& move, std::uint32_t transition, std::optional<LabelIndex> label) {
        if (label && label == wanted) {
            reach(move.target, here.depth - 1, here.cost, node, transition);
        }
    });
}

void AlignmentSearch::reach(NetSpace::State state, std::uint32_t depth, std::uint32_t cost,
                            std::uint32_t parent, std::uint32_t transition) {
    const std::uint32_t slot = slot_of(state, depth);
    if (slots_[slot].run == run_) {
        Node& known = nodes_[slots_[slot].node];
        if (cost < known.cost) {
            known.cost = cost;
            known.parent = parent;
            known.transition = transition;
            known.done = false;
            queue(slots_[slot].node);
        }
        return;
    }
    const std::optional<std::uint32_t> rest = bound_->bound(depth, places_of(state));
    if (!rest) {
        return;
    }
    const auto node = static_cast<std::uint32_t>(nodes_.size());
    nodes_.push_back({.state = state,
                      .depth = depth,
                      .cost = cost,
                      .rest = *rest,
                      .parent = parent,
                      .transition = transition});
    slots_[slot] = {.run = run_, .node = node};
    if (nodes_.size() * 2 > slots_.size()) {
        grow_slots();
    }
    queue(node);
}

void AlignmentSearch::queue(std::uint32_t node) {
    const std::size_t place = nodes_[node].cost + std::size_t{greed_} * nodes_[node].rest;
    if (place >= buckets_.size()) {
        buckets_.resize(place + 1);
    }
    buckets_[place].push_back(node);
    bucket_ = std::min(bucket_, place);
}

std::uint32_t AlignmentSearch::slot_of(NetSpace::State state, std::uint32_t depth) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = slot_hash((std::uint64_t{state} << 32U) | depth) & mask;
    while (slots_[slot].run == run_ &&
           (nodes_[slots_[slot].node].state != state || nodes_[slots_[slot].node].depth != depth)) {
        slot = (slot + 1) & mask;
    }
    return static_cast<std::uint32_t>(slot);
}

void AlignmentSearch::grow_slots() {
    slots_.assign(slots_.size() * 2, Slot{});
    for (std::uint32_t node = 0; node < nodes_.size(); ++node) {
        slots_[slot_of(nodes_[node].state, nodes_[node].depth)] = {.run = run_, .node = node};
    }
}

LowerBound::Places AlignmentSearch::places_of(NetSpace::State state) {
    const std::vector<NetComponent>& components = bound_->components();
    const std::size_t width = components.size();
    if (width == 0) {
        return {};
    }
    for (; located_ < space_->state_count(); ++located_) {
        places_.resize((located_ + 1) * width);
        const std::span<std::uint16_t> places = std::span(places_).subspan(located_ * width, width);
        if (components.front().places.empty()) {
            places.front() = static_cast<std::uint16_t>(located_);
        } else {
            bound_->locate(space_->tokens(static_cast<NetSpace::State>(located_)), places);
        }
    }
    return std::span(std::as_const(places_)).subspan(state * width, width);
}

std::vector<AlignMove> AlignmentSearch::moves() const {
    std::vector<AlignMove> way;
    for (std::uint32_t node = found_; node != no_node && nodes_[node].parent != no_node;
         node = nodes_[node].parent) {
        const Node& here = nodes_[node];
        const std::uint32_t depth = nodes_[here.parent].depth;
        AlignMove move;
        if (depth != here.depth) {
            move.event = static_cast<std::uint32_t>(trace_.size() - depth);
            move.kind = AlignMoveKind::log;
        }
        if (here.transition != log_move) {
            const auto transition = static_cast<TransitionIndex>(here.transition);
            move.transition = transition;
            move.kind = move.event                        ? AlignMoveKind::synchronous
                        : space_->net().label(transition) ? AlignMoveKind::model
                                                          : AlignMoveKind::silent;
        }
        way.push_back(move);
    }
    std::ranges::reverse(way);
    return way;
}

} // namespace tertib
