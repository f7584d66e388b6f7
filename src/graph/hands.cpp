// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "graph/hands.hpp"

#include <algorithm>

namespace tertib {

Hands::Id Hands::id(PelaksanaIndex one) {
    const auto [found, added] =
        singles_.try_emplace(static_cast<std::uint32_t>(one), static_cast<Id>(sets_.size()));
    if (added) {
        sets_.push_back({one});
    }
    return found->second;
}

Hands::Id Hands::id(std::span<const Mark> marks) {
    if (marks.empty()) {
        return 0;
    }
    std::vector<PelaksanaIndex> set;
    if (marks.size() > 1) {
        set.reserve(marks.size());
        for (const Mark& mark : marks) {
            set.push_back(mark.pelaksana);
        }
        std::ranges::sort(set);
        const auto repeated = std::ranges::unique(set);
        set.erase(repeated.begin(), repeated.end());
    }
    if (set.size() < 2) {
        return id(marks.front().pelaksana);
    }
    const auto [found, added] = others_.try_emplace(set, static_cast<Id>(sets_.size()));
    if (added) {
        sets_.push_back(std::move(set));
    }
    return found->second;
}

std::size_t HandPairs::place(Hands::Id from, Hands::Id to) {
    const std::uint64_t key = (std::uint64_t{from} << 32U) | to;
    return places_.try_emplace(key, places_.size()).first->second;
}

} // namespace tertib
