// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/testkit/case_path.hpp"

#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"
#include "tertib/graph/net.hpp"
#include "tertib/run/task.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace tertib {

namespace {

/// Plays the tokens of the Sop's workflow net. Wherever there is a choice the way not taken is kept
/// with all that it needs, so there is no recursion.
class RunSearch {
public:
    RunSearch(const StepGraph& graph, const CasePathOptions& options)
        : graph_(graph),
          net_(graph),
          options_(options) {}

    [[nodiscard]] std::vector<CasePath> run();

private:
    /// How often a token, or one of those that it came of, has been at each node.
    using History = std::vector<std::uint32_t>;
    struct Token {
        PlaceIndex place{};
        History history;
    };
    /// A run on its way.
    struct Run {
        std::vector<Token> tokens; ///< in the order in which they came
        std::vector<std::string> items;
    };

    [[nodiscard]] NodeIndex node_before(PlaceIndex place) const;
    [[nodiscard]] std::optional<TransitionIndex> joined(const Run& run) const;
    [[nodiscard]] std::vector<TransitionIndex> ways(const Run& run) const;
    [[nodiscard]] bool may(const Run& run, TransitionIndex transition) const;
    [[nodiscard]] bool shadowed(const Firing& firing) const;
    [[nodiscard]] History history(const Run& run, TransitionIndex transition) const;
    void fire(Run& run, TransitionIndex transition) const;
    void count_move();

