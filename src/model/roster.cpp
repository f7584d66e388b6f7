// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/model/roster.hpp"

#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace tertib {

namespace {

void check(const PostHolding& holding) {
    if (trim(holding.person).empty() || trim(holding.pelaksana).empty()) {
        throw Error(ErrorCode::argument, "a post is held by a person for a pelaksana: name both");
    }
    if (holding.until && *holding.until < holding.from) {
        throw Error(ErrorCode::argument, "a post is held until " + text(*holding.until) +
                                             ", before it begins on " + text(holding.from));
    }
}

[[nodiscard]] bool in_force(const PostHolding& holding, LocalDay day) {
    return holding.from <= day && (!holding.until || day <= *holding.until);
}

} // namespace

Roster::Roster(std::vector<PostHolding> holdings) : holdings_(std::move(holdings)) {
    keys_.reserve(holdings_.size());
    for (std::size_t i = 0; i < holdings_.size(); ++i) {
        check(holdings_[i]);
        keys_.push_back({fold(holdings_[i].pelaksana), fold(holdings_[i].person), i});
    }
    std::ranges::sort(
        keys_, {}, [](const Key& key) { return std::tie(key.pelaksana, key.person, key.holding); });
}

std::span<const Roster::Key> Roster::keys_of(const std::string& pelaksana) const {
    const auto [first, last] = std::ranges::equal_range(keys_, pelaksana, {}, &Key::pelaksana);
    return {first, last};
}

bool Roster::covers(std::string_view pelaksana) const {
    return !keys_of(fold(pelaksana)).empty();
}

const PostHolding* Roster::find(std::string_view person, std::string_view pelaksana,
                                LocalDay day) const {
    const std::string folded = fold(person);
    const PostHolding* best = nullptr;
    for (const Key& key : keys_of(fold(pelaksana))) {
        const PostHolding& holding = holdings_[key.holding];
        if (key.person != folded || !in_force(holding, day)) {
            continue;
        }
        const auto rank = [](const PostHolding& each) {
            return std::pair(each.kind == PostKind::definitive, each.from);
        };
        if (best == nullptr || rank(*best) < rank(holding)) {
            best = &holding;
        }
    }
    return best;
}

const PostHolding* Roster::ended(std::string_view person, std::string_view pelaksana,
                                 LocalDay day) const {
    const std::string folded = fold(person);
    const PostHolding* last = nullptr;
    for (const Key& key : keys_of(fold(pelaksana))) {
        const PostHolding& holding = holdings_[key.holding];
        const bool over = key.person == folded && holding.until && holding.until < day;
        if (over && (last == nullptr || last->until < holding.until)) {
            last = &holding;
        }
    }
    return last;
}

std::string_view name(PostKind kind) noexcept {
    switch (kind) {
    case PostKind::definitive: return "definitive";
    case PostKind::plt: return "plt";
    case PostKind::plh: return "plh";
    case PostKind::an: return "an";
    case PostKind::ub: return "ub";
    }
    return "";
}

} // namespace tertib
