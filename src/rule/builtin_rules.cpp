// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "rule/builtin_rules.hpp"

#include "rule/document_rules.hpp"
#include "rule/flow_rules.hpp"
#include "rule/identity_rules.hpp"
#include "rule/naming_rules.hpp"
#include "rule/own_rules.hpp"
#include "rule/slip_rules.hpp"
#include "rule/symbol_rules.hpp"
#include "rule/table_rules.hpp"
#include "rule/waktu_rules.hpp"
#include "rule/wording_rules.hpp"
#include "tertib/base/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tertib::rules {

const BuiltinRule* find_builtin_rule(std::string_view id) {
    const std::array families{identity_rules(), naming_rules(),  table_rules(), symbol_rules(),
                              flow_rules(),     wording_rules(), slip_rules(),  waktu_rules(),
                              document_rules(), own_rules()};
    for (const std::span<const BuiltinRule> family : families) {
        const auto found = std::ranges::find(family, id, &BuiltinRule::id);
        if (found != family.end()) {
            return &*found;
        }
    }
    return nullptr;
}

RuleResult violated(Observation observation) {
    observation.verdict = Verdict::violated;
    return {Verdict::violated, {std::move(observation)}};
}

RuleResult undecidable(Observation observation) {
    observation.verdict = Verdict::undecidable;
    return {Verdict::undecidable, {std::move(observation)}};
}

Place place_of(const Sop& sop, const Step& step) {
    Place place;
    const std::optional<Layout>& layout = sop.layout();
    if (layout) {
        const auto found = layout->places.find(step.key);
        if (found != layout->places.end()) {
            place = found->second;
        }
    }
    place.step = step.key;
    return place;
}

bool is_stated(std::string_view text) {
    const std::vector<std::string> found = words(text);
    if (found.empty()) {
        return false;
    }
    const bool not_available = found.size() == 2 && found[0] == "n" && found[1] == "a";
    return !not_available;
}

bool is_stated(std::span<const std::string> items) {
    return std::ranges::any_of(items, [](const std::string& item) { return is_stated(item); });
}

bool has_gap(std::string_view text) {
    constexpr std::array<std::string_view, 3> gaps{"…", "...", "__"};
    return std::ranges::any_of(gaps,
                               [&](std::string_view gap) { return text.find(gap) != text.npos; });
}

std::string joined(std::span<const std::string> items, std::string_view between) {
    std::string out;
    for (const std::string& item : items) {
        if (!out.empty()) {
            out += between;
        }
        out += item;
    }
    return out;
}

bool shows_arrows(const Sop& sop) {
    const std::optional<Layout>& layout = sop.layout();
    return layout && layout->shows_arrows;
}

bool shows_shapes(const Sop& sop) {
    const std::optional<Layout>& layout = sop.layout();
    return layout && layout->shows_shapes;
}

bool shows_marks(const Sop& sop) {
    const std::optional<Layout>& layout = sop.layout();
    return (layout && layout->shows_marks) || shows_shapes(sop) || shows_arrows(sop);
}

bool shows_signature(const Sop& sop) {
    const std::optional<Layout>& layout = sop.layout();
    return layout && layout->shows_signature;
}

bool has_sure_flow(const Sop& sop) {
    return std::ranges::any_of(sop.flow(), [](const Flow& flow) {
        return flow.provenance == Provenance::drawn || flow.provenance == Provenance::user;
    });
}

} // namespace tertib::rules
