// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/check/replay_counts.hpp"

#include "base/json_writer.hpp"
#include "tertib/base/error.hpp"

#include <array>
#include <cstddef>

namespace tertib {

namespace {

constexpr std::array replay_verdicts = {ReplayVerdict::fits, ReplayVerdict::unknown,
                                        ReplayVerdict::not_possible, ReplayVerdict::unfinished,
                                        ReplayVerdict::not_decided};

std::uint64_t& replay_count(ReplayCounts& counts, ReplayVerdict verdict) noexcept {
    switch (verdict) {
    case ReplayVerdict::fits: return counts.fits;
    case ReplayVerdict::unknown: return counts.unknown;
    case ReplayVerdict::not_possible: return counts.not_possible;
    case ReplayVerdict::unfinished: return counts.unfinished;
    case ReplayVerdict::not_decided: break;
    }
    return counts.not_decided;
}

} // namespace

std::uint64_t ReplayCounts::of(ReplayVerdict verdict) const noexcept {
    ReplayCounts copy = *this;
    return replay_count(copy, verdict);
}

ReplayCounts replay_counts(std::span<const NetTrace> traces, std::span<const TraceReplay> answers) {
    if (traces.size() != answers.size()) {
        throw Error(ErrorCode::argument, "the answers aren't those of these traces");
    }
    ReplayCounts counts;
    counts.variants = traces.size();
    for (std::size_t i = 0; i < traces.size(); ++i) {
        counts.cases += traces[i].cases;
        counts.events += traces[i].cases * traces[i].labels.size();
        replay_count(counts, answers[i].verdict) += traces[i].cases;
    }
    return counts;
}

std::string to_json(const ReplayCounts& counts) {
    JsonWriter json;
    const auto number = [&](std::string_view key, std::uint64_t value) {
        json.key(key);
        json.raw(std::to_string(value));
    };
    json.begin_object();
    json.member("schema", "tertib.token_replay/1");
    number("cases", counts.cases);
    number("events", counts.events);
    number("variants", counts.variants);
    for (const ReplayVerdict verdict : replay_verdicts) {
        number(name(verdict), counts.of(verdict));
    }
    json.end_object();
    return json.take();
}

} // namespace tertib
