// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "run/random_case.hpp"
#include "run/reference_case.hpp"
#include "scale.hpp"
#include "tertib/base/catalogue.hpp"
#include "tertib/run/apply.hpp"
#include "tertib/time/calendar_name.hpp"

#include <algorithm>
#include <chrono>
#include <functional>
#include <iostream>
#include <map>
#include <set>

using namespace tertib;
using namespace tertib::test;

namespace {

/// decide(), or something that is wrong on purpose.
using Decide = std::function<Judgement(const CaseContext&, const CaseState&, const Command&)>;

[[nodiscard]] CaseState with_merged_stops(CaseState state) {
    for (Task& task : state.tasks) {
        task.clock.stops = merged(task.clock.stops);
    }
    state.service.clock.stops = merged(state.service.clock.stops);
    return state;
}

/// One case told twice, by the library and by the book.
class Pair {
public:
    Pair(const Scene& scene, const ReferenceSop& book, const Decide& decide)
        : scene_(scene),
          decide_(decide),
          book_(book, *scene.calendar, scene.roster ? &*scene.roster : nullptr) {}

    /// What differs after the command, "" if nothing does.
    [[nodiscard]] std::string ask(const Command& command) {
        const std::string expected = book_.ask(command);
        Judgement answer = decide_(scene_.context(), state, command);
        refusal = answer.refusal;
        const std::string code = refusal ? refusal->code : "";
        if (code != expected) {
            return "answer: \"" + code + "\", by the book: \"" + expected + "\"";
        }
        for (const Event& event : answer.events) {
            state = apply(*scene_.sop, std::move(state), event);
        }
        const CaseState shown = with_merged_stops(state);
        const CaseState meant = book_.state();
        const Zone zone = scene_.calendar->zone();
        return shown == meant
                   ? ""
                   : "state: " + lines_of(shown, zone) + "\nby the book: " + lines_of(meant, zone);
    }

    CaseState state;
    std::optional<Finding> refusal; ///< of the last command

private:
    const Scene& scene_;
    const Decide& decide_;
    ReferenceCase book_;
};

/// What differs first when the commands are given, "" if nothing.
[[nodiscard]] std::string difference(const Scene& scene, const ReferenceSop& book,
                                     const Decide& decide, const std::vector<Command>& commands) {
    Pair pair(scene, book, decide);
    for (const Command& command : commands) {
        if (std::string found = pair.ask(command); !found.empty()) {
            return found;
        }
    }
    return "";
}

/// Leaves out commands as long as something still differs.
[[nodiscard]] std::vector<Command> shrunk(const Scene& scene, const ReferenceSop& book,
                                          const Decide& decide, std::vector<Command> commands) {
    for (std::size_t i = commands.size(); i > 0; --i) {
        std::vector<Command> fewer = commands;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i - 1));
        if (!difference(scene, book, decide, fewer).empty()) {
            commands = std::move(fewer);
            i = commands.size() + 1; // what stayed before may go now
        }
    }
    return commands;
}

[[nodiscard]] std::string told(const Scene& scene, const std::vector<Command>& commands,
                               const std::string& found) {
    std::string all = flows_of(scene.sop->sop()) + (scene.roster ? "\n  (roster)" : "");
    for (const Command& command : commands) {
        all += "\n" + line_of(command, scene.calendar->zone());
    }
    return all + "\n" + found;
}

struct Tally {
    std::size_t sequences = 0;
    std::size_t commands = 0;
    std::size_t done = 0;
    std::size_t ended = 0;
    std::map<std::string, std::size_t> refusals;
    std::map<std::string, Finding> examples; ///< one of each code
};

struct Failure {
    std::vector<Command> commands;
    std::string text; ///< the Sop, the commands and what differs
};

/// Draws one sequence and gives it to both.
[[nodiscard]] std::optional<Failure> run_one(Dice& dice, const Scene& scene,
                                             const ReferenceSop& book, const Decide& decide,
                                             Tally& tally) {
    Pair pair(scene, book, decide);
    std::vector<Command> commands;
    Instant now = first_moment();
    const std::size_t count = 5 + dice.below(16);
    ++tally.sequences;
    while (commands.size() < count) {
        commands.push_back(random_command(dice, scene, pair.state, now));
        const std::string found = pair.ask(commands.back());
        if (!found.empty()) {
            commands = shrunk(scene, book, decide, std::move(commands));
            return Failure{commands,
                           told(scene, commands, difference(scene, book, decide, commands))};
        }
        ++tally.commands;
        now = std::max(now, pair.state.recorded);
        if (pair.refusal) {
            ++tally.refusals[pair.refusal->code];
            tally.examples.try_emplace(pair.refusal->code, *pair.refusal);
        } else {
            ++tally.done;
        }
    }
    tally.ended += pair.state.status == CaseStatus::ended ? 1U : 0U;
    return std::nullopt;
}

constexpr std::size_t sequences_of_scene = 100;

