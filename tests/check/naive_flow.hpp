// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/check/check_code.hpp"
#include "tertib/check/check_row.hpp"
#include "tertib/graph/step_graph.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <numeric>
#include <set>
#include <vector>

/// The flow's checks read literally and slowly: every order of the rows that their stamps allow,
/// every firing. For small SOPs without optional steps, and rows whose activity is the step's number
/// from 1.
class NaiveFlow {
public:
    /// Tokens by flow; none: the case has ended.
    using Tokens = std::map<int, int>;
    using Ways = std::set<Tokens>;

    struct Answer {
        tertib::CheckVerdict order = tertib::CheckVerdict::satisfied; ///< and REPEAT
        tertib::CheckVerdict missing = tertib::CheckVerdict::not_applicable;
    };

    explicit NaiveFlow(const tertib::Sop& sop) : graph_(sop), steps_(sop.steps().size()) {
        find_runs();
    }

    [[nodiscard]] std::uint32_t steps() const { return static_cast<std::uint32_t>(steps_); }

    [[nodiscard]] std::vector<Tokens> start() const {
        return put({{}}, tertib::StepGraph::start());
    }

    [[nodiscard]] std::vector<Tokens> fire(const Tokens& from, std::uint32_t step) const {
        const tertib::NodeIndex node = tertib::StepGraph::step_node(step);
        std::vector<Tokens> taken;
        for (const tertib::Arc& arc : graph_.digraph().predecessors(node)) {
            if (from.contains(number(arc))) {
                taken.push_back(without(from, number(arc)));
            }
        }
        return put(taken, node);
    }

    [[nodiscard]] Answer judge(const std::vector<tertib::CheckRow>& rows) const {
        const std::set<std::uint32_t> missing = needed(rows);
        const Tries plain = try_all(rows, {});
        Answer answer;
        Tries tries = plain;
        if (!plain.some) {
            tries = try_all(rows, missing);
        }
        const bool passed = !plain.some && tries.some;
        if (!tries.some || (passed && tries.ends != Ends::ended)) {
            answer.order = tertib::CheckVerdict::violated;
        } else if (!tries.all && !only_ties(rows)) {
            answer.order = tertib::CheckVerdict::undecidable;
        }
        answer.missing =
            tries.some ? missing_verdict(tries.ends, passed) : tertib::CheckVerdict::not_applicable;
        told_missing_ = tries.some;
        return answer;
    }

    /// Whether the last answer says anything of STEP-MISSING: where no order fits, what became of
    /// the case is the explanation's to say.
    [[nodiscard]] bool told_missing() const { return told_missing_; }

private:
    enum class Ends : std::uint8_t { open, unknown, ended };
    struct Tries {
        bool some = false;
        bool all = true;
        Ends ends = Ends::open;
    };

    static int number(const tertib::Arc& arc) {
        return static_cast<int>(tertib::position(arc.edge));
    }
    static Tokens without(Tokens tokens, int flow) {
        if (--tokens[flow] == 0) {
            tokens.erase(flow);
        }
        return tokens;
    }

    /// What happens behind a node: exits, then gateways and the end at once.
    [[nodiscard]] std::vector<Tokens> put(const std::vector<Tokens>& taken,
                                          tertib::NodeIndex node) const {
        std::vector<Tokens> all;
        for (const Tokens& tokens : taken) {
            if (graph_.exit(node) == tertib::Exit::choice) {
                for (const tertib::Arc& arc : graph_.digraph().successors(node)) {
                    Tokens next = tokens;
                    ++next[number(arc)];
                    all.push_back(settled(next));
                }
            } else {
                Tokens next = tokens;
                for (const tertib::Arc& arc : graph_.digraph().successors(node)) {
                    ++next[number(arc)];
                }
                all.push_back(settled(next));
            }
        }
        return all;
    }

    [[nodiscard]] Tokens settled(Tokens tokens) const {
        for (bool moved = true; moved;) {
            moved = false;
            for (std::size_t n = 0; n < graph_.node_count(); ++n) {
                const tertib::NodeIndex node = tertib::node_at(n);
                const auto in = graph_.digraph().predecessors(node);
                const bool gateway = graph_.kind(node) == tertib::NodeKind::gateway;
                if (gateway && !in.empty() && std::ranges::all_of(in, [&](const auto& arc) {
                        return tokens.contains(number(arc));
                    })) {
                    for (const tertib::Arc& arc : in) {
                        tokens = without(tokens, number(arc));
                    }
                    for (const tertib::Arc& arc : graph_.digraph().successors(node)) {
                        ++tokens[number(arc)];
                    }
                    moved = true;
                }
            }
        }
        for (const tertib::Arc& arc : graph_.digraph().predecessors(tertib::StepGraph::end())) {
            tokens.erase(number(arc));
        }
        return tokens;
    }

