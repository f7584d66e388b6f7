// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "sim/case_walk.hpp"

#include "tertib/base/error.hpp"

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>

namespace tertib {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::uint32_t most_rounds = 2; ///< of a loop in one case
/// What is allowed is used up to the second, and by at least these, so that the order shows.
constexpr std::int64_t least_seconds = 5;
/// Below that, most of the time allowed is taken: else several steps would seem entered at once.
constexpr std::int64_t short_seconds = 15 * 60;

[[nodiscard]] std::int64_t whole_seconds(Work work) {
    return std::chrono::floor<seconds>(work.time).count();
}

[[nodiscard]] Work work_of(std::int64_t count) {
    return Work{seconds{count}};
}

} // namespace

CaseWalk::CaseWalk(const OfficeFlow& flow, const OfficeClock& clock, std::size_t max_rows)
    : flow_(&flow),
      clock_(&clock),
      max_rows_(max_rows),
      visits_(flow.sop().steps().size()),
      waiting_(flow.graph().edge_count()) {}

bool CaseWalk::walk(const WalkWish& wish) {
    wish_ = &wish;
    rows_.clear();
    std::ranges::fill(visits_, 0U);
    std::ranges::fill(waiting_, std::nullopt);
    arrivals_.clear();
    tasks_.clear();
    stopped_.reset();
    began_ = ended_ = path_limit_ = wish.begin;
    moves_ = 0;
    first_ = told_ = ends_clear_ = path_known_ = true;
    twisted_ = wish.twist.kind == Twist::Kind::none;
    failed_ = false;
    leave(StepGraph::start(), 0, {.ready = wish.begin, .path = wish.begin}, nullptr);
    settle();
    while (!tasks_.empty()) {
        const auto next = std::ranges::min_element(
            tasks_, {}, [](const Task& task) { return std::pair(task.late, task.row.complete); });
        finish(static_cast<std::size_t>(next - tasks_.begin()));
        settle();
    }
    const bool applicant_first = !rows_.empty() && flow_->step(rows_.front().step).outside;
    clock_from_ = applicant_first ? rows_.front().complete : began_;
    return twisted_ && !failed_ && !rows_.empty();
}

bool CaseWalk::at_twist(Twist::Kind kind, std::uint32_t step, std::uint32_t visit) const {
    const Twist& twist = wish_->twist;
    return twist.kind == kind && twist.step == step && twist.visit == visit;
}

/// Optional steps of one reason are left out together.
bool CaseWalk::left_out(std::uint32_t step) const {
    const std::optional<std::uint32_t>& reason = flow_->step(step).reason;
    return reason && wish_->dice.below(100, Draw::left_out, *reason) < wish_->left_out_percent;
}

void CaseWalk::settle() {
    while (!arrivals_.empty()) {
        const Arrival arrival = arrivals_.back();
        arrivals_.pop_back();
        arrive(arrival);
    }
}

void CaseWalk::arrive(const Arrival& arrival) {
    if (++moves_ > 8 * max_rows_ || rows_.size() > max_rows_) {
        throw Error(ErrorCode::limit, "a generated case has more than " +
                                          std::to_string(max_rows_) +
                                          " events (limit rows_of_case)");
    }
    const NodeIndex node = flow_->graph().digraph().edge(arrival.edge).to;
    switch (flow_->graph().kind(node)) {
    case NodeKind::start: break;
    case NodeKind::end: ends_clear_ = ends_clear_ && arrival.token.clear; break;
    case NodeKind::gateway:
        waiting_[position(arrival.edge)] = arrival.token;
        join(node);
        break;
    case NodeKind::step:
        begin_step(static_cast<std::uint32_t>(*flow_->graph().step_index(node)), arrival.token);
        break;
    }
}

void CaseWalk::join(NodeIndex gateway) {
    const std::span<const Arc> in = flow_->graph().digraph().predecessors(gateway);
    const auto there = [this](const Arc& arc) { return waiting_[position(arc.edge)].has_value(); };
    if (!std::ranges::all_of(in, there)) {
        return;
    }
    Token all = *waiting_[position(in.front().edge)];
    for (const Arc& arc : in) {
        const Token& each = *waiting_[position(arc.edge)];
        all.cause = each.ready > all.ready ? each.cause : all.cause;
        all.ready = std::max(all.ready, each.ready);
        all.path = std::max(all.path, each.path);
        all.clear = all.clear && each.clear;
        waiting_[position(arc.edge)].reset();
    }
    leave(gateway, 0, all, nullptr);
}

