// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "store/journal_rows.hpp"

#include <algorithm>
#include <optional>

namespace tertib {
namespace {

/// Whether the kind's rows are about a clock, or where a case begins.
bool is_of_clock(EventKind kind) noexcept {
    switch (kind) {
    case EventKind::started:
    case EventKind::waiting:
    case EventKind::resumed:
    case EventKind::suspended:
    case EventKind::cancelled:
    case EventKind::reopened: return true;
    case EventKind::accepted:
    case EventKind::claimed:
    case EventKind::released:
    case EventKind::completed:
    case EventKind::returned:
    case EventKind::reassigned:
    case EventKind::skipped:
    case EventKind::annotated:
    case EventKind::attached:
    case EventKind::overdue:
    case EventKind::service_overdue:
    case EventKind::recomputed:
    case EventKind::erased:
    case EventKind::migrated:
    case EventKind::warned:
    case EventKind::escalated: break;
    }
    return false;
}

/// As whom somebody acts who isn't the post's holder.
std::optional<PostKind> acting_kind(Standing standing) noexcept {
    switch (standing) {
    case Standing::plt: return PostKind::plt;
    case Standing::plh: return PostKind::plh;
    case Standing::an: return PostKind::an;
    case Standing::ub: return PostKind::ub;
    case Standing::none:
    case Standing::unverified:
    case Standing::definitive: break;
    }
    return std::nullopt;
}

/// "Plh. Kepala": a post as it is written of somebody who acts for its holder.
std::string written_post(Standing standing, const std::string& post) {
    switch (standing) {
    case Standing::plt: return "Plt. " + post;
    case Standing::plh: return "Plh. " + post;
    case Standing::an: return "a.n. " + post;
    case Standing::ub: return "u.b. " + post;
    case Standing::none:
    case Standing::unverified:
    case Standing::definitive: break;
    }
    return post;
}

} // namespace

JournalRowMaker::JournalRowMaker(const JournalLogOptions& options, PlaceUnit places)
    : options_(options),
      builder_({.place_unit = places, .assumed_zone = options.zone, .limits = options.limits}) {}

EventStamp JournalRowMaker::stamp(Instant instant) const {
    return {instant, StampForm(Precision::exact, options_.zone, ZoneSource::written)};
}

bool JournalRowMaker::begin_case(std::string_view case_id) {
    const Code before = case_;
    case_ = builder_.case_code(case_id);
    return case_ == before + 1; // codes are given in the order of first appearance
}

void JournalRowMaker::end_case() {
    for (const auto& [task, open] : open_) {
        if (open.claimed.known()) {
            builder_.add({.case_code = case_,
                          .activity = builder_.activity(task.step),
                          .resource = builder_.resource(open.person),
                          .role = builder_.role(open.role),
                          .start = open.claimed,
                          .place = open.place});
            set("tertib:task", text(task));
        }
    }
    open_.clear();
}

void JournalRowMaker::add(const Event& event, std::uint32_t place) {
    note_acting(event);
    switch (event.kind) {
    case EventKind::claimed:
        give(event, event.body.person, written_post(event.standing, event.as), place);
        return;
    case EventKind::completed: complete(event, place); return;
    case EventKind::reassigned:
    case EventKind::released:
        add_other(event, event.kind, event.task, place);
        open_[event.task].claimed = {};
        if (event.given) {
            give(event, event.body.recipient, event.pelaksana, place);
        }
        return;
    case EventKind::returned:
    case EventKind::skipped:
        leave(event, event.task, place);
        add_other(event, event.kind, event.task, place);
        break;
    case EventKind::waiting:
    case EventKind::resumed:
        open_[event.task].waiting = event.kind == EventKind::waiting;
        add_other(event, event.kind, event.task, place);
        return;
    case EventKind::migrated: migrate(event, place); return;
    case EventKind::started:
    case EventKind::accepted:
    case EventKind::annotated:
    case EventKind::attached:
    case EventKind::suspended:
    case EventKind::cancelled:
    case EventKind::reopened:
    case EventKind::overdue:
    case EventKind::service_overdue:
    case EventKind::recomputed:
    case EventKind::erased:
    case EventKind::warned:
    case EventKind::escalated: add_other(event, event.kind, event.task, place); break;
    }
    set_of_case("tertib:sop", event.sop_digest);
    set_of_case("tertib:result", event.result);
}

void JournalRowMaker::give(const Event& event, const std::string& person, std::string role,
                           std::uint32_t place) {
    Open& open = open_[event.task];
    open.claimed = stamp(event.happened);
    open.person = person;
    open.role = std::move(role);
    open.place = place;
}

void JournalRowMaker::complete(const Event& event, std::uint32_t place) {
    if (event.partial) { // others of the step's pelaksana still have to
        add_other(event, event.kind, event.task, place);
        open_[event.task].claimed = {};
        return;
    }
    const auto open = open_.find(event.task);
    LogEvent row{.activity = builder_.activity(event.task.step),
                 .start = open == open_.end() ? EventStamp{} : open->second.claimed,
                 .complete = stamp(event.happened),
                 .place = place};
    leave(event, event.task, place);
    add_row(event, event.task, row);
    set("tertib:target", event.target);
    set_of_case("tertib:result", event.result);
}

/// The task isn't open any more; its clock, if it stood still, doesn't stop the case's either.
void JournalRowMaker::leave(const Event& event, const TaskId& task, std::uint32_t place) {
    const auto open = open_.find(task);
    if (open == open_.end()) {
        return;
    }
    const bool waiting = open->second.waiting;
    open_.erase(open);
    if (waiting) {
        add_other(event, EventKind::resumed, task, place);
    }
}

void JournalRowMaker::migrate(const Event& event, std::uint32_t place) {
    add_other(event, event.kind, event.task, place);
    std::map<TaskId, Open> moved_to;
    for (const MovedTask& moved : event.moved) {
        if (moved.to.step.empty()) {
            leave(event, moved.from, place);
        } else if (auto open = open_.extract(moved.from); !open.empty()) {
            open.mapped().claimed = moved.let_go ? EventStamp{} : open.mapped().claimed;
            moved_to.emplace(moved.to, std::move(open.mapped()));
        }
    }
    open_ = std::move(moved_to);
    set_of_case("tertib:sop", event.sop_digest);
}

/// A row for what is no completed step, if such rows are wanted.
void JournalRowMaker::add_other(const Event& event, EventKind kind, const TaskId& task,
                                std::uint32_t place) {
    const bool wanted = options_.rows == JournalRows::all ||
                        (options_.rows == JournalRows::steps_and_stops && is_of_clock(kind));
    if (!wanted) {
        return;
    }
    const EventStamp when = stamp(event.happened);
    LogEvent row{.activity = builder_.activity("@" + std::string(name(kind))),
                 .complete = when,
                 .place = place};
    if (kind == EventKind::started) {
        row.start = when; // the case began then, and not at some time before
    }
    add_row(event, task, row);
    set("tertib:target", event.target);
}

void JournalRowMaker::add_row(const Event& event, const TaskId& task, LogEvent row) {
    row.case_code = case_;
    row.resource = builder_.resource(event.body.person);
    row.role = builder_.role(written_post(event.standing, event.as));
    row.outcome = builder_.outcome(event.outcome);
    builder_.add(row);
    set("tertib:task", task.step.empty() ? std::string() : text(task));
    set("tertib:standing", event.standing == Standing::none ? "" : name(event.standing));
    set("tertib:surat", event.surat);
    if (event.recorded != event.happened) {
        builder_.set(builder_.column("tertib:recorded", ColumnType::stamp), stamp(event.recorded));
    }
}

void JournalRowMaker::set(std::string_view column, std::string_view value) {
    if (!value.empty()) {
        builder_.set(builder_.column(column, ColumnType::text), value);
    }
}

void JournalRowMaker::set_of_case(std::string_view column, std::string_view value) {
    if (!value.empty()) {
        builder_.set_case(builder_.column(column, ColumnType::text, ColumnScope::of_case), case_,
                          value);
    }
}

void JournalRowMaker::note_acting(const Event& event) {
    if (!acting_kind(event.standing) || event.body.person.empty() || event.as.empty()) {
        return;
    }
    const LocalDay day = local_day(event.happened, options_.zone);
    auto& [first, last] =
        acting_.try_emplace({event.body.person, event.as, event.standing, event.surat}, day, day)
            .first->second;
    first = std::min(first, day);
    last = std::max(last, day);
}

std::vector<MappedPerson> JournalRowMaker::acting() const {
    std::vector<MappedPerson> people;
    for (const auto& [who, days] : acting_) {
        const auto& [person, post, standing, letter] = who;
        people.push_back({.person = person,
                          .pelaksana = post,
                          .kind = acting_kind(standing).value_or(PostKind::definitive),
                          .from = days.first,
                          .until = days.second,
                          .surat = letter});
    }
    return people;
}

} // namespace tertib
