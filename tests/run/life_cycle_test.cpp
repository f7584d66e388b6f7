// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/life_cycle.hpp"

#include "catch.hpp"
#include "tertib/base/catalogue.hpp"
#include "tertib/base/text.hpp"

#include <array>
#include <string>

using namespace tertib;

namespace {

constexpr std::array open_states{TaskState::ready, TaskState::claimed, TaskState::ready_waiting,
                                 TaskState::claimed_waiting};
constexpr std::array ends{TaskState::completed, TaskState::returned, TaskState::skipped,
                          TaskState::withdrawn};
constexpr std::array commands{TaskCommand::claim,     TaskCommand::release, TaskCommand::complete,
                              TaskCommand::give_back, TaskCommand::wait,    TaskCommand::resume,
                              TaskCommand::reassign,  TaskCommand::skip};
constexpr std::array relations{Relation::holder, Relation::candidate, Relation::other};

/// What each of the 4 x 8 x 3 answers is: the next state, or the refusal without "TASK-". One line
/// a state, one word a command in the order above: holder/candidate/other.
constexpr std::array<std::string_view, 4> expected{
    "claimed/claimed/ACTOR-NOT-CANDIDATE NOT-CLAIMED/NOT-CLAIMED/NOT-CLAIMED "
    "completed/completed/ACTOR-NOT-CANDIDATE returned/returned/ACTOR-NOT-CANDIDATE "
    "ready_waiting/ready_waiting/ACTOR-NOT-CANDIDATE NOT-WAITING/NOT-WAITING/NOT-WAITING "
    "claimed/claimed/claimed skipped/skipped/skipped",
    "YOURS/HELD/ACTOR-NOT-CANDIDATE ready/HELD/ACTOR-NOT-CANDIDATE "
    "completed/HELD/ACTOR-NOT-CANDIDATE returned/HELD/ACTOR-NOT-CANDIDATE "
    "claimed_waiting/HELD/ACTOR-NOT-CANDIDATE NOT-WAITING/NOT-WAITING/NOT-WAITING "
    "claimed/claimed/claimed skipped/skipped/skipped",
    "WAITING/WAITING/ACTOR-NOT-CANDIDATE NOT-CLAIMED/NOT-CLAIMED/NOT-CLAIMED "
    "WAITING/WAITING/ACTOR-NOT-CANDIDATE WAITING/WAITING/ACTOR-NOT-CANDIDATE "
    "WAITING/WAITING/ACTOR-NOT-CANDIDATE ready/ready/ACTOR-NOT-CANDIDATE "
    "claimed_waiting/claimed_waiting/claimed_waiting skipped/skipped/skipped",
    "YOURS/HELD/ACTOR-NOT-CANDIDATE WAITING/HELD/ACTOR-NOT-CANDIDATE "
    "WAITING/HELD/ACTOR-NOT-CANDIDATE WAITING/HELD/ACTOR-NOT-CANDIDATE "
    "WAITING/HELD/ACTOR-NOT-CANDIDATE claimed/HELD/ACTOR-NOT-CANDIDATE "
    "claimed_waiting/claimed_waiting/claimed_waiting skipped/skipped/skipped"};

[[nodiscard]] std::string answer(const Move& move) {
    if (move.next) {
        return std::string(name(*move.next));
    }
    constexpr std::string_view prefix = "TASK-";
    const bool task = move.refusal.substr(0, prefix.size()) == prefix;
    return std::string(move.refusal.substr(task ? prefix.size() : 0));
}

} // namespace

TEST_CASE("the life cycle of a task is as the table says, for every state, command, relation") {
    for (std::size_t state = 0; state < open_states.size(); ++state) {
        const auto words_of_state = split(expected[state], ' ');
        REQUIRE(words_of_state.size() == commands.size());
        for (std::size_t command = 0; command < commands.size(); ++command) {
            const auto answers = split(words_of_state[command], '/');
            REQUIRE(answers.size() == relations.size());
            for (std::size_t relation = 0; relation < relations.size(); ++relation) {
                INFO(name(open_states[state])
                     << " " << name(commands[command]) << " " << name(relations[relation]));
                CHECK(answer(life_cycle(open_states[state], commands[command],
                                        relations[relation])) == answers[relation]);
            }
        }
    }
}

TEST_CASE("nothing can be asked of a task that has ended") {
    for (const TaskState state : ends) {
        CHECK_FALSE(is_open(state));
        for (const TaskCommand command : commands) {
            for (const Relation relation : relations) {
                CHECK(life_cycle(state, command, relation).refusal == "TASK-NOT-OPEN");
            }
        }
    }
}

TEST_CASE("every refusal of the life cycle is in the catalogue") {
    for (const TaskState state : open_states) {
        for (const TaskCommand command : commands) {
            for (const Relation relation : relations) {
                const Move move = life_cycle(state, command, relation);
                CHECK(move.next.has_value() == move.refusal.empty());
                CHECK((move.next || find_message(move.refusal) != nullptr));
            }
        }
    }
}
