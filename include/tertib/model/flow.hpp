// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/model/step.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tertib {

/// The two nodes that are no steps.
inline constexpr std::string_view start_node = "start";
inline constexpr std::string_view end_node = "end";

/// A dashed arrow is a consultation: kept, but no flow of work.
enum class FlowKind : std::uint8_t { sequence, consultation };

/// Where a flow comes from, weakest first: a stronger source of the same flow replaces a weaker.
/// `inferred` is what the reader adds itself (a gateway where branches meet, and its flows).
enum class Provenance : std::uint8_t { inferred, order, documents, stated, drawn, user };

/// A directed edge between two nodes: start, end, a step's key or a gateway's key. A plain value.
struct Flow {
    std::string from;
    std::string to;
    std::optional<std::string> outcome; ///< the exit that takes it, nothing for an unlabelled flow
    FlowKind kind = FlowKind::sequence;
    std::optional<PelaksanaIndex> from_pelaksana; ///< the marks joined, where the drawing says
    std::optional<PelaksanaIndex> to_pelaksana;
    Provenance provenance = Provenance::order;
    std::string evidence; ///< the sentence for `stated`, the person for `user`

    friend bool operator==(const Flow&, const Flow&) = default;
};

/// Whether a flow only hands the work from one pelaksana of a row to another of the same row: part
/// of its step, not a way out of it.
[[nodiscard]] bool stays_in_row(const Flow& flow) noexcept;

/// Waits for a token on each of its incoming flows, then goes on on all of its outgoing ones.
enum class GatewayKind : std::uint8_t { parallel };

struct Gateway {
    std::string key; ///< g1, g2 …
    GatewayKind kind = GatewayKind::parallel;
    Provenance provenance = Provenance::inferred;

    friend bool operator==(const Gateway&, const Gateway&) = default;
};

/// The names used in JSON: "inferred", "order" … "user"; "sequence", "consultation".
[[nodiscard]] std::string_view name(FlowKind kind) noexcept;
[[nodiscard]] std::string_view name(Provenance provenance) noexcept;
[[nodiscard]] std::string_view name(GatewayKind kind) noexcept;

} // namespace tertib
