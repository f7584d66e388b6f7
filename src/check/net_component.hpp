// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/net_space.hpp"
#include "tertib/graph/petri_net.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace tertib {

/// One transition between two states of a NetComponent.
struct ComponentArc {
    TransitionIndex transition{};
    std::uint16_t from = 0;
    std::uint16_t to = 0;
};

/// A part of a net seen for itself, with few states: either the way of one token over `places`
/// (state i is the token on places[i], and one more that it is gone), or, with no places, the whole
/// net (states are those of the NetSpace). What the rest of the net forbids is allowed here, so
/// distances in it are never longer than in the net.
struct NetComponent {
    std::vector<PlaceIndex> places;
    std::size_t state_count = 0;
    std::uint16_t start = 0;
    std::vector<std::uint16_t> finals; ///< states of the final markings, ascending
    std::vector<ComponentArc> arcs;    ///< by transition
};

/// The whole net, if it has no more than `max_states` markings and none was left out.
[[nodiscard]] std::optional<NetComponent> whole_net(NetSpace& space, std::size_t max_states);

/// Ways of single tokens that together run through as many of the visible transitions as could be
/// found: one for each branch of a net that is sound and free in its choices. Of other nets maybe
/// fewer, maybe none. Deterministic; the effort is bounded by the size of the net.
[[nodiscard]] std::vector<NetComponent> token_ways(const PetriNet& net);

} // namespace tertib
