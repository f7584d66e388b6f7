// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/tick_report_json.hpp"

#include "base/json_writer.hpp"
#include "time/instant_members.hpp"

namespace tertib {

std::string to_json(const TickReport& report, Zone zone) {
    JsonWriter json;
    json.begin_object();
    json.member("schema", "tertib.tick/1");
    json.member("now", text(report.now, zone));
    json.key("missed");
    json.begin_array();
    for (const DeadlineRow& row : report.missed) {
        json.begin_object(JsonWriter::Shape::line);
        json.member("case", row.case_id);
        json.member_or_null("task",
                            row.task.step.empty() ? std::nullopt : std::optional(text(row.task)));
        json.member("missed_from", text(row.missed_from, zone));
        json.end_object();
    }
    json.end_array();
    json.key("rules");
    json.begin_array();
    for (const FollowedRule& each : report.rules) {
        json.begin_object(JsonWriter::Shape::line);
        json.member("case", each.moment.case_id);
        json.member("task", text(each.moment.task));
        json.member_number("rule", each.moment.rule);
        json.member("did", name(each.kind));
        json.member("at", text(each.moment.missed_from, zone));
        json.end_object();
    }
    json.end_array();
    write_instant(json, "next_due", report.next_due, zone);
    json.end_object();
    return json.take();
}

} // namespace tertib
