// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/flow_orders.hpp"
#include "check/plan_data.hpp"
#include "tertib/check/check_row.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tertib {

/// One case laid out for its checks: rows in the order of their stamps (rows of one instant, and
/// those without a stamp, as the log has them), the steps that they stand for, and which of them are
/// completed steps. Used again for case after case, so that nothing is allocated.
class CaseScene {
public:
    void arrange(const CheckCase& given);
    /// Finds the steps by a version's activities and outcomes.
    void take_steps(const VersionPlan& version);

    [[nodiscard]] const CheckCase& given() const noexcept { return *given_; }
    [[nodiscard]] std::size_t size() const noexcept { return order_.size(); }
    [[nodiscard]] const CheckRow& row(std::size_t place) const {
        return given_->rows[order_[place]];
    }
    /// nullptr if the log says nothing of documents.
    [[nodiscard]] const DocumentCells* cells(std::size_t place) const {
        return given_->documents.empty() ? nullptr : &given_->documents[order_[place]];
    }
    /// no_step for an activity that is none.
    [[nodiscard]] std::uint32_t step(std::size_t place) const { return steps_[place]; }
    /// Whether the row is work that was begun and not completed.
    [[nodiscard]] static bool only_begun(const CheckRow& row) noexcept {
        return row.start.known() && !row.complete.known();
    }

    [[nodiscard]] std::span<const FlowRun> runs() const noexcept { return runs_; }
    /// The place of a run.
    [[nodiscard]] std::uint32_t place_of(std::uint32_t run) const { return places_[run]; }
    [[nodiscard]] OrderKnown known() const noexcept { return known_; }
    [[nodiscard]] bool any_only_begun() const noexcept { return any_only_begun_; }

    /// The first that is known of the case; its first instant is unknown if it is a completion.
    [[nodiscard]] const CheckStamp& began() const noexcept { return began_; }
    /// Stamp of the earliest event, whatever it is of.
    [[nodiscard]] const CheckStamp& earliest() const noexcept { return earliest_; }
    /// When the last step known was completed.
    [[nodiscard]] const CheckStamp& last_completion() const noexcept { return last_completion_; }
    [[nodiscard]] std::int64_t last_instant() const noexcept { return last_instant_; }

private:
    void sort();
    void look_at(const CheckRow& row);

    const CheckCase* given_ = nullptr;
    std::vector<std::uint32_t> order_;
    std::vector<std::int64_t> keys_; ///< by place in the log
    std::vector<std::uint32_t> steps_;
    std::vector<FlowRun> runs_;
    std::vector<std::uint32_t> places_;
    OrderKnown known_ = OrderKnown::exact;
    bool any_only_begun_ = false;
    CheckStamp began_;
    CheckStamp earliest_;
    CheckStamp last_completion_;
    std::int64_t last_instant_ = no_instant;
};

} // namespace tertib
