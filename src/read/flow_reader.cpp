// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/flow_reader.hpp"

#include "read/drawn_flow.hpp"
#include "read/join.hpp"
#include "read/statement.hpp"
#include "tertib/base/text.hpp"
#include "tertib/graph/documents.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace tertib {
namespace {

Place place_of(const StepsReading& read, const std::string& key) {
    const auto found = read.places.find(key);
    return found == read.places.end() ? Place{.row = 0, .column = 0, .step = key} : found->second;
}

/// Reads the sentences of the steps and lays the flow by them and by the order of the rows.
class TextFlow {
public:
    TextFlow(const StepsReading& read, FlowReading& out, bool drawn)
        : read_(read),
          out_(out),
          drawn_(drawn) {
        for (std::size_t i = 0; i < out.steps.size(); ++i) {
            by_key_.emplace(out.steps[i].key, i);
        }
    }

    void read_sentences() {
        stated_.resize(out_.steps.size());
        for (std::size_t i = 0; i < out_.steps.size(); ++i) {
            for (const std::string* text : {&out_.steps[i].uraian, &out_.steps[i].keterangan}) {
                for (const Statement& statement : read_statements(*text)) {
                    take(i, statement);
                }
            }
            read_simultaneous(out_.steps[i]);
        }
    }

    void lay_order() {
        if (out_.steps.empty()) {
            return;
        }
        for (std::size_t i = 0; i < out_.steps.size(); ++i) {
            if (i == start_row()) {
                out_.flow.push_back(Flow{.from = "start", .to = out_.steps[i].key});
            }
            out_.flow.insert(out_.flow.end(), stated_[i].begin(), stated_[i].end());
            if (goes_on(i)) {
                lay_next(i);
            }
        }
        strengthen_by_documents();
    }

    void report_open_outcomes() {
        for (const Step& step : out_.steps) {
            std::string open;
            for (const std::string& outcome : step.outcomes) {
                const bool has_flow = std::ranges::any_of(out_.flow, [&](const Flow& flow) {
                    return flow.from == step.key && flow.outcome &&
                           fold(*flow.outcome) == fold(outcome);
                });
                if (!has_flow) {
                    open += open.empty() ? outcome : ", " + outcome;
                }
            }
            if (!open.empty()) {
                note("READ-OUTCOME-NO-TARGET", step, {{"outcomes", open}}, open);
            } else if (step.kind == StepKind::decision && step.outcomes.empty()) {
                note("READ-DECISION-NO-EXITS", step, {}, step.uraian);
            }
        }
    }

private:
    void note(std::string_view code, const Step& step, std::vector<Argument> arguments,
              std::string evidence) {
        arguments.push_back({"step", step.key});
        out_.findings.push_back(make_finding(code, place_of(read_, step.key), std::move(arguments),
                                             std::move(evidence)));
    }

    void take(std::size_t i, const Statement& statement) {
        Step& step = out_.steps[i];
        switch (statement.kind) {
        case Statement::Kind::optional:
            if (!step.optional) {
                step.optional = statement.evidence;
            }
            return;
        case Statement::Kind::condition:
            note("READ-CONDITION-UNREAD", step, {{"text", statement.evidence}}, statement.evidence);
            return;
        case Statement::Kind::outcomes:
            step.kind = StepKind::decision;
            for (const std::string& outcome : statement.outcomes) {
                add_outcome(step, outcome);
            }
            return;
        case Statement::Kind::jump: take_jump(i, statement); return;
        }
    }

    static void add_outcome(Step& step, const std::string& outcome) {
        const auto same = [&](const std::string& known) { return fold(known) == fold(outcome); };
        if (!outcome.empty() && std::ranges::none_of(step.outcomes, same)) {
            step.outcomes.push_back(outcome);
        }
    }

