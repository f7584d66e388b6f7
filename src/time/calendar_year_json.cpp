// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/calendar_year_json.hpp"

#include "base/finding_members.hpp"
#include "base/json_writer.hpp"
#include "time/calendar_members.hpp"

namespace tertib {
namespace {

void write_members(JsonWriter& json, const CalendarMonth& month) {
    json.key("working_days");
    json.number(month.working_days);
    json.key("working_minutes");
    json.number(std::chrono::floor<std::chrono::minutes>(month.work.time).count());
}

void write_months(JsonWriter& json, const CalendarYear& year) {
    json.key("months");
    json.begin_array();
    for (std::size_t i = 0; i < year.months.size(); ++i) {
        json.begin_object(JsonWriter::Shape::line);
        json.key("month");
        json.number(static_cast<std::int64_t>(i) + 1);
        write_members(json, year.months[i]);
        json.end_object();
    }
    json.end_array();
}

} // namespace

std::string to_json(const CalendarYear& year, const Calendar& calendar) {
    JsonWriter json;
    json.begin_object();
    json.member("schema", "tertib.calendar_year/1");
    json.key("calendar");
    write_reference(json, calendar);
    json.key("year");
    json.number(year.year);
    write_members(json, year.whole());
    write_months(json, year);
    json.key("special");
    json.begin_array();
    for (const SpecialDays& days : year.special) {
        json.begin_object();
        json.member("first", text(days.first));
        json.member("last", text(days.last));
        write_members(json, days.day);
        json.end_object();
    }
    json.end_array();
    json.key("findings");
    write(json, year.findings);
    json.end_object();
    return json.take();
}

} // namespace tertib
