// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/ready_waktu.hpp"

#include "tertib/base/error.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <utility>

namespace tertib {
namespace {

/// Of two answers the one that counts.
std::optional<Instant> decisive(const std::optional<Instant>& a, const std::optional<Instant>& b,
                                TimeDirection direction) noexcept {
    if (!a || !b) {
        return std::nullopt;
    }
    return direction == TimeDirection::forward ? std::max(*a, *b) : std::min(*a, *b);
}

} // namespace

ReadyWaktu ready(const WaktuRequest& request) {
    AllowanceReading reading =
        allowance(request.waktu, {.items = request.options.items, .bound = request.options.bound});
    if (request.options.direction == TimeDirection::backward) {
        std::ranges::transform(reading.alternatives, reading.alternatives.begin(), reversed);
    }
    ReadyWaktu made{.alternatives = std::move(reading.alternatives),
                    .stops = merged(request.options.stops),
                    .direction = request.options.direction,
                    .findings = request.findings};
    made.findings.insert(made.findings.end(), reading.findings.begin(), reading.findings.end());
    return made;
}

std::optional<Instant> due(const WorkingTable& table, Zone zone, Instant start,
                           const ReadyWaktu& waktu) noexcept {
    if (waktu.alternatives.empty()) {
        return std::nullopt;
    }
    const auto one = [&](const Allowance& allowance) {
        return waktu.stops.empty() ? due(table, zone, start, allowance)
                                   : due(table, zone, start, allowance, waktu.stops);
    };
    std::optional<Instant> found = one(waktu.alternatives.front());
    for (std::size_t i = 1; i < waktu.alternatives.size(); ++i) {
        found = decisive(found, one(waktu.alternatives[i]), waktu.direction);
    }
    return found;
}

void due_column(const WorkingTable& table, Zone zone, std::span<const std::int64_t> starts,
                const ReadyWaktu& waktu, std::span<std::int64_t> out) {
    if (waktu.alternatives.size() == 1 && waktu.stops.empty()) {
        due_column(table, zone, starts, waktu.alternatives.front(), out);
        return;
    }
    if (starts.size() != out.size()) {
        throw Error(ErrorCode::argument, "the columns must be of one length");
    }
    std::ranges::transform(starts, out.begin(), [&](std::int64_t start) {
        const auto found = due(table, zone, Instant(std::chrono::microseconds(start)), waktu);
        return found ? std::int64_t{found->time_since_epoch().count()} : no_instant;
    });
}

} // namespace tertib
