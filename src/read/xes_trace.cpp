// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/xes_trace.hpp"

#include "tertib/base/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>

namespace tertib {
namespace {

/// What an event of a standard lifecycle model says about its activity.
enum class Phase : std::uint8_t { complete, start, other, unknown };

constexpr std::array<std::string_view, 10> other_phases = {
    "schedule",   "assign",  "withdraw", "reassign", "autoskip",
    "manualskip", "suspend", "resume",   "pi_abort", "ate_abort"};

Phase phase_of(std::string_view transition) {
    if (transition.empty() || transition == "complete") {
        return Phase::complete;
    }
    if (transition == "start") {
        return Phase::start;
    }
    const std::string name = lower(transition);
    if (name == "complete" || name == "start") {
        return name == "start" ? Phase::start : Phase::complete;
    }
    return std::ranges::find(other_phases, name) != other_phases.end() ? Phase::other
                                                                       : Phase::unknown;
}

std::uint32_t place_of(std::int64_t line) {
    return line > std::numeric_limits<std::uint32_t>::max() ? 0 : static_cast<std::uint32_t>(line);
}

/// Equal, also where both are no number.
bool same(const LogValue& a, const LogValue& b) {
    const auto* const real = std::get_if<double>(&a);
    const auto* const other = std::get_if<double>(&b);
    if (real != nullptr && other != nullptr && std::isnan(*real)) {
        return std::isnan(*other);
    }
    return a == b;
}

/// The column of what a start says otherwise than its complete.
std::string start_path(std::string_view path) {
    return std::string(xes_start_prefix) + std::string(path);
}

} // namespace

ColumnType type_of(const LogValue& value) noexcept {
    constexpr std::array<ColumnType, 6> types = {ColumnType::text,    ColumnType::text,
                                                 ColumnType::integer, ColumnType::real,
                                                 ColumnType::boolean, ColumnType::stamp};
    return types[value.index()];
}

void XesEvent::clear() {
    activity = resource = role = outcome = transition = instance = {};
    time = {};
    extras.clear();
}

XesTrace::XesTrace(LogBuilder& builder, XesKeys& keys, XesNotes& notes, OtherTransitions others)
    : builder_(&builder),
      keys_(&keys),
      notes_(&notes),
      others_(others),
      event_(std::make_unique<XesEvent>()) {}

void XesTrace::add_event() {
    XesEvent& event = *event_;
    if (event.activity.empty()) {
        notes_->note("XES-ACTIVITY-MISSING", event.line);
    }
    if (!event.time.known()) {
        notes_->note("XES-TIME-MISSING", event.line);
    }
    switch (phase_of(event.transition)) {
    case Phase::start: wait(); return;
    case Phase::complete: {
        const std::unique_ptr<XesEvent> start = waiting_count_ == 0 ? nullptr : started();
        if (start) {
            merge(*start);
        }
        add_row(event, start ? start->time : EventStamp{}, event.time);
        break;
    }
    case Phase::unknown:
        notes_->note("XES-TRANSITION-UNKNOWN", event.line, event.transition);
        keep_transition();
        add_row(event, {}, event.time);
        break;
    case Phase::other:
        if (others_ == OtherTransitions::set_aside) {
            notes_->note("XES-TRANSITION-ASIDE", event.line, event.transition);
            break;
        }
        keep_transition();
        add_row(event, {}, event.time);
        break;
    }
    event.clear();
    if (waiting_.empty()) {
        arena_.clear();
    }
}

void XesTrace::keep_transition() {
    event_->extras.push_back({.key = keys_->find("lifecycle:transition", XesElement::text),
                              .value = event_->transition});
}

void XesTrace::wait() {
    Queue& queue = waiting_[{event_->activity, event_->instance}];
    queue.starts.push_back({.order = ++order_, .event = std::move(event_)});
    ++waiting_count_;
    event_ = std::make_unique<XesEvent>();
}

/// The start that waited longest for the present event, if any.
std::unique_ptr<XesEvent> XesTrace::started() {
    const auto found = waiting_.find({event_->activity, event_->instance});
    if (found == waiting_.end() || found->second.first == found->second.starts.size()) {
        return nullptr;
    }
    Queue& queue = found->second;
    std::unique_ptr<XesEvent> start = std::move(queue.starts[queue.first++].event);
    --waiting_count_;
    return start;
}

/// Takes over what the start says: as the row's where the complete doesn't say it, and as the
/// start's own where it says otherwise.
void XesTrace::merge(const XesEvent& start) {
    merge_text(&XesEvent::resource, start, "org:resource");
    merge_text(&XesEvent::role, start, "org:role");
    merge_text(&XesEvent::outcome, start, "tertib:outcome");
    for (const XesExtra& extra : start.extras) {
        merge_extra(extra);
    }
}

void XesTrace::merge_text(std::string_view XesEvent::* field, const XesEvent& start,
                          std::string_view path) {
    std::string_view& own = (*event_).*field;
    const std::string_view other = start.*field;
    if (own.empty()) {
        own = other;
    } else if (!other.empty() && own != other) {
        const std::size_t key = keys_->find(start_path(path), XesElement::text);
        event_->extras.push_back({.key = key, .value = other});
    }
}

void XesTrace::merge_extra(const XesExtra& extra) {
    const auto own = std::ranges::find_if(event_->extras, [&](const XesExtra& each) {
        return each.key == extra.key && each.value.index() == extra.value.index();
    });
    if (own == event_->extras.end()) {
        event_->extras.push_back(extra);
    } else if (!same(own->value, extra.value)) {
        const XesElement element = (*keys_)[extra.key].element;
        const std::size_t key = keys_->find(start_path((*keys_)[extra.key].path), element);
        event_->extras.push_back({.key = key, .value = extra.value});
    }
}

void XesTrace::add_row(const XesEvent& event, const EventStamp& start, const EventStamp& complete) {
    builder_->add({.case_code = case_,
                   .activity = builder_->activity(event.activity),
                   .resource = builder_->resource(event.resource),
                   .role = builder_->role(event.role),
                   .outcome = builder_->outcome(event.outcome),
                   .start = start,
                   .complete = complete,
                   .place = place_of(event.line)});
    for (const XesExtra& extra : event.extras) {
        builder_->set(keys_->column(extra.key, type_of(extra.value)), extra.value);
    }
}

void XesTrace::finish() {
    if (waiting_.empty()) {
        return;
    }
    std::vector<Waiting> open;
    open.reserve(waiting_count_);
    for (auto& [key, queue] : waiting_) {
        std::move(queue.starts.begin() + static_cast<std::ptrdiff_t>(queue.first),
                  queue.starts.end(), std::back_inserter(open));
    }
    std::ranges::sort(open, {}, &Waiting::order);
    for (const Waiting& start : open) {
        notes_->note("XES-START-OPEN", start.event->line);
        add_row(*start.event, start.event->time, {});
    }
    waiting_.clear();
    waiting_count_ = 0;
    arena_.clear();
}

} // namespace tertib
