// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "check/distance_table.hpp"

#include <algorithm>
#include <deque>

namespace tertib {

namespace {

/// Columns are as long as whole vector registers.
[[nodiscard]] constexpr std::size_t rounded(std::size_t states) {
    return (states + 7) / 8 * 8;
}

} // namespace

DistanceTable::DistanceTable(const PetriNet& net, const NetComponent& component,
                             const CostShare& share)
    : state_count_(component.state_count),
      stride_(rounded(component.state_count)),
      between_(component.state_count * stride_, infinite),
      steps_of_(net.label_count(), 0),
      columns_(stride_, infinite),
      column_of_depth_{0} {
    measure(component, share);
    list_steps(net, component, share);
    for (const std::uint16_t end : component.finals) {
        for (std::size_t from = 0; from < state_count_; ++from) {
            columns_[from] = std::min(columns_[from], between(from, end));
        }
    }
}

/// From each state backwards, arcs that cost nothing first.
void DistanceTable::measure(const NetComponent& component, const CostShare& share) {
    std::vector<std::vector<ComponentArc>> into(state_count_);
    for (const ComponentArc& arc : component.arcs) {
        into[arc.to].push_back(arc);
    }
    std::deque<std::uint16_t> open;
    std::vector<char> done(state_count_);
    for (std::size_t to = 0; to < state_count_; ++to) {
        Cost* const row = between_.data() + to * stride_;
        std::ranges::fill(done, 0);
        row[to] = 0;
        open.push_back(static_cast<std::uint16_t>(to));
        while (!open.empty()) {
            const std::uint16_t here = open.front();
            open.pop_front();
            if (done[here] != 0) {
                continue;
            }
            done[here] = 1;
            for (const ComponentArc& arc : into[here]) {
                const std::uint8_t price = share.model[position(arc.transition)];
                const auto cost = static_cast<Cost>(row[here] + price);
                if (cost < row[arc.from]) {
                    row[arc.from] = cost;
                    if (price == 0) {
                        open.push_front(arc.from);
                    } else {
                        open.push_back(arc.from);
                    }
                }
            }
        }
    }
}

void DistanceTable::list_steps(const PetriNet& net, const NetComponent& component,
                               const CostShare& share) {
    const auto known = [&](std::size_t label) -> LabelSteps& {
        std::uint32_t& place = steps_of_[label];
        if (place == 0) {
            steps_.emplace_back().log = share.log[label];
            place = static_cast<std::uint32_t>(steps_.size());
        }
        return steps_[place - 1];
    };
    // An event that the component pays for costs something even where nothing ever answers it.
    for (std::size_t label = 0; label < net.label_count(); ++label) {
        if (share.log[label] != 0) {
            static_cast<void>(known(label));
        }
    }
    for (const ComponentArc& arc : component.arcs) {
        const std::optional<LabelIndex> label = net.label(arc.transition);
        if (label) {
            known(position(*label)).steps.push_back({.from = arc.from, .to = arc.to});
        }
    }
    for (LabelSteps& each : steps_) {
        std::ranges::sort(each.steps, [](const Step& left, const Step& right) {
            return left.from != right.from ? left.from < right.from : left.to < right.to;
        });
    }
}

void DistanceTable::truncate(std::size_t depth) {
    column_of_depth_.resize(depth + 1);
    columns_.resize((std::size_t{column_of_depth_.back()} + 1) * stride_);
}

/// An event is left unanswered, or answered after the component's own moves to where it can be. Its
/// own moves before an unanswered event are no gain: they can come after it.
void DistanceTable::push(LabelIndex label) {
    const std::uint32_t before = column_of_depth_.back();
    if (position(label) >= steps_of_.size() || steps_of_[position(label)] == 0) {
        column_of_depth_.push_back(before);
        return;
    }
    const LabelSteps& known = steps_[steps_of_[position(label)] - 1];
    columns_.resize(columns_.size() + stride_);
    const Cost* const old = columns_.data() + before * stride_;
    Cost* const fresh = columns_.data() + (columns_.size() - stride_);
    for (std::size_t i = 0; i < stride_; ++i) {
        fresh[i] = static_cast<Cost>(old[i] + known.log);
    }
    for (std::size_t i = 0; i < known.steps.size();) {
        const std::uint16_t from = known.steps[i].from;
        Cost after = infinite;
        for (; i < known.steps.size() && known.steps[i].from == from; ++i) {
            after = std::min(after, old[known.steps[i].to]);
        }
        // Where leaving the event unanswered is no dearer, no way there gains anything.
        if (after >= infinite || after >= old[from] + known.log) {
            continue;
        }
        const Cost* const row = between_.data() + from * stride_;
        for (std::size_t state = 0; state < stride_; ++state) {
            fresh[state] = std::min(fresh[state], static_cast<Cost>(row[state] + after));
        }
    }
    column_of_depth_.push_back(before + 1); // the columns end with the last depth's
}

} // namespace tertib
