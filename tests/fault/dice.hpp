// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace tertib {

/// Random numbers that are the same with every compiler and library, for runs that are replayed
/// from their seed (SplitMix64: good enough for choices, not for secrets).
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}

    [[nodiscard]] std::uint64_t next() {
        std::uint64_t mixed = (state_ += 0x9E3779B97F4A7C15U);
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
        return mixed ^ (mixed >> 31U);
    }

    /// 0 … bound - 1; 0 if the bound is 0.
    [[nodiscard]] std::uint64_t below(std::uint64_t bound) {
        return bound == 0 ? 0 : next() % bound;
    }

    [[nodiscard]] bool one_in(std::uint64_t count) { return below(count) == 0; }

private:
    std::uint64_t state_;
};

/// The seed of all harnesses: TERTIB_FAULT_SEED, else a fixed one.
[[nodiscard]] inline std::uint64_t fault_seed() {
    std::uint64_t seed = 20260622;
    if (const char* text = std::getenv("TERTIB_FAULT_SEED")) {
        const std::string_view digits = text;
        std::from_chars(digits.data(), digits.data() + digits.size(), seed);
    }
    return seed;
}

} // namespace tertib
