// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/check/check_code.hpp"
#include "tertib/check/evidence.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace tertib {

/// Of how many cases one check came to what; the four verdicts add up to the number of cases.
struct CheckCounts {
    std::array<std::uint64_t, check_verdict_count> cases{}; ///< by CheckVerdict
    std::uint64_t waived = 0;    ///< violated, all of it answered for by waivers
    std::uint64_t sensitive = 0; ///< with a verdict that rests on which calendar was known

    [[nodiscard]] std::uint64_t of(CheckVerdict verdict) const noexcept {
        return cases[static_cast<std::size_t>(verdict)];
    }
    friend bool operator==(const CheckCounts&, const CheckCounts&) = default;
};

/// How far a case is known to have ended.
enum class CaseEnd : std::uint8_t { open, unknown, ended };

/// All verdicts of one case, in two words.
struct CaseVerdicts {
    std::uint32_t number = 0;
    std::uint32_t version = 0;  ///< of the plan, by which it was judged
    std::uint32_t verdicts = 0; ///< two bits a check
    std::uint16_t waived = 0;   ///< a bit a check
    CaseEnd end = CaseEnd::open;
    std::int64_t began = no_instant; ///< the first instant known of it
    std::int64_t ended = no_instant; ///< the last one known of it

    [[nodiscard]] CheckVerdict of(CheckCode code) const noexcept {
        return static_cast<CheckVerdict>((verdicts >> (2 * position(code))) & 3U);
    }
    [[nodiscard]] bool is_waived(CheckCode code) const noexcept {
        return ((static_cast<unsigned>(waived) >> position(code)) & 1U) != 0;
    }
    friend bool operator==(const CaseVerdicts&, const CaseVerdicts&) = default;
};

/// How often a duration lay within which bounds: bucket 0 holds less than a minute, each further
/// power of two minutes has eight buckets of equal width (below eight minutes one a minute).
inline constexpr std::size_t duration_buckets = 192;
[[nodiscard]] std::size_t duration_bucket(std::int64_t minutes) noexcept;
/// The fewest minutes that fall into a bucket.
[[nodiscard]] std::int64_t bucket_start(std::size_t bucket) noexcept;

/// What is known of one step of one version over all cases: integers only.
struct StepCounts {
    std::uint64_t runs = 0;
    std::uint64_t repeats = 0; ///< runs that weren't the first of their case
    std::array<std::uint64_t, check_verdict_count> lateness{}; ///< of LATE-STEP, by run
    std::uint64_t work_seconds = 0; ///< of work from ready to complete, of runs with exact stamps
    std::vector<std::uint64_t> durations; ///< of these by duration_bucket; empty for none

    friend bool operator==(const StepCounts&, const StepCounts&) = default;
};

/// What was found in some of the cases. Parts of disjoint cases merge in any order to the same
/// result, bit by bit: all of it is integers, and lists in their sorted order.
///
///     CheckPart whole = merged(std::move(first), second);
///
/// A plain value.
struct CheckPart {
    std::uint64_t cases = 0;
    std::uint64_t events = 0;
    std::array<CheckCounts, check_code_count> checks{};
    std::vector<std::vector<StepCounts>> steps; ///< by version, then by step
    std::vector<CaseVerdicts> verdicts;         ///< by number
    std::vector<Evidence> evidence;             ///< in the order of comes_before

    [[nodiscard]] const CheckCounts& of(CheckCode code) const noexcept {
        return checks[position(code)];
    }
    /// Whether a check of severity error is violated in a case that isn't waived (exit code 1).
    [[nodiscard]] bool came_out_negative() const;

    friend bool operator==(const CheckPart&, const CheckPart&) = default;
};

/// Both together. Throws Error(argument) where a case is in both, or the plans weren't the same.
[[nodiscard]] CheckPart merged(CheckPart a, const CheckPart& b);

} // namespace tertib
