// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "run/reference_sop.hpp"
#include "tertib/model/roster.hpp"
#include "tertib/run/case_state.hpp"
#include "tertib/run/command.hpp"
#include "tertib/run/event.hpp"
#include "tertib/run/overrun_policy.hpp"
#include "tertib/time/calendar.hpp"
#include "tertib/time/due.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

// A second, slow and simple telling of how a case runs, written from docs and header comments and
// not from src/run: what decide() and apply() answer is compared with it. It shares with them the
// model, the folding of texts and the arithmetic of deadlines, which have oracles of their own.
namespace tertib::test {

/// What the clock does at a moment.
struct ClockDeed {
    Instant moment{};
    TaskId task;            ///< step "" for the whole case
    std::uint32_t rule = 0; ///< of the policy, from 1; 0: the deadline itself
    EventKind kind = EventKind::overdue;
    std::string post;
    std::string person;

    friend auto operator<=>(const ClockDeed&, const ClockDeed&) = default;
};

/// One case by the book.
///
///     ReferenceCase book(sop, calendar, nullptr);
///     book.ask(command);       // "" and it is done, or the code of the refusal
///     book.state();            // what the library's should be then
class ReferenceCase {
public:
    /// All are borrowed and must outlive it.
    ReferenceCase(const ReferenceSop& sop, const Calendar& calendar, const Roster* roster)
        : sop_(&sop),
          calendar_(&calendar),
          roster_(roster) {}

    [[nodiscard]] std::string ask(const Command& command);
    /// The reasons for which the last command may be refused, where it has several.
    [[nodiscard]] const std::set<std::string>& reasons() const { return reasons_; }
    /// With what the case begins, and what it may come to. Borrowed likewise.
    void watch(const OverrunPolicy* policy) { policy_ = policy; }
    void offer(const Calendar& calendar, const ReferenceSop& sop) {
        next_calendar_ = &calendar;
        next_sop_ = &sop;
    }
    /// Does what the clock has to do by then; that, in order.
    [[nodiscard]] std::vector<ClockDeed> tick(Instant now);
    /// What the clock will do first.
    [[nodiscard]] std::optional<ClockDeed> next_deed() const;
    /// As CaseState tells it, with the stops of clocks merged.
    [[nodiscard]] CaseState state() const;

private:
    /// A deadline that stays although it would be reckoned otherwise.
    struct KeptDeadline {
        std::optional<Instant> due;
    };
    struct Timer {
        Instant since{};
        std::vector<ClockStop> stops;
        std::optional<Instant> promised;
        bool missed = false; ///< and recorded
        std::optional<KeptDeadline> kept;
    };
    struct OpenTask {
        std::size_t step = 0;
        std::size_t number = 0;
        std::size_t flow = 0;
        bool claimed = false;
        std::string holder;
        std::string holder_as;
        std::string post; ///< reassigned to it
        std::optional<Instant> waiting_since;
        bool stops_service = false;
        std::vector<std::string> done_by;
        std::size_t holder_event = 0;
        Timer timer;
        std::set<std::uint32_t> followed;   ///< rules of the policy
        std::vector<std::string> escalated; ///< posts that may do it as well
    };
    struct Counts {
        std::size_t arrivals = 0, completions = 0, skips = 0;
    };

    [[nodiscard]] std::string judge_case(const Command& command) const;
    [[nodiscard]] std::string judge_times(const Command& command) const;
    [[nodiscard]] std::string judge_actor(const Command& command) const;
    /// The case's own stops, for a clock that began then.
    [[nodiscard]] std::vector<ClockStop> stopped_after(Instant since) const;
    /// Sets `meant_`.
    [[nodiscard]] std::string find(const std::string& name);
    enum class Verb : std::uint8_t { claim, release, finish, wait, resume, reassign, skip };
    [[nodiscard]] std::string judge_task(const Command& command, const std::string& name,
                                         Verb verb);
    [[nodiscard]] bool may(const OpenTask& task, const Actor& by) const;

    [[nodiscard]] std::string act(const StartCase& action, const Command& command);
    [[nodiscard]] std::string act(const AcceptCase& action, const Command& command);
    [[nodiscard]] std::string act(const ClaimTask& action, const Command& command);
    [[nodiscard]] std::string act(const ReleaseTask& action, const Command& command);
    [[nodiscard]] std::string act(const CompleteTask& action, const Command& command);
    [[nodiscard]] std::string act(const ReturnTask& action, const Command& command);
    [[nodiscard]] std::string act(const WaitTask& action, const Command& command);
    [[nodiscard]] std::string act(const ResumeTask& action, const Command& command);
    [[nodiscard]] std::string act(const ReassignTask& action, const Command& command);
    [[nodiscard]] std::string act(const SkipTask& action, const Command& command);
    [[nodiscard]] std::string act(const Annotate& action, const Command& command);
    [[nodiscard]] std::string act(const Attach& action, const Command& command);
    [[nodiscard]] std::string act(const SuspendCase& action, const Command& command);
    [[nodiscard]] std::string act(const CancelCase& action, const Command& command);
    [[nodiscard]] std::string act(const ReopenCase& action, const Command& command);
    [[nodiscard]] std::string act(const EraseBody& action, const Command& command);
    [[nodiscard]] std::string act(const RecomputeCase& action, const Command& command);
    [[nodiscard]] std::string act(const MigrateCase& action, const Command& command);

