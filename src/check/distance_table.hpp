// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/net_component.hpp"
#include "tertib/graph/petri_net.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tertib {

/// Who pays what in one component: several share the costs of a net, so that their sum stays below
/// what an alignment costs. Costs are 0 or 1.
struct CostShare {
    std::vector<std::uint8_t> model; ///< by transition
    std::vector<std::uint8_t> log;   ///< by label

    friend bool operator==(const CostShare&, const CostShare&) = default;
};

/// What it costs, in one component, to run from each of its states to a final one along the rest of
/// a trace. The trace is given from its end, so that traces with a common end share the work.
///
///     table.push(last_label);
///     table.push(label_before_it);
///     table.cost(2, component.start);
///
/// Not for use from several threads.
class DistanceTable {
public:
    using Cost = std::int16_t;
    /// Costs from here on mean that no way leads to a final state.
    static constexpr Cost infinite = 16'000;
    static constexpr std::size_t max_events = 12'000; ///< of a trace, so that costs stay below it
    static constexpr std::size_t max_states = 4'001;

    DistanceTable(const PetriNet& net, const NetComponent& component, const CostShare& share);

    /// Takes back all but the last `depth` events.
    void truncate(std::size_t depth);
    void push(LabelIndex label);
    [[nodiscard]] Cost cost(std::size_t depth, std::size_t state) const {
        return columns_[column_of_depth_[depth] * stride_ + state];
    }
    /// What the moves of the component itself cost from one state to another.
    [[nodiscard]] Cost between(std::size_t from, std::size_t to) const {
        return between_[to * stride_ + from];
    }
    [[nodiscard]] std::size_t bytes() const noexcept {
        return (columns_.capacity() + between_.capacity()) * sizeof(Cost) +
               column_of_depth_.capacity() * sizeof(std::uint32_t);
    }

private:
    struct Step {
        std::uint16_t from = 0;
        std::uint16_t to = 0;
    };
    struct LabelSteps {
        std::vector<Step> steps; ///< ascending
        Cost log = 0;            ///< what an event of the label costs that nothing answers
    };

    void measure(const NetComponent& component, const CostShare& share);
    void list_steps(const PetriNet& net, const NetComponent& component, const CostShare& share);

    std::size_t state_count_;
    std::size_t stride_;
    std::vector<Cost> between_;           ///< row: to, column: from
    std::vector<std::uint32_t> steps_of_; ///< by label: place in steps_, plus one
    std::vector<LabelSteps> steps_;
    std::vector<Cost> columns_; ///< one after another, stride_ each
    std::vector<std::uint32_t> column_of_depth_;
};

} // namespace tertib