    void take_jump(std::size_t i, const Statement& statement) {
        Step& step = out_.steps[i];
        const std::optional<std::string> to = target(i, statement);
        std::string outcome = statement.outcome;
        // An exit that is named without a place is told with the step's open outcomes.
        const bool place_named = statement.target != Target::none || outcome.empty();
        if (!to && place_named) {
            note("READ-TARGET-UNKNOWN", step, {{"text", statement.evidence}}, statement.evidence);
        } else if (to && outcome.empty() && backward(i, *to)) {
            // A way back is one of two exits; the sentence doesn't name when it is taken.
            outcome = "kembali";
            note("READ-JUMP-UNNAMED", step, {{"text", statement.evidence}}, statement.evidence);
        }
        if (!outcome.empty()) {
            step.kind = StepKind::decision;
            add_outcome(step, outcome);
        }
        if (!to) {
            return;
        }
        if (drawn_) {
            check_drawn(step, *to, statement);
            return;
        }
        Flow flow{.from = step.key,
                  .to = *to,
                  .outcome = outcome.empty() ? std::nullopt : std::optional(outcome),
                  .provenance = Provenance::stated,
                  .evidence = statement.evidence};
        const bool known = std::ranges::any_of(stated_[i], [&](const Flow& other) {
            return other.to == flow.to && other.outcome == flow.outcome;
        });
        if (!known) {
            stated_[i].push_back(std::move(flow));
        }
    }

    [[nodiscard]] std::optional<std::string> target(std::size_t i,
                                                    const Statement& statement) const {
        switch (statement.target) {
        case Target::none: return std::nullopt;
        case Target::first: return out_.steps.front().key;
        case Target::previous: return i > 0 ? std::optional(out_.steps[i - 1].key) : std::nullopt;
        case Target::next:
            return i + 1 < out_.steps.size() ? out_.steps[i + 1].key : std::string(end_node);
        case Target::end: return std::string(end_node);
        case Target::pelaksana: return step_of(i, statement);
        case Target::number: {
            const bool known = by_key_.contains(statement.number);
            return known ? std::optional(statement.number) : std::nullopt;
        }
        }
        return std::nullopt;
    }

    /// The one step before (or the nearest behind) this one that the named pelaksana does; nothing
    /// where the words name no column, or several steps before it are theirs.
    [[nodiscard]] std::optional<std::string> step_of(std::size_t i,
                                                     const Statement& statement) const {
        const std::optional<PelaksanaIndex> lane = lane_named(statement.name);
        const auto theirs = [&](std::size_t step) {
            const std::vector<Mark>& marks = out_.steps[step].marks;
            return lane && std::ranges::find(marks, *lane, &Mark::pelaksana) != marks.end();
        };
        std::optional<std::string> found;
        if (!statement.back) {
            return i + 1 < out_.steps.size() && theirs(i + 1) ? std::optional(out_.steps[i + 1].key)
                                                              : std::nullopt;
        }
        for (std::size_t step = 0; step < i; ++step) {
            if (theirs(step)) {
                if (found) {
                    return std::nullopt;
                }
                found = out_.steps[step].key;
            }
        }
        return found;
    }

    /// The one column whose name begins with the words, or with whose name the words begin.
    [[nodiscard]] std::optional<PelaksanaIndex> lane_named(std::string_view text) const {
        const std::vector<std::string> said = words(text);
        std::optional<PelaksanaIndex> found;
        for (std::size_t lane = 0; lane < read_.pelaksana.size(); ++lane) {
            const std::vector<std::string> name = words(read_.pelaksana[lane]);
            const std::size_t length = std::min(said.size(), name.size());
            if (length == 0 ||
                !std::equal(name.begin(), name.begin() + static_cast<std::ptrdiff_t>(length),
                            said.begin())) {
                continue;
            }
            if (found) {
                return std::nullopt;
            }
            found = static_cast<PelaksanaIndex>(lane);
        }
        return found;
    }

    [[nodiscard]] bool backward(std::size_t i, const std::string& to) const {
        const auto found = by_key_.find(to);
        return found != by_key_.end() && found->second <= i;
    }

    void check_drawn(const Step& step, const std::string& to, const Statement& statement) {
        const bool there = std::ranges::any_of(
            out_.flow, [&](const Flow& flow) { return flow.from == step.key && flow.to == to; });
        if (!there) {
            note("READ-STATED-NOT-DRAWN", step, {{"text", statement.evidence}, {"target", to}},
                 statement.evidence);
        }
    }

