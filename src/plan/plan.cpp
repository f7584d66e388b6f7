// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/plan/plan.hpp"

#include "plan/decisions.hpp"
#include "plan/load.hpp"
#include "plan/outcomes.hpp"
#include "plan/run_times.hpp"
#include "plan/step_times.hpp"
#include "plan/token_game.hpp"
#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"
#include "tertib/graph/loops.hpp"
#include "tertib/graph/order.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tertib {

namespace {

std::string joined(const std::vector<std::string>& keys) {
    std::string list;
    for (const std::string& key : keys) {
        list += list.empty() ? "" : ", ";
        list += key;
    }
    return list;
}

void require_usable(const Calendar& calendar, Instant start) {
    const LocalDay day = local_day(start, calendar.zone());
    if (day < first_day || day > last_day) {
        throw Error(ErrorCode::argument,
                    "a plan can't start outside " + text(first_day) + " to " + text(last_day));
    }
    if (!calendar.table().add_days(first_day, 0)) {
        throw Error(ErrorCode::argument, "the calendar " + calendar.label() + " never works");
    }
}

/// Makes one plan: the runs first, then all that is told of them.
class Planner {
public:
    Planner(const Sop& sop, const Calendar& calendar, Instant start, const PlanOptions& options)
        : options_(options),
          sop_(sop),
          calendar_(calendar),
          graph_(sop),
          order_(find_order(graph_.digraph())),
          decisions_(graph_, order_, options.outcomes),
          times_(sop, calendar, options.items),
          game_(graph_, decisions_, times_, {.start = start, .max_visits = options.max_visits}) {
        plan_.start = start;
        plan_.calendar = calendar.label();
        plan_.calendar_version = calendar.version();
        plan_.calendar_digest = calendar.digest();
        plan_.zone = calendar.zone();
        plan_.rounds = options.rounds;
    }

    Plan make() {
        plan_.main = run(RunKind::main, main_policy(Pace::full, 0));
        plan_.best = run(RunKind::best, search(Extreme::earliest, Pace::shortest, 0));
        plan_.worst = run(RunKind::worst, search(Extreme::latest, Pace::full, options_.rounds));
        plan_.load = planned_load(plan_.main, times_, Pace::full);
        plan_.worst_load = planned_load(plan_.worst, times_, Pace::full);
        find_stated_finish();
        list_steps();
        tell();
        return std::move(plan_);
    }

private:
    [[nodiscard]] RunPolicy main_policy(Pace pace, std::uint32_t rounds) const {
        RunPolicy policy{.pace = pace, .rounds = rounds};
        for (const Decision& decision : decisions_.all()) {
            policy.way.push_back(static_cast<std::uint32_t>(decision.next_row));
        }
        return policy;
    }

    RunPolicy search(Extreme extreme, Pace pace, std::uint32_t rounds) {
        OutcomeSearch found = find_outcomes(
            game_, graph_, order_, decisions_, times_, plan_.start, main_policy(pace, rounds),
            extreme,
            {.max_runs = options_.max_runs, .max_tried_visits = options_.max_tried_visits});
        plan_.every_outcome = plan_.every_outcome && found.every_outcome;
        return std::move(found.policy);
    }

    PlannedRun run(RunKind kind, const RunPolicy& policy) {
        const PlayedRun played = game_.play(policy);
        return planned_run(game_, played, graph_, times_, kind, policy.pace, plan_.start);
    }

    /// A total that counts items or can't be reckoned with isn't compared; lint speaks of it.
    void find_stated_finish() {
        const std::optional<Waktu>& total = sop_.total();
        if (!total || total->form == WaktuForm::per_item) {
            return;
        }
        try {
            for (const Allowance& each : allowance(*total).alternatives) {
                const std::optional<Instant> end =
                    due(calendar_.table(), calendar_.zone(), plan_.start, each);
                plan_.stated_finish = std::max(plan_.stated_finish, end);
            }
        } catch (const Error&) {
            plan_.stated_finish.reset();
        }
    }

    [[nodiscard]] std::vector<bool> taken_steps() const {
        std::vector<bool> taken(sop_.steps().size(), false);
        for (const PlannedRun* each : runs()) {
            for (const PlannedVisit& visit : each->visits) {
                taken[visit.step] = true;
            }
        }
        return taken;
    }

