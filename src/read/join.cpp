// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/join.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace tertib {
namespace {

/// The branches of a split that can have led to a flow, by their numbers.
using Branches = std::set<std::size_t>;

class JoinFinder {
public:
    JoinFinder(std::span<const Step> steps, std::vector<Flow> flow) : steps_(steps) {
        out_.flow = std::move(flow);
        for (std::size_t i = 0; i < steps.size(); ++i) {
            order_.emplace(steps[i].key, i + 1);
        }
        order_.emplace(std::string(start_node), 0);
    }

    Joins find() {
        for (std::size_t i = 0; i < steps_.size(); ++i) {
            const std::vector<std::size_t> branches = split_at(i);
            if (branches.size() > 1) {
                close(branches);
            }
        }
        return std::move(out_);
    }

private:
    [[nodiscard]] bool forward(const Flow& flow) const {
        const auto from = order_.find(flow.from);
        const auto to = order_.find(flow.to);
        return flow.kind == FlowKind::sequence && from != order_.end() && to != order_.end() &&
               from->second < to->second;
    }

    /// The unlabelled flows out of an activity, if they split.
    [[nodiscard]] std::vector<std::size_t> split_at(std::size_t step) const {
        std::vector<std::size_t> branches;
        for (std::size_t f = 0; f < out_.flow.size(); ++f) {
            const Flow& flow = out_.flow[f];
            if (flow.from != steps_[step].key || flow.kind != FlowKind::sequence ||
                flow.to == flow.from) {
                continue;
            }
            if (flow.outcome || steps_[step].kind == StepKind::decision) {
                return {};
            }
            branches.push_back(f);
        }
        return branches;
    }

    /// For every forward flow, the branches of this split that can have led to it. Steps are taken
    /// in document order, so each is seen after all that lead forward to it.
    [[nodiscard]] std::map<std::size_t, Branches>
    spread(const std::vector<std::size_t>& branches) const {
        std::map<std::size_t, Branches> of_flow;
        for (std::size_t b = 0; b < branches.size(); ++b) {
            of_flow[branches[b]].insert(b);
        }
        const std::string& split = out_.flow[branches.front()].from;
        for (const Step& step : steps_) {
            if (step.key == split) {
                continue;
            }
            Branches here;
            for (const auto& [f, set] : of_flow) {
                if (out_.flow[f].to == step.key && forward(out_.flow[f])) {
                    here.insert(set.begin(), set.end());
                }
            }
            for (std::size_t f = 0; f < out_.flow.size() && !here.empty(); ++f) {
                if (out_.flow[f].from == step.key && forward(out_.flow[f])) {
                    of_flow[f] = here;
                }
            }
        }
        return of_flow;
    }

    void close(const std::vector<std::size_t>& branches) {
        const std::map<std::size_t, Branches> of_flow = spread(branches);
        std::vector<std::pair<std::string, std::vector<std::size_t>>> joins;
        for (const Step& step : steps_) {
            std::vector<std::size_t> arriving;
            for (const auto& [f, set] : of_flow) {
                if (out_.flow[f].to == step.key && forward(out_.flow[f])) {
                    arriving.push_back(f);
                }
            }
            if (arriving.size() > 1) {
                judge(step, arriving, of_flow, joins);
            }
        }
        for (const auto& [key, arriving] : joins) {
            put_gateway(key, arriving);
        }
    }

    /// Disjoint branches meet: a join. The same branches by two ways: an ordinary merge. Anything
    /// between can't be one gateway.
    void judge(const Step& step, const std::vector<std::size_t>& arriving,
               const std::map<std::size_t, Branches>& of_flow,
               std::vector<std::pair<std::string, std::vector<std::size_t>>>& joins) {
        Branches all;
        std::size_t sum = 0;
        bool equal = true;
        for (const std::size_t f : arriving) {
            const Branches& set = of_flow.at(f);
            all.insert(set.begin(), set.end());
            sum += set.size();
            equal = equal && set == of_flow.at(arriving.front());
        }
        if (equal) {
            return;
        }
        if (sum == all.size()) {
            joins.emplace_back(step.key, arriving);
        } else {
            out_.findings.push_back(make_finding("READ-JOIN-UNCLEAR",
                                                 {.row = 0, .column = 0, .step = step.key},
                                                 {{"step", step.key}}));
        }
    }

    void put_gateway(const std::string& key, const std::vector<std::size_t>& arriving) {
        const std::string gateway = "g" + std::to_string(out_.gateways.size() + 1);
        std::string from;
        for (const std::size_t f : arriving) {
            from += from.empty() ? out_.flow[f].from : ", " + out_.flow[f].from;
            out_.flow[f].to = gateway;
        }
        out_.gateways.push_back({.key = gateway});
        out_.flow.push_back(Flow{.from = gateway, .to = key, .provenance = Provenance::inferred});
        order_.emplace(gateway, order_.at(key));
        out_.findings.push_back(
            make_finding("READ-JOIN-INFERRED", {.row = 0, .column = 0, .step = key},
                         {{"step", key}, {"from", from}, {"gateway", gateway}}));
    }

    std::span<const Step> steps_;
    std::map<std::string, std::size_t, std::less<>> order_;
    Joins out_;
};

} // namespace

Joins infer_joins(std::span<const Step> steps, std::vector<Flow> flow) {
    return JoinFinder(steps, std::move(flow)).find();
}

} // namespace tertib
