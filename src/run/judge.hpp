// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "run/token_flow.hpp"
#include "tertib/run/decide.hpp"
#include "tertib/run/life_cycle.hpp"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// Judges one command: checks what holds for all of them, then what its action asks for, and
/// fills the one event that follows. Its members answer with the refusal, or nothing.
class Judge {
public:
    Judge(const CaseContext& context, const CaseState& state, const Command& command);
    // The event is filled where it lies in this judge's answer.
    Judge(const Judge&) = delete;
    Judge(Judge&&) = delete;
    Judge& operator=(const Judge&) = delete;
    Judge& operator=(Judge&&) = delete;
    ~Judge() = default;

    [[nodiscard]] Judgement decide();

private:
    using Refusal = std::optional<Finding>;

    [[nodiscard]] Refusal judge();
    [[nodiscard]] Refusal refuse(std::string_view code,
                                 std::initializer_list<Argument> arguments = {}) const;
    [[nodiscard]] Refusal check_case() const;
    [[nodiscard]] Refusal check_times() const;
    /// Whether it can have happened then: not in the midst of one of these.
    [[nodiscard]] Refusal check_running(const std::vector<ClockStop>& stops) const;
    [[nodiscard]] Refusal check_actor();
    /// Finds the one open task meant, and asks the life cycle.
    [[nodiscard]] Refusal find_task(const TaskName& name, TaskCommand command);
    [[nodiscard]] Refusal find_open(const TaskName& name);
    [[nodiscard]] Relation relation(const Task& task) const;
    [[nodiscard]] Refusal need_reason() const;
    [[nodiscard]] Refusal need_dasar() const;

    [[nodiscard]] Refusal act(const StartCase& action);
    [[nodiscard]] Refusal act(const AcceptCase& action);
    [[nodiscard]] Refusal act(const ClaimTask& action);
    [[nodiscard]] Refusal act(const ReleaseTask& action);
    [[nodiscard]] Refusal act(const CompleteTask& action);
    [[nodiscard]] Refusal act(const ReturnTask& action);
    [[nodiscard]] Refusal act(const WaitTask& action);
    [[nodiscard]] Refusal act(const ResumeTask& action);
    [[nodiscard]] Refusal act(const ReassignTask& action);
    [[nodiscard]] Refusal act(const SkipTask& action);
    [[nodiscard]] Refusal act(const Annotate& action);
    [[nodiscard]] Refusal act(const Attach& action);
    [[nodiscard]] Refusal act(const SuspendCase& action);
    [[nodiscard]] Refusal act(const CancelCase& action);
    [[nodiscard]] Refusal act(const ReopenCase& action);
    [[nodiscard]] Refusal act(const EraseBody& action);
    [[nodiscard]] Refusal act(const RecomputeCase& action);
    [[nodiscard]] Refusal act(const MigrateCase& action);

    [[nodiscard]] Refusal take_produk(const CompleteTask& action);
    [[nodiscard]] Refusal take_kelengkapan(const CompleteTask& action);
    [[nodiscard]] Refusal take_participation(const CompleteTask& action);
    [[nodiscard]] Refusal take_policy();
    /// A case begins, or goes on, only by a version that is in force on the day when that happened.
    [[nodiscard]] Refusal need_in_force(const Sop& version) const;
    [[nodiscard]] Refusal take_service(const std::string& waktu);
    /// The deadline of the whole case, if its clock stood still for this task until now.
    void add_service_due();
    [[nodiscard]] Refusal find_recipient(const ReassignTask& action);
    /// Where each post of the step has its own part, a part can't go to a post without one: nobody
    /// could complete it then.
    [[nodiscard]] Refusal check_part(const ReassignTask& action) const;
    /// Lets the task's token go on by the outcome, as drawn.
    [[nodiscard]] Refusal go_on(const std::string& outcome);
    /// Lets it go on to a step or the end that isn't drawn.
    [[nodiscard]] Refusal jump(const std::string& outcome, const std::string& target);
    /// Moves it to a step (or the end), where that fits.
    [[nodiscard]] Refusal move_to(const std::string& target, std::string_view refusal);
    [[nodiscard]] Refusal finish_leaving(const std::string& result);
    [[nodiscard]] Refusal about_task(const TaskName& name);

    [[nodiscard]] const Sop& sop() const { return context_.sop->sop(); }
    [[nodiscard]] const Step& step() const { return sop().steps()[task_->step]; }
    [[nodiscard]] Instant happened() const { return command_.at.value_or(command_.now); }

    const CaseContext& context_;
    const CaseState& state_;
    const Command& command_;
    const Task* task_ = nullptr; ///< the task meant
    TokenFlow flow_;
    /// The answer, and in it the one event that is being filled: it is large, and made in its place.
    Judgement judgement_{.events = std::vector<Event>(1), .refusal = {}};
    Event& event_ = judgement_.events.front();
};

} // namespace tertib
