// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "rule/waktu_rules.hpp"

#include "tertib/base/text.hpp"
#include "tertib/graph/analysis.hpp"

#include <algorithm>
#include <array>
#include <optional>

// Waktu: amounts with units, a total that adds up, readings that rest on a policy. Only units that
// need no calendar are added: a day's length is a fact of a calendar, not of an SOP.

namespace tertib::rules {
namespace {

RuleResult positive_amounts(const RuleContext& context) {
    const Sop& sop = context.sop;
    std::vector<Observation> observations;
    bool any = false;
    for (const Step& step : sop.steps()) {
        if (step.waktu.form == WaktuForm::none) {
            continue; // TAB-2 tells it
        }
        any = true;
        const bool open = step.waktu.form == WaktuForm::open;
        const bool positive = std::ranges::all_of(step.waktu.parts, [](const WaktuPart& part) {
            return part.min.units() >= 0 && part.max.units() > 0;
        });
        if (open || !positive) {
            observations.push_back(
                {.text = open ? "WKT-1/open" : "",
                 .where = place_of(sop, step),
                 .arguments = {{"step", step.key}, {"waktu", squeeze(step.waktu.text)}},
                 .evidence = step.waktu.text});
        }
    }
    return any ? conclude(std::move(observations)) : not_applicable();
}

/// An amount from … to in a unit that others can be turned into without a calendar.
struct Amount {
    Satuan satuan = Satuan::menit; ///< menit, hari or bulan
    Reckoning reckoning = Reckoning::working;
    Decimal min;
    Decimal max;

