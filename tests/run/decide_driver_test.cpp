// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "run/random_case.hpp"
#include "scale.hpp"
#include "tertib/base/text.hpp"
#include "tertib/run/apply.hpp"
#include "tertib/time/calendar_name.hpp"

#include <algorithm>
#include <iostream>
#include <map>
#include <stdexcept>

using namespace tertib;
using namespace tertib::test;

namespace {

/// Flows to the end from each node, the fewest.
[[nodiscard]] std::map<std::string, std::size_t> distances(const Sop& sop) {
    std::map<std::string, std::size_t> all{{std::string(end_node), 0}};
    for (const Step& step : sop.steps()) {
        const bool last = std::ranges::none_of(
            sop.flow(), [&](const Flow& flow) { return flow.from == step.key; });
        if (last) {
            all[step.key] = 0;
        }
    }
    for (bool changed = true; changed;) {
        changed = false;
        for (const Flow& flow : sop.flow()) {
            const auto to = all.find(flow.to);
            const auto from = all.find(flow.from);
            if (to != all.end() && (from == all.end() || from->second > to->second + 1)) {
                all[flow.from] = to->second + 1;
                changed = true;
            }
        }
    }
    return all;
}

/// Drives a case by commands that decide() must allow.
class Driver {
public:
    Driver(Dice& dice, const Scene& scene)
        : dice_(dice),
          scene_(scene),
          distances_(distances(scene.sop->sop())) {}

    /// Whatever is allowed, in any order.
    void wander(std::size_t commands) {
        for (std::size_t i = 0; i < commands; ++i) {
            const Command command = random_command(dice_, scene_, state, now_);
            take(decide(scene_.context(), state, command).events);
        }
    }

    /// To the end, by the shortest way; how many commands that took.
    std::size_t finish(std::size_t bound) {
        std::size_t count = 0;
        while (state.status != CaseStatus::ended) {
            if (count++ == bound) {
                throw std::runtime_error("no end in sight: " + lines_of(state, wib()));
            }
            now_ += std::chrono::minutes(1);
            const Command command = next();
            const Judgement answer = decide(scene_.context(), state, command);
            if (answer.refused()) {
                throw std::runtime_error(answer.refusal->code + ": " + line_of(command, wib()) +
                                         "\n" + lines_of(state, wib()));
            }
            take(answer.events);
        }
        return count;
    }

    CaseState state;

private:
    [[nodiscard]] std::string nearest_outcome(const std::string& node) const {
        const Flow* best = nullptr;
        for (const Flow& flow : scene_.sop->sop().flow()) {
            const bool nearer =
                flow.from == node &&
                (best == nullptr || distances_.at(flow.to) < distances_.at(best->to));
            best = nearer ? &flow : best;
        }
        return best == nullptr ? "" : best->outcome.value_or("");
    }

    [[nodiscard]] Command next() {
        Command command{.case_id = "K-1",
                        .by = {"Budi", "Sekretaris"},
                        .now = now_,
                        .at = std::nullopt,
                        .reason = "agar selesai",
                        .dasar = "Nota Dinas 1",
                        .action = {}};
        if (state.status == CaseStatus::none) {
            command.action = StartCase{.waktu = {}, .outcome = nearest_outcome("start")};
            return command;
        }
        if (state.status != CaseStatus::running) {
            command.action = ReopenCase{};
            return command;
        }
        const Task& task = state.tasks.at(dice_.below(state.tasks.size()));
        const Step& step = scene_.sop->sop().steps()[task.step];
        const std::string name = text(TaskId{step.key, task.number});
        // Who had it may be away or have lost the post by now: it goes to the step's own posts.
        if (!task.pelaksana.empty() || task.state == TaskState::claimed ||
            task.state == TaskState::claimed_waiting) {
            command.action = ReassignTask{.task = name, .person = {}, .pelaksana = {}};
            return command;
        }
        command.by = actor_for(scene_, task, now_);
        if (is_waiting(task.state)) {
            command.action = ResumeTask{.task = name};
            return command;
        }
        CompleteTask complete{.task = name, .produk = step.produk};
        complete.excuse = "tanpa itu pun lengkap";
        if (step.participation == Participation::any ||
            step.marks.size() <= task.done_by.size() + 1) {
            complete.outcome = nearest_outcome(step.key);
        }
        command.action = complete;
        return command;
    }

    void take(const std::vector<Event>& events) {
        for (const Event& event : events) {
            state = apply(*scene_.sop, std::move(state), event);
        }
        now_ = std::max(now_, state.recorded);
    }

    Dice& dice_;
    const Scene& scene_;
    std::map<std::string, std::size_t> distances_;
    Instant now_ = first_moment();
};

} // namespace

TEST_CASE("a case of a sound Sop is never stuck: from wherever it was led, it can be ended") {
    const Calendar calendar = *builtin_calendar("id5");
    const std::uint64_t seed = run_seed();
    const std::size_t count = scaled(20'000);
    std::size_t longest = 0;
    for (std::size_t i = 0; i < count; ++i) {
        Dice dice(seed + i);
        const Scene scene = random_scene(dice, calendar);
        CAPTURE(seed, i, flows_of(scene.sop->sop()));
        Driver driver(dice, scene);
        driver.wander(dice.below(40));
        // Each open task is given back, resumed and completed by at most three posts; then each
        // step on the way is completed by at most three.
        const std::size_t steps = scene.sop->sop().steps().size();
        std::size_t took = 0;
        REQUIRE_NOTHROW(took = driver.finish(3 + 5 * steps + 3 * steps * steps));
        longest = std::max(longest, took);
        REQUIRE(driver.state.tasks.empty());
        REQUIRE(driver.state.parked.empty());
    }
    std::cout << "driver: seed " << seed << ", " << count << " cases ended, at most " << longest
              << " commands\n";
}
