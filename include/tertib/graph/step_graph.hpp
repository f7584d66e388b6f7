// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/graph/digraph.hpp"
#include "tertib/model/sop.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

enum class NodeKind : std::uint8_t { start, end, step, gateway };

/// What a token does when it leaves a node: it is consumed, goes on along the one flow there is,
/// takes exactly one of several (a decision), or goes on along all of them (a parallel split).
enum class Exit : std::uint8_t { none, one, choice, all };

/// The flow of an Sop as a graph: node 0 is start, 1 is end, then the steps in document order, then
/// the gateways. Edges are the sequence flows in the Sop's order.
///
///     StepGraph graph(sop);
///     NodeIndex first = graph.step_node(0);
///     for (const Arc& arc : graph.digraph().successors(first))
///         graph.flow(arc.edge).outcome;
///
/// Two kinds of flows are no edges: consultations, and hand-overs inside one row (from a step to
/// itself, without outcome, between two different pelaksana). Any other flow from a step to itself
/// is a loop of one step.
///
/// Borrows the Sop, which must outlive it. Immutable; read it from any thread.
class StepGraph {
public:
    explicit StepGraph(const Sop& sop);
    explicit StepGraph(Sop&&) = delete;

    [[nodiscard]] const Sop& sop() const noexcept { return *sop_; }
    [[nodiscard]] const Digraph& digraph() const noexcept { return digraph_; }
    [[nodiscard]] std::size_t node_count() const noexcept { return digraph_.node_count(); }
    [[nodiscard]] std::size_t edge_count() const noexcept { return digraph_.edge_count(); }

    [[nodiscard]] static constexpr NodeIndex start() noexcept { return node_at(0); }
    [[nodiscard]] static constexpr NodeIndex end() noexcept { return node_at(1); }
    /// The node of the i-th step or gateway of the Sop.
    [[nodiscard]] static constexpr NodeIndex step_node(std::size_t step) noexcept {
        return node_at(step + 2);
    }
    [[nodiscard]] NodeIndex gateway_node(std::size_t gateway) const noexcept {
        return node_at(sop_->steps().size() + 2 + gateway);
    }

    [[nodiscard]] NodeKind kind(NodeIndex node) const noexcept;
    /// The place of a step's node in Sop::steps(), or nothing for another node.
    [[nodiscard]] std::optional<std::size_t> step_index(NodeIndex node) const noexcept;
    /// The step of a node, or nullptr.
    [[nodiscard]] const Step* step(NodeIndex node) const noexcept;
    /// "start", "end", the step's or the gateway's key.
    [[nodiscard]] std::string_view name(NodeIndex node) const noexcept;
    /// The node of that name. Constant time.
    [[nodiscard]] std::optional<NodeIndex> find(std::string_view name) const noexcept;

    [[nodiscard]] const Flow& flow(EdgeIndex edge) const {
        return sop_->flow()[flow_of_edge_[position(edge)]];
    }
    /// The hand-overs inside one row: places in Sop::flow().
    [[nodiscard]] std::span<const std::uint32_t> in_row() const noexcept { return in_row_; }

    /// How tokens leave a node (design: token semantics 1, 2, 4). A step chooses if one of its
    /// flows has an outcome or its symbol is a decision's; a gateway and an activity go on along
    /// all.
    [[nodiscard]] Exit exit(NodeIndex node) const noexcept { return exits_[position(node)]; }
    /// A case can end here: the end itself, or a node that leads nowhere.
    [[nodiscard]] bool finishes(NodeIndex node) const noexcept { return exit(node) == Exit::none; }
    /// Steps without any outgoing flow, in document order: tokens are consumed there.
    [[nodiscard]] std::vector<NodeIndex> implicit_ends() const;

private:
    void index_names();
    [[nodiscard]] NodeIndex require(std::string_view name, NodeIndex guess) const;
    [[nodiscard]] std::vector<Edge> take_flows();
    void find_exits();

    const Sop* sop_;
    Digraph digraph_;
    std::vector<std::uint32_t> flow_of_edge_;
    std::vector<std::uint32_t> in_row_;
    std::vector<Exit> exits_;
    /// Open addressing. The hash spares a look at the steps of other names, which lie far apart.
    struct NameSlot {
        std::uint32_t hash = 0;
        std::uint32_t node_after = 0; ///< node + 1, 0 for a free place
    };
    std::vector<NameSlot> names_;
};

/// The outcomes that are drawn out of a node, for a message: "Disetujui, Ditolak", two quotes for a
/// flow without one; "none" if no flow leads out of it.
[[nodiscard]] std::string outcomes_of(const StepGraph& graph, NodeIndex node);

/// The names used in JSON: "start", "end", "step", "gateway"; "none", "one", "choice", "all".
[[nodiscard]] std::string_view name(NodeKind kind) noexcept;
[[nodiscard]] std::string_view name(Exit exit) noexcept;

} // namespace tertib
