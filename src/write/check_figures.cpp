// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "write/check_figures.hpp"

#include "tertib/graph/step_graph.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace tertib {
namespace {

/// Figures of a step while evidence is gone through, case by case.
struct StepTally {
    StepFigures figures;
    std::array<std::uint32_t, check_code_count> last_case{};
    std::optional<std::uint32_t> last_open;
    std::array<bool, check_code_count> any{};
};

void take(StepTally& tally, const Evidence& evidence) {
    const std::size_t place = position(evidence.code);
    // Sorted by case, so a case that was counted was the last one that was.
    if (!tally.any[place] || tally.last_case[place] != evidence.case_number) {
        tally.any[place] = true;
        tally.last_case[place] = evidence.case_number;
        ++tally.figures.violated[place];
    }
    const bool open = evidence.code == CheckCode::incomplete || evidence.code == CheckCode::overdue;
    if (open && tally.last_open != evidence.case_number) {
        tally.last_open = evidence.case_number;
        ++tally.figures.open;
    }
}

void add_names(const Sop& sop, const Step& step, std::vector<std::string>& names) {
    for (const Mark& mark : step.marks) {
        const std::string& name = sop.pelaksana_name(mark.pelaksana);
        if (std::ranges::find(names, name) == names.end()) {
            names.push_back(name);
        }
    }
}

std::string joined(const std::vector<std::string>& names) {
    std::string all;
    for (const std::string& name : names) {
        all += (all.empty() ? "" : ", ") + name;
    }
    return all;
}

} // namespace

std::uint64_t StepFigures::weight() const {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < check_code_count; ++i) {
        sum += matters(check_code_at(i)) ? violated[i] : 0;
    }
    return sum;
}

std::vector<StepFigures> step_figures(const CheckReport& report) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, StepTally> tallies;
    for (const Evidence& each : report.part().evidence) {
        if (each.step == no_step || each.verdict != CheckVerdict::violated || each.waiver != 0) {
            continue;
        }
        StepTally& tally = tallies[{each.version, each.step}];
        tally.figures.version = each.version;
        tally.figures.step = each.step;
        take(tally, each);
    }
    std::vector<StepFigures> all;
    for (const auto& [place, tally] : tallies) {
        all.push_back(tally.figures);
    }
    return all;
}

std::uint64_t unwaived(const CheckCounts& counts) noexcept {
    return counts.of(CheckVerdict::violated) - counts.waived;
}

bool matters(CheckCode code) {
    return severity(code) != Severity::info;
}

std::string pelaksana_of(const Sop& sop, const Step& step) {
    std::vector<std::string> names;
    add_names(sop, step, names);
    return joined(names);
}

std::string waiting_for(const Sop& sop, std::uint32_t step) {
    const StepGraph graph(sop);
    std::vector<bool> seen(graph.node_count());
    std::vector<NodeIndex> next = {StepGraph::step_node(step)};
    std::vector<std::string> names;
    seen[position(next.front())] = true;
    for (std::size_t i = 0; i < next.size(); ++i) { // steps end the search, gateways don't
        for (const Arc& arc : graph.digraph().successors(next[i])) {
            if (seen[position(arc.node)]) {
                continue;
            }
            seen[position(arc.node)] = true;
            if (const Step* there = graph.step(arc.node); there != nullptr) {
                add_names(sop, *there, names);
            } else if (graph.kind(arc.node) == NodeKind::gateway) {
                next.push_back(arc.node);
            }
        }
    }
    return joined(names);
}

std::string title_of(CheckCode code, Language language) {
    return text_of(std::string(message_code(code)) + "/title", language);
}

} // namespace tertib
