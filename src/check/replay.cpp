// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/check/replay.hpp"

#include "check/marking_sets.hpp"

namespace tertib {

namespace {

constexpr std::size_t replays_between_looks = 4'096;

[[nodiscard]] TraceReplay replay_one(MarkingSets& sets, const PetriNet& net,
                                     std::span<const LabelIndex> trace) {
    if (sets.start() == MarkingSets::out_of_budget) {
        return {};
    }
    MarkingSets::Set here = sets.start();
    for (std::uint32_t event = 0; event < trace.size(); ++event) {
        if (position(trace[event]) >= net.label_count()) {
            return {.verdict = ReplayVerdict::unknown, .event = event};
        }
        here = sets.next(here, trace[event]);
        if (here == MarkingSets::no_way) {
            return {.verdict = ReplayVerdict::not_possible, .event = event};
        }
        if (here == MarkingSets::out_of_budget) {
            return {.verdict = ReplayVerdict::not_decided, .event = event};
        }
    }
    if (sets.may_end(here)) {
        return {.verdict = ReplayVerdict::fits, .event = std::nullopt};
    }
    return {.verdict =
                sets.is_partial(here) ? ReplayVerdict::not_decided : ReplayVerdict::unfinished,
            .event = std::nullopt};
}

} // namespace

std::vector<TraceReplay> replay(const PetriNet& net, std::span<const NetTrace> traces,
                                const TokenReplayOptions& options) {
    MarkingSets sets(net, options.max_states, options.watch);
    std::vector<TraceReplay> answers;
    answers.reserve(traces.size());
    for (const NetTrace& trace : traces) {
        const std::size_t done = answers.size();
        const bool look = done % replays_between_looks == 0;
        const bool stop = look ? sets.look({.done = done, .total = traces.size()}) : sets.stopped();
        answers.push_back(stop ? TraceReplay{} : replay_one(sets, net, trace.labels));
    }
    return answers;
}

std::string_view name(ReplayVerdict verdict) noexcept {
    switch (verdict) {
    case ReplayVerdict::fits: return "fits";
    case ReplayVerdict::unknown: return "unknown";
    case ReplayVerdict::not_possible: return "not_possible";
    case ReplayVerdict::unfinished: return "unfinished";
    case ReplayVerdict::not_decided: return "not_decided";
    }
    return "";
}

} // namespace tertib
