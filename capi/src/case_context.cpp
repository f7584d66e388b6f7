// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "case_context.hpp"

#include "calendar.hpp"
#include "guard.hpp"
#include "options.hpp"
#include "sop.hpp"
#include "store.hpp"

#include "tertib/base/catalogue.hpp"
#include "tertib/base/error.hpp"

#include <string>
#include <utility>
#include <vector>

using namespace tertib::capi;

namespace {

using tertib::Error;
using tertib::ErrorCode;

tertib::PostKind kind_of(std::int32_t kind) {
    switch (kind) {
    case TERTIB_POST_DEFINITIVE: return tertib::PostKind::definitive;
    case TERTIB_POST_PLT: return tertib::PostKind::plt;
    case TERTIB_POST_PLH: return tertib::PostKind::plh;
    case TERTIB_POST_AN: return tertib::PostKind::an;
    case TERTIB_POST_UB: return tertib::PostKind::ub;
    default: throw Error(ErrorCode::argument, "the kind of a post is no TERTIB_POST_…");
    }
}

tertib::PostHolding holding_of(const tertib_post_holding& post) {
    const bool for_good = post.until.year == 0 && post.until.month == 0 && post.until.day == 0;
    return {.person = std::string(text_of_c(post.person, "a person")),
            .pelaksana = std::string(text_of_c(post.pelaksana, "a pelaksana")),
            .kind = kind_of(post.kind),
            .from = require_day(post.from, "from"),
            .until = for_good ? std::nullopt : std::optional(require_day(post.until, "until")),
            .surat = std::string(text_of_c(post.surat, "a surat"))};
}

/// Nothing where nobody's post is to be verified.
std::optional<tertib::Roster> roster_of(const tertib_case_context_options& own) {
    constexpr std::size_t most_posts = 100'000;
    if (own.post_count == 0) {
        return std::nullopt;
    }
    require(own.posts, "posts");
    if (own.post_count > most_posts) {
        throw Error(ErrorCode::limit, "more than 100000 posts");
    }
    std::vector<tertib::PostHolding> holdings;
    holdings.reserve(own.post_count);
    for (std::size_t i = 0; i < own.post_count; ++i) {
        holdings.push_back(holding_of(own.posts[i]));
    }
    return tertib::Roster(std::move(holdings));
}

std::shared_ptr<const tertib::ReadySop> ready(const tertib_sop& sop, std::int32_t unknown) {
    tertib::ReadySopResult result = tertib::ready_sop(
        sop.sop, {.unknown_pelaksana = unknown_pelaksana_of(unknown), .soundness = {}});
    if (!result.sop) {
        const tertib::Finding& why = result.refusals.front();
        throw Error(ErrorCode::argument,
                    why.code + ": " + tertib::message(why, tertib::Language::en));
    }
    return std::move(result.sop);
}

} // namespace

void tertib_case_context_options_init(tertib_case_context_options* options) {
    if (options != nullptr) {
        *options = TERTIB_CASE_CONTEXT_OPTIONS_INIT;
    }
}

tertib_status tertib_case_context_create(const tertib_sop* sop, const tertib_calendar* calendar,
                                         const tertib_case_context_options* options,
                                         tertib_case_context** out, tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(sop, "sop");
        require(calendar, "calendar");
        require(out, "out");
        const auto own =
            own_options(options, tertib_case_context_options TERTIB_CASE_CONTEXT_OPTIONS_INIT,
                        "TERTIB_CASE_CONTEXT_OPTIONS_INIT");
        *out = new_handle(tertib_case_context{.sop = ready(*sop, own.unknown_pelaksana),
                                              .calendar = calendar->calendar,
                                              .roster = roster_of(own)});
    });
}

void tertib_case_context_free(tertib_case_context* context) {
    free_handle(context);
}
