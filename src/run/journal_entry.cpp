// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/journal_entry.hpp"

#include "tertib/base/error.hpp"
#include "tertib/run/apply.hpp"
#include "tertib/run/event_json.hpp"
#include "tertib/run/timely.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace tertib {

namespace {

/// The node to which a token on this flow goes; nothing for what is no flow of the net.
[[nodiscard]] std::optional<NodeIndex> target_of(const ReadySop& sop, std::uint32_t flow) {
    if (flow >= sop.sop().flow().size()) {
        return std::nullopt;
    }
    const std::optional<EdgeIndex> edge = sop.edge_of(flow);
    return edge ? std::optional(sop.graph().digraph().edge(*edge).to) : std::nullopt;
}

[[nodiscard]] bool fits(const ReadySop& sop, const Task& task) {
    return task.step < sop.sop().steps().size() &&
           target_of(sop, task.flow) == StepGraph::step_node(task.step);
}

[[nodiscard]] bool fits(const ReadySop& sop, const ParkedToken& token) {
    const std::optional<NodeIndex> target = target_of(sop, token.flow);
    return target && sop.graph().kind(*target) == NodeKind::gateway;
}

/// Bytes may come from anywhere, and every place in them is looked up without asking again.
[[nodiscard]] bool fits(const ReadySop& sop, const CaseState& state) {
    const auto& steps = sop.sop().steps();
    const auto same_sop = [&](const auto& each) { return fits(sop, each); };
    if (state.steps.size() != steps.size() || !std::ranges::all_of(state.tasks, same_sop) ||
        !std::ranges::all_of(state.parked, same_sop)) {
        return false;
    }
    for (std::size_t step = 0; step < steps.size(); ++step) {
        const auto missing = [&](std::uint32_t place) {
            return place >= steps[step].produk.size();
        };
        if (std::ranges::any_of(state.steps[step].produk, missing)) {
            return false;
        }
    }
    return true;
}

void need_context(const CaseContext& context) {
    if (context.sop == nullptr || context.calendar == nullptr) {
        throw Error(ErrorCode::argument, "a case is judged by an Sop and a calendar");
    }
}

/// What the case is judged by once the event has happened.
[[nodiscard]] CaseContext context_after(CaseContext context, const Event& event) {
    if (event.kind == EventKind::migrated) {
        context.sop = context.next_sop;
    }
    if (event.kind == EventKind::recomputed && context.next_calendar != nullptr) {
        context.calendar = context.next_calendar;
    }
    return context;
}

[[nodiscard]] JournalEntry entry_of(CaseContext context, std::string_view kept,
                                    CaseSnapshot snapshot, std::vector<Event> events,
                                    const SaltSource& salt) {
    JournalEntry entry;
    entry.sealed.reserve(events.size());
    for (const Event& event : events) {
        entry.sealed.push_back(seal(snapshot.head, event, salt()));
        snapshot.head = entry.sealed.back().hash;
        context = context_after(context, event);
        snapshot.state = apply(*context.sop, std::move(snapshot.state), event);
    }
    entry.kept = events.empty() ? std::string(kept) : to_bytes(snapshot);
    entry.after = std::move(snapshot.state);
    entry.events = std::move(events);
    if (entry.after.status != CaseStatus::none) {
        entry.next_due = next_due(context, entry.after);
    }
    return entry;
}

} // namespace

JournalEntry enter(const CaseContext& context, std::string_view kept, const Command& command,
                   const SaltSource& salt) {
    need_context(context);
    CaseSnapshot snapshot = kept_case(*context.sop, kept);
    Judgement judgement = decide(context, snapshot.state, command);
    JournalEntry entry =
        entry_of(context, kept, std::move(snapshot), std::move(judgement.events), salt);
    entry.refusal = std::move(judgement.refusal);
    const auto* erase = std::get_if<EraseBody>(&command.action);
    entry.erased = erase != nullptr && !entry.refusal ? erase->event : 0;
    return entry;
}

JournalEntry enter_missed(const CaseContext& context, std::string_view kept, Instant now,
                          const SaltSource& salt) {
    need_context(context);
    CaseSnapshot snapshot = kept_case(*context.sop, kept);
    if (snapshot.state.status == CaseStatus::none) {
        return entry_of(context, kept, std::move(snapshot), {}, salt);
    }
    if (snapshot.state.calendar_digest != context.calendar->digest()) {
        throw Error(ErrorCode::argument, "the case's deadlines rest on the calendar " +
                                             snapshot.state.calendar + ", not the one given");
    }
    std::vector<Event> events = tick(context, snapshot.state, now);
    return entry_of(context, kept, std::move(snapshot), std::move(events), salt);
}

CaseSnapshot kept_case(const ReadySop& sop, std::string_view kept) {
    if (kept.empty()) {
        return {};
    }
    CaseSnapshot snapshot = case_from_bytes(kept);
    const CaseState& state = snapshot.state;
    if (state.status == CaseStatus::none) {
        throw Error(ErrorCode::damaged, "the bytes are those of a case that hasn't started");
    }
    if (state.sop_digest != sop.sop().digest()) {
        throw Error(ErrorCode::argument,
                    "the case runs by the Sop " + state.sop_digest + ", not the one given");
    }
    if (!fits(sop, state)) {
        throw Error(ErrorCode::damaged,
                    "case " + state.id + " can't stand like that: its Sop lacks a place");
    }
    return snapshot;
}

std::string journal_lines(const JournalEntry& entry, Zone zone) {
    std::string lines;
    for (std::size_t i = 0; i < entry.events.size(); ++i) {
        lines += journal_line(entry.sealed[i], entry.events[i], zone);
    }
    return lines;
}

} // namespace tertib