    const StepGraph& graph_;
    WorkflowNet net_;
    const CasePathOptions& options_;
    std::uint64_t moves_ = 0;
};

std::vector<CasePath> RunSearch::run() {
    std::vector<CasePath> paths;
    std::vector<Run> open(1);
    open.front().tokens.push_back({net_.source(), History(graph_.node_count(), 0)});
    while (!open.empty()) {
        Run run = std::move(open.back());
        open.pop_back();
        while (!run.tokens.empty()) {
            count_move();
            const std::vector<TransitionIndex> ways = this->ways(run);
            if (ways.empty()) {
                break; // some step has been visited as often as it may
            }
            for (std::size_t i = ways.size() - 1; i > 0; --i) {
                fire(open.emplace_back(run), ways[i]);
            }
            fire(run, ways.front());
        }
        if (run.tokens.empty()) {
            if (paths.size() == options_.max_paths) {
                throw Error(ErrorCode::limit, "the Sop has more than " +
                                                  std::to_string(options_.max_paths) +
                                                  " paths (max_paths)");
            }
            paths.emplace_back(std::move(run.items));
        }
    }
    return paths;
}

void RunSearch::count_move() {
    if (++moves_ > options_.max_moves) {
        throw Error(ErrorCode::limit, "the search for paths takes more than " +
                                          std::to_string(options_.max_moves) +
                                          " moves (max_moves)");
    }
}

/// The node that a token comes to.
NodeIndex RunSearch::node_before(PlaceIndex place) const {
    return place == net_.source() ? StepGraph::start()
                                  : graph_.digraph().edge(edge_at(position(place))).to;
}

/// A gateway for which all tokens are there: it goes on before anybody does anything.
std::optional<TransitionIndex> RunSearch::joined(const Run& run) const {
    const auto is_there = [&](PlaceIndex place) {
        return std::ranges::find(run.tokens, place, &Token::place) != run.tokens.end();
    };
    for (const Token& token : run.tokens) {
        if (graph_.kind(node_before(token.place)) == NodeKind::gateway) {
            const TransitionIndex gateway = net_.consumers(token.place).front();
            if (std::ranges::all_of(net_.inputs(gateway), is_there)) {
                return gateway;
            }
        }
    }
    return std::nullopt;
}

/// What can happen next: one thing, or each outcome of one choice.
std::vector<TransitionIndex> RunSearch::ways(const Run& run) const {
    std::vector<TransitionIndex> found;
    if (const std::optional<TransitionIndex> gateway = joined(run)) {
        if (may(run, *gateway)) {
            found.push_back(*gateway);
        }
        return found;
    }
    std::optional<PlaceIndex> first;
    for (const Token& token : run.tokens) {
        const NodeIndex node = node_before(token.place);
        if (graph_.kind(node) != NodeKind::gateway && (!first || node < node_before(*first))) {
            first = token.place;
        }
    }
    if (!first) {
        throw Error(ErrorCode::internal, "tokens wait before gateways of a sound flow for ever");
    }
    for (const TransitionIndex transition : net_.consumers(*first)) {
        if (may(run, transition)) {
            found.push_back(transition);
        }
    }
    return found;
}

bool RunSearch::may(const Run& run, TransitionIndex transition) const {
    const History before = history(run, transition);
    const auto is_free = [&](PlaceIndex place) {
        const NodeIndex node = node_before(place);
        return graph_.kind(node) != NodeKind::step || before[position(node)] < options_.max_visits;
    };
    return std::ranges::all_of(net_.outputs(transition), is_free) &&
           !shadowed(net_.firing(transition));
}

/// Whether the same outcome is drawn out of the node before: a case never takes this exit.
bool RunSearch::shadowed(const Firing& firing) const {
    if (!firing.exit) {
        return false;
    }
    const std::string outcome = fold(graph_.flow(*firing.exit).outcome.value_or(""));
    for (const Arc& arc : graph_.digraph().successors(firing.node)) {
        if (fold(graph_.flow(arc.edge).outcome.value_or("")) == outcome) {
            return arc.edge != *firing.exit;
        }
    }
    return false;
}

/// That of the tokens which the transition takes, together.
RunSearch::History RunSearch::history(const Run& run, TransitionIndex transition) const {
    History all(graph_.node_count(), 0);
    for (const PlaceIndex place : net_.inputs(transition)) {
        const History& one = std::ranges::find(run.tokens, place, &Token::place)->history;
        for (std::size_t node = 0; node < all.size(); ++node) {
            all[node] = std::max(all[node], one[node]);
        }
    }
    return all;
}

void RunSearch::fire(Run& run, TransitionIndex transition) const {
    const Firing& firing = net_.firing(transition);
    const History before = history(run, transition);
    for (const PlaceIndex place : net_.inputs(transition)) {
        run.tokens.erase(std::ranges::find(run.tokens, place, &Token::place));
    }
    for (const PlaceIndex place : net_.outputs(transition)) {
        Token& token = run.tokens.emplace_back(Token{place, before});
        ++token.history[position(node_before(place))];
    }
    const NodeKind kind = graph_.kind(firing.node);
    if (kind == NodeKind::step || (kind == NodeKind::start && firing.exit)) {
        std::string item(graph_.name(firing.node));
        if (firing.exit) {
            item += '=';
            item += graph_.flow(*firing.exit).outcome.value_or("");
        }
        run.items.push_back(std::move(item));
    }
}

void require_sound(const StepGraph& graph, const SoundnessOptions& options) {
    const Soundness soundness = check_soundness(graph, options);
    switch (soundness.verdict) {
    case SoundnessVerdict::sound: return;
    case SoundnessVerdict::not_decided:
        throw Error(ErrorCode::limit, "whether the flow is sound isn't decided within " +
                                          std::to_string(soundness.states) +
                                          " markings (soundness.max_states)");
    case SoundnessVerdict::unsound: break;
    }
    const std::optional<SoundnessProblem> problem = soundness.problem;
    throw Error(ErrorCode::argument, "the flow isn't sound (" +
                                         std::string(problem ? name(*problem) : "") +
                                         "): its cases needn't come to an end");
}

} // namespace

std::string text(const CasePath& path) {
    std::string all;
    for (const std::string& item : path.items) {
        all += all.empty() ? "" : " → ";
        all += item;
    }
    return all;
}

PathItem read_path_item(const Sop& sop, std::string_view item) {
    const auto is_task = [&](std::string_view task) {
        const std::optional<TaskId> id = task_id(task);
        return sop.step(task) != nullptr || (id && sop.step(id->step) != nullptr);
    };
    if (is_task(item)) {
        return {.task = std::string(item), .outcome = {}};
    }
    const std::size_t first = item.find('=');
    for (std::size_t at = first; at != item.npos; at = item.find('=', at + 1)) {
        if (is_task(item.substr(0, at))) {
            return {.task = std::string(item.substr(0, at)),
                    .outcome = std::string(item.substr(at + 1))};
        }
    }
    return {.task = std::string(item.substr(0, first)),
            .outcome = first == item.npos ? std::string() : std::string(item.substr(first + 1))};
}

std::vector<CasePath> paths_of(const Sop& sop, const CasePathOptions& options) {
    const StepGraph graph(sop);
    require_sound(graph, options.soundness);
    return RunSearch(graph, options).run();
}

} // namespace tertib
