// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/marking_space.hpp"
#include "tertib/graph/step_graph.hpp"

#include <cstdint>
#include <vector>

namespace tertib {

/// A net that is safe, and can always finish, exactly if the net of the StepGraph is and can; and
/// stuck where it is stuck. Most flows shrink to one place, however wide their parallel splits are.
///
/// The rules keep to what holds for these nets (Murata 1989; Berthelot 1986), whose choices are
/// free: a place with several consumers is all that they take from.
/// - inline: a place whose consumers take from it alone is left out; who puts a token there puts
/// what
///   the consumer puts instead. Not if all its consumers only consume, as tokens heaped up there
///   would no longer be seen.
/// - sink: a place from which tokens are only consumed is left out, if those who fill it do nothing
///   else and all take from the same places: a second token there means a second token before.
/// - twins: of two places with the same producers and consumers, or two transitions that take and
///   put the same, one is enough.
/// - idle: a transition that puts back what it took is left out, if its place has another consumer.
class ReducedNet {
public:
    /// The graph must have only nodes that start leads to, or that are left out of account.
    explicit ReducedNet(const StepGraph& graph);

    /// Borrows this object.
    [[nodiscard]] PlainNet plain() const;
    [[nodiscard]] std::size_t place_count() const noexcept { return consumers_.size(); }
    /// Of transitions that are left.
    [[nodiscard]] std::size_t transition_count() const noexcept;

private:
    using Place = std::uint32_t;
    using Id = std::uint32_t;

    struct Transition {
        std::vector<Place> inputs;  ///< ascending
        std::vector<Place> outputs; ///< ascending; a repeated place means two tokens at once
        bool alive = true;
    };
    class Builder; ///< makes the first net (net_reduction_builder.cpp)

    void reduce();
    [[nodiscard]] bool pass();
    [[nodiscard]] bool drop_idle(Place place);
    [[nodiscard]] bool drop_sink(Place place);
    [[nodiscard]] bool inline_place(Place place);
    [[nodiscard]] bool may_inline(Place place) const;
    [[nodiscard]] bool drop_twin_transitions(Place place);
    [[nodiscard]] bool drop_twin_places(Id transition);
    [[nodiscard]] bool only_consumed(Place place) const;
    [[nodiscard]] bool starts_with_token(Place place) const noexcept { return place == source_; }
    Id add(std::vector<Place> inputs, std::vector<Place> outputs);
    void remove(Id transition);
    void remove_place(Place place);

    Place source_ = 0;
    std::vector<Transition> transitions_;
    std::vector<std::vector<Id>> producers_; ///< by place
    std::vector<std::vector<Id>> consumers_; ///< by place
    std::uint64_t work_ = 0; ///< done so far; hostile hubs end the reduction, never its truth
};

} // namespace tertib
