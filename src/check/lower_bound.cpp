// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "check/lower_bound.hpp"

#include <algorithm>
#include <utility>

namespace tertib {

namespace {

/// More ways of sharing the costs bring little and cost at each marking.
constexpr std::size_t max_sharings = 12;

} // namespace

LowerBound::LowerBound(const PetriNet& net, std::vector<NetComponent> components)
    : net_(&net),
      components_(std::move(components)),
      seats_(net.place_count()),
      unknown_{0} {
    for (std::size_t c = 0; c < components_.size(); ++c) {
        const NetComponent& component = components_[c];
        std::vector<std::uint8_t>& part = takes_part_.emplace_back(net.transition_count(), 0);
        for (const ComponentArc& arc : component.arcs) {
            part[position(arc.transition)] = 1;
        }
        std::vector<std::uint8_t>& all = has_all_of_.emplace_back(net.label_count(), 0);
        for (std::size_t i = 0; i < net.label_count(); ++i) {
            const auto label = static_cast<LabelIndex>(i);
            // Of the whole net even a label that can't occur is known: no event of it is answered.
            all[i] = component.places.empty() ||
                     std::ranges::all_of(net.labelled(label), [&](TransitionIndex each) {
                         return part[position(each)] != 0;
                     });
        }
        for (std::size_t i = 0; i < component.places.size(); ++i) {
            seats_[position(component.places[i])].push_back(
                {.component = static_cast<std::uint32_t>(c),
                 .state = static_cast<std::uint16_t>(i)});
        }
    }
    std::vector<std::vector<CostShare>> known(components_.size());
    std::vector<std::vector<std::uint32_t>> table_of(components_.size());
    for (std::size_t c = 0; c < std::min(components_.size(), max_sharings); ++c) {
        add_sharing(shares(c), known, table_of);
    }
}

/// Each cost goes to one component: the `first` if it can, else the one of the lowest number.
std::vector<CostShare> LowerBound::shares(std::size_t first) const {
    std::vector<CostShare> shares(components_.size(),
                                  {.model = std::vector<std::uint8_t>(net_->transition_count(), 0),
                                   .log = std::vector<std::uint8_t>(net_->label_count(), 0)});
    std::vector<std::size_t> order{first};
    for (std::size_t c = 0; c < components_.size(); ++c) {
        if (c != first) {
            order.push_back(c);
        }
    }
    for (std::size_t i = 0; i < net_->label_count(); ++i) {
        const std::span<const TransitionIndex> all = net_->labelled(static_cast<LabelIndex>(i));
        const auto whole =
            std::ranges::find_if(order, [&](std::size_t c) { return has_all_of_[c][i] != 0; });
        if (whole != order.end()) {
            shares[*whole].log[i] = 1;
        }
        for (const TransitionIndex each : all) {
            const auto payer =
                whole != order.end() ? whole : std::ranges::find_if(order, [&](std::size_t c) {
                    return takes_part_[c][position(each)] != 0;
                });
            if (payer != order.end()) {
                shares[*payer].model[position(each)] = 1;
            }
        }
    }
    return shares;
}

void LowerBound::add_sharing(std::vector<CostShare> shares,
                             std::vector<std::vector<CostShare>>& known,
                             std::vector<std::vector<std::uint32_t>>& table_of) {
    std::vector<Term>& sharing = sharings_.emplace_back();
    for (std::size_t c = 0; c < components_.size(); ++c) {
        const auto found = std::ranges::find(known[c], shares[c]);
        const auto place = static_cast<std::size_t>(found - known[c].begin());
        if (found == known[c].end()) {
            table_of[c].push_back(static_cast<std::uint32_t>(tables_.size()));
            tables_.emplace_back(*net_, components_[c], shares[c]);
            known[c].push_back(std::move(shares[c]));
        }
        sharing.push_back(
            {.table = table_of[c][place], .component = static_cast<std::uint32_t>(c)});
    }
}

void LowerBound::locate(std::span<const std::uint8_t> tokens,
                        std::span<std::uint16_t> places) const {
    for (std::size_t c = 0; c < components_.size(); ++c) {
        places[c] = static_cast<std::uint16_t>(components_[c].places.size());
    }
    for (std::size_t i = 0; i < seats_.size(); ++i) {
        if (tokens[i] != 0) {
            for (const Seat& seat : seats_[i]) {
                places[seat.component] = seat.state;
            }
        }
    }
}

void LowerBound::set_trace(std::span<const LabelIndex> trace) {
    std::size_t shared = 0;
    while (shared < std::min(trace.size(), reversed_.size()) &&
           reversed_[shared] == trace[trace.size() - 1 - shared]) {
        ++shared;
    }
    reversed_.resize(shared);
    unknown_.resize(shared + 1);
    const std::size_t table_depth = std::min(shared, DistanceTable::max_events);
    for (DistanceTable& table : tables_) {
        table.truncate(table_depth);
    }
    followed_ = trace.size() <= DistanceTable::max_events;
    for (std::size_t depth = shared; depth < trace.size(); ++depth) {
        const LabelIndex label = trace[trace.size() - 1 - depth];
        reversed_.push_back(label);
        unknown_.push_back(unknown_.back() + (position(label) < net_->label_count() ? 0 : 1));
        if (depth < DistanceTable::max_events) {
            for (DistanceTable& table : tables_) {
                table.push(label);
            }
        }
    }
}

std::optional<std::uint32_t> LowerBound::bound(std::size_t depth, Places places) const {
    std::int32_t most = 0;
    if (followed_) {
        for (const std::vector<Term>& sharing : sharings_) {
            std::int32_t sum = 0;
            for (const Term& term : sharing) {
                const DistanceTable::Cost cost =
                    tables_[term.table].cost(depth, places[term.component]);
                if (cost >= DistanceTable::infinite) {
                    return std::nullopt;
                }
                sum += cost;
            }
            most = std::max(most, sum);
        }
    }
    return static_cast<std::uint32_t>(most) + unknown_[depth];
}

std::size_t LowerBound::bytes() const noexcept {
    std::size_t sum = reversed_.capacity() * sizeof(LabelIndex);
    for (const DistanceTable& table : tables_) {
        sum += table.bytes();
    }
    return sum;
}

} // namespace tertib
