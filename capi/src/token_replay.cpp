// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "guard.hpp"
#include "net.hpp"
#include "options.hpp"

#include "tertib/check/replay.hpp"
#include "tertib/check/replay_counts.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

using namespace tertib::capi;

struct tertib_token_replay {
    CasesOnNet cases;
    std::vector<tertib::TraceReplay> answers;
    tertib::ReplayCounts counts;
};

namespace {

using tertib::ReplayVerdict;

std::int32_t replay_verdict(ReplayVerdict verdict) noexcept {
    switch (verdict) {
    case ReplayVerdict::fits: return TERTIB_TOKEN_REPLAY_FITS;
    case ReplayVerdict::unknown: return TERTIB_TOKEN_REPLAY_UNKNOWN;
    case ReplayVerdict::not_possible: return TERTIB_TOKEN_REPLAY_NOT_POSSIBLE;
    case ReplayVerdict::unfinished: return TERTIB_TOKEN_REPLAY_UNFINISHED;
    case ReplayVerdict::not_decided: return TERTIB_TOKEN_REPLAY_NOT_DECIDED;
    }
    return TERTIB_E_ARGUMENT;
}

std::optional<ReplayVerdict> replay_verdict_of(std::int32_t verdict) noexcept {
    switch (verdict) {
    case TERTIB_TOKEN_REPLAY_FITS: return ReplayVerdict::fits;
    case TERTIB_TOKEN_REPLAY_UNKNOWN: return ReplayVerdict::unknown;
    case TERTIB_TOKEN_REPLAY_NOT_POSSIBLE: return ReplayVerdict::not_possible;
    case TERTIB_TOKEN_REPLAY_UNFINISHED: return ReplayVerdict::unfinished;
    case TERTIB_TOKEN_REPLAY_NOT_DECIDED: return ReplayVerdict::not_decided;
    default: return std::nullopt; // a number from outside
    }
}

const tertib::TraceReplay* answer_of(const tertib_token_replay* replay, std::size_t variant) {
    return replay != nullptr && variant < replay->answers.size() ? &replay->answers[variant]
                                                                 : nullptr;
}

} // namespace

void tertib_token_replay_options_init(tertib_token_replay_options* options) {
    if (options != nullptr) {
        *options = TERTIB_TOKEN_REPLAY_OPTIONS_INIT;
    }
}

tertib_status tertib_token_replay_create(const tertib_net* net, const tertib_log* log,
                                         const tertib_token_replay_options* options,
                                         tertib_token_replay** out, tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(net, "net");
        require(log, "log");
        require(out, "out");
        const tertib_token_replay_options own =
            own_options(options, tertib_token_replay_options TERTIB_TOKEN_REPLAY_OPTIONS_INIT,
                        "TERTIB_TOKEN_REPLAY_OPTIONS_INIT");
        tertib::TokenReplayOptions limits;
        set_limit(limits.max_states, own.max_states);
        limits.watch = watch_of(own.watch, own.user_data);
        CasesOnNet cases(*net, *log, own.map);
        std::vector<tertib::TraceReplay> answers =
            tertib::replay(*cases.net, cases.traces.all(), limits);
        const tertib::ReplayCounts counts = tertib::replay_counts(cases.traces.all(), answers);
        *out = new_handle(tertib_token_replay{std::move(cases), std::move(answers), counts});
    });
}

uint64_t tertib_token_replay_case_count(const tertib_token_replay* replay) {
    return replay != nullptr ? replay->counts.cases : 0;
}

uint64_t tertib_token_replay_verdict_count(const tertib_token_replay* replay, int32_t verdict) {
    const std::optional<ReplayVerdict> meant = replay_verdict_of(verdict);
    return replay != nullptr && meant ? replay->counts.of(*meant) : 0;
}

uint64_t tertib_token_replay_event_count(const tertib_token_replay* replay) {
    return replay != nullptr ? replay->counts.events : 0;
}

size_t tertib_token_replay_variant_count(const tertib_token_replay* replay) {
    return replay != nullptr ? replay->answers.size() : 0;
}

uint64_t tertib_token_replay_variant_case_count(const tertib_token_replay* replay, size_t variant) {
    return replay != nullptr ? replay->cases.case_count(variant) : 0;
}

int32_t tertib_token_replay_variant_verdict(const tertib_token_replay* replay, size_t variant) {
    const tertib::TraceReplay* const answer = answer_of(replay, variant);
    return answer != nullptr ? replay_verdict(answer->verdict) : TERTIB_E_ARGUMENT;
}

size_t tertib_token_replay_variant_event(const tertib_token_replay* replay, size_t variant) {
    const tertib::TraceReplay* const answer = answer_of(replay, variant);
    return answer != nullptr && answer->event ? *answer->event : SIZE_MAX;
}

size_t tertib_token_replay_find_case(const tertib_token_replay* replay, const char* case_id) {
    return replay != nullptr ? replay->cases.find_case(case_id) : SIZE_MAX;
}

tertib_status tertib_token_replay_to_json(const tertib_token_replay* replay, tertib_buf* out,
                                          tertib_error** error) {
    if (out != nullptr) {
        *out = {nullptr, 0};
    }
    return guarded(error, [&] {
        require(replay, "replay");
        require(out, "out");
        fill(out, tertib::to_json(replay->counts));
    });
}

void tertib_token_replay_free(tertib_token_replay* replay) {
    free_handle(replay);
}
