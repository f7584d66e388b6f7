// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "check/post_table.hpp"

#include "tertib/base/text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace tertib {
namespace {

constexpr std::uint32_t unmet = 0;
constexpr std::uint32_t not_in_roster = 1;
constexpr std::uint32_t first_place = 2;

constexpr PostAnswer fits{.verdict = CheckVerdict::satisfied};
constexpr PostAnswer unfit{.verdict = CheckVerdict::violated};
constexpr PostAnswer no_letter{.missing = CheckMissing::letter};
constexpr PostAnswer no_post{.missing = CheckMissing::post};

[[nodiscard]] LocalDay local(std::int64_t day) noexcept {
    return LocalDay{std::chrono::days{day}};
}

} // namespace

PostTable::PostTable(const CheckPlan::Data& plan, const VersionPlan& version)
    : plan_(&plan),
      version_(&version),
      place_(plan.texts.persons.size(), unmet),
      begin_{0} {
    for (const std::string& text : plan.texts.posts) {
        posts_.push_back(read_post(text));
    }
}

PostTable::NamedPost PostTable::read_post(const std::string& text) const {
    constexpr std::array<std::string_view, 8> acting{"plt.",  "plt ", "plh.", "plh ",
                                                     "a.n. ", "a.n.", "u.b.", "an. "};
    const Sop& sop = *version_->sop;
    if (const std::optional<PelaksanaIndex> own = sop.find_pelaksana(text)) {
        return {.kind = PostName::holder, .pelaksana = static_cast<std::uint32_t>(*own)};
    }
    const std::string plain = fold(text);
    for (const std::string_view prefix : acting) {
        if (!plain.starts_with(prefix)) {
            continue;
        }
        const std::string_view rest = trim(std::string_view(plain).substr(prefix.size()));
        if (const std::optional<PelaksanaIndex> own = sop.find_pelaksana(rest)) {
            return {.kind = PostName::acting, .pelaksana = static_cast<std::uint32_t>(*own)};
        }
    }
    return {};
}

PostAnswer PostTable::on(const std::string& person, const Step& step, LocalDay day) const {
    PostAnswer answer = no_post;
    for (const Mark& mark : step.marks) {
        const std::string& post = version_->sop->pelaksana_name(mark.pelaksana);
        const PostHolding* const holding = plan_->roster.find(person, post, day);
        if (holding != nullptr &&
            (holding->kind == PostKind::definitive || !trim(holding->surat).empty())) {
            return fits;
        }
        if (holding != nullptr) {
            answer = no_letter;
        } else if (answer == no_post && plan_->roster.covers(post)) {
            answer = unfit;
        }
    }
    return answer;
}

/// Lays down what the roster says of a person, step by step, from each day on which it changes.
void PostTable::meet(std::uint32_t person) {
    const std::string& text = plan_->texts.persons[person];
    const std::string plain = fold(text);
    std::vector<std::int64_t> changes{INT64_MIN};
    for (const PostHolding& holding : plan_->roster.holdings()) {
        if (fold(holding.person) != plain) {
            continue;
        }
        changes.push_back(holding.from.time_since_epoch().count());
        if (holding.until) {
            changes.push_back(holding.until->time_since_epoch().count() + 1);
        }
    }
    if (changes.size() == 1) {
        place_[person] = not_in_roster;
        return;
    }
    std::ranges::sort(changes);
    const auto twice = std::ranges::unique(changes);
    changes.erase(twice.begin(), twice.end());
    place_[person] = static_cast<std::uint32_t>(begin_.size() - 1) + first_place;
    for (const Step& step : version_->sop->steps()) {
        const std::size_t first = spells_.size();
        for (const std::int64_t day : changes) {
            const LocalDay when = day == INT64_MIN ? local(changes[1] - 1) : local(day);
            const Spell spell{.from = day, .answer = on(text, step, when)};
            if (spells_.size() == first || spells_.back().answer != spell.answer) {
                spells_.push_back(spell);
            }
        }
        begin_.push_back(static_cast<std::uint32_t>(spells_.size()));
    }
}

PostAnswer PostTable::by_log(std::uint32_t post, std::uint32_t step) const {
    const NamedPost named = post < posts_.size() ? posts_[post] : NamedPost{};
    if (named.kind == PostName::unknown) {
        return no_post;
    }
    const Step& row = version_->sop->steps()[step];
    const bool own = std::ranges::any_of(row.marks, [&](const Mark& mark) {
        return static_cast<std::uint32_t>(mark.pelaksana) == named.pelaksana;
    });
    if (!own) {
        return unfit;
    }
    return named.kind == PostName::holder ? fits : no_letter;
}

PostAnswer PostTable::answer(std::uint32_t person, std::uint32_t post, std::uint32_t step,
                             std::int64_t first, std::int64_t last) {
    if (person >= place_.size()) {
        return no_post;
    }
    if (place_[person] == unmet) {
        meet(person);
    }
    if (place_[person] == not_in_roster) {
        return by_log(post, step);
    }
    const std::size_t place = place_[person] - first_place + step;
    const Spell* spell = spells_.data() + begin_[place];
    const Spell* const end = spells_.data() + begin_[place + 1];
    while (spell + 1 != end && spell[1].from <= first) {
        ++spell;
    }
    PostAnswer answer = spell->answer;
    for (++spell; spell != end && spell->from <= last; ++spell) {
        if (spell->answer != answer) {
            answer = {.missing = CheckMissing::precision};
        }
    }
    return answer.missing == CheckMissing::post ? by_log(post, step) : answer;
}

} // namespace tertib
