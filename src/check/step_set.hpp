// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace tertib {

/// A set of steps as bits, by their places in Sop::steps(). Sets that are combined must be of one
/// Sop.
class StepSet {
public:
    StepSet() = default;
    explicit StepSet(std::size_t steps) : words_((steps + 63) / 64, 0) {}

    [[nodiscard]] bool contains(std::size_t step) const noexcept {
        return ((words_[step / 64] >> (step % 64)) & 1U) != 0;
    }
    void insert(std::size_t step) noexcept { words_[step / 64] |= std::uint64_t{1} << (step % 64); }
    void erase(std::size_t step) noexcept {
        words_[step / 64] &= ~(std::uint64_t{1} << (step % 64));
    }
    void clear() noexcept { std::ranges::fill(words_, 0); }
    [[nodiscard]] bool empty() const noexcept {
        return std::ranges::all_of(words_, [](std::uint64_t word) { return word == 0; });
    }
    [[nodiscard]] std::size_t size() const noexcept {
        std::size_t count = 0;
        for (const std::uint64_t word : words_) {
            count += static_cast<std::size_t>(std::popcount(word));
        }
        return count;
    }

    StepSet& operator|=(const StepSet& other) noexcept {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            words_[i] |= other.words_[i];
        }
        return *this;
    }
    StepSet& operator&=(const StepSet& other) noexcept {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            words_[i] &= other.words_[i];
        }
        return *this;
    }
    StepSet& operator-=(const StepSet& other) noexcept {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            words_[i] &= ~other.words_[i];
        }
        return *this;
    }

    /// The steps in ascending order.
    [[nodiscard]] std::vector<std::uint32_t> steps() const {
        std::vector<std::uint32_t> all;
        for (std::size_t i = 0; i < words_.size(); ++i) {
            for (std::uint64_t word = words_[i]; word != 0; word &= word - 1) {
                all.push_back(static_cast<std::uint32_t>(
                    i * 64 + static_cast<std::size_t>(std::countr_zero(word))));
            }
        }
        return all;
    }

    friend auto operator<=>(const StepSet&, const StepSet&) = default;

private:
    std::vector<std::uint64_t> words_;
};

} // namespace tertib
