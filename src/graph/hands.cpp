// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "graph/hands.hpp"

#include <algorithm>
#include <bit>

namespace tertib {

namespace {

// A form has some columns; hostile ones may have any index.
constexpr std::uint32_t most_few = 256;
constexpr std::uint32_t side = 16;

} // namespace

Hands::Id Hands::id(PelaksanaIndex one) {
    const auto index = static_cast<std::uint32_t>(one);
    if (index < most_few && index >= few_.size()) {
        few_.resize(std::bit_ceil(index + 1), 0);
    }
    Id& known = index < most_few ? few_[index] : many_[index];
    if (known == 0) {
        known = static_cast<Id>(sets_.size());
        sets_.push_back({one});
    }
    return known;
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
    if (from >= side || to >= side) {
        const std::uint64_t key = (std::uint64_t{from} << 32U) | to;
        const auto [found, added] = many_.try_emplace(key, count_);
        count_ += added ? 1 : 0;
        return found->second;
    }
    few_.resize(std::size_t{side} * side, 0);
    std::uint32_t& known = few_[std::size_t{side} * from + to];
    if (known == 0) {
        known = static_cast<std::uint32_t>(++count_);
    }
    return known - 1;
}

} // namespace tertib
