// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/check/check_part.hpp"

#include "tertib/base/error.hpp"

#include <algorithm>
#include <bit>
#include <iterator>
#include <string>

namespace tertib {
namespace {

constexpr std::int64_t per_power = 8; ///< buckets of one power of two

void add(std::vector<std::uint64_t>& to, const std::vector<std::uint64_t>& from) {
    to.resize(std::max(to.size(), from.size()));
    for (std::size_t i = 0; i < from.size(); ++i) {
        to[i] += from[i];
    }
}

void add(StepCounts& to, const StepCounts& from) {
    to.runs += from.runs;
    to.repeats += from.repeats;
    for (std::size_t i = 0; i < to.lateness.size(); ++i) {
        to.lateness[i] += from.lateness[i];
    }
    to.work_seconds += from.work_seconds;
    add(to.durations, from.durations);
}

void add(CheckCounts& to, const CheckCounts& from) {
    for (std::size_t i = 0; i < to.cases.size(); ++i) {
        to.cases[i] += from.cases[i];
    }
    to.waived += from.waived;
    to.sensitive += from.sensitive;
}

void add_steps(CheckPart& to, const CheckPart& from) {
    if (to.cases == 0 && to.steps.empty()) {
        to.steps = from.steps;
        return;
    }
    const bool nothing = from.cases == 0 && from.steps.empty();
    bool alike = nothing || to.steps.size() == from.steps.size();
    for (std::size_t version = 0; alike && version < from.steps.size(); ++version) {
        alike = to.steps[version].size() == from.steps[version].size();
        for (std::size_t step = 0; alike && step < from.steps[version].size(); ++step) {
            add(to.steps[version][step], from.steps[version][step]);
        }
    }
    if (!alike) {
        throw Error(ErrorCode::argument, "the parts were checked against different versions");
    }
}

/// Two sorted lists as one.
template <typename T, typename Before>
std::vector<T> joined(const std::vector<T>& a, const std::vector<T>& b, Before before) {
    std::vector<T> all;
    all.reserve(a.size() + b.size());
    std::ranges::merge(a, b, std::back_inserter(all), before);
    return all;
}

} // namespace

std::size_t duration_bucket(std::int64_t minutes) noexcept {
    if (minutes < per_power) {
        return minutes < 0 ? 0 : static_cast<std::size_t>(minutes);
    }
    const auto number = static_cast<std::uint64_t>(minutes);
    const auto power = static_cast<unsigned>(std::bit_width(number)) - 1; // at least 3
    const std::uint64_t within = (number >> (power - 3)) & 7U;
    const std::size_t bucket =
        static_cast<std::size_t>(power - 2) * 8 + static_cast<std::size_t>(within);
    return std::min(bucket, duration_buckets - 1);
}

std::int64_t bucket_start(std::size_t bucket) noexcept {
    if (bucket < 8) {
        return static_cast<std::int64_t>(bucket);
    }
    const std::size_t power = bucket / 8 + 2;
    return static_cast<std::int64_t>((8 + bucket % 8) << (power - 3));
}

bool CheckPart::came_out_negative() const {
    for (std::size_t i = 0; i < checks.size(); ++i) {
        const CheckCounts& counts = checks[i];
        if (severity(check_code_at(i)) == Severity::error &&
            counts.of(CheckVerdict::violated) > counts.waived) {
            return true;
        }
    }
    return false;
}

CheckPart merged(CheckPart a, const CheckPart& b) {
    add_steps(a, b);
    a.cases += b.cases;
    a.events += b.events;
    for (std::size_t i = 0; i < a.checks.size(); ++i) {
        add(a.checks[i], b.checks[i]);
    }
    a.verdicts = joined(a.verdicts, b.verdicts, [](const CaseVerdicts& x, const CaseVerdicts& y) {
        return x.number < y.number;
    });
    const auto twice = std::ranges::adjacent_find(a.verdicts, {}, &CaseVerdicts::number);
    if (twice != a.verdicts.end()) {
        throw Error(ErrorCode::argument,
                    "case number " + std::to_string(twice->number) + " is in both parts");
    }
    a.evidence = joined(a.evidence, b.evidence, comes_before);
    return a;
}

} // namespace tertib
