// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "rule/table_rules.hpp"

#include "tertib/base/text.hpp"

#include <algorithm>
#include <array>

// What the table must have: its columns, mutu baku in each row, marks in each row and lane.

namespace tertib::rules {
namespace {

struct Required {
    ColumnRole role;
    std::string_view title;
};

RuleResult columns(const RuleContext& context) {
    constexpr std::array<Required, 7> required{{{ColumnRole::no, "No"},
                                                {ColumnRole::uraian, "Uraian"},
                                                {ColumnRole::pelaksana, "Pelaksana"},
                                                {ColumnRole::kelengkapan, "Kelengkapan"},
                                                {ColumnRole::waktu, "Waktu"},
                                                {ColumnRole::produk, "Output"},
                                                {ColumnRole::keterangan, "Keterangan"}}};
    const std::optional<Layout>& layout = context.sop.layout();
    if (!layout || layout->columns.empty()) {
        return undecidable();
    }
    const std::vector<Column>& there = layout->columns;
    std::vector<std::string> missing;
    std::vector<std::string> titles;
    for (const Required& each : required) {
        if (std::ranges::find(there, each.role, &Column::role) == there.end()) {
            missing.emplace_back(each.title);
        }
    }
    titles.reserve(there.size());
    for (const Column& column : there) {
        titles.push_back(squeeze(column.title));
    }
    if (missing.empty()) {
        return satisfied();
    }
    return violated(
        {.arguments = {{"missing", joined(missing, ", ")}}, .evidence = joined(titles, " | ")});
}

RuleResult mutu_baku(const RuleContext& context) {
    const Sop& sop = context.sop;
    if (sop.steps().empty()) {
        return not_applicable();
    }
    std::vector<Observation> observations;
    for (const Step& step : sop.steps()) {
        std::vector<std::string> missing;
        if (!is_stated(step.kelengkapan)) {
            missing.emplace_back("kelengkapan");
        }
        if (step.waktu.form == WaktuForm::none) {
            missing.emplace_back("waktu");
        }
        if (!is_stated(step.produk)) {
            missing.emplace_back("output");
        }
        if (!missing.empty()) {
            observations.push_back(
                {.where = place_of(sop, step),
                 .arguments = {{"step", step.key}, {"missing", joined(missing, ", ")}},
                 .evidence = step.uraian});
        }
    }
    return conclude(std::move(observations));
}

std::vector<Observation> lanes_without_step(const Sop& sop) {
    std::vector<char> used(sop.pelaksana().size(), 0);
    for (const Step& step : sop.steps()) {
        for (const Mark& mark : step.marks) {
            used[static_cast<std::size_t>(mark.pelaksana)] = 1;
        }
    }
    std::vector<Observation> observations;
    for (std::size_t i = 0; i < used.size(); ++i) {
        if (used[i] == 0) {
            const std::string& name = sop.pelaksana()[i];
            observations.push_back({.text = "TAB-6/pelaksana",
                                    .arguments = {{"pelaksana", squeeze(name)}},
                                    .evidence = name});
        }
    }
    return observations;
}

RuleResult marks(const RuleContext& context) {
    const Sop& sop = context.sop;
    if (sop.steps().empty()) {
        return not_applicable();
    }
    std::vector<Observation> observations;
    std::vector<std::string> unmarked;
    for (const Step& step : sop.steps()) {
        if (step.marks.empty()) {
            unmarked.push_back(step.key);
            observations.push_back({.where = place_of(sop, step),
                                    .arguments = {{"step", step.key}},
                                    .evidence = step.uraian});
        }
    }
    if (!unmarked.empty() && !shows_marks(sop)) {
        return undecidable({.arguments = {{"steps", joined(unmarked, ", ")}}});
    }
    for (Observation& lane : lanes_without_step(sop)) {
        observations.push_back(std::move(lane));
    }
    return conclude(std::move(observations));
}

} // namespace

std::span<const BuiltinRule> table_rules() {
    static constexpr std::array table{BuiltinRule{"TAB-1", columns},
                                      BuiltinRule{"TAB-2", mutu_baku}, BuiltinRule{"TAB-6", marks}};
    return table;
}

} // namespace tertib::rules
