// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/calendar_diff_json.hpp"

#include "base/json_writer.hpp"
#include "time/calendar_members.hpp"

namespace tertib {

std::string calendar_diff_json(const Calendar& before, const Calendar& after, LocalDay first,
                               LocalDay last) {
    const auto write_day = [](JsonWriter& json, std::string_view key, const CalendarDay& day) {
        json.key(key);
        json.begin_object();
        write_members(json, day);
        json.end_object();
    };
    JsonWriter json;
    json.begin_object();
    json.member("schema", "tertib.calendar_diff/1");
    json.key("before");
    write_reference(json, before);
    json.key("after");
    write_reference(json, after);
    json.member("first", text(first));
    json.member("last", text(last));
    json.key("changes");
    json.begin_array();
    for (const CalendarChange& change : calendar_diff(before, after, first, last)) {
        json.begin_object();
        json.member("date", text(change.day));
        write_day(json, "before", change.before);
        write_day(json, "after", change.after);
        json.end_object();
    }
    json.end_array();
    json.end_object();
    return json.take();
}

} // namespace tertib