    void list_steps() {
        const std::vector<bool> taken = taken_steps();
        for (std::size_t i = 0; i < taken.size(); ++i) {
            const std::string& key = sop_.steps()[i].key;
            if (times_.open(i)) {
                plan_.open_steps.push_back(key);
            }
            if (!taken[i]) {
                plan_.unreached.push_back(key);
            }
            if (taken[i] && sop_.steps()[i].optional) {
                optional_.push_back(key);
            }
        }
    }

    void tell() {
        plan_.findings = times_.findings();
        tell_steps("PLAN-OPEN", plan_.open_steps);
        tell_steps("PLAN-OPTIONAL", optional_);
        tell_steps("PLAN-NOT-TAKEN", plan_.unreached);
        if (!plan_.every_outcome) {
            plan_.findings.push_back(make_finding("PLAN-NOT-EVERY-OUTCOME", {},
                                                  {{"runs", std::to_string(options_.max_runs)}}));
        }
        if (std::ranges::any_of(runs(), &PlannedRun::stuck)) {
            plan_.findings.push_back(make_finding("PLAN-STUCK"));
        }
        tell_loops();
        const std::optional<Waktu>& total = sop_.total();
        if (total && plan_.stated_finish && plan_.main.finish > *plan_.stated_finish) {
            plan_.findings.push_back(
                make_finding("PLAN-TOTAL", {},
                             {{"total", squeeze(total->text)},
                              {"stated", text(*plan_.stated_finish, plan_.zone)},
                              {"planned", text(plan_.main.finish, plan_.zone)}},
                             total->text));
        }
        const LocalDay first = local_day(plan_.start, plan_.zone);
        const LocalDay last = local_day(latest_finish(), plan_.zone);
        for (Finding& finding : calendar_.findings(first, last)) {
            plan_.findings.push_back(std::move(finding));
        }
    }

    void tell_steps(std::string_view code, const std::vector<std::string>& keys) {
        if (!keys.empty()) {
            plan_.findings.push_back(make_finding(code, {}, {{"steps", joined(keys)}}));
        }
    }

    void tell_loops() {
        for (const Decision& each : decisions_.all()) {
            if (!each.returns.empty() && each.given.empty() && met(each.node)) {
                plan_.repeating.emplace_back(graph_.name(each.node));
            }
        }
        if (!plan_.repeating.empty()) {
            plan_.findings.push_back(make_finding(
                "PLAN-ROUNDS", {},
                {{"rounds", std::to_string(plan_.rounds)}, {"steps", joined(plan_.repeating)}}));
        }
        for (const Loop& loop : find_loops(graph_.digraph(), order_)) {
            std::vector<std::string> steps;
            steps.reserve(loop.entries.size());
            for (const NodeIndex node : loop.entries) {
                steps.emplace_back(graph_.name(node));
            }
            if (loop.entries.size() > 1) {
                tell_steps("PLAN-LOOP-ENTRIES", steps);
            }
        }
    }

    [[nodiscard]] bool met(NodeIndex node) const {
        return std::ranges::any_of(plan_.worst.outcomes, [&](const GivenOutcome& each) {
            return each.step == graph_.name(node);
        });
    }
    [[nodiscard]] std::array<const PlannedRun*, 3> runs() const {
        return {&plan_.best, &plan_.main, &plan_.worst};
    }
    [[nodiscard]] Instant latest_finish() const {
        return std::max({plan_.best.finish, plan_.main.finish, plan_.worst.finish});
    }

    const PlanOptions& options_;
    const Sop& sop_;
    const Calendar& calendar_;
    StepGraph graph_;
    Order order_;
    Decisions decisions_;
    StepTimes times_;
    TokenGame game_;
    std::vector<std::string> optional_;
    Plan plan_;
};

} // namespace

Plan make_plan(const Sop& sop, const Calendar& calendar, Instant start,
               const PlanOptions& options) {
    require_usable(calendar, start);
    return Planner(sop, calendar, start, options).make();
}

std::string_view name(RunKind kind) noexcept {
    switch (kind) {
    case RunKind::best: return "best";
    case RunKind::main: return "main";
    case RunKind::worst: return "worst";
    }
    return {};
}

} // namespace tertib
