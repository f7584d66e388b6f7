// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "graph/net_reduction.hpp"
#include "tertib/graph/soundness.hpp"
#include "tiny_sop.hpp"

#include <algorithm>
#include <map>
#include <rapidcheck.h>
#include <set>

using namespace tertib;

namespace {

/// A marking as the definition speaks of it: how many tokens lie on each flow; -1 is the source.
using Marking = std::map<int, int>;

struct Judgement {
    bool safe = true;
    bool finishes = true;
    bool all_run = true;
    std::size_t doom_way = 0;   ///< length of a shortest way to a marking that can't finish
    std::size_t unsafe_way = 0; ///< and to one with two tokens on a flow
    bool stuck = false;         ///< such a marking leads to one where nothing can fire
};

/// Design 5, read literally and slowly: every marking, every firing.
class Reference {
public:
    explicit Reference(const StepGraph& graph) : graph_(graph) {}

    Judgement judge() {
        explore();
        if (!result_.safe) {
            return result_;
        }
        std::set<Marking> good{Marking{}};
        for (bool changed = true; changed;) {
            changed = false;
            for (const auto& [from, next] : moves_) {
                const bool leads =
                    std::ranges::any_of(next, [&](const Marking& to) { return good.contains(to); });
                changed = (leads && good.insert(from).second) || changed;
            }
        }
        for (const Marking& each : found_) {
            if (!good.contains(each)) {
                result_.finishes = false;
                result_.doom_way = distance_.at(each);
                break;
            }
        }
        for (const auto& [from, next] : moves_) {
            result_.stuck = result_.stuck || (next.empty() && !from.empty());
        }
        for (std::size_t i = 0; i < graph_.sop().steps().size(); ++i) {
            result_.all_run = result_.all_run && ran_.contains(StepGraph::step_node(i));
        }
        return result_;
    }

private:
    void explore() {
        const Marking first{{-1, 1}};
        distance_[first] = 0;
        found_.push_back(first);
        for (std::size_t i = 0; i < found_.size(); ++i) {
            const Marking from = found_[i];
            std::vector<Marking>& next = moves_[from];
            for (std::size_t n = 0; n < graph_.node_count(); ++n) {
                for (Marking& to : fire(from, node_at(n))) {
                    next.push_back(to);
                    if (!distance_.try_emplace(to, distance_[from] + 1).second) {
                        continue;
                    }
                    const bool doubled =
                        std::ranges::any_of(to, [](const auto& entry) { return entry.second > 1; });
                    if (doubled) {
                        result_.safe = false;
                        result_.unsafe_way = distance_[to];
                        return;
                    }
                    found_.push_back(to);
                }
            }
        }
    }

    std::vector<Marking> fire(const Marking& from, NodeIndex node) {
        std::vector<Marking> taken;
        const auto in = graph_.digraph().predecessors(node);
        const auto take = [](Marking marking, int flow) {
            if (--marking[flow] == 0) {
                marking.erase(flow);
            }
            return marking;
        };
        if (graph_.kind(node) == NodeKind::gateway) {
            Marking rest = from;
            for (const Arc& arc : in) {
                const int flow = static_cast<int>(position(arc.edge));
                if (!rest.contains(flow)) {
                    return {};
                }
                rest = take(rest, flow);
            }
            if (!in.empty()) {
                taken.push_back(rest);
            }
        } else if (node == StepGraph::start()) {
            if (from.contains(-1)) {
                taken.push_back(take(from, -1));
            }
        } else {
            for (const Arc& arc : in) {
                const int flow = static_cast<int>(position(arc.edge));
                if (from.contains(flow)) {
                    taken.push_back(take(from, flow));
                }
            }
        }
        if (!taken.empty()) {
            ran_.insert(node);
        }
        return put(taken, node);
    }

    std::vector<Marking> put(const std::vector<Marking>& taken, NodeIndex node) const {
        const auto out = graph_.digraph().successors(node);
        const bool labelled = std::ranges::any_of(
            out, [this](const Arc& arc) { return graph_.flow(arc.edge).outcome.has_value(); });
        const bool chooses = labelled && graph_.kind(node) != NodeKind::gateway;
        std::vector<Marking> result;
        for (const Marking& rest : taken) {
            if (!chooses) {
                Marking all = rest;
                for (const Arc& arc : out) {
                    ++all[static_cast<int>(position(arc.edge))];
                }
                result.push_back(all);
                continue;
            }
            for (const Arc& arc : out) {
                Marking one = rest;
                ++one[static_cast<int>(position(arc.edge))];
                result.push_back(one);
            }
        }
        return result;
    }

