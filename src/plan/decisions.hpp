// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/graph/order.hpp"
#include "tertib/graph/step_graph.hpp"
#include "tertib/plan/plan.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tertib {

/// A node that takes exactly one of its flows, and what it may take.
struct Decision {
    NodeIndex node{};
    std::vector<EdgeIndex> ways;    ///< forward; all flows if none leads forward. Never empty
    std::vector<EdgeIndex> returns; ///< flows that send back; none if no way leads forward
    std::vector<EdgeIndex> given;   ///< of the first visit, the second …
    std::size_t next_row = 0;       ///< the place in `ways` that the main run takes

    /// The given flow that every later visit takes too; nothing if there is none, or it sends back.
    [[nodiscard]] std::optional<EdgeIndex> kept() const;
    /// More than one way may be tried.
    [[nodiscard]] bool free() const { return ways.size() > 1 && !kept(); }
};

/// Where the work can go on, and where it is sent back: the decisions of a flow.
///
/// Borrows the graph, which must outlive it. Immutable; read it from any thread.
class Decisions {
public:
    static constexpr std::uint32_t none = UINT32_MAX;

    /// Throws Error(argument) for a given step or outcome that isn't there.
    Decisions(const StepGraph& graph, const Order& order, std::span<const GivenOutcome> given);

    [[nodiscard]] std::span<const Decision> all() const noexcept { return decisions_; }
    /// The place in all() of a node's decision, or `none`.
    [[nodiscard]] std::uint32_t place(NodeIndex node) const { return places_[position(node)]; }
    /// From the node an end is reached without going back, whatever splits there are.
    [[nodiscard]] bool goes_forward(NodeIndex node) const { return forward_[position(node)]; }
    [[nodiscard]] bool is_back(EdgeIndex edge) const { return back_[position(edge)]; }

private:
    void find_forward(const StepGraph& graph, const Order& order);
    void find_decisions(const StepGraph& graph);
    void take_given(const StepGraph& graph, const GivenOutcome& given);

    std::vector<Decision> decisions_;
    std::vector<std::uint32_t> places_; ///< by node
    std::vector<bool> forward_;         ///< by node
    std::vector<bool> back_;            ///< by edge
};

} // namespace tertib
