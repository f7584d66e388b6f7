// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/run/decide.hpp"
#include "tertib/run/timely.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tertib {

/// What becomes of an open task in another version of the Sop.
struct MigratedTask {
    TaskId from;
    std::optional<TaskId> to; ///< nothing: its token is taken away
    std::optional<Instant> old_due;
    std::optional<Instant> new_due;
    bool let_go = false;              ///< its holder's post doesn't do the new step
    std::vector<std::string> undone;  ///< posts whose completed part doesn't count any more
    std::string reassigned_no_longer; ///< the post to which it was reassigned and isn't now

    friend bool operator==(const MigratedTask&, const MigratedTask&) = default;
};

/// What becomes of a token that waits before a gateway: the flows as "2 → g1".
struct MigratedToken {
    std::string from;
    std::string to; ///< "": it is taken away, or goes on at once

    friend bool operator==(const MigratedToken&, const MigratedToken&) = default;
};

/// A produk that was delivered and that the new version's step doesn't make.
struct LostProduk {
    std::string step; ///< key in the old version
    std::string produk;

    friend bool operator==(const LostProduk&, const LostProduk&) = default;
};

/// Where everything of a case lands in another version of its Sop, and what is lost. The judgement
/// holds the event, or the refusal: MIGRATE-…, and those that any command can have.
struct MigrationPlan {
    std::vector<MigratedTask> tasks;
    std::vector<MigratedToken> tokens;
    std::vector<TaskId> opened;               ///< tasks to which a token goes on at once
    std::vector<std::string> forgotten_steps; ///< with a past, and without a successor
    std::vector<LostProduk> lost_produk;
    std::vector<KeptDue> kept; ///< deadlines that stay, as the new ones would be past
    Judgement judgement;
};

/// What a MigrateCase would do: the dry run, by the same validator as decide(), whose judgement it
/// holds. `context.next_sop` is the version to come to.
///
///     MigrationPlan plan = plan_migration(
///         {.sop = &old, .calendar = &calendar, .next_sop = &next}, state, command);
///
/// A step's successor is the one that the command names, else that of the same key and the same
/// uraian (folded). Open tasks, tokens and what is recorded of steps go there; the marking that
/// results must be one that the new version's flow can reach. A deadline is the new step's, counted
/// from when the work came; that of the whole case stays. Throws Error(argument) for a command that
/// is none to migrate, and as decide() does. Pure.
[[nodiscard]] MigrationPlan plan_migration(const CaseContext& context, const CaseState& state,
                                           const Command& command);

} // namespace tertib