    /// Sets of steps of runs to the end, each loop gone round a few times.
    void find_runs() {
        std::vector<std::pair<Tokens, std::vector<std::uint32_t>>> open;
        for (const Tokens& tokens : start()) {
            open.push_back({tokens, {}});
        }
        while (!open.empty()) {
            auto [tokens, ran] = open.back();
            open.pop_back();
            if (tokens.empty()) {
                runs_.insert(std::set<std::uint32_t>(ran.begin(), ran.end()));
                continue;
            }
            if (ran.size() >= steps_ + 4) {
                continue;
            }
            for (std::uint32_t step = 0; step < steps_; ++step) {
                for (const Tokens& next : fire(tokens, step)) {
                    open.push_back({next, ran});
                    open.back().second.push_back(step);
                }
            }
        }
    }

    /// What never ran, and is in every run to the end that has one of the steps that did.
    [[nodiscard]] std::set<std::uint32_t> needed(const std::vector<tertib::CheckRow>& rows) const {
        std::set<std::uint32_t> did;
        for (const tertib::CheckRow& row : rows) {
            did.insert(row.activity - 1);
        }
        std::set<std::uint32_t> all;
        for (std::uint32_t step = 0; step < steps_; ++step) {
            const auto in_all_with = [&](std::uint32_t other) {
                return std::ranges::all_of(runs_, [&](const std::set<std::uint32_t>& run) {
                    return !run.contains(other) || run.contains(step);
                });
            };
            const bool always = std::ranges::all_of(
                runs_, [&](const std::set<std::uint32_t>& run) { return run.contains(step); });
            if (!did.contains(step) && (always || std::ranges::any_of(did, in_all_with))) {
                all.insert(step);
            }
        }
        return all;
    }

    [[nodiscard]] Ways passing(Ways ways, const std::set<std::uint32_t>& skipped) const {
        std::vector<Tokens> open(ways.begin(), ways.end());
        while (!open.empty()) {
            const Tokens tokens = open.back();
            open.pop_back();
            for (const std::uint32_t step : skipped) {
                for (const Tokens& next : fire(tokens, step)) {
                    if (ways.insert(next).second) {
                        open.push_back(next);
                    }
                }
            }
        }
        return ways;
    }

    [[nodiscard]] Tries try_all(const std::vector<tertib::CheckRow>& rows,
                                const std::set<std::uint32_t>& skipped) const {
        std::vector<std::size_t> order(rows.size());
        std::iota(order.begin(), order.end(), 0U);
        Tries tries;
        bool first = true;
        do {
            if (!allowed(rows, order)) {
                continue;
            }
            Ways ways;
            for (const Tokens& tokens : start()) {
                ways.insert(tokens);
            }
            for (const std::size_t place : order) {
                Ways next;
                for (const Tokens& tokens : passing(ways, skipped)) {
                    for (const Tokens& to : fire(tokens, rows[place].activity - 1)) {
                        next.insert(to);
                    }
                }
                ways = next;
            }
            tries.all = tries.all && !ways.empty();
            if (ways.empty()) {
                continue;
            }
            const Ends ends = ends_of(ways);
            tries.ends = first || tries.ends == ends ? ends : Ends::unknown;
            first = false;
            tries.some = true;
        } while (std::ranges::next_permutation(order).found);
        return tries;
    }

    static Ends ends_of(const Ways& ways) {
        const bool may = ways.contains(Tokens{});
        return !may ? Ends::open : ways.size() == 1 ? Ends::ended : Ends::unknown;
    }

    static bool allowed(const std::vector<tertib::CheckRow>& rows,
                        const std::vector<std::size_t>& order) {
        for (std::size_t a = 0; a < order.size(); ++a) {
            for (std::size_t b = a + 1; b < order.size(); ++b) {
                if (rows[order[b]].complete.last < rows[order[a]].complete.first) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Whether only equal instants leave the order open.
    static bool only_ties(const std::vector<tertib::CheckRow>& rows) {
        return std::ranges::all_of(
            rows, [](const tertib::CheckRow& row) { return row.complete.exact(); });
    }

    static tertib::CheckVerdict missing_verdict(Ends ends, bool passed) {
        if (ends == Ends::open) {
            return tertib::CheckVerdict::not_applicable;
        }
        if (!passed) {
            return tertib::CheckVerdict::satisfied;
        }
        return ends == Ends::ended ? tertib::CheckVerdict::violated
                                   : tertib::CheckVerdict::undecidable;
    }

    tertib::StepGraph graph_;
    std::size_t steps_;
    std::set<std::set<std::uint32_t>> runs_;
    mutable bool told_missing_ = false;
};
