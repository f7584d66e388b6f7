// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "time/calendar_members.hpp"

namespace tertib {
namespace {

std::string clock(std::uint16_t minute) {
    const auto two = [](unsigned number) {
        return std::string(1, static_cast<char>('0' + number / 10)) +
               static_cast<char>('0' + number % 10);
    };
    return two(minute / 60U) + ":" + two(minute % 60U);
}

void write_fact(JsonWriter& json, std::string_view key, const CalendarFact* fact) {
    json.key(key);
    if (fact == nullptr) {
        json.null();
        return;
    }
    json.begin_object(JsonWriter::Shape::line);
    json.member("layer", name(fact->layer));
    json.member("kind", name(fact->kind));
    json.member("name", fact->name);
    json.member("source", fact->source);
    json.member("sure", name(fact->sure));
    json.end_object();
}

} // namespace

std::string text(WorkSpan span) {
    return clock(span.from) + "-" + clock(span.to);
}

void write(JsonWriter& json, std::span<const WorkSpan> hours) {
    json.begin_array(JsonWriter::Shape::line);
    for (const WorkSpan& span : hours) {
        json.text(text(span));
    }
    json.end_array();
}

void write(JsonWriter& json, Work work) {
    json.number(Decimal::from(work.time.count(), 6));
}

void write_members(JsonWriter& json, const CalendarDay& day) {
    json.key("hours");
    write(json, day.hours);
    write_fact(json, "decided_by", day.day_fact);
    write_fact(json, "hours_by", day.hours_fact);
}

void write_reference(JsonWriter& json, const Calendar& calendar) {
    json.begin_object();
    json.member("label", calendar.label());
    json.member("name", calendar.name());
    json.member("version", calendar.version());
    json.member("digest", calendar.digest());
    const std::optional<LocalDay> known_on = calendar.known_on();
    json.member_or_null("known_on", known_on ? std::optional(text(*known_on)) : std::nullopt);
    json.member("zone", calendar.zone().text());
    json.end_object();
}

} // namespace tertib
