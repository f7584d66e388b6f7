// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/why_json.hpp"

#include "base/finding_members.hpp"
#include "base/json_writer.hpp"
#include "time/instant_members.hpp"

#include <vector>

namespace tertib {
namespace {

void write_options(JsonWriter& json, const std::vector<Option>& options) {
    json.key("options");
    json.begin_array();
    for (const Option& option : options) {
        json.begin_object();
        json.member("verb", option.verb);
        json.member("chance", name(option.chance));
        json.key("refusal");
        write_or_null(json, option.refusal);
        json.member("choices", option.choices);
        json.end_object();
    }
    json.end_array();
}

void write_task(JsonWriter& json, const TaskReason& task, Zone zone) {
    json.begin_object();
    json.member("task", text(task.task));
    json.member("step", task.task.step);
    json.member("uraian", task.uraian);
    json.member("state", name(task.state));
    write_or_null(json, "holder", task.holder);
    json.member("pelaksana", task.pelaksana);
    json.member("since", text(task.since, zone));
    write_instant(json, "due", task.due, zone);
    write_instant(json, "waiting_since", task.waiting_since, zone);
    json.member("missing", task.missing);
    write_options(json, task.options);
    json.end_object();
}

} // namespace

std::string to_json(const Why& why, Zone zone) {
    JsonWriter json;
    json.begin_object();
    json.member("schema", "tertib.why/1");
    json.member("case", why.case_id);
    json.member("by", why.by.person);
    json.member("as", why.by.as);
    json.member("now", text(why.now, zone));
    json.member("status", name(why.status));
    json.key("tasks");
    json.begin_array();
    for (const TaskReason& task : why.tasks) {
        write_task(json, task, zone);
    }
    json.end_array();
    json.member("parked", why.parked);
    write_options(json, why.options);
    json.end_object();
    return json.take();
}

} // namespace tertib