void CaseWalk::begin_step(std::uint32_t step, Token token) {
    const std::uint32_t visit = visits_[step]++;
    const bool passed = at_twist(Twist::Kind::pass, step, visit);
    if (passed || left_out(step)) {
        twisted_ = twisted_ || passed;
        token.clear = token.clear && passed;
        leave(StepGraph::step_node(step), visit, token, nullptr);
        return;
    }
    Task task{.row = {.step = step, .visit = visit, .clear = token.clear, .cause = token.cause},
              .token = token};
    if (at_twist(Twist::Kind::stop, step, visit)) {
        twisted_ = true;
        stopped_ = task;
        return;
    }
    if (at_twist(Twist::Kind::swap, step, visit)) {
        swap_with_next(task, wish_->twist.other);
        return;
    }
    task.late = at_twist(Twist::Kind::late, step, visit);
    take_time(task, token.ready);
    if (at_twist(Twist::Kind::outside, step, visit)) {
        begin_outside(task);
    }
    began_ = first_ ? task.row.start : began_;
    first_ = false;
    tasks_.push_back(task);
}

/// From `ready` on: some of the time allowed passes waiting, some working.
void CaseWalk::take_time(Task& task, LocalTime ready) {
    const OfficeStep& step = flow_->step(task.row.step);
    const std::uint64_t part = (std::uint64_t{task.row.step} << 32U) | task.row.visit;
    const CaseDice& dice = wish_->dice;
    std::int64_t most = 0;
    if (step.outside || step.allowed.empty()) {
        most = static_cast<std::int64_t>(30 * 60 + dice.below(600L * 60, Draw::work, part, 1));
    } else {
        const LocalTime limit = clock_->limit(ready, step.allowed).last_on_time;
        most = whole_seconds(clock_->between(ready, limit));
    }
    const std::int64_t least = most <= short_seconds ? 600 : 200;
    const auto share = least + static_cast<std::int64_t>(dice.below(
                                   static_cast<std::uint64_t>(1000 - least), Draw::work, part));
    std::int64_t used = most / 1000 * share + most % 1000 * share / 1000;
    used = used / 1000 * wish_->pace + used % 1000 * wish_->pace / 1000;
    used = std::min(std::max(used, least_seconds), most);
    std::int64_t wait =
        first_ ? 0
               : 1 + static_cast<std::int64_t>(
                         dice.below(static_cast<std::uint64_t>(used / 2 + 1), Draw::wait, part));
    wait = std::min(wait, used);
    task.row.start = clock_->after(ready, work_of(wait));
    task.row.complete = clock_->after(ready, work_of(used));
}

/// The first step of a case begins before the office opens; any other that may take until another
/// day, before it opens then.
void CaseWalk::begin_outside(Task& task) {
    const OfficeStep& step = flow_->step(task.row.step);
    const auto early =
        minutes{20 + static_cast<std::int64_t>(wish_->dice.below(40, Draw::early, task.row.step))};
    LocalDay day = day_at(task.token.ready);
    if (!first_) {
        const std::optional<LocalDay> next = clock_->table().add_days(day, 1);
        if (!next || step.outside) {
            failed_ = true;
            return;
        }
        day = *next;
    }
    const LocalTime opening = clock_->opening(day);
    const LocalTime start = opening - early;
    const bool alone =
        arrivals_.empty() && tasks_.empty() &&
        std::ranges::none_of(waiting_, [](const auto& each) { return each.has_value(); });
    // Where others begin with it, their time would count from then too.
    if (step.outside || day_at(start) != day_at(opening) || (first_ && !alone)) {
        failed_ = true;
        return;
    }
    const LocalTime limit =
        step.allowed.empty()
            ? clock_->after(opening, work_of(3600))
            : clock_->limit(first_ ? start : task.token.ready, step.allowed).last_on_time;
    const std::int64_t most = whole_seconds(clock_->between(opening, limit));
    if (most < least_seconds) {
        failed_ = true;
        return;
    }
    twisted_ = true;
    task.row.start = start;
    task.row.complete = clock_->after(opening, work_of(std::max(most / 2, least_seconds)));
    if (first_) {
        task.token.path = start;
    }
}

/// The next step is done first, then this one; what comes after both waits for the one that the
/// flow has last.
void CaseWalk::swap_with_next(Task task, std::uint32_t next) {
    Task early{.row = {.step = next, .visit = visits_[next]++, .cause = task.row.cause},
               .token = task.token};
    take_time(early, task.token.ready);
    const OfficeStep& step = flow_->step(task.row.step);
    if (!step.outside && !step.allowed.empty()) {
        const LocalTime limit = clock_->limit(task.token.ready, step.allowed).last_on_time;
        const std::int64_t most = whole_seconds(clock_->between(task.token.ready, limit));
        const std::int64_t used =
            whole_seconds(clock_->between(task.token.ready, early.row.complete));
        if (most < 2 * least_seconds) {
            failed_ = true;
        } else if (used > most - least_seconds) {
            early.row.complete = clock_->after(task.token.ready, work_of(most - least_seconds));
            early.row.start = std::min(early.row.start, early.row.complete);
        }
    }
    began_ = first_ ? early.row.start : began_;
    first_ = false;
    tasks_.push_back(early);
}

