// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace tertib {

/// What a draw decides. Each has numbers of its own, so that a case that is walked again with one
/// thing changed draws the same for all others.
enum class Draw : std::uint32_t {
    begin,
    left_out,
    way,
    wait,
    work,
    person,
    post,
    late,
    target,
    attempt,
    early,
};

/// The numbers of one case: each follows from the seed and from what it is drawn for alone, never
/// from the draws before it. A plain value.
class CaseDice {
public:
    explicit constexpr CaseDice(std::uint64_t seed) noexcept : seed_(mixed(seed + golden)) {}

    /// The dice of a part, such as one case of a log.
    [[nodiscard]] constexpr CaseDice of(Draw draw, std::uint64_t part) const noexcept {
        return CaseDice(number(draw, part));
    }
    [[nodiscard]] constexpr std::uint64_t number(Draw draw, std::uint64_t a,
                                                 std::uint64_t b = 0) const noexcept {
        const std::uint64_t what = static_cast<std::uint64_t>(draw) + 1;
        return mixed(seed_ ^ mixed(what * golden + a * 0x9e6c'63d0'876a'68dfULL + b));
    }
    /// From 0 to below `bound`, which isn't 0.
    [[nodiscard]] constexpr std::uint64_t below(std::uint64_t bound, Draw draw, std::uint64_t a,
                                                std::uint64_t b = 0) const noexcept {
        return number(draw, a, b) % bound;
    }

private:
    static constexpr std::uint64_t golden = 0x9e37'79b9'7f4a'7c15ULL;

    /// The finisher of splitmix64: a bijection that leaves no visible pattern.
    [[nodiscard]] static constexpr std::uint64_t mixed(std::uint64_t x) noexcept {
        x = (x ^ (x >> 30U)) * 0xbf58'476d'1ce4'e5b9ULL;
        x = (x ^ (x >> 27U)) * 0x94d0'49bb'1331'11ebULL;
        return x ^ (x >> 31U);
    }

    std::uint64_t seed_;
};

} // namespace tertib