    /// The clock goes on, which stood still: never nearer to its end than it was.
    void go_on_with(Timer& timer, const ReadyWaktu& waktu) const;
    /// What becomes of a deadline that is reckoned anew: "" or the refusal.
    enum class IfPast : std::uint8_t { refuse, keep };
    struct NewDue {
        std::optional<Instant> old;
        std::optional<Instant> fresh;
        Instant now{}; ///< or when the clock stopped
        bool reasoned = false;
        IfPast if_past = IfPast::refuse;
    };
    [[nodiscard]] static std::string set_anew(Timer& timer, const NewDue& change);
    [[nodiscard]] std::string by_next_calendar(Timer& timer, const ReadyWaktu& waktu,
                                               const std::optional<Instant>& stopped,
                                               const Command& command) const;
    [[nodiscard]] std::optional<Instant> due_of(const Timer& timer, const ReadyWaktu& waktu) const;
    [[nodiscard]] Instant missed_from(Instant due, const std::string& waktu) const;
    [[nodiscard]] std::vector<ClockDeed> deeds() const;
    [[nodiscard]] std::optional<ClockDeed> deed_by_rule(const OpenTask& task, std::uint32_t rule,
                                                        Instant due) const;
    void follow(const ClockDeed& deed);

    struct Landed {
        std::vector<std::size_t> flows; ///< by token; none: it fits nowhere
        bool fits = false;
    };
    /// By old node: the node of the new version that stands for it, "" if none does.
    using Successors = std::map<std::string, std::string>;
    [[nodiscard]] Successors successors(const MigrateCase& action);
    [[nodiscard]] std::vector<std::vector<std::size_t>> places(const Successors& to);
    [[nodiscard]] Landed first_landing(const std::vector<std::vector<std::size_t>>& places) const;
    void move_records(const Successors& to);
    void move_tasks(const Successors& to, const std::vector<std::size_t>& flows,
                    const Command& command);
    void move_people(OpenTask& task) const;
    void move_tokens(const Sop& old_sop, const Successors& to,
                     const std::vector<std::size_t>& flows);

    struct Documents {
        std::string refusal;
        std::set<std::size_t> produk;
    };
    [[nodiscard]] Documents judge_documents(const CompleteTask& action) const;
    [[nodiscard]] std::vector<std::string> posts_left(const OpenTask& task) const;
    [[nodiscard]] std::string complete_part(const CompleteTask& action, const Command& command);
    [[nodiscard]] std::string judge_recipient(const ReassignTask& action,
                                              const std::string& post) const;
    [[nodiscard]] std::string go(const std::string& node, const std::string& outcome);
    /// The flow on which the token of the task meant may lie before the target instead.
    struct Landing {
        bool fits = false;
        std::optional<std::size_t> flow;
    };
    [[nodiscard]] Landing landing(const std::string& target) const;
    [[nodiscard]] std::uint64_t marking() const;
    void lay(std::size_t flow, Instant since);
    void leave(Instant when);
    void end_service_stop(const OpenTask& task, Instant when);
    void end_if_empty(const std::string& result);
    [[nodiscard]] OpenTask& task() { return tasks_[meant_]; }
    [[nodiscard]] const Step& step() const { return sop_->sop().steps()[tasks_[meant_].step]; }
    [[nodiscard]] std::optional<Instant> reckon(const Timer& timer, const ReadyWaktu& waktu) const {
        return reckon(timer, waktu, *calendar_);
    }
    [[nodiscard]] static std::optional<Instant> reckon(const Timer& timer, const ReadyWaktu& waktu,
                                                       const Calendar& calendar);
    [[nodiscard]] std::optional<Instant> service_stopped() const;
    [[nodiscard]] Task shown(const OpenTask& open) const;
    [[nodiscard]] Service shown_service() const;

    const ReferenceSop* sop_;
    const Calendar* calendar_;
    const Roster* roster_;
    const OverrunPolicy* policy_ = nullptr;
    const Calendar* next_calendar_ = nullptr;
    const ReferenceSop* next_sop_ = nullptr;
    std::set<std::string> reasons_;
    CaseStatus status_ = CaseStatus::none;
    std::string result_;
    std::size_t events_ = 0;
    Instant started_{};
    Instant recorded_{};
    std::optional<Instant> stopped_since_;
    std::vector<ClockStop> stops_; ///< of the whole case, over
    std::string id_;
    std::string waktu_;
    std::string dasar_;
    ReadyWaktu ready_waktu_; ///< of the whole case
    bool accepted_ = false;
    Timer service_;
    std::vector<OpenTask> tasks_;
    std::map<std::size_t, Instant> parked_;
    std::map<std::size_t, Counts> counts_;
    std::set<std::pair<std::size_t, std::size_t>> delivered_; ///< step, place in its produk
    std::size_t meant_ = 0;
    Instant happened_{};
};

} // namespace tertib::test
