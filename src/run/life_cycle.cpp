// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/life_cycle.hpp"

#include <array>
#include <cstddef>

namespace tertib {

namespace {

using enum TaskState;

constexpr Move to(TaskState next) {
    return {.next = next, .refusal = {}};
}
constexpr Move no(std::string_view code) {
    return {.next = std::nullopt, .refusal = code};
}
constexpr Move not_candidate = no("ACTOR-NOT-CANDIDATE");
constexpr Move held = no("TASK-HELD");
constexpr Move own = no("TASK-YOURS");
constexpr Move unclaimed = no("TASK-NOT-CLAIMED");
constexpr Move stopped = no("TASK-WAITING");
constexpr Move running = no("TASK-NOT-WAITING");

using Row = std::array<Move, relation_count>;      // holder, candidate, other
using Table = std::array<Row, task_command_count>; // in the order of TaskCommand

// Whom a skip needs nothing more of than that he asks, the command decides: a step that is optional
// and that nobody else has, else a reason and a basis.
// Nobody has a ready task, so `holder` stands for a person who had it once: a candidate.
constexpr Table of_ready{{
    /* claim    */ {to(claimed), to(claimed), not_candidate},
    /* release  */ {unclaimed, unclaimed, unclaimed},
    /* complete */ {to(completed), to(completed), not_candidate},
    /* return   */ {to(returned), to(returned), not_candidate},
    /* wait     */ {to(ready_waiting), to(ready_waiting), not_candidate},
    /* resume   */ {running, running, running},
    /* reassign */ {to(claimed), to(claimed), to(claimed)},
    /* skip     */ {to(skipped), to(skipped), to(skipped)},
}};
constexpr Table of_claimed{{
    /* claim    */ {own, held, not_candidate},
    /* release  */ {to(ready), held, not_candidate},
    /* complete */ {to(completed), held, not_candidate},
    /* return   */ {to(returned), held, not_candidate},
    /* wait     */ {to(claimed_waiting), held, not_candidate},
    /* resume   */ {running, running, running},
    /* reassign */ {to(claimed), to(claimed), to(claimed)},
    /* skip     */ {to(skipped), to(skipped), to(skipped)},
}};
constexpr Table of_ready_waiting{{
    /* claim    */ {stopped, stopped, not_candidate},
    /* release  */ {unclaimed, unclaimed, unclaimed},
    /* complete */ {stopped, stopped, not_candidate},
    /* return   */ {stopped, stopped, not_candidate},
    /* wait     */ {stopped, stopped, not_candidate},
    /* resume   */ {to(ready), to(ready), not_candidate},
    /* reassign */ {to(claimed_waiting), to(claimed_waiting), to(claimed_waiting)},
    /* skip     */ {to(skipped), to(skipped), to(skipped)},
}};
constexpr Table of_claimed_waiting{{
    /* claim    */ {own, held, not_candidate},
    /* release  */ {stopped, held, not_candidate},
    /* complete */ {stopped, held, not_candidate},
    /* return   */ {stopped, held, not_candidate},
    /* wait     */ {stopped, held, not_candidate},
    /* resume   */ {to(claimed), held, not_candidate},
    /* reassign */ {to(claimed_waiting), to(claimed_waiting), to(claimed_waiting)},
    /* skip     */ {to(skipped), to(skipped), to(skipped)},
}};

} // namespace

Move life_cycle(TaskState state, TaskCommand command, Relation relation) noexcept {
    const auto look = [&](const Table& table) {
        return table[static_cast<std::size_t>(command)][static_cast<std::size_t>(relation)];
    };
    switch (state) {
    case ready: return look(of_ready);
    case claimed: return look(of_claimed);
    case ready_waiting: return look(of_ready_waiting);
    case claimed_waiting: return look(of_claimed_waiting);
    case completed:
    case returned:
    case skipped:
    case withdrawn: break;
    }
    return no("TASK-NOT-OPEN");
}

std::string_view name(TaskCommand command) noexcept {
    switch (command) {
    case TaskCommand::claim: return "claim";
    case TaskCommand::release: return "release";
    case TaskCommand::complete: return "complete";
    case TaskCommand::give_back: return "return";
    case TaskCommand::wait: return "wait";
    case TaskCommand::resume: return "resume";
    case TaskCommand::reassign: return "reassign";
    case TaskCommand::skip: return "skip";
    }
    return "";
}

std::string_view name(Relation relation) noexcept {
    switch (relation) {
    case Relation::holder: return "holder";
    case Relation::candidate: return "candidate";
    case Relation::other: return "other";
    }
    return "";
}

} // namespace tertib
