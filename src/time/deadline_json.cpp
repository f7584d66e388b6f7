// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/deadline_json.hpp"

#include "base/finding_members.hpp"
#include "base/json_writer.hpp"
#include "time/calendar_members.hpp"
#include "time/waktu_members.hpp"

namespace tertib {
namespace {

void write_stops(JsonWriter& json, const Deadline& deadline) {
    json.key("stops");
    json.begin_array();
    for (const ClockStop& stop : deadline.stops) {
        json.begin_object(JsonWriter::Shape::line);
        json.member("from", text(stop.from, deadline.zone));
        json.member("until", text(stop.until, deadline.zone));
        json.end_object();
    }
    json.end_array();
}

void write_calendar(JsonWriter& json, const Deadline& deadline) {
    json.key("calendar");
    json.begin_object();
    json.member("label", deadline.calendar);
    json.member("version", deadline.calendar_version);
    json.member("digest", deadline.calendar_digest);
    json.member_or_null("known_on",
                        deadline.known_on ? std::optional(text(*deadline.known_on)) : std::nullopt);
    json.member("zone", deadline.zone.text());
    json.end_object();
}

void write(JsonWriter& json, const ExplainedDay& each) {
    json.begin_object(JsonWriter::Shape::line);
    json.member("date", text(each.day));
    json.member("reason", name(each.reason));
    json.key("counted_seconds");
    write(json, each.counted);
    json.key("day_number");
    if (each.day_number == 0) {
        json.null();
    } else {
        json.number(each.day_number);
    }
    json.key("hours");
    write(json, std::span<const WorkSpan>(each.hours));
    json.member("name", each.name);
    json.member("source", each.source);
    json.end_object();
}

void write_walk(JsonWriter& json, const Explanation& explanation) {
    json.key("days");
    json.begin_array();
    for (const ExplainedDay& day : explanation.days) {
        write(json, day);
    }
    json.end_array();
    json.key("left_out");
    json.number(explanation.left_out);
    write_texts(json, "paragraph", paragraph(explanation, Language::id),
                paragraph(explanation, Language::en));
}

} // namespace

std::string to_json(const Explanation& explanation, WalkInJson walk) {
    const Deadline& deadline = explanation.deadline;
    JsonWriter json;
    json.begin_object();
    json.member("schema", "tertib.deadline/1");
    json.member_or_null("deadline", deadline.due ? std::optional(text(*deadline.due, deadline.zone))
                                                 : std::nullopt);
    json.member("start", text(deadline.start, deadline.zone));
    json.member("direction", name(deadline.direction));
    json.key("waktu");
    write(json, deadline.waktu);
    write_stops(json, deadline);
    write_calendar(json, deadline);
    json.key("findings");
    write(json, deadline.findings);
    if (walk == WalkInJson::told) {
        write_walk(json, explanation);
    }
    json.end_object();
    return json.take();
}

} // namespace tertib
