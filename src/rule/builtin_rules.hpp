// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/rule/profile.hpp"
#include "tertib/rule/rule.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tertib::rules {

/// A rule of the built-in profile: its id in data/permenpan35.tsv and the function that checks
/// it. One table per family; a rule that needs no state needs no class.
struct BuiltinRule {
    std::string_view id;
    RuleResult (*check)(const RuleContext& context);
};

/// The rule of that id, or nullptr.
[[nodiscard]] const BuiltinRule* find_builtin_rule(std::string_view id);

/// The id of the rule for Profile::required_words, which is in a profile only where it has some.
inline constexpr std::string_view own_words_rule = "OWN-1";

[[nodiscard]] inline RuleResult satisfied() {
    return {Verdict::satisfied, {}};
}
[[nodiscard]] inline RuleResult not_applicable() {
    return {Verdict::not_applicable, {}};
}
/// One observation without a place: the document breaks the rule, or the copy can't tell.
[[nodiscard]] RuleResult violated(Observation observation = {});
[[nodiscard]] RuleResult undecidable(Observation observation = {});

/// The place of a step: its key, and its row where the layout knows it.
[[nodiscard]] Place place_of(const Sop& sop, const Step& step);

/// Whether an entry of the form says anything: not for "", "-", "…" or "N/A".
[[nodiscard]] bool is_stated(std::string_view text);
[[nodiscard]] bool is_stated(std::span<const std::string> items);

/// Whether a text still has a gap to be filled in: "…", "...", "___".
[[nodiscard]] bool has_gap(std::string_view text);

[[nodiscard]] std::string joined(std::span<const std::string> items, std::string_view between);

/// Whether the copy can carry drawn arrows, shapes, a signature. No layout: it isn't known to.
[[nodiscard]] bool shows_arrows(const Sop& sop);
[[nodiscard]] bool shows_shapes(const Sop& sop);
/// Whether a row without a mark has none in the document either: the copy carries marks, or a
/// drawing. Which steps have marks doesn't tell it: an overlay gives them to steps as well.
[[nodiscard]] bool shows_marks(const Sop& sop);
[[nodiscard]] bool shows_signature(const Sop& sop);

/// Whether some flow was drawn or given by a person.
[[nodiscard]] bool has_sure_flow(const Sop& sop);

} // namespace tertib::rules
