// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/graph/petri_net.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace tertib {

/// Which firings are worth trying at a marking if something certain is wanted next: a stubborn set
/// in Valmari's sense. Whatever firings lead to a transition that is wanted, one of the set comes
/// first among them or can be moved to their front, as none before it shares a place that it takes
/// from. So with ten branches side by side only the one that the next event belongs to is moved,
/// and the costs of what is found are those of the whole.
///
/// Borrows the net. Each answer lies in the object until the next call.
class PersistentSet {
public:
    explicit PersistentSet(const PetriNet& net);

    /// Wanted: a transition of the label. The enabled ones of the set, ascending.
    [[nodiscard]] std::span<const TransitionIndex> towards(std::span<const std::uint8_t> tokens,
                                                           LabelIndex label);
    /// Wanted: one of the final markings, each with a byte for each place. All of them differ from
    /// `tokens`.
    [[nodiscard]] std::span<const TransitionIndex>
    to_finish(std::span<const std::uint8_t> tokens,
              std::span<const std::vector<std::uint8_t>> finals);

private:
    void begin();
    void want(TransitionIndex transition);
    void want_difference(std::span<const std::uint8_t> tokens,
                         std::span<const std::uint8_t> final_tokens);
    [[nodiscard]] std::span<const TransitionIndex> close(std::span<const std::uint8_t> tokens);
    [[nodiscard]] std::size_t fresh_producers(PlaceIndex place) const;

    const PetriNet* net_;
    std::vector<std::uint32_t> wanted_; ///< by transition: the call that wanted it last
    std::uint32_t call_ = 0;
    std::vector<TransitionIndex> set_; ///< in the order in which they were wanted
    std::vector<TransitionIndex> enabled_;
};

} // namespace tertib
