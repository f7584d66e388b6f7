// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "sim/office_people.hpp"

#include "tertib/base/text.hpp"

#include <algorithm>
#include <array>
#include <chrono>

namespace tertib {
namespace {

constexpr std::string_view applicant = "Pemohon";
constexpr std::string_view other_unit = "Unit kerja lain";

} // namespace

OfficePeople::OfficePeople(const Sop& sop, const Roster& given, LocalDay from, LocalDay until)
    : sop_(&sop),
      holders_(sop.pelaksana().size()) {
    std::vector<PostHolding> holdings(given.holdings().begin(), given.holdings().end());
    posts_.insert(posts_.end(), sop.pelaksana().begin(), sop.pelaksana().end());
    (void)number_of(std::string(applicant));
    for (const PostHolding& each : holdings) {
        (void)number_of(each.person);
    }
    for (std::size_t i = 0; i < holders_.size(); ++i) {
        const std::string& post = sop.pelaksana()[i];
        if (!sop.outside_office(static_cast<PelaksanaIndex>(i)) && !given.covers(post)) {
            make_up(holdings, post, from, until);
        }
    }
    make_up(holdings, std::string(other_unit), from, from);
    roster_ = Roster(std::move(holdings));
    for (const PostHolding& each : roster_.holdings()) {
        const std::optional<PelaksanaIndex> post = sop.find_pelaksana(each.pelaksana);
        const bool may = each.kind == PostKind::definitive || !trim(each.surat).empty();
        if (post && may) {
            holders_[static_cast<std::size_t>(*post)].push_back(
                {.person = number_of(each.person),
                 .from = each.from,
                 .until = each.until.value_or(last_day)});
        }
    }
}

std::uint32_t OfficePeople::number_of(const std::string& person) {
    const auto number = static_cast<std::uint32_t>(persons_.size());
    const auto [place, fresh] = folded_.try_emplace(fold(person), number);
    if (fresh) {
        persons_.push_back(person);
    }
    return place->second;
}

/// Two who stay, and one whom another follows in the middle of the time. None of them is real.
void OfficePeople::make_up(std::vector<PostHolding>& holdings, const std::string& post,
                           LocalDay from, LocalDay until) {
    const LocalDay middle = from + (until - from) / 2;
    const std::array<std::pair<LocalDay, std::optional<LocalDay>>, 4> spells{
        {{first_day, std::nullopt},
         {first_day, std::nullopt},
         {first_day, middle},
         {middle + std::chrono::days{1}, std::nullopt}}};
    for (const auto& [begin, end] : spells) {
        std::string person;
        do {
            ++made_up_;
            person = "Pegawai " + std::string(made_up_ < 10 ? "0" : "") + std::to_string(made_up_);
        } while (folded_.contains(fold(person)));
        (void)number_of(person);
        holdings.push_back({.person = std::move(person),
                            .pelaksana = post,
                            .from = std::min(begin, last_day),
                            .until = end});
    }
}

bool OfficePeople::fits(std::uint32_t person, std::size_t step, LocalDay day) const {
    return std::ranges::any_of(sop_->steps()[step].marks, [&](Mark mark) {
        return std::ranges::any_of(
            holders_[static_cast<std::size_t>(mark.pelaksana)],
            [&](const Holder& each) { return each.person == person && each.on(day); });
    });
}

std::uint32_t OfficePeople::post_of(std::uint32_t person, LocalDay day) const {
    for (std::size_t post = 0; post < holders_.size(); ++post) {
        for (const Holder& each : holders_[post]) {
            if (each.person == person && each.on(day)) {
                return static_cast<std::uint32_t>(post + 1);
            }
        }
    }
    return 0;
}

std::optional<OfficePeople::Who> OfficePeople::draw(std::size_t step, LocalDay day,
                                                    std::uint64_t number,
                                                    std::span<const std::uint32_t> others) const {
    const std::vector<Mark>& marks = sop_->steps()[step].marks;
    if (marks.empty()) {
        return Who{};
    }
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const PelaksanaIndex post = marks[(number + i) % marks.size()].pelaksana;
        const auto place = static_cast<std::uint32_t>(post) + 1;
        const std::vector<Holder>& holders = holders_[static_cast<std::size_t>(post)];
        for (std::size_t j = 0; j < holders.size(); ++j) {
            const Holder& each = holders[((number >> 8U) + j) % holders.size()];
            if (each.on(day) && std::ranges::find(others, each.person) == others.end()) {
                return Who{.person = each.person, .post = place};
            }
        }
        if (holders.empty() && sop_->outside_office(post)) {
            return Who{.person = 1, .post = place}; // the applicant
        }
    }
    return std::nullopt;
}

std::optional<OfficePeople::Who> OfficePeople::draw_unfit(std::size_t step, LocalDay day,
                                                          std::uint64_t number) const {
    const std::size_t everyone = persons_.size() - 2; // without nobody and the applicant
    for (std::size_t i = 0; i < everyone; ++i) {
        const auto person = static_cast<std::uint32_t>((number + i) % everyone + 2);
        if (!fits(person, step, day)) {
            return Who{.person = person, .post = post_of(person, day)};
        }
    }
    return std::nullopt;
}

} // namespace tertib
