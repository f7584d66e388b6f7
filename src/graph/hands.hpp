// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/model/step.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <unordered_map>
#include <vector>

namespace tertib {

/// Sets of pelaksana as small numbers, so that who does what can be compared and grouped cheaply.
/// 0 is the empty set: unknown.
class Hands {
public:
    using Id = std::uint32_t;

    [[nodiscard]] Id id(PelaksanaIndex one);
    [[nodiscard]] Id id(std::span<const Mark> marks);
    /// Ascending, without repetition.
    [[nodiscard]] const std::vector<PelaksanaIndex>& set(Id id) const { return sets_[id]; }

private:
    std::vector<std::vector<PelaksanaIndex>> sets_{{}};
    std::vector<Id> few_; ///< of one pelaksana alone, by its index; 0: not yet
    std::unordered_map<std::uint32_t, Id> many_; ///< likewise, of great indexes
    std::map<std::vector<PelaksanaIndex>, Id> others_;
};

/// Numbers pairs of such sets in the order in which they are first met.
class HandPairs {
public:
    [[nodiscard]] std::size_t place(Hands::Id from, Hands::Id to);

private:
    std::vector<std::uint32_t> few_; ///< the place + 1 of pairs of small numbers; 0: not yet
    std::unordered_map<std::uint64_t, std::size_t> many_;
    std::size_t count_ = 0;
};

} // namespace tertib