    [[nodiscard]] bool same_unit(const Amount& other) const {
        return satuan == other.satuan && reckoning == other.reckoning;
    }
};

std::optional<Amount> amount_of(const WaktuPart& part) {
    struct Unit {
        Satuan satuan;
        std::int64_t factor;
    };
    constexpr std::array<Unit, 6> units{{{Satuan::menit, 1},
                                         {Satuan::menit, 60},
                                         {Satuan::hari, 1},
                                         {Satuan::hari, 7},
                                         {Satuan::bulan, 1},
                                         {Satuan::bulan, 12}}};
    const Unit unit = units[static_cast<std::size_t>(part.satuan)];
    const std::optional<Decimal> min = part.min.times(unit.factor);
    const std::optional<Decimal> max = part.max.times(unit.factor);
    if (!min || !max) {
        return std::nullopt;
    }
    return Amount{unit.satuan, part.reckoning, *min, *max};
}

std::optional<Amount> sum_of(const Amount& a, const Amount& b) {
    const std::optional<Decimal> min = a.min.plus(b.min);
    const std::optional<Decimal> max = a.max.plus(b.max);
    if (!a.same_unit(b) || !min || !max) {
        return std::nullopt;
    }
    return Amount{a.satuan, a.reckoning, *min, *max};
}

/// A waktu as one amount; nothing where that takes a calendar, a number of items or a guess.
std::optional<Amount> amount_of(const Waktu& waktu) {
    const bool one_case = waktu.form != WaktuForm::per_item && waktu.form != WaktuForm::open;
    if (!one_case || waktu.parts.empty()) {
        return std::nullopt;
    }
    std::optional<Amount> whole = amount_of(waktu.parts.front());
    for (std::size_t i = 1; whole && i < waktu.parts.size(); ++i) {
        const std::optional<Amount> next = amount_of(waktu.parts[i]);
        if (!next || !whole->same_unit(*next)) {
            return std::nullopt;
        }
        if (waktu.form == WaktuForm::alternatives) {
            whole->min = std::min(whole->min, next->min);
            whole->max = std::max(whole->max, next->max);
        } else {
            whole = sum_of(*whole, *next);
        }
    }
    return whole;
}

/// What the steps' waktu come to along the longest way, each loop gone through once.
std::optional<Amount> longest_way(const GraphFacts& facts, std::span<const Amount> amounts) {
    const StepGraph& graph = facts.graph;
    std::vector<std::optional<Amount>> until(graph.node_count());
    Amount longest{amounts[0].satuan, amounts[0].reckoning, Decimal(0), Decimal(0)};
    const Amount nothing = longest;
    for (const NodeIndex node : facts.order.sequence) {
        Amount begin = nothing;
        for (const Arc& arc : graph.digraph().predecessors(node)) {
            const std::optional<Amount>& before = until[position(arc.node)];
            const bool back = std::ranges::binary_search(facts.order.back_edges, arc.edge);
            if (before && !back) {
                begin.min = std::max(begin.min, before->min);
                begin.max = std::max(begin.max, before->max);
            }
        }
        const std::optional<std::size_t> step = graph.step_index(node);
        std::optional<Amount>& reached = until[position(node)];
        reached = step ? sum_of(begin, amounts[*step]) : begin;
        if (!reached) {
            return std::nullopt;
        }
        longest.min = std::max(longest.min, reached->min);
        longest.max = std::max(longest.max, reached->max);
    }
    return longest;
}

bool agrees(const Amount& total, const Amount& found) {
    return total.same_unit(found) && total.min >= found.min && total.max <= found.max;
}

std::string text_of_amount(const Amount& amount) {
    const std::string range =
        amount.min == amount.max ? amount.min.text() : amount.min.text() + "–" + amount.max.text();
    return range + " " + std::string(name(amount.satuan));
}

RuleResult total_adds_up(const RuleContext& context) {
    const Sop& sop = context.sop;
    const std::optional<Waktu>& stated = sop.total();
    if (!stated || stated->form == WaktuForm::none || sop.steps().empty()) {
        return not_applicable();
    }
    const std::string text = squeeze(stated->text);
    const std::optional<Amount> total = amount_of(*stated);
    std::vector<Amount> amounts;
    std::optional<Amount> sum;
    bool comparable = total.has_value();
    for (const Step& step : sop.steps()) {
        const std::optional<Amount> amount = amount_of(step.waktu);
        comparable = comparable && amount && amount->same_unit(*total);
        if (!comparable) {
            break;
        }
        amounts.push_back(*amount);
        sum = sum ? sum_of(*sum, *amount) : amount;
        comparable = sum.has_value();
    }
    const Argument total_argument{"total", text};
    if (!comparable) {
        return undecidable(
            {.arguments = {total_argument}, .evidence = text, .about = About::reading});
    }
    if (agrees(*total, *sum)) {
        return satisfied();
    }
    const std::optional<Amount> longest = longest_way(context.graph, amounts);
    if (longest && agrees(*total, *longest)) {
        return satisfied();
    }
    return violated({.arguments = {total_argument,
                                   {"sum", text_of_amount(*sum)},
                                   {"longest", longest ? text_of_amount(*longest) : "-"}},
                     .evidence = text});
}

/// Whether "480 Menit" and "(8 Jam)" say the same, within the rounding of the second; nothing where
/// that depends on the length of a day.
std::optional<bool> restates(const WaktuPart& main, const WaktuPart& again) {
    const std::optional<Amount> first = amount_of(main);
    const std::optional<Amount> second = amount_of(again);
    if (!first || !second || !first->same_unit(*second)) {
        return std::nullopt;
    }
    // Half a unit of the last decimal written; nothing is rounded in a whole number.
    double tolerance = 0;
    if (!again.max.whole() || !again.min.whole()) {
        const int scale = std::max(again.max.scale(), again.min.scale());
        tolerance = 0.5;
        for (int i = 0; i < scale; ++i) {
            tolerance /= 10;
        }
        const double factor = second->max.approximately() / again.max.approximately();
        tolerance = tolerance * factor + 1e-9;
    }
    const auto near = [&](const Decimal& a, const Decimal& b) {
        const double difference = a.approximately() - b.approximately();
        return a == b || (difference <= tolerance && difference >= -tolerance);
    };
    return near(first->min, second->min) && near(first->max, second->max);
}

RuleResult needs_policy(const RuleContext& context) {
    const Sop& sop = context.sop;
    std::vector<Observation> observations;
    bool any = false;
    for (const Step& step : sop.steps()) {
        const Waktu& waktu = step.waktu;
        any = any || !waktu.parts.empty();
        Observation observation{.where = place_of(sop, step),
                                .arguments = {{"step", step.key}, {"waktu", squeeze(waktu.text)}},
                                .evidence = waktu.text};
        if (waktu.restated && !waktu.parts.empty()) {
            const std::optional<bool> same = restates(waktu.parts.front(), *waktu.restated);
            if (!same || !*same) {
                observation.text = same ? "WKT-3/contradiction" : "WKT-3/calendar";
                observations.push_back(observation);
            }
        }
        const bool assumed = std::ranges::any_of(waktu.parts, &WaktuPart::assumed);
        if (assumed) {
            observation.text.clear();
            observations.push_back(std::move(observation));
        }
    }
    return any ? conclude(std::move(observations)) : not_applicable();
}

} // namespace

std::span<const BuiltinRule> waktu_rules() {
    static constexpr std::array table{BuiltinRule{"WKT-1", positive_amounts},
                                      BuiltinRule{"WKT-2", total_adds_up},
                                      BuiltinRule{"WKT-3", needs_policy}};
    return table;
}

} // namespace tertib::rules
