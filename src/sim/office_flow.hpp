// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plan/decisions.hpp"
#include "tertib/graph/dominators.hpp"
#include "tertib/graph/order.hpp"
#include "tertib/graph/step_graph.hpp"
#include "tertib/time/allowance.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace tertib {

/// What a generated case asks of one step.
struct OfficeStep {
    bool outside = false;                ///< all of its pelaksana are outside the office
    bool returns = false;                ///< the flow can lead back to it
    bool always = false;                 ///< no case comes to its end without it
    std::optional<std::uint32_t> reason; ///< of an optional step: which of the different ones
    std::vector<Allowance> allowed;      ///< none if its waktu names no time, or one per item
};

/// A way out of a node that chooses, and whether a log can say that it was taken.
struct OfficeWay {
    EdgeIndex edge{};
    bool told = false;
};

/// An Sop made ready for walking many cases through it. Borrows the Sop. Immutable; any thread.
class OfficeFlow {
public:
    /// Throws Error(argument) for an SOP whose flow isn't sound.
    explicit OfficeFlow(const Sop& sop);

    [[nodiscard]] const Sop& sop() const noexcept { return graph_.sop(); }
    [[nodiscard]] const StepGraph& graph() const noexcept { return graph_; }
    [[nodiscard]] const OfficeStep& step(std::size_t step) const { return steps_[step]; }
    /// The SOP's stated total; none if it states none.
    [[nodiscard]] const std::vector<Allowance>& total() const noexcept { return total_; }

    /// Of a node that chooses: the ways forward, and those that send back. Of two of one outcome
    /// only that which a log can tell from the other is there.
    [[nodiscard]] const std::vector<OfficeWay>& ways(NodeIndex node) const;
    [[nodiscard]] const std::vector<OfficeWay>& returns(NodeIndex node) const;

    /// Whether no case comes to `later` without having come to `earlier`.
    [[nodiscard]] bool leads_over(std::size_t earlier, std::size_t later) const;

private:
    struct Choice {
        std::vector<OfficeWay> ways;
        std::vector<OfficeWay> returns;
    };
    void read_steps();
    void read_choices();
    void find_always();
    [[nodiscard]] std::vector<OfficeWay> told_ways(const std::vector<EdgeIndex>& edges,
                                                   NodeIndex node) const;

    StepGraph graph_;
    Order order_;
    Dominators dominators_;
    std::vector<OfficeStep> steps_;
    std::vector<Choice> choices_; ///< by node
    std::vector<Allowance> total_;
};

} // namespace tertib
