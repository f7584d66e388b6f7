// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/model/open_findings.hpp"

#include "model/overlay_flow.hpp"
#include "tertib/base/text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace tertib {
namespace {

using Nodes = std::set<std::string_view>;

/// Findings that ask where the flow goes on from a step, or say what was assumed of it.
constexpr std::array<std::string_view, 6> about_way_on = {
    "READ-CONDITION-UNREAD", "READ-IMPLICIT-END",   "READ-JUMP-UNNAMED",
    "READ-OTHERWISE",        "READ-TARGET-UNKNOWN", "READ-TERMINATOR-INSIDE"};

std::string_view argument(const Finding& finding, std::string_view name) {
    const auto found = std::ranges::find(finding.arguments, name, &Argument::name);
    return found != finding.arguments.end() ? std::string_view(found->value) : std::string_view();
}

/// The facts of one Sop that findings ask for. Borrows it.
class Answers {
public:
    explicit Answers(const Sop& sop) : sop_(sop) {
        for (const Flow& flow : sop.flow()) {
            if (flow.outcome) {
                with_target_.emplace(flow.from, fold(*flow.outcome));
            }
            if (!leads_out(flow)) {
                continue;
            }
            if (flow.provenance == Provenance::user) {
                left_by_user_.insert(flow.from);
                entered_by_user_.insert(flow.to);
            } else {
                entered_otherwise_.insert(flow.to);
            }
        }
    }

    /// What of it is still open, or nothing.
    [[nodiscard]] std::optional<Finding> open(const Finding& finding) const {
        const std::string& step = finding.where.step;
        if (finding.code == "READ-NO-PELAKSANA") {
            return without_pelaksana(finding);
        }
        if (finding.code == "READ-OUTCOME-NO-TARGET" || finding.code == "READ-DECISION-NO-EXITS") {
            return without_target(finding);
        }
        bool answered = false;
        if (std::ranges::find(about_way_on, finding.code) != about_way_on.end()) {
            answered = left_by_user_.contains(step);
        } else if (finding.code == "READ-START-ASSUMED") {
            answered = left_by_user_.contains(start_node);
        } else if (finding.code == "READ-STEP-UNCONNECTED") {
            answered = left_by_user_.contains(step) || entered_by_user_.contains(step);
        } else if (finding.code == "READ-JOIN-UNCLEAR") {
            answered = entered_by_user_.contains(step) && !entered_otherwise_.contains(step);
        } else if (finding.code == "READ-JOIN-INFERRED") {
            const auto same = [&](const Gateway& gateway) {
                return gateway.key == argument(finding, "gateway");
            };
            answered = std::ranges::none_of(sop_.gateways(), same); // gone with its flows
        }
        return answered ? std::nullopt : std::optional(finding);
    }

private:
    [[nodiscard]] std::optional<Finding> without_pelaksana(const Finding& finding) const {
        std::string unknown;
        std::size_t count = 0;
        for (const Step& step : sop_.steps()) {
            if (step.marks.empty()) {
                unknown += (unknown.empty() ? "" : ", ") + step.key;
                ++count;
            }
        }
        if (count == 0) {
            return std::nullopt;
        }
        if (unknown == argument(finding, "steps")) {
            return finding;
        }
        const std::size_t cells = count * std::max<std::size_t>(sop_.pelaksana().size(), 1);
        return make_finding(finding.code, finding.where,
                            {{"steps", unknown}, {"cells", std::to_string(cells)}}, unknown);
    }

    /// Exits that a person named are known, but may still lack a target.
    [[nodiscard]] std::optional<Finding> without_target(const Finding& finding) const {
        const Step* step = sop_.step(finding.where.step);
        if (step == nullptr || step->outcomes.empty()) {
            return finding;
        }
        std::string open;
        for (const std::string& outcome : step->outcomes) {
            if (!with_target_.contains({step->key, fold(outcome)})) {
                open += (open.empty() ? "" : ", ") + outcome;
            }
        }
        if (open.empty()) {
            return std::nullopt;
        }
        if (open == argument(finding, "outcomes")) {
            return finding;
        }
        return make_finding("READ-OUTCOME-NO-TARGET", finding.where,
                            {{"outcomes", open}, {"step", step->key}}, open);
    }

    const Sop& sop_;
    std::set<std::pair<std::string_view, std::string>> with_target_; ///< node and folded outcome
    Nodes left_by_user_;
    Nodes entered_by_user_;
    Nodes entered_otherwise_;
};

} // namespace

std::vector<Finding> open_findings(std::span<const Finding> findings, const Sop& sop) {
    const Answers answers(sop);
    std::vector<Finding> open;
    for (const Finding& finding : findings) {
        if (std::optional<Finding> rest = answers.open(finding)) {
            open.push_back(std::move(*rest));
        }
    }
    return open;
}

} // namespace tertib