OfficeWay CaseWalk::choose(NodeIndex node, std::uint32_t visit) const {
    const std::vector<OfficeWay>& returns = flow_->returns(node);
    const CaseDice& dice = wish_->dice;
    const bool back =
        !returns.empty() && visit < most_rounds &&
        dice.below(100, Draw::way, position(node), 2UL * visit) < wish_->sent_back_percent;
    const std::vector<OfficeWay>& ways = back ? returns : flow_->ways(node);
    return ways[dice.below(ways.size(), Draw::way, position(node), 2UL * visit + 1)];
}

void CaseWalk::leave(NodeIndex node, std::uint32_t visit, Token token, WalkedRow* row) {
    switch (flow_->graph().exit(node)) {
    case Exit::none: ends_clear_ = ends_clear_ && token.clear; break;
    case Exit::one:
    case Exit::all:
        for (const Arc& arc : flow_->graph().digraph().successors(node)) {
            arrivals_.push_back({.edge = arc.edge, .token = token});
        }
        break;
    case Exit::choice: {
        const OfficeWay way = choose(node, visit);
        told_ = told_ && way.told && row != nullptr;
        if (row != nullptr) {
            row->way = way.edge;
            row->chose = true;
        }
        arrivals_.push_back({.edge = way.edge, .token = token});
        break;
    }
    }
}

std::uint32_t CaseWalk::record(const WalkedRow& row) {
    const auto place = static_cast<std::uint32_t>(rows_.size());
    if (row.cause != WalkedRow::none && rows_[row.cause].follower == WalkedRow::none) {
        rows_[row.cause].follower = place;
    }
    rows_.push_back(row);
    ended_ = std::max(ended_, row.complete);
    return place;
}

void CaseWalk::follow_path(const WalkedRow& row, Token& token) {
    if (wish_->twist.kind != Twist::Kind::late) {
        path_known_ = false; // whoever keeps each waktu keeps that of the path: not asked
        return;
    }
    const OfficeStep& step = flow_->step(row.step);
    if (step.outside) {
        token.path = row.complete;
        path_limit_ = std::max(path_limit_, row.complete);
        return;
    }
    if (step.allowed.empty()) {
        path_known_ = false;
        return;
    }
    const OfficeClock::Limit limit = clock_->limit(token.path, step.allowed);
    token.path = limit.due;
    path_limit_ = std::max(path_limit_, limit.last_on_time);
}

/// It is done when all else has been that doesn't wait for it: so it is late whatever else its time
/// may be counted from.
void CaseWalk::finish_late(Task& task) {
    const OfficeStep& step = flow_->step(task.row.step);
    if (step.outside || step.allowed.empty()) {
        failed_ = true;
        return;
    }
    twisted_ = true;
    const Twist& twist = wish_->twist;
    const LocalTime from = rows_.empty() ? task.token.ready : std::max(task.token.ready, ended_);
    const auto late =
        minutes{5 + static_cast<std::int64_t>(wish_->dice.below(900, Draw::late, task.row.step))} +
        twist.late_by;
    task.row.complete = clock_->after(clock_->limit(from, step.allowed).last_on_time, Work{late});
}

void CaseWalk::finish(std::size_t place) {
    Task task = tasks_[place];
    tasks_.erase(tasks_.begin() + static_cast<std::ptrdiff_t>(place));
    if (task.late) {
        finish_late(task);
    }
    const Twist& twist = wish_->twist;
    WalkedRow& row = task.row;
    const bool again = at_twist(Twist::Kind::again, row.step, row.visit);
    if (again) {
        const std::int64_t all = whole_seconds(clock_->between(row.start, row.complete));
        failed_ = failed_ || all < least_seconds;
        twisted_ = true;
        WalkedRow before = row;
        before.complete = clock_->after(row.start, work_of(all / 2));
        record(before);
        row.start = before.complete;
    }
    const std::uint32_t recorded = record(row);
    task.token.cause = recorded;
    task.token.ready = row.complete;
    task.token.clear = true;
    follow_path(row, task.token);
    const bool swapped = twist.kind == Twist::Kind::swap && twist.other == row.step && !twisted_;
    if (swapped) {
        twisted_ = true;
        record({.step = twist.step,
                .visit = twist.visit,
                .cause = row.cause,
                .start = row.start,
                .complete = clock_->after(row.complete, work_of(2))});
    }
    leave(StepGraph::step_node(row.step), row.visit, task.token, &rows_[recorded]);
    if (again) {
        rows_[recorded - 1].way = rows_[recorded].way;
        rows_[recorded - 1].chose = rows_[recorded].chose;
    }
}

bool CaseWalk::total_passed_at(LocalTime moment) const {
    return !flow_->total().empty() &&
           moment > clock_->limit(clock_from_, flow_->total()).last_on_time;
}

bool CaseWalk::later_than_path() const {
    return path_known_ && ended_ > path_limit_;
}

LocalTime CaseWalk::overdue_after() const {
    if (!stopped_) {
        return LocalTime::max();
    }
    const LocalTime from = std::max(stopped_->token.ready, rows_.empty() ? began_ : ended_);
    return clock_->limit(from, flow_->step(stopped_->row.step).allowed).last_on_time;
}

} // namespace tertib
