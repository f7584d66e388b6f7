// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/graph/step_graph.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tertib {

/// Whether work changes hands along a flow. `possible`: both sides share some pelaksana, but more
/// than one may do the step; `unknown`: one side's pelaksana isn't known.
enum class Change : std::uint8_t { none, certain, possible, unknown };

/// The ways on which work goes from some pelaksana to others. An empty list means unknown.
struct Handover {
    std::vector<PelaksanaIndex> from; ///< ascending
    std::vector<PelaksanaIndex> to;   ///< ascending
    Change change = Change::certain;
    /// The flows that arrive, one for each way (through gateways a flow may arrive for several).
    std::vector<EdgeIndex> flows;

    friend bool operator==(const Handover&, const Handover&) = default;
};

/// A hand-over inside one row of the form.
struct RowHandover {
    NodeIndex step{};
    PelaksanaIndex from{};
    PelaksanaIndex to{};

    friend bool operator==(const RowHandover&, const RowHandover&) = default;
};

struct HandoverOptions {
    /// Gateways with many flows in and out multiply; past so many ways the rest is left out.
    std::size_t max_ways = 4'000'000;
};

/// All hand-overs between steps; gateways are looked through. Groups are in the order of their
/// first flow; those where nothing changes hands are counted only.
struct Handovers {
    std::vector<Handover> between;
    std::vector<RowHandover> in_row;
    std::size_t certain = 0; ///< ways on which work changes hands
    std::size_t possible = 0;
    std::size_t unknown = 0;
    std::size_t unchanged = 0; ///< ways on which it stays in the same hands
    bool complete = true;      ///< false if max_ways was reached
};

[[nodiscard]] Handovers find_handovers(const StepGraph& graph, const HandoverOptions& options = {});

/// The names used in JSON: "none", "certain", "possible", "unknown".
[[nodiscard]] std::string_view name(Change change) noexcept;

} // namespace tertib