    const StepGraph& graph_;
    std::vector<Marking> found_;
    std::map<Marking, std::size_t> distance_;
    std::map<Marking, std::vector<Marking>> moves_;
    std::set<NodeIndex> ran_;
    Judgement result_;
};

/// A small flow that makes some sense: most nodes lead onwards, some back, some choose.
Sop random_sop() {
    const auto steps = *rc::gen::inRange<std::size_t>(1, 6);
    const auto gateways = *rc::gen::inRange<std::size_t>(0, 3);
    std::vector<std::string> nodes;
    for (std::size_t i = 1; i <= steps; ++i) {
        nodes.push_back(std::to_string(i));
    }
    for (std::size_t i = 1; i <= gateways; ++i) {
        nodes.push_back("g" + std::to_string(i));
    }
    std::set<std::string> flows{"start>1"};
    std::vector<std::string> targets = nodes;
    targets.insert(targets.end(), 2, "end");
    for (const std::string& from : nodes) {
        const auto count = *rc::gen::inRange(0, 4);
        const bool labelled = *rc::gen::arbitrary<bool>();
        for (int i = 0; i < count; ++i) {
            std::string flow = from + ">" + *rc::gen::elementOf(targets);
            flow += labelled && from.front() != 'g' ? ":" + std::to_string(i) : "";
            flows.insert(flow);
        }
    }
    std::string text;
    for (const std::string& flow : flows) {
        text += flow + " ";
    }
    return tiny_sop(steps, text);
}

void check_against(const Judgement& expected, const Soundness& found) {
    const bool sound = expected.safe && expected.finishes && expected.all_run;
    RC_ASSERT((found.verdict == SoundnessVerdict::sound) == sound);
    RC_ASSERT(found.verdict != SoundnessVerdict::not_decided);
    if (!expected.safe) {
        RC_ASSERT(found.problem == SoundnessProblem::unsafe);
        RC_ASSERT(found.witness.size() == expected.unsafe_way);
    } else if (!expected.finishes) {
        const bool deadlock = found.problem == SoundnessProblem::deadlock;
        RC_ASSERT(deadlock || found.problem == SoundnessProblem::livelock);
        RC_ASSERT(!deadlock || expected.stuck);
        RC_ASSERT(found.witness.size() == expected.doom_way);
        RC_ASSERT(deadlock == !found.stuck_marking.empty());
    } else if (!expected.all_run) {
        RC_ASSERT(found.problem == SoundnessProblem::dead_step);
        RC_ASSERT(!found.dead_steps.empty());
    }
}

} // namespace

TEST_CASE("soundness is what the definition says of every marking") {
    CHECK(rc::check("soundness", [] {
        const Sop sop = random_sop();
        const StepGraph graph(sop);
        const Judgement expected = Reference(graph).judge();
        const Soundness found = check_soundness(graph);
        RC_CLASSIFY(found.verdict == SoundnessVerdict::sound, "sound");
        RC_CLASSIFY(found.method == SoundnessMethod::markings, "parallel");
        check_against(expected, found);
    }));
}

TEST_CASE("the smaller net is safe and can finish exactly if the full one is and can") {
    CHECK(rc::check("reduction", [] {
        const Sop sop = random_sop();
        const StepGraph graph(sop);
        const Judgement expected = Reference(graph).judge();
        const ReducedNet reduced(graph);
        const PlainNet plain = reduced.plain();
        const MarkingSpace space(plain, {});
        RC_ASSERT((space.outcome() == MarkingSpace::Outcome::unsafe) == !expected.safe);
        if (expected.safe) {
            RC_ASSERT(space.nearest_doomed().has_value() == !expected.finishes);
            RC_ASSERT(space.nearest_stuck().has_value() == expected.stuck);
        }
        RC_CLASSIFY(reduced.transition_count() <= 2, "tiny");
    }));
}
