// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/graph/digraph.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tertib {

/// Which node every way must pass: d dominates n if each path from the root to n goes through d.
/// Backward, from several ends: d post-dominates n if each way from n to an end goes through d.
///
///     Dominators dominators(graph, {&root, 1});
///     dominators.immediate(node); // the nearest dominator; nothing for a root
///     dominators.dominates(a, b);
///
/// Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm" (2001), iterative throughout.
/// Immutable; read it from any thread.
class Dominators {
public:
    Dominators() = default;
    Dominators(const Digraph& graph, std::span<const NodeIndex> roots,
               Direction direction = Direction::forward);

    /// Nothing for a root, for a node that no root reaches, and where only the roots taken together
    /// dominate.
    [[nodiscard]] std::optional<NodeIndex> immediate(NodeIndex node) const;
    [[nodiscard]] bool reached(NodeIndex node) const noexcept;
    /// A node dominates itself. False if `node` is not reached. Constant time.
    [[nodiscard]] bool dominates(NodeIndex dominator, NodeIndex node) const noexcept;
    /// From the node's immediate dominator outwards.
    [[nodiscard]] std::vector<NodeIndex> chain(NodeIndex node) const;

private:
    std::vector<std::uint32_t> parent_; ///< by node: the parent in the tree + 1, 0 if none
    std::vector<std::uint32_t> enter_;  ///< by node: when the walk of the tree came
    std::vector<std::uint32_t> leave_;  ///< and when it left, 0 if not reached
};

} // namespace tertib
