// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/distance_table.hpp"
#include "check/net_component.hpp"
#include "tertib/graph/petri_net.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tertib {

/// The least that the rest of a trace can cost from a marking, as far as the components of a net
/// tell. The costs are shared out among the components, so that their sum is a bound; they are
/// shared in several ways, of which the dearest counts: in each, another component is the first to
/// choose what it pays for.
///
/// The bound never falls by more than a move costs (it is consistent), and is exact if the one
/// component is the whole net. Not for use from several threads.
class LowerBound {
public:
    /// States of a marking in the components, one after another.
    using Places = std::span<const std::uint16_t>;

    LowerBound(const PetriNet& net, std::vector<NetComponent> components);

    [[nodiscard]] const std::vector<NetComponent>& components() const noexcept {
        return components_;
    }
    /// Writes the states of a marking in components made of places.
    void locate(std::span<const std::uint8_t> tokens, std::span<std::uint16_t> places) const;

    /// Sets the trace; what it shares at its end with the one before is kept. A trace longer
    /// than DistanceTable::max_events has only the bound of its unknown events.
    void set_trace(std::span<const LabelIndex> trace);
    /// At least this much for the last `depth` events of the trace; nothing if there is no way.
    [[nodiscard]] std::optional<std::uint32_t> bound(std::size_t depth, Places places) const;
    /// The table of the first component under the first sharing.
    [[nodiscard]] const DistanceTable& first_table() const { return tables_.front(); }
    [[nodiscard]] std::size_t bytes() const noexcept;

private:
    struct Term {
        std::uint32_t table = 0;
        std::uint32_t component = 0;
    };

    [[nodiscard]] std::vector<CostShare> shares(std::size_t first) const;
    void add_sharing(std::vector<CostShare> shares, std::vector<std::vector<CostShare>>& known,
                     std::vector<std::vector<std::uint32_t>>& table_of);

    const PetriNet* net_;
    std::vector<NetComponent> components_;
    std::vector<std::vector<std::uint8_t>> takes_part_; ///< by component, by transition
    std::vector<std::vector<std::uint8_t>> has_all_of_; ///< by component, by label
    struct Seat {
        std::uint32_t component = 0;
        std::uint16_t state = 0;
    };
    std::vector<std::vector<Seat>> seats_; ///< by place of the net
    std::vector<DistanceTable> tables_;
    std::vector<std::vector<Term>> sharings_;
    std::vector<LabelIndex> reversed_;   ///< the trace from its end
    std::vector<std::uint32_t> unknown_; ///< by depth: events that the net doesn't name
    bool followed_ = true;               ///< the trace isn't too long for the tables
};

} // namespace tertib
