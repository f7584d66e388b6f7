// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/run/migration.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tertib {

/// Moves a case to another version of its Sop: the one validator of the dry run and of the real one.
class Migrator {
public:
    /// Borrows all; `context.next_sop` is the version to come to.
    Migrator(const CaseContext& context, const CaseState& state, const Command& command);

    /// Fills what the event says of the migration, or answers why it can't be. Called once.
    [[nodiscard]] std::optional<Finding> run(const MigrateCase& action, Event& event);
    [[nodiscard]] MigrationPlan take_plan() { return std::move(plan_); }

private:
    using Refusal = std::optional<Finding>;

    [[nodiscard]] Refusal map_steps(const MigrateCase& action);
    [[nodiscard]] Refusal move_records(Event& event);
    [[nodiscard]] Refusal move_tasks(Event& event);
    [[nodiscard]] Refusal move_tokens();
    [[nodiscard]] Refusal land(Event& event);
    struct LandedToken {
        EdgeIndex edge{};
        Instant since{};
    };
    void settle(const std::vector<LandedToken>& parked, Event& event);
    void reckon(Event& event);
    void add_service_due(Event& event) const;
    void move_people(const Task& task, std::uint32_t step, MovedTask& moved, MigratedTask& told);

    /// The node in the new version that stands for one of the old; nothing if there is none.
    [[nodiscard]] std::optional<NodeIndex> successor(const std::string& old_node) const;
    /// The flows on which the token before a step may lie, those like its old flow first.
    [[nodiscard]] std::vector<EdgeIndex> flows_into(NodeIndex step, const Flow& old_flow) const;
    /// The flows on which a token may lie that waits on the old flow.
    [[nodiscard]] std::vector<EdgeIndex> flows_like(NodeIndex from, const Flow& old_flow) const;
    [[nodiscard]] std::string shown(std::uint32_t new_flow) const;
    [[nodiscard]] const Sop& old_sop() const { return context_.sop->sop(); }
    [[nodiscard]] const Sop& new_sop() const { return context_.next_sop->sop(); }

    const CaseContext& context_;
    CaseContext next_; ///< the same with the new version
    const CaseState& state_;
    const Command& command_;
    std::vector<std::optional<NodeIndex>> to_; ///< by old step: its successor, or the end
    std::vector<std::uint32_t> places_;        ///< by open task: its new step; none for the end's
    CaseState landed_; ///< the case in the new version, as far as it is made
    std::vector<std::vector<EdgeIndex>> flows_; ///< by token that lands: tasks, then parked ones
    std::vector<std::size_t> parked_;           ///< which of the state's parked tokens land
    MigrationPlan plan_;
};

} // namespace tertib
