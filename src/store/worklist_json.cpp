// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/worklist_json.hpp"

#include "base/json_writer.hpp"
#include "time/instant_members.hpp"

namespace tertib {
namespace {

void write(JsonWriter& json, const WorkItem& item) {
    json.begin_object();
    json.member("case", item.case_id);
    json.member("status", name(item.status));
    json.member("nama", item.nama);
    json.member("task", text(item.task));
    json.member("step", item.task.step);
    json.member("no", item.no);
    json.member("uraian", item.uraian);
    json.member("state", name(item.state));
    write_or_null(json, "holder", item.holder);
    write_or_null(json, "holder_as", item.holder_as);
    json.member("since", text(item.clock.since, item.zone));
    write_instant(json, "due", item.clock.due, item.zone);
    write_instant(json, "promised", item.clock.promised, item.zone);
    json.member_truth("overdue", item.clock.overdue);
    write_instant(json, "waiting_since", item.clock.stopped_since, item.zone);
    json.end_object();
}

} // namespace

std::string to_json(const Worklist& list) {
    JsonWriter json;
    json.begin_object();
    json.member("schema", "tertib.worklist/1");
    json.member("pelaksana", list.pelaksana);
    json.key("tasks");
    json.begin_array();
    for (const WorkItem& item : list.items) {
        write(json, item);
    }
    json.end_array();
    write_or_null(json, "after", list.after);
    json.end_object();
    return json.take();
}

} // namespace tertib
