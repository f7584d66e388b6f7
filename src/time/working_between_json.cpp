// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/working_between_json.hpp"

#include "base/finding_members.hpp"
#include "base/json_writer.hpp"
#include "time/calendar_members.hpp"

namespace tertib {

std::string to_json(const WorkingBetween& between, const Calendar& calendar) {
    JsonWriter json;
    json.begin_object();
    json.member("schema", "tertib.between/1");
    json.member("from", text(between.from, calendar.zone()));
    json.member("until", text(between.until, calendar.zone()));
    json.key("working_minutes");
    json.number(std::chrono::floor<std::chrono::minutes>(between.work.time).count());
    json.key("working_seconds");
    write(json, between.work);
    json.key("working_days");
    json.number(between.working_days);
    json.key("calendar");
    write_reference(json, calendar);
    json.key("findings");
    write(json, between.findings);
    json.end_object();
    return json.take();
}

} // namespace tertib