    /// "Dilaksanakan secara simultan": each of the row's pelaksana does it.
    static void read_simultaneous(Step& step) {
        const std::string text = lower(step.uraian + " " + step.keterangan);
        const bool said =
            text.find("secara simultan") != text.npos || text.find("secara bersamaan") != text.npos;
        if (said && step.marks.size() > 1) {
            step.participation = Participation::all;
        }
    }

    [[nodiscard]] std::size_t start_row() const {
        const bool inside = !read_.starts.empty() && read_.starts.front() < out_.steps.size();
        return inside ? read_.starts.front() : 0;
    }

    /// Whether the order of the rows leads on from a step: not past a Selesai, nor where sentences
    /// already name a way forward.
    [[nodiscard]] bool goes_on(std::size_t i) const {
        return std::ranges::none_of(stated_[i],
                                    [&](const Flow& flow) { return !backward(i, flow.to); });
    }

    void lay_next(std::size_t i) {
        const Step& step = out_.steps[i];
        const bool last = i + 1 == out_.steps.size();
        const bool ends = last || std::ranges::find(read_.ends, i + 1) != read_.ends.end();
        const bool terminator =
            step.marks.size() == 1 && step.marks.front().symbol == Symbol::terminator;
        if (terminator && i != start_row() && !ends) {
            note("READ-TERMINATOR-INSIDE", step, {}, step.uraian);
        }
        out_.flow.push_back(
            Flow{.from = step.key, .to = ends ? std::string(end_node) : out_.steps[i + 1].key});
        if (!stated_[i].empty()) {
            note("READ-OTHERWISE", step, {{"target", out_.flow.back().to}}, stated_[i][0].evidence);
        }
    }

    void strengthen_by_documents() {
        std::map<std::pair<std::string_view, std::string_view>, std::string_view> documents;
        const std::vector<DocumentLink> links = find_document_links(out_.steps);
        for (const DocumentLink& link : links) {
            documents.try_emplace({out_.steps[link.from].key, out_.steps[link.to].key},
                                  link.produk);
        }
        for (Flow& flow : out_.flow) {
            const auto found = documents.find({flow.from, flow.to});
            if (flow.provenance == Provenance::order && found != documents.end()) {
                flow.provenance = Provenance::documents;
                flow.evidence = found->second;
            }
        }
    }

    const StepsReading& read_;
    FlowReading& out_;
    bool drawn_;
    std::map<std::string, std::size_t, std::less<>> by_key_;
    std::vector<std::vector<Flow>> stated_;
};

} // namespace

FlowReading read_flow(const StepsReading& steps, std::span<const GridArrow> arrows) {
    FlowReading out;
    out.steps = steps.steps;
    Connectors connectors = pair_connectors(steps.marks);
    const bool drawn = !arrows.empty();
    if (drawn) {
        DrawnFlow flow = draw_flow(steps, connectors, arrows);
        out.flow = std::move(flow.flow);
        out.findings = std::move(flow.findings);
        for (const Flow& each : out.flow) {
            const auto from = std::ranges::find(out.steps, each.from, &Step::key);
            if (each.outcome && from != out.steps.end()) {
                from->kind = StepKind::decision;
                from->outcomes.push_back(*each.outcome);
            }
        }
    }
    TextFlow text(steps, out, drawn);
    text.read_sentences();
    if (!drawn) {
        text.lay_order();
    }
    text.report_open_outcomes();
    if (drawn) {
        Joins joins = infer_joins(out.steps, std::move(out.flow));
        out.flow = std::move(joins.flow);
        out.gateways = std::move(joins.gateways);
        out.findings.insert(out.findings.end(), joins.findings.begin(), joins.findings.end());
    }
    out.connectors = std::move(connectors.pairs);
    for (const Place& place : connectors.lone) {
        out.findings.push_back(make_finding("READ-CONNECTOR-LONE", place));
    }
    out.lone_connectors = std::move(connectors.lone);
    return out;
}

} // namespace tertib
