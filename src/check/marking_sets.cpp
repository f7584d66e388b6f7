// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "check/marking_sets.hpp"

#include <algorithm>

namespace tertib {

namespace {

constexpr std::uint32_t not_asked = 0xffff'ffff; ///< nobody went there yet
constexpr std::size_t markings_between_looks = 4'096;

} // namespace

MarkingSets::MarkingSets(const PetriNet& net, std::size_t max_states, const Watch& watch)
    : net_(&net),
      max_states_(max_states),
      watch_(&watch),
      space_(net) {
    for (std::size_t i = 0; i < net.transition_count(); ++i) {
        const auto transition = static_cast<TransitionIndex>(i);
        (net.label(transition) ? visible_ : silent_).push_back(transition);
    }
    set_.push_back(NetSpace::start());
    start_ = close_and_keep(false);
}

bool MarkingSets::look(const Progress& progress) {
    stopped_ = stopped_ || (*watch_ && (*watch_)(progress) == Go::stop);
    return stopped_;
}

MarkingSets::Set MarkingSets::next(Set set, LabelIndex label) {
    const std::size_t place = set * net_->label_count() + position(label);
    if (next_[place] == not_asked) {
        const Set found = find_next(set, label);
        next_[place] = found;
    }
    return next_[place];
}

MarkingSets::Set MarkingSets::find_next(Set set, LabelIndex label) {
    set_.clear();
    bool partial = sets_[set].partial;
    for (const NetSpace::State state : sets_[set].states) {
        for (const NetMove& move : space_.moves_of(state, net_->labelled(label))) {
            partial = partial || move.target == NetSpace::nowhere;
            set_.push_back(move.target);
        }
    }
    std::erase(set_, NetSpace::nowhere);
    if (set_.empty()) {
        return partial ? out_of_budget : no_way;
    }
    return close_and_keep(partial);
}

/// Adds what silent transitions lead to.
MarkingSets::Set MarkingSets::close_and_keep(bool partial) {
    std::ranges::sort(set_);
    set_.erase(std::ranges::unique(set_).begin(), set_.end());
    ++round_;
    for (const NetSpace::State state : set_) {
        static_cast<void>(mark(state));
    }
    for (std::size_t i = 0; i < set_.size(); ++i) {
        if (kept_states_ + set_.size() > max_states_ ||
            (++work_ % markings_between_looks == 0 && look({}))) {
            return out_of_budget;
        }
        for (const NetMove& move : space_.moves_of(set_[i], silent_)) {
            if (move.target == NetSpace::nowhere) {
                partial = true;
            } else if (mark(move.target)) {
                set_.push_back(move.target);
            }
        }
    }
    return keep(partial);
}

/// Whether the state is new in this round.
bool MarkingSets::mark(NetSpace::State state) {
    if (state >= marked_.size()) {
        marked_.resize(std::max<std::size_t>(std::size_t{state} + 1, marked_.size() * 2), 0);
    }
    return std::exchange(marked_[state], round_) != round_;
}

MarkingSets::Set MarkingSets::keep(bool partial) {
    std::ranges::sort(set_);
    const auto [found, fresh] = known_.try_emplace({set_, partial}, static_cast<Set>(sets_.size()));
    if (fresh) {
        const bool may_end = std::ranges::any_of(
            set_, [&](NetSpace::State state) { return space_.is_final(state); });
        sets_.push_back({.states = set_, .may_end = may_end, .partial = partial});
        next_.resize(sets_.size() * net_->label_count(), not_asked);
        kept_states_ += set_.size() + 1;
    }
    return found->second;
}

std::vector<LabelIndex> MarkingSets::allowed(Set set) {
    std::vector<LabelIndex> labels;
    for (const NetSpace::State state : sets_[set].states) {
        for (const TransitionIndex transition : visible_) {
            if (space_.is_enabled(state, transition)) {
                labels.push_back(net_->label(transition).value_or(unknown_label));
            }
        }
    }
    std::ranges::sort(labels);
    labels.erase(std::ranges::unique(labels).begin(), labels.end());
    return labels;
}

} // namespace tertib
