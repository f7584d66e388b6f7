// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "roster.hpp"

#include "calendar.hpp"
#include "guard.hpp"

#include "tertib/base/error.hpp"

#include <string>
#include <utility>
#include <vector>

namespace tertib::capi {
namespace {

PostKind kind_of(std::int32_t kind) {
    switch (kind) {
    case TERTIB_POST_DEFINITIVE: return PostKind::definitive;
    case TERTIB_POST_PLT: return PostKind::plt;
    case TERTIB_POST_PLH: return PostKind::plh;
    case TERTIB_POST_AN: return PostKind::an;
    case TERTIB_POST_UB: return PostKind::ub;
    default: throw Error(ErrorCode::argument, "the kind of a post is no TERTIB_POST_…");
    }
}

PostHolding holding_of(const tertib_post_holding& post) {
    const bool for_good = post.until.year == 0 && post.until.month == 0 && post.until.day == 0;
    return {.person = std::string(text_of_c(post.person, "a person")),
            .pelaksana = std::string(text_of_c(post.pelaksana, "a pelaksana")),
            .kind = kind_of(post.kind),
            .from = require_day(post.from, "from"),
            .until = for_good ? std::nullopt : std::optional(require_day(post.until, "until")),
            .surat = std::string(text_of_c(post.surat, "a surat"))};
}

} // namespace

std::optional<Roster> roster_of(const tertib_post_holding* posts, std::size_t count) {
    constexpr std::size_t most_posts = 100'000;
    if (count == 0) {
        return std::nullopt;
    }
    require(posts, "posts");
    if (count > most_posts) {
        throw Error(ErrorCode::limit, "more than 100000 posts");
    }
    std::vector<PostHolding> holdings;
    holdings.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        holdings.push_back(holding_of(posts[i]));
    }
    return Roster(std::move(holdings));
}

std::int32_t kind_in_c(PostKind kind) noexcept {
    switch (kind) {
    case PostKind::definitive: return TERTIB_POST_DEFINITIVE;
    case PostKind::plt: return TERTIB_POST_PLT;
    case PostKind::plh: return TERTIB_POST_PLH;
    case PostKind::an: return TERTIB_POST_AN;
    case PostKind::ub: return TERTIB_POST_UB;
    }
    return TERTIB_POST_DEFINITIVE;
}

} // namespace tertib::capi
