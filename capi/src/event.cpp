// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "event.hpp"

#include "guard.hpp"

#include "tertib/run/event_json.hpp"
#include "tertib/time/calendar_name.hpp"

#include <optional>

using namespace tertib::capi;

namespace tertib::capi {

tertib_event event_of(const Event& event, Zone zone) {
    return {.event = event,
            .kind = std::string(name(event.kind)),
            .task = event.task.step.empty() ? std::string() : text(event.task),
            .zone = zone};
}

tertib_events events_of(const std::vector<Event>& events, Zone zone) {
    tertib_events made;
    made.list.reserve(events.size());
    for (const Event& event : events) {
        made.list.push_back(event_of(event, zone));
    }
    return made;
}

Zone zone_of_label(std::string_view label) {
    return label.empty() ? wib() : read_calendar_name(label).zone.value_or(wib());
}

Zone zone_of_case(Store& store, std::string_view case_id) {
    const std::optional<CaseState> state = store.find_case(case_id);
    return zone_of_label(state ? std::string_view(state->calendar) : std::string_view());
}

} // namespace tertib::capi

size_t tertib_events_count(const tertib_events* events) {
    return events != nullptr ? events->list.size() : 0;
}

const tertib_event* tertib_events_at(const tertib_events* events, size_t index) {
    return index < tertib_events_count(events) ? &events->list[index] : nullptr;
}

void tertib_events_free(tertib_events* events) {
    free_handle(events);
}

const char* tertib_event_case(const tertib_event* event) {
    return event != nullptr ? event->event.case_id.c_str() : nullptr;
}

uint64_t tertib_event_number(const tertib_event* event) {
    return event != nullptr ? event->event.number : 0;
}

const char* tertib_event_kind(const tertib_event* event) {
    return event != nullptr ? event->kind.c_str() : nullptr;
}

const char* tertib_event_step(const tertib_event* event) {
    return event != nullptr ? event->event.task.step.c_str() : nullptr;
}

const char* tertib_event_task(const tertib_event* event) {
    return event != nullptr ? event->task.c_str() : nullptr;
}

const char* tertib_event_outcome(const tertib_event* event) {
    return event != nullptr ? event->event.outcome.c_str() : nullptr;
}

const char* tertib_event_result(const tertib_event* event) {
    return event != nullptr ? event->event.result.c_str() : nullptr;
}

int32_t tertib_event_ends_case(const tertib_event* event) {
    if (event == nullptr) {
        return TERTIB_E_ARGUMENT;
    }
    return event->event.ends_case ? 1 : 0;
}

tertib_status tertib_event_to_json(const tertib_event* event, tertib_buf* out,
                                   tertib_error** error) {
    if (out != nullptr) {
        *out = {nullptr, 0};
    }
    return guarded(error, [&] {
        require(event, "event");
        require(out, "out");
        fill(out, tertib::to_json(event->event, event->zone));
    });
}
