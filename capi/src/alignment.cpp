// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "guard.hpp"
#include "net.hpp"
#include "options.hpp"

#include "tertib/base/error.hpp"
#include "tertib/check/align.hpp"
#include "tertib/check/fitness.hpp"
#include "tertib/check/fitness_json.hpp"
#include "tertib/check/precision.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace tertib::capi;

struct tertib_alignment {
    CasesOnNet cases;
    tertib::Alignments found;
    tertib::LogFitness fitness;
    std::optional<tertib::LogPrecision> precision;
    std::vector<std::string> activities; ///< by code; none without moves
};

namespace {

using tertib::AlignMoveKind;
using tertib::Error;
using tertib::ErrorCode;

tertib::AlignMoves moves_of(std::int32_t moves) {
    switch (moves) {
    case TERTIB_ALIGN_MOVES_LEFT_OUT: return tertib::AlignMoves::left_out;
    case TERTIB_ALIGN_MOVES_KEPT: return tertib::AlignMoves::kept;
    default: throw Error(ErrorCode::argument, "moves is no TERTIB_ALIGN_MOVES_…");
    }
}

tertib::AlignOptions align_options(const tertib_alignment_options& own) {
    tertib::AlignOptions options;
    options.moves = moves_of(own.moves);
    set_limit(options.max_states, own.max_states);
    set_limit(options.max_bytes, own.max_bytes);
    options.watch = watch_of(own.watch, own.user_data);
    return options;
}

tertib_alignment aligned(CasesOnNet&& cases, const tertib::AlignOptions& options) {
    tertib::Alignments found = tertib::align(*cases.net, cases.traces.all(), options);
    tertib::LogFitness fitness = tertib::log_fitness(cases.traces.all(), found);
    std::optional<tertib::LogPrecision> precision;
    std::vector<std::string> activities;
    if (options.moves == tertib::AlignMoves::kept) {
        precision = tertib::log_precision(*cases.net, cases.traces.all(), found);
        const tertib::Dictionary& texts = cases.log->activities();
        for (tertib::Code code = 0; code <= texts.size(); ++code) {
            activities.emplace_back(texts.text(code));
        }
    }
    return {std::move(cases), std::move(found), std::move(fitness), precision,
            std::move(activities)};
}

const tertib::TraceAlignment* variant_of(const tertib_alignment* alignment, std::size_t variant) {
    return alignment != nullptr && variant < alignment->found.traces.size()
               ? &alignment->found.traces[variant]
               : nullptr;
}

const tertib::AlignMove* move_of(const tertib_alignment* alignment, std::size_t variant,
                                 std::size_t index) {
    const tertib::TraceAlignment* const found = variant_of(alignment, variant);
    return found != nullptr && index < found->moves.size() ? &found->moves[index] : nullptr;
}

} // namespace

void tertib_alignment_options_init(tertib_alignment_options* options) {
    if (options != nullptr) {
        *options = TERTIB_ALIGNMENT_OPTIONS_INIT;
    }
}

tertib_status tertib_alignment_create(const tertib_net* net, const tertib_log* log,
                                      const tertib_alignment_options* options,
                                      tertib_alignment** out, tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(net, "net");
        require(log, "log");
        require(out, "out");
        const tertib_alignment_options own =
            own_options(options, tertib_alignment_options TERTIB_ALIGNMENT_OPTIONS_INIT,
                        "TERTIB_ALIGNMENT_OPTIONS_INIT");
        *out = new_handle(aligned(CasesOnNet(*net, *log, own.map), align_options(own)));
    });
}

uint64_t tertib_alignment_case_count(const tertib_alignment* alignment) {
    return alignment != nullptr ? alignment->fitness.cases : 0;
}

uint64_t tertib_alignment_event_count(const tertib_alignment* alignment) {
    return alignment != nullptr ? alignment->fitness.events : 0;
}

uint64_t tertib_alignment_perfect_count(const tertib_alignment* alignment) {
    return alignment != nullptr ? alignment->fitness.perfect : 0;
}

uint64_t tertib_alignment_cost(const tertib_alignment* alignment) {
    return alignment != nullptr ? alignment->fitness.cost : 0;
}

