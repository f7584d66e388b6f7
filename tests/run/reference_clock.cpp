// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "run/reference_case.hpp"
#include "run/reference_words.hpp"

#include <algorithm>
#include <chrono>

// What the clock does by itself, and what becomes of deadlines that are reckoned anew.
namespace tertib::test {

std::optional<Instant> ReferenceCase::due_of(const Timer& timer, const ReadyWaktu& waktu) const {
    return timer.kept ? timer.kept->due : reckon(timer, waktu);
}

void ReferenceCase::go_on_with(Timer& timer, const ReadyWaktu& waktu) const {
    if (timer.kept && timer.kept->due) {
        timer.kept->due = std::max(timer.kept->due, reckon(timer, waktu));
    }
    if (!timer.promised) {
        timer.promised = due_of(timer, waktu);
    }
}

/// Menit, Jam: after the instant. Hari and larger: when the day is over, and 24:00 belongs to it.
Instant ReferenceCase::missed_from(Instant due, const std::string& waktu) const {
    const std::chrono::microseconds tick{1};
    if (fold(waktu).find("hari") == std::string::npos) {
        return due + tick;
    }
    const LocalDay day = local_day(due - tick, calendar_->zone());
    return to_instant(LocalTime{day + std::chrono::days{1}}, calendar_->zone());
}

std::optional<ClockDeed> ReferenceCase::deed_by_rule(const OpenTask& task, std::uint32_t rule,
                                                     Instant due) const {
    const OverrunRule& said = policy_->rules()[rule - 1];
    const Step& step = sop_->sop().steps()[task.step];
    const bool meant = said.steps.empty() || std::ranges::count(said.steps, step.key) > 0;
    if (!meant || task.followed.contains(rule) ||
        (said.when == OverrunWhen::not_started && task.claimed)) {
        return std::nullopt;
    }
    const Instant missed = missed_from(due, step.waktu.text);
    std::optional<Instant> moment = missed;
    if (said.side != OverrunSide::at) {
        ReadyWaktu waktu = ready(WaktuRequest{.waktu = read_waktu(said.waktu).waktu});
        if (said.side == OverrunSide::before) {
            waktu.direction = TimeDirection::backward;
            for (Allowance& each : waktu.alternatives) {
                each = reversed(each);
            }
        }
        moment = tertib::due(calendar_->table(), calendar_->zone(), due, waktu);
    }
    if (!moment) {
        return std::nullopt;
    }
    if (said.side == OverrunSide::after) {
        moment = std::max(*moment, missed); // nothing is after a deadline that isn't missed
    }
    ClockDeed deed{.moment = std::max(*moment, task.timer.since),
                   .task = {step.key, static_cast<std::uint32_t>(task.number)},
                   .rule = rule,
                   .kind = EventKind::warned,
                   .post = {},
                   .person = {}};
    const std::optional<PelaksanaIndex> known = sop_->sop().find_pelaksana(said.pelaksana);
    const std::string post = known ? sop_->sop().pelaksana_name(*known) : said.pelaksana;
    const bool parts = step.participation == Participation::all && !step.marks.empty();
    if (said.what == OverrunAct::escalate) {
        deed.kind = EventKind::escalated;
        deed.post = post;
    } else if (said.what == OverrunAct::reassign && (!parts || among(posts_left(task), post))) {
        deed.kind = EventKind::reassigned;
        deed.post = post;
        deed.person = said.person;
    }
    return deed;
}

std::vector<ClockDeed> ReferenceCase::deeds() const {
    std::vector<ClockDeed> all;
    if (status_ != CaseStatus::running) {
        return all;
    }
    for (const OpenTask& task : tasks_) {
        const std::optional<Instant> due = due_of(task.timer, sop_->waktu(task.step));
        if (task.waiting_since || !due) {
            continue;
        }
        const Step& step = sop_->sop().steps()[task.step];
        if (!task.timer.missed) {
            ClockDeed missed;
            missed.moment = missed_from(*due, step.waktu.text);
            missed.task = {step.key, static_cast<std::uint32_t>(task.number)};
            all.push_back(missed);
        }
        const std::size_t rules = policy_ == nullptr ? 0 : policy_->rules().size();
        for (std::uint32_t rule = 1; rule <= rules; ++rule) {
            if (const std::optional<ClockDeed> deed = deed_by_rule(task, rule, *due)) {
                all.push_back(*deed);
            }
        }
    }
    const std::optional<Instant> due = due_of(service_, ready_waktu_);
    if (accepted_ && !service_stopped() && !service_.missed && due) {
        ClockDeed missed;
        missed.moment = missed_from(*due, waktu_);
        missed.kind = EventKind::service_overdue;
        all.push_back(missed);
    }
    return all;
}

std::optional<ClockDeed> ReferenceCase::next_deed() const {
    const std::vector<ClockDeed> all = deeds();
    const auto first = std::ranges::min_element(all); // moment, task, rule
    return first == all.end() ? std::nullopt : std::optional(*first);
}

void ReferenceCase::follow(const ClockDeed& deed) {
    ++events_;
    if (deed.kind == EventKind::service_overdue) {
        service_.missed = true;
        return;
    }
    for (OpenTask& task : tasks_) {
        if (sop_->sop().steps()[task.step].key != deed.task.step ||
            task.number != deed.task.number) {
            continue;
        }
        if (deed.rule == 0) {
            task.timer.missed = true;
            continue;
        }
        task.followed.insert(deed.rule);
        if (deed.kind == EventKind::escalated) {
            task.escalated.push_back(deed.post);
        } else if (deed.kind == EventKind::reassigned) {
            task.post = deed.post;
            task.claimed = !deed.person.empty();
            task.holder = deed.person;
            task.holder_as = task.claimed ? deed.post : "";
            task.holder_event = events_;
        }
    }
}

std::vector<ClockDeed> ReferenceCase::tick(Instant now) {
    std::vector<ClockDeed> done;
    // What is done may change what there is to do: so one at a time.
    for (std::optional<ClockDeed> next = next_deed(); next && next->moment <= now;
         next = next_deed()) {
        follow(*next);
        done.push_back(*next);
    }
    if (!done.empty()) {
        recorded_ = std::max(recorded_, now);
    }
    return done;
}

std::string ReferenceCase::set_anew(Timer& timer, const NewDue& change) {
    const std::optional<Instant>& fresh = change.fresh;
    if (fresh && fresh != change.old) {
        if (*fresh < change.now) {
            const bool past = change.old && *change.old < change.now;
            if (!past && change.if_past == IfPast::refuse) {
                return "DUE-BEFORE-NOW";
            }
            timer.kept = KeptDeadline{change.old};
            return "";
        }
        const bool earlier = fresh < change.old || fresh < timer.promised;
        if (earlier && !change.reasoned) {
            return "DUE-BEFORE-PROMISED";
        }
    }
    timer.kept.reset();
    timer.missed = timer.missed && fresh == change.old;
    if (!timer.promised) {
        timer.promised = fresh;
    }
    return "";
}

std::string ReferenceCase::by_next_calendar(Timer& timer, const ReadyWaktu& waktu,
                                            const std::optional<Instant>& stopped,
                                            const Command& command) const {
    const std::optional<Instant> fresh = reckon(timer, waktu, *next_calendar_);
    if (fresh == reckon(timer, waktu)) {
        return ""; // the calendars don't differ in it
    }
    return set_anew(timer, {.old = due_of(timer, waktu),
                            .fresh = fresh,
                            .now = stopped.value_or(command.now),
                            .reasoned = !blank(command.reason)});
}

std::string ReferenceCase::act(const RecomputeCase&, const Command& command) {
    // As they are told: by step and arrival, the whole case last.
    std::ranges::sort(tasks_, {},
                      [](const OpenTask& task) { return std::pair(task.step, task.number); });
    std::string refusal;
    for (OpenTask& each : tasks_) {
        const std::string answer =
            by_next_calendar(each.timer, sop_->waktu(each.step), each.waiting_since, command);
        refusal = refusal.empty() ? answer : refusal;
    }
    if (accepted_) {
        const std::string answer =
            by_next_calendar(service_, ready_waktu_, service_stopped(), command);
        refusal = refusal.empty() ? answer : refusal;
    }
    calendar_ = next_calendar_;
    return refusal;
}

} // namespace tertib::test