/// Runs so many sequences, a new Sop after every hundred; stops at the first that fails.
[[nodiscard]] std::optional<Failure> run_many(std::size_t count, std::uint64_t seed,
                                              const Decide& decide, Tally& tally) {
    const Calendar calendar = *builtin_calendar("id5");
    for (std::size_t i = 0; i < count;) {
        Dice dice(seed + i);
        const Scene scene = random_scene(dice, calendar);
        const ReferenceSop book(scene.sop->sop());
        for (std::size_t k = 0; k < sequences_of_scene && i < count; ++k, ++i) {
            if (std::optional<Failure> failure = run_one(dice, scene, book, decide, tally)) {
                failure->text = "seed " + std::to_string(seed) + ", sequence " + std::to_string(i) +
                                ":\n" + failure->text;
                return failure;
            }
        }
    }
    return std::nullopt;
}

} // namespace

TEST_CASE("random cases go as the book says, command by command") {
    Tally tally;
    const std::uint64_t seed = run_seed();
    const auto begin = std::chrono::steady_clock::now();
    const std::optional<Failure> failure = run_many(scaled(100'000), seed, decide, tally);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    std::cout << "random cases: seed " << seed << ", " << tally.sequences << " sequences, "
              << tally.commands << " commands (" << tally.done << " done), " << tally.ended
              << " cases ended, " << took.count() << " s\n";
    if (failure) {
        FAIL(failure->text);
    }
    CHECK(tally.done * 3 > tally.commands);
    for (const auto& [code, example] : tally.examples) {
        for (const Language language : {Language::id, Language::en}) {
            CHECK(message(example, language).find('{') == std::string::npos);
        }
    }
    if (tally.sequences >= 10'000) {
        // The refusals of decide(); the others need markings past the budget.
        for (const std::string code : {"ACTOR-NEEDED",
                                       "ACTOR-NOT-CANDIDATE",
                                       "ACTOR-NOT-HOLDER",
                                       "ACTOR-POST-ENDED",
                                       "AT-AFTER-NOW",
                                       "AT-BEFORE-CASE",
                                       "AT-BEFORE-SUSPENSION",
                                       "AT-BEFORE-TASK",
                                       "AT-NEEDS-REASON",
                                       "AT-WHILE-STOPPED",
                                       "CASE-ACCEPTED",
                                       "CASE-CANCELLED",
                                       "CASE-ENDED",
                                       "CASE-EXISTS",
                                       "CASE-NAME",
                                       "CASE-NOT-ENDING",
                                       "CASE-RUNNING",
                                       "CASE-SUSPENDED",
                                       "CASE-UNKNOWN",
                                       "DASAR-NEEDED",
                                       "EVENT-UNKNOWN",
                                       "EVIDENCE-DIGEST",
                                       "EVIDENCE-NEEDED",
                                       "KELENGKAPAN-MISSING",
                                       "KELENGKAPAN-UNKNOWN",
                                       "NOTE-NEEDED",
                                       "NOW-BACKWARDS",
                                       "NOW-OUTSIDE",
                                       "OUTCOME-DRAWN",
                                       "OUTCOME-NEEDED",
                                       "OUTCOME-NOT-DRAWN",
                                       "OUTCOME-TOO-EARLY",
                                       "PELAKSANA-NOT-LISTED",
                                       "PRODUK-UNKNOWN",
                                       "REASON-NEEDED",
                                       "RECIPIENT-NOT-HOLDER",
                                       "RETURN-ELSEWHERE",
                                       "RETURN-NOT-EARLIER",
                                       "SKIP-NEEDS-DASAR",
                                       "STEP-UNKNOWN",
                                       "TARGET-ELSEWHERE",
                                       "TASK-DONE-BY-POST",
                                       "TASK-HELD",
                                       "TASK-NOT-CLAIMED",
                                       "TASK-NOT-OPEN",
                                       "TASK-NOT-WAITING",
                                       "TASK-SEVERAL",
                                       "TASK-WAITING",
                                       "TASK-YOURS",
                                       "WAKTU-UNREADABLE"}) {
            CAPTURE(code);
            CHECK(tally.refusals[code] > 0);
        }
    }
}

TEST_CASE("a rule that is broken is found by random cases, and told in few commands") {
    const Decide lenient = [](const CaseContext& context, const CaseState& state,
                              const Command& command) {
        Judgement answer = decide(context, state, command);
        if (answer.refusal && answer.refusal->code == "TASK-HELD") {
            Command by_holder = command;
            for (const Task& task : state.tasks) {
                by_holder.by.person = task.holder.empty() ? by_holder.by.person : task.holder;
            }
            return decide(context, state, by_holder);
        }
        return answer;
    };
    const Decide forgetful = [](const CaseContext& context, const CaseState& state,
                                const Command& command) {
        Judgement answer = decide(context, state, command);
        for (Event& event : answer.events) {
            event.released.clear();
        }
        return answer;
    };
    for (const Decide& broken : {lenient, forgetful}) {
        Tally tally;
        const std::optional<Failure> failure = run_many(5'000, 1, broken, tally);
        REQUIRE(failure);
        INFO(failure->text);
        CHECK(failure->commands.size() <= 8);
    }
}