uint64_t tertib_alignment_cost_lower(const tertib_alignment* alignment) {
    return alignment != nullptr ? alignment->fitness.cost_lower : 0;
}

uint32_t tertib_alignment_min_model_cost(const tertib_alignment* alignment) {
    return alignment != nullptr ? alignment->fitness.min_model_cost : 0;
}

double tertib_alignment_average_fitness(const tertib_alignment* alignment) {
    return alignment != nullptr ? alignment->fitness.avg_fitness : -1;
}

double tertib_alignment_log_fitness(const tertib_alignment* alignment) {
    return alignment != nullptr ? alignment->fitness.log_fitness : -1;
}

double tertib_alignment_precision(const tertib_alignment* alignment) {
    return alignment != nullptr && alignment->precision ? alignment->precision->value() : -1;
}

size_t tertib_alignment_variant_count(const tertib_alignment* alignment) {
    return alignment != nullptr ? alignment->found.traces.size() : 0;
}

uint64_t tertib_alignment_variant_case_count(const tertib_alignment* alignment, size_t variant) {
    return alignment != nullptr ? alignment->cases.case_count(variant) : 0;
}

uint32_t tertib_alignment_variant_cost(const tertib_alignment* alignment, size_t variant) {
    const tertib::TraceAlignment* const found = variant_of(alignment, variant);
    return found != nullptr ? found->upper : 0;
}

uint32_t tertib_alignment_variant_cost_lower(const tertib_alignment* alignment, size_t variant) {
    const tertib::TraceAlignment* const found = variant_of(alignment, variant);
    return found != nullptr ? found->lower : 0;
}

size_t tertib_alignment_find_case(const tertib_alignment* alignment, const char* case_id) {
    return alignment != nullptr ? alignment->cases.find_case(case_id) : SIZE_MAX;
}

size_t tertib_alignment_move_count(const tertib_alignment* alignment, size_t variant) {
    const tertib::TraceAlignment* const found = variant_of(alignment, variant);
    return found != nullptr ? found->moves.size() : 0;
}

int32_t tertib_alignment_move_kind(const tertib_alignment* alignment, size_t variant,
                                   size_t index) {
    const tertib::AlignMove* const move = move_of(alignment, variant, index);
    if (move == nullptr) {
        return TERTIB_E_ARGUMENT;
    }
    switch (move->kind) {
    case AlignMoveKind::synchronous: return TERTIB_ALIGN_MOVE_SYNCHRONOUS;
    case AlignMoveKind::log: return TERTIB_ALIGN_MOVE_LOG;
    case AlignMoveKind::model: return TERTIB_ALIGN_MOVE_MODEL;
    case AlignMoveKind::silent: return TERTIB_ALIGN_MOVE_SILENT;
    }
    return TERTIB_E_ARGUMENT;
}

const char* tertib_alignment_move_activity(const tertib_alignment* alignment, size_t variant,
                                           size_t index) {
    const tertib::AlignMove* const move = move_of(alignment, variant, index);
    if (move == nullptr || !move->event) {
        return nullptr;
    }
    const tertib::Code code = alignment->cases.variants.all()[variant].activities[*move->event];
    return alignment->activities[code].c_str();
}

const char* tertib_alignment_move_label(const tertib_alignment* alignment, size_t variant,
                                        size_t index) {
    const tertib::AlignMove* const move = move_of(alignment, variant, index);
    if (move == nullptr || !move->transition) {
        return nullptr;
    }
    const tertib::PetriNet& net = *alignment->cases.net;
    const std::optional<tertib::LabelIndex> label = net.label(*move->transition);
    return label ? net.name(*label).c_str() : nullptr;
}

tertib_status tertib_alignment_to_json(const tertib_alignment* alignment, tertib_buf* out,
                                       tertib_error** error) {
    if (out != nullptr) {
        *out = {nullptr, 0};
    }
    return guarded(error, [&] {
        require(alignment, "alignment");
        require(out, "out");
        fill(out, tertib::to_json(alignment->fitness));
    });
}

void tertib_alignment_free(tertib_alignment* alignment) {
    free_handle(alignment);
}
