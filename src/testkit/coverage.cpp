// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/testkit/coverage.hpp"

#include "tertib/base/error.hpp"
#include "tertib/run/event_bytes.hpp"
#include "tertib/run/ready_sop.hpp"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string_view>
#include <utility>

namespace tertib {

namespace {

/// Counts what the events of cases have done, by following their tokens through the gateways: an
/// event names the tasks that it opens, not every flow on the way there.
class CoverageCounter {
public:
    explicit CoverageCounter(const Sop& sop);

    /// The events of one case in order, then those of the next.
    void take(const Event& event);
    [[nodiscard]] Coverage take_all() { return std::move(all_); }

private:
    void leave(NodeIndex node, const std::string& outcome);
    void put(EdgeIndex edge);
    [[nodiscard]] bool joins(NodeIndex gateway) const;
    [[nodiscard]] StepCoverage* find(const std::string& step);

    std::shared_ptr<const ReadySop> sop_;
    Coverage all_;
    bool ours_ = false;
    std::vector<bool> waiting_; ///< by edge: a token lies before a gateway
};

CoverageCounter::CoverageCounter(const Sop& sop) {
    ReadySopResult ready = ready_sop(std::make_shared<const Sop>(sop),
                                     {.unknown_pelaksana = UnknownPelaksana::everyone});
    if (!ready.sop) {
        throw Error(ErrorCode::argument,
                    "the Sop can't be run: " + message(ready.refusals.front(), Language::en));
    }
    sop_ = std::move(ready.sop);
    all_.sop_digest = sop.digest();
    all_.steps.reserve(sop.steps().size());
    for (const Step& step : sop.steps()) {
        all_.steps.push_back({.step = step.key});
    }
    const StepGraph& graph = sop_->graph();
    all_.flows.reserve(graph.edge_count());
    for (std::size_t i = 0; i < graph.edge_count(); ++i) {
        const Flow& flow = graph.flow(edge_at(i));
        all_.flows.push_back({.from = flow.from, .to = flow.to, .outcome = flow.outcome});
    }
}

void CoverageCounter::take(const Event& event) {
    if (event.kind == EventKind::started || event.kind == EventKind::migrated) {
        ours_ = event.sop_digest == all_.sop_digest;
        all_.cases += ours_ ? 1 : 0;
        waiting_.assign(all_.flows.size(), false);
    }
    if (ours_ && event.kind == EventKind::migrated) {
        for (const ParkedToken& token : event.parked) {
            if (const std::optional<EdgeIndex> edge = sop_->edge_of(token.flow)) {
                waiting_[position(*edge)] = true;
            }
        }
    }
    if (!ours_) {
        return;
    }
    for (const OpenedTask& opened : event.opened) {
        if (StepCoverage* step = find(opened.id.step)) {
            ++step->arrivals;
        }
    }
    if (event.kind == EventKind::started) {
        leave(StepGraph::start(), event.outcome);
        return;
    }
    const std::optional<std::uint32_t> place = sop_->find_step(event.task.step);
    const bool completed = event.kind == EventKind::completed && !event.partial;
    const bool skipped = event.kind == EventKind::skipped;
    if (!place || (!completed && !skipped)) {
        return;
    }
    StepCoverage& step = all_.steps[*place];
    ++(completed ? step.completions : step.skips);
    if (event.target.empty()) {
        leave(StepGraph::step_node(*place), event.outcome);
    }
}

StepCoverage* CoverageCounter::find(const std::string& step) {
    const std::optional<std::uint32_t> place = sop_->find_step(step);
    return place ? &all_.steps[*place] : nullptr;
}

void CoverageCounter::leave(NodeIndex node, const std::string& outcome) {
    if (sop_->chooses(node)) {
        if (const std::optional<EdgeIndex> exit = sop_->exit_of(node, outcome)) {
            put(*exit);
        }
        return;
    }
    for (const Arc& arc : sop_->graph().digraph().successors(node)) {
        put(arc.edge);
    }
}

void CoverageCounter::put(EdgeIndex first) {
    const StepGraph& graph = sop_->graph();
    std::vector<EdgeIndex> moving{first};
    while (!moving.empty()) {
        const EdgeIndex edge = moving.back();
        moving.pop_back();
        ++all_.flows[position(edge)].times;
        const NodeIndex node = graph.digraph().edge(edge).to;
        if (graph.kind(node) != NodeKind::gateway) {
            continue;
        }
        waiting_[position(edge)] = true;
        if (joins(node)) {
            for (const Arc& arc : graph.digraph().predecessors(node)) {
                waiting_[position(arc.edge)] = false;
            }
            for (const Arc& arc : graph.digraph().successors(node)) {
                moving.push_back(arc.edge);
            }
        }
    }
}

bool CoverageCounter::joins(NodeIndex gateway) const {
    return std::ranges::all_of(
        sop_->graph().digraph().predecessors(gateway),
        [this](const Arc& arc) -> bool { return waiting_[position(arc.edge)]; });
}

[[nodiscard]] std::string joined(const std::vector<std::string>& list) {
    std::string all;
    for (const std::string& each : list) {
        all += all.empty() ? "" : ", ";
        all += each;
    }
    return all;
}

} // namespace

unsigned Coverage::percent() const noexcept {
    const std::size_t all = steps.size() + flows.size();
    const auto done =
        std::ranges::count_if(steps, [](const StepCoverage& step) { return step.completions > 0; });
    const auto taken =
        std::ranges::count_if(flows, [](const FlowCoverage& flow) { return flow.times > 0; });
    return all == 0 ? 100U
                    : static_cast<unsigned>(static_cast<std::size_t>(done + taken) * 100 / all);
}

std::vector<std::string> Coverage::steps_never() const {
    std::vector<std::string> never;
    for (const StepCoverage& step : steps) {
        if (step.completions == 0) {
            never.push_back(step.step);
        }
    }
    return never;
}

std::vector<std::string> Coverage::flows_never() const {
    std::vector<std::string> never;
    for (const FlowCoverage& flow : flows) {
        if (flow.times == 0) {
            std::string label = flow.from + " → " + flow.to;
            if (flow.outcome) {
                label += " [" + *flow.outcome + "]";
            }
            never.push_back(std::move(label));
        }
    }
    return never;
}

Coverage coverage_of(const Sop& sop, Store& store) {
    CoverageCounter counter(sop);
    store.each_event("", [&](const StoredEvent& each) {
        // What begins with @ is no case.
        if (!each.case_id.starts_with('@')) {
            counter.take(unseal(each.sealed.data, each.sealed.body));
        }
    });
    return counter.take_all();
}

Coverage coverage_of(const Sop& sop, std::span<const Event> events) {
    CoverageCounter counter(sop);
    for (const Event& event : events) {
        counter.take(event);
    }
    return counter.take_all();
}

Coverage merged(Coverage one, const Coverage& other) {
    if (one.sop_digest != other.sop_digest || one.steps.size() != other.steps.size() ||
        one.flows.size() != other.flows.size()) {
        throw Error(ErrorCode::argument, "these coverages are of different Sops");
    }
    one.cases += other.cases;
    for (std::size_t i = 0; i < one.steps.size(); ++i) {
        one.steps[i].arrivals += other.steps[i].arrivals;
        one.steps[i].completions += other.steps[i].completions;
        one.steps[i].skips += other.steps[i].skips;
    }
    for (std::size_t i = 0; i < one.flows.size(); ++i) {
        one.flows[i].times += other.flows[i].times;
    }
    return one;
}

std::string text(const Coverage& coverage, Language language) {
    const std::vector<std::string> steps = coverage.steps_never();
    const std::vector<std::string> flows = coverage.flows_never();
    const std::size_t all = coverage.steps.size() + coverage.flows.size();
    const std::vector<Argument> counts{
        {"cases", std::to_string(coverage.cases)},
        {"covered", std::to_string(all - steps.size() - flows.size())},
        {"all", std::to_string(all)},
        {"percent", std::to_string(coverage.percent())}};
    std::string lines = text_of("COVERAGE", language, counts) + '\n';
    const auto add = [&](std::string_view code, const std::vector<std::string>& never) {
        if (!never.empty()) {
            const std::vector<Argument> list{{"list", joined(never)}};
            lines += text_of(code, language, list) + '\n';
        }
    };
    add("COVERAGE-STEPS-NEVER", steps);
    add("COVERAGE-FLOWS-NEVER", flows);
    return lines;
}

} // namespace tertib
