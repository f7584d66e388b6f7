// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "run/twice_told.hpp"

#include "run/reference_words.hpp"
#include "tertib/run/apply.hpp"
#include "tertib/run/timely.hpp"

#include <algorithm>
#include <utility>

namespace tertib::test {

namespace {

[[nodiscard]] CaseState with_merged_stops(CaseState state) {
    for (Task& task : state.tasks) {
        task.clock.stops = merged(task.clock.stops);
    }
    state.service.clock.stops = merged(state.service.clock.stops);
    return state;
}

[[nodiscard]] ClockDeed deed_of(const Event& event) {
    return {.moment = event.happened,
            .task = event.task,
            .rule = event.rule,
            .kind = event.kind,
            .post = event.pelaksana,
            .person = event.body.recipient};
}

[[nodiscard]] std::vector<ClockDeed> deeds_of(const std::vector<Event>& events) {
    std::vector<ClockDeed> all;
    for (const Event& event : events) {
        all.push_back(deed_of(event));
    }
    return all;
}

[[nodiscard]] std::string lines_of(const std::vector<ClockDeed>& deeds, Zone zone) {
    std::string all;
    for (const ClockDeed& deed : deeds) {
        all += "\n  " + text(deed.moment, zone) + " " + std::string(name(deed.kind)) + " " +
               text(deed.task) + " by " + std::to_string(deed.rule) + " " + deed.post + " " +
               deed.person;
    }
    return all.empty() ? " nothing" : all;
}

/// What a recompute never touches: the readings and the stops, and who has what.
[[nodiscard]] bool only_dues_differ(CaseState before, const CaseState& after) {
    before.calendar = after.calendar;
    before.calendar_digest = after.calendar_digest;
    before.events = after.events;
    before.recorded = after.recorded;
    const auto take = [](Clock& mine, const Clock& other) {
        const bool moved = mine.due != other.due;
        mine.due = other.due;
        mine.overdue = moved ? other.overdue : mine.overdue;
        mine.promised = mine.promised ? mine.promised : other.promised;
    };
    if (before.tasks.size() != after.tasks.size()) {
        return false;
    }
    for (std::size_t i = 0; i < before.tasks.size(); ++i) {
        take(before.tasks[i].clock, after.tasks[i].clock);
    }
    take(before.service.clock, after.service.clock);
    return before == after;
}

} // namespace

TwiceTold::TwiceTold(const World& world, Asked asked)
    : world_(world),
      asked_(std::move(asked)),
      scene_(world.scene),
      book_(world.books.front(), *world.scene.calendar,
            world.scene.roster ? &*world.scene.roster : nullptr) {
    book_.watch(world.policy ? &*world.policy : nullptr);
}

CaseContext TwiceTold::context() const {
    CaseContext context = scene_.context();
    context.policy = world_.policy ? &*world_.policy : nullptr;
    return context;
}

CaseState TwiceTold::applied(CaseState state, const std::vector<Event>& events) const {
    for (const Event& event : events) {
        const std::string& digest = sop_digest_for(state, event);
        for (const std::shared_ptr<const ReadySop>& each : world_.versions) {
            if (each->sop().digest() == digest) {
                state = apply(*each, std::move(state), event);
                break;
            }
        }
    }
    return state;
}

std::string TwiceTold::take(const Turn& turn) {
    refusal_.reset();
    events_.clear();
    untold_.clear();
    std::string found = turn.tick ? tick(turn) : ask(turn);
    if (!found.empty()) {
        return found;
    }
    state_ = applied(std::move(state_), events_);
    journal_.insert(journal_.end(), events_.begin(), events_.end());
    found = compared();
    return found.empty() ? untold_ : found;
}

std::string TwiceTold::compared() const {
    const Zone zone = scene_.calendar->zone();
    const CaseState shown = with_merged_stops(state_);
    const CaseState meant = book_.state();
    if (shown != meant) {
        return "state: " + test::lines_of(shown, zone) +
               "\nby the book: " + test::lines_of(meant, zone);
    }
    const std::optional<ClockDeed> next = book_.next_deed();
    return next_due(context(), state_) == (next ? std::optional(next->moment) : std::nullopt)
               ? ""
               : "the next moment that counts";
}

std::string TwiceTold::ask(const Turn& turn) {
    const Calendar& calendar = world_.calendars[turn.calendar];
    CaseContext asking = context();
    asking.next_calendar = &calendar;
    asking.next_sop = world_.versions[turn.version].get();
    book_.offer(calendar, world_.books[turn.version]);
    const std::string expected = book_.ask(turn.command);
    Judgement answer = asked_.decide(asking, state_, turn.command);
    refusal_ = answer.refusal;
    const std::string code = refusal_ ? refusal_->code : "";
    if (code != expected && (code.empty() || !book_.reasons().contains(code))) {
        return "answer: \"" + code + "\", by the book: \"" + expected + "\"";
    }
    untold_ = compare_plan(asking, turn, answer);
    events_ = std::move(answer.events);
    if (code.empty() && std::holds_alternative<MigrateCase>(turn.command.action)) {
        scene_.sop = world_.versions[turn.version];
    }
    if (code.empty() && std::holds_alternative<RecomputeCase>(turn.command.action)) {
        scene_.calendar = &calendar;
    }
    return "";
}

/// A dry run is judged as the command is, and tells what it does.
std::string TwiceTold::compare_plan(const CaseContext& context, const Turn& turn,
                                    const Judgement& answer) const {
    if (answer.refused() && !answer.events.empty()) {
        return "a refusal with events";
    }
    const CaseState after = applied(state_, answer.events);
    if (std::holds_alternative<MigrateCase>(turn.command.action)) {
        const MigrationPlan plan = plan_migration(context, state_, turn.command);
        if (plan.judgement != answer) {
            return "the dry run of a migration is judged otherwise";
        }
        return answer.refused()
                   ? ""
                   : untold(plan, state_, context.sop->sop(), after, context.next_sop->sop());
    }
    if (!std::holds_alternative<RecomputeCase>(turn.command.action)) {
        return "";
    }
    const Recompute plan = plan_recompute(context, state_, turn.command);
    if (plan.judgement != answer) {
        return "the dry run of a recompute is judged otherwise";
    }
    if (answer.refused()) {
        return "";
    }
    if (context.next_calendar->digest() == state_.calendar_digest && !plan.changes.empty()) {
        return "the same calendar moves a deadline";
    }
    for (const KeptDue& kept : plan.kept) {
        const bool moves = std::ranges::any_of(plan.changes, [&](const Recomputed& change) {
            return change.task == kept.change.task;
        });
        if (moves) {
            return "a deadline stays and moves";
        }
    }
    return only_dues_differ(state_, after) ? "" : "a recompute changes more than deadlines";
}

std::string TwiceTold::tick(const Turn& turn) {
    const Zone zone = scene_.calendar->zone();
    events_ = asked_.tick(context(), state_, *turn.tick);
    CaseState in_parts = state_;
    std::vector<Event> parts;
    std::vector<Instant> moments = turn.between;
    moments.push_back(*turn.tick);
    for (const Instant moment : moments) {
        const std::vector<Event> more = asked_.tick(context(), in_parts, moment);
        in_parts = applied(std::move(in_parts), more);
        parts.insert(parts.end(), more.begin(), more.end());
    }
    const std::vector<ClockDeed> done = deeds_of(events_);
    const std::vector<ClockDeed> meant = book_.tick(*turn.tick);
    if (done != meant) {
        return "the clock did:" + lines_of(done, zone) + "\nby the book:" + lines_of(meant, zone);
    }
    if (deeds_of(parts) != done) {
        return "in parts the clock did:" + lines_of(deeds_of(parts), zone) +
               "\nat once:" + lines_of(done, zone);
    }
    if (!asked_.tick(context(), applied(state_, events_), *turn.tick).empty()) {
        return "the clock does something twice";
    }
    return "";
}

std::string TwiceTold::replay() const {
    return applied(CaseState{}, journal_) == state_ ? "" : "the events make another state";
}

} // namespace tertib::test
