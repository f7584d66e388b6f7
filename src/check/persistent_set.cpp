// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "check/persistent_set.hpp"

#include <algorithm>
#include <limits>
#include <optional>

namespace tertib {

PersistentSet::PersistentSet(const PetriNet& net)
    : net_(&net),
      wanted_(net.transition_count(), 0) {}

void PersistentSet::begin() {
    set_.clear();
    if (++call_ == 0) {
        std::ranges::fill(wanted_, 0U);
        call_ = 1;
    }
}

void PersistentSet::want(TransitionIndex transition) {
    if (wanted_[position(transition)] != call_) {
        wanted_[position(transition)] = call_;
        set_.push_back(transition);
    }
}

std::size_t PersistentSet::fresh_producers(PlaceIndex place) const {
    return static_cast<std::size_t>(
        std::ranges::count_if(net_->producers(place), [&](TransitionIndex each) {
            return wanted_[position(each)] != call_;
        }));
}

std::span<const TransitionIndex> PersistentSet::towards(std::span<const std::uint8_t> tokens,
                                                        LabelIndex label) {
    begin();
    for (const TransitionIndex transition : net_->labelled(label)) {
        want(transition);
    }
    return close(tokens);
}

std::span<const TransitionIndex>
PersistentSet::to_finish(std::span<const std::uint8_t> tokens,
                         std::span<const std::vector<std::uint8_t>> finals) {
    begin();
    for (const std::vector<std::uint8_t>& each : finals) {
        want_difference(tokens, each);
    }
    return close(tokens);
}

/// Some firing on the way must take from a place that holds too much, or put on one that lacks.
void PersistentSet::want_difference(std::span<const std::uint8_t> tokens,
                                    std::span<const std::uint8_t> final_tokens) {
    for (std::size_t i = 0; i < net_->place_count(); ++i) {
        const auto place = static_cast<PlaceIndex>(i);
        if (tokens[i] != final_tokens[i]) {
            for (const TransitionIndex each :
                 tokens[i] < final_tokens[i] ? net_->producers(place) : net_->consumers(place)) {
                want(each);
            }
            return;
        }
    }
}

/// An enabled transition brings all that could take its tokens; one that isn't brings all that
/// could fill one of the places that it waits for, the one that brings the fewest.
std::span<const TransitionIndex> PersistentSet::close(std::span<const std::uint8_t> tokens) {
    enabled_.clear();
    for (std::size_t next = 0; next < set_.size(); ++next) {
        const TransitionIndex transition = set_[next];
        std::optional<PlaceIndex> lacking;
        std::size_t fewest = std::numeric_limits<std::size_t>::max();
        for (const WeightedArc& arc : net_->inputs(transition)) {
            if (tokens[position(arc.place)] < arc.weight) {
                const std::size_t fresh = fresh_producers(arc.place);
                if (fresh < fewest) {
                    fewest = fresh;
                    lacking = arc.place;
                }
            }
        }
        if (lacking) {
            for (const TransitionIndex each : net_->producers(*lacking)) {
                want(each);
            }
            continue;
        }
        enabled_.push_back(transition);
        for (const WeightedArc& arc : net_->inputs(transition)) {
            for (const TransitionIndex each : net_->consumers(arc.place)) {
                want(each);
            }
        }
    }
    std::ranges::sort(enabled_);
    return enabled_;
}

} // namespace tertib
