// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/ready_waktu.hpp"

#include "tertib/base/error.hpp"

#include <algorithm>
#include <array>
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

/// The same in columns, where what has no answer is the least number, so that backwards it counts
/// anyway.
std::int64_t decisive(std::int64_t a, std::int64_t b, TimeDirection direction) noexcept {
    const std::int64_t least = std::min(a, b);
    return direction == TimeDirection::backward || least == no_instant ? least : std::max(a, b);
}

/// A piece of the column after another, so that the starts may lie where the deadlines go.
void due_of_alternatives(const WorkingTable& table, Zone zone, std::span<const std::int64_t> starts,
                         const ReadyWaktu& waktu, std::span<std::int64_t> out) {
    constexpr std::size_t piece = 512;
    std::array<std::int64_t, piece> kept{};
    std::array<std::int64_t, piece> other{};
    for (std::size_t at = 0; at < starts.size(); at += piece) {
        const std::size_t size = std::min(piece, starts.size() - at);
        const std::span<std::int64_t> begun(kept.data(), size);
        const std::span<std::int64_t> due(other.data(), size);
        const std::span<std::int64_t> found = out.subspan(at, size);
        std::ranges::copy(starts.subspan(at, size), begun.begin());
        due_column(table, zone, begun, waktu.alternatives.front(), found);
        for (std::size_t i = 1; i < waktu.alternatives.size(); ++i) {
            due_column(table, zone, begun, waktu.alternatives[i], due);
            std::ranges::transform(found, due, found.begin(), [&](std::int64_t a, std::int64_t b) {
                return decisive(a, b, waktu.direction);
            });
        }
    }
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
    if (starts.size() != out.size()) {
        throw Error(ErrorCode::argument, "the columns must be of one length");
    }
    if (waktu.alternatives.empty()) {
        std::ranges::fill(out, no_instant);
        return;
    }
    if (waktu.stops.empty() && waktu.alternatives.size() == 1) {
        due_column(table, zone, starts, waktu.alternatives.front(), out);
        return;
    }
    if (waktu.stops.empty()) {
        due_of_alternatives(table, zone, starts, waktu, out);
        return;
    }
    std::ranges::transform(starts, out.begin(), [&](std::int64_t start) {
        const auto found = due(table, zone, Instant(std::chrono::microseconds(start)), waktu);
        return found ? std::int64_t{found->time_since_epoch().count()} : no_instant;
    });
}

} // namespace tertib
