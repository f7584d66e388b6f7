// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/plan_data.hpp"

#include <cstdint>
#include <vector>

namespace tertib {

/// Whether somebody's post was one of a step's pelaksana.
struct PostAnswer {
    CheckVerdict verdict = CheckVerdict::undecidable;
    CheckMissing missing = CheckMissing::nothing;

    friend bool operator==(const PostAnswer&, const PostAnswer&) = default;
};

/// Who might do which step on which day, by roster and by the posts that the log itself names. The
/// answers of a person are made ready when the person is first seen, so that each event costs a
/// look-up in a table.
///
/// For one thread at a time. Borrows the plan.
class PostTable {
public:
    PostTable(const CheckPlan::Data& plan, const VersionPlan& version);

    /// On any day from the first to the last (from 1970); `person` isn't 0.
    [[nodiscard]] PostAnswer answer(std::uint32_t person, std::uint32_t post, std::uint32_t step,
                                    std::int64_t first, std::int64_t last);

private:
    /// From a day on, until the next one's.
    struct Spell {
        std::int64_t from = INT64_MIN;
        PostAnswer answer;
    };
    enum class PostName : std::uint8_t { unknown, holder, acting };
    struct NamedPost {
        PostName kind = PostName::unknown;
        std::uint32_t pelaksana = 0;
    };

    void meet(std::uint32_t person);
    [[nodiscard]] PostAnswer on(const std::string& person, const Step& step, LocalDay day) const;
    [[nodiscard]] PostAnswer by_log(std::uint32_t post, std::uint32_t step) const;
    [[nodiscard]] NamedPost read_post(const std::string& text) const;

    const CheckPlan::Data* plan_;
    const VersionPlan* version_;
    /// By person: 0 not met, 1 the roster doesn't know them, else where their steps begin + 2.
    std::vector<std::uint32_t> place_;
    std::vector<std::uint32_t> begin_; ///< by place and step, into spells_; one more at the end
    std::vector<Spell> spells_;
    std::vector<NamedPost> posts_; ///< by code of the log's post
};

} // namespace tertib
