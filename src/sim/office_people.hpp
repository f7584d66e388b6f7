// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/case_dice.hpp"
#include "tertib/model/roster.hpp"
#include "tertib/model/sop.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// The people of an office by the posts that they hold: those of a roster, and people made up for
/// posts of which it says nothing. Borrows the Sop. Immutable; any thread.
class OfficePeople {
public:
    /// Of the people made up some come or go in the middle of the days, and one holds no post of
    /// the SOP.
    OfficePeople(const Sop& sop, const Roster& given, LocalDay from, LocalDay until);

    /// Someone, and the pelaksana for whom they act: places in the lists below.
    struct Who {
        std::uint32_t person = 0;
        std::uint32_t post = 0;
    };
    /// "" for nobody, then everyone; "" for none, then the SOP's pelaksana.
    [[nodiscard]] const std::vector<std::string>& persons() const noexcept { return persons_; }
    [[nodiscard]] const std::vector<std::string>& posts() const noexcept { return posts_; }
    [[nodiscard]] const Roster& roster() const noexcept { return roster_; }

    /// One of those who may do the step on that day, none of `others`; nobody for a step without
    /// pelaksana; nothing where there is none.
    [[nodiscard]] std::optional<Who> draw(std::size_t step, LocalDay day, std::uint64_t number,
                                          std::span<const std::uint32_t> others) const;
    /// One who may not, though the roster knows them.
    [[nodiscard]] std::optional<Who> draw_unfit(std::size_t step, LocalDay day,
                                                std::uint64_t number) const;
    [[nodiscard]] bool fits(std::uint32_t person, std::size_t step, LocalDay day) const;

private:
    struct Holder {
        std::uint32_t person = 0;
        LocalDay from{};
        LocalDay until{};

        [[nodiscard]] bool on(LocalDay day) const noexcept { return from <= day && day <= until; }
    };
    [[nodiscard]] std::uint32_t number_of(const std::string& person);
    void make_up(std::vector<PostHolding>& holdings, const std::string& post, LocalDay from,
                 LocalDay until);
    [[nodiscard]] std::uint32_t post_of(std::uint32_t person, LocalDay day) const;

    const Sop* sop_;
    std::vector<std::string> persons_{""};
    std::vector<std::string> posts_{""};
    std::map<std::string, std::uint32_t> folded_;
    Roster roster_;
    std::vector<std::vector<Holder>> holders_; ///< by pelaksana
    std::size_t made_up_ = 0;
};

} // namespace tertib
