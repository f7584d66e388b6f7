// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/case_list_json.hpp"

#include "base/json_writer.hpp"
#include "time/instant_members.hpp"

namespace tertib {
namespace {

void write(JsonWriter& json, const CaseItem& item) {
    json.begin_object();
    json.member("case", item.row.id);
    json.member("status", name(item.row.status));
    json.member("sop_digest", item.row.sop_digest);
    json.member("nama", item.nama);
    json.member("started", text(item.row.started, item.zone));
    json.member("recorded", text(item.row.recorded, item.zone));
    json.key("events");
    json.raw(std::to_string(item.row.events));
    write_or_null(json, "result", item.row.result);
    std::vector<std::string> open;
    open.reserve(item.open.size());
    for (const TaskId& task : item.open) {
        open.push_back(text(task));
    }
    json.member("open", open);
    write_instant(json, "due", item.due, item.zone);
    json.member_truth("overdue", item.overdue);
    json.end_object();
}

} // namespace

std::string to_json(const CaseList& list) {
    JsonWriter json;
    json.begin_object();
    json.member("schema", "tertib.cases/1");
    json.key("cases");
    json.begin_array();
    for (const CaseItem& item : list.items) {
        write(json, item);
    }
    json.end_array();
    write_or_null(json, "after", list.after);
    json.end_object();
    return json.take();
}

} // namespace tertib
