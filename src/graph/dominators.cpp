// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/graph/dominators.hpp"

#include <utility>

namespace tertib {

namespace {

// Places in the walk: 0 is the virtual root above all given roots.
using Place = std::uint32_t;

/// The nodes that the roots reach in reverse post-order, and each one's place in it.
struct Numbering {
    std::vector<NodeIndex> node_of; ///< by place - 1
    std::vector<Place> place_of;    ///< by node, 0 if not reached
    std::vector<bool> is_root;      ///< by node
};

struct Visit {
    NodeIndex node{};
    std::uint32_t next = 0;
};

/// Walks from one root; appends to `finished` in post-order. Leaves the stack empty.
void walk(const Digraph& graph, NodeIndex root, Direction direction, std::vector<bool>& seen,
          std::vector<NodeIndex>& finished, std::vector<Visit>& stack) {
    if (seen[position(root)]) {
        return;
    }
    seen[position(root)] = true;
    stack.push_back({root, 0});
    while (!stack.empty()) {
        Visit& top = stack.back();
        const std::span<const Arc> arcs = graph.arcs(top.node, direction);
        if (top.next == arcs.size()) {
            finished.push_back(top.node);
            stack.pop_back();
            continue;
        }
        const NodeIndex next = arcs[top.next++].node;
        if (seen[position(next)]) {
            continue;
        }
        seen[position(next)] = true;
        stack.push_back({next, 0});
    }
}

Numbering number(const Digraph& graph, std::span<const NodeIndex> roots, Direction direction) {
    Numbering result;
    result.is_root.assign(graph.node_count(), false);
    std::vector<bool> seen(graph.node_count(), false);
    std::vector<NodeIndex> finished;
    finished.reserve(graph.node_count());
    std::vector<Visit> stack;
    stack.reserve(graph.node_count());
    for (const NodeIndex root : roots) {
        result.is_root[position(root)] = true;
        walk(graph, root, direction, seen, finished, stack);
    }
    result.node_of.assign(finished.rbegin(), finished.rend());
    result.place_of.assign(graph.node_count(), 0);
    for (std::size_t i = 0; i < result.node_of.size(); ++i) {
        result.place_of[position(result.node_of[i])] = static_cast<Place>(i + 1);
    }
    return result;
}

constexpr Place unknown = UINT32_MAX;

/// The nearest place above both; places only fall on the way up.
Place intersect(const std::vector<Place>& above, Place a, Place b) {
    while (a != b) {
        while (a > b) {
            a = above[a];
        }
        while (b > a) {
            b = above[b];
        }
    }
    return a;
}

/// The immediate dominator of each place, by iteration to the fixed point.
std::vector<Place> fix(const Digraph& graph, const Numbering& numbering, Direction direction) {
    const Direction against =
        direction == Direction::forward ? Direction::backward : Direction::forward;
    std::vector<Place> above(numbering.node_of.size() + 1, unknown);
    above[0] = 0;
    for (bool changed = true; changed;) {
        changed = false;
        for (Place place = 1; place < above.size(); ++place) {
            const NodeIndex node = numbering.node_of[place - 1];
            Place best = numbering.is_root[position(node)] ? 0 : unknown;
            for (const Arc& arc : graph.arcs(node, against)) {
                const Place from = numbering.place_of[position(arc.node)];
                if (from == 0 || above[from] == unknown) {
                    continue;
                }
                best = best == unknown ? from : intersect(above, best, from);
            }
            if (best != above[place]) {
                above[place] = best;
                changed = true;
            }
        }
    }
    return above;
}

/// Enter and leave times of the dominator tree, by place: parents come before their children, so
/// the sizes of subtrees give both without a walk.
struct Times {
    std::vector<std::uint32_t> enter;
    std::vector<std::uint32_t> leave;
};

Times time_tree(const std::vector<Place>& above) {
    std::vector<std::uint32_t> size(above.size(), 1);
    for (std::size_t place = above.size() - 1; place > 0; --place) {
        size[above[place]] += size[place];
    }
    Times times{std::vector<std::uint32_t>(above.size(), 0),
                std::vector<std::uint32_t>(above.size(), 0)};
    std::vector<std::uint32_t> next(above.size(), 1);
    times.leave[0] = size[0];
    for (std::size_t place = 1; place < above.size(); ++place) {
        const Place parent = above[place];
        times.enter[place] = next[parent];
        times.leave[place] = times.enter[place] + size[place];
        next[parent] += size[place];
        next[place] = times.enter[place] + 1;
    }
    return times;
}

} // namespace

Dominators::Dominators(const Digraph& graph, std::span<const NodeIndex> roots,
                       Direction direction) {
    const Numbering numbering = number(graph, roots, direction);
    const std::vector<Place> above = fix(graph, numbering, direction);
    const Times times = time_tree(above);
    parent_.assign(graph.node_count(), 0);
    enter_.assign(graph.node_count(), 0);
    leave_.assign(graph.node_count(), 0);
    for (std::size_t place = 1; place < above.size(); ++place) {
        const std::size_t node = position(numbering.node_of[place - 1]);
        if (above[place] != 0) {
            parent_[node] =
                static_cast<std::uint32_t>(position(numbering.node_of[above[place] - 1])) + 1;
        }
        enter_[node] = times.enter[place];
        leave_[node] = times.leave[place];
    }
}

std::optional<NodeIndex> Dominators::immediate(NodeIndex node) const {
    const std::uint32_t parent = parent_[position(node)];
    if (parent == 0) {
        return std::nullopt;
    }
    return node_at(parent - 1);
}

bool Dominators::reached(NodeIndex node) const noexcept {
    return leave_[position(node)] != 0;
}

bool Dominators::dominates(NodeIndex dominator, NodeIndex node) const noexcept {
    return reached(dominator) && reached(node) &&
           enter_[position(dominator)] <= enter_[position(node)] &&
           enter_[position(node)] < leave_[position(dominator)];
}

std::vector<NodeIndex> Dominators::chain(NodeIndex node) const {
    std::vector<NodeIndex> chain;
    for (std::optional<NodeIndex> next = immediate(node); next; next = immediate(*next)) {
        chain.push_back(*next);
    }
    return chain;
}

} // namespace tertib
