// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/sop_revision_json.hpp"

#include "base/finding_members.hpp"
#include "base/json_writer.hpp"
#include "time/instant_members.hpp"

namespace tertib {
namespace {

void write(JsonWriter& json, const RevisedCase& touched) {
    json.begin_object();
    json.member("case", touched.case_id);
    json.member("status", name(touched.status));
    json.key("tasks");
    json.begin_array();
    for (const RevisedTask& each : touched.tasks) {
        json.begin_object(JsonWriter::Shape::line);
        json.member("task", text(each.task));
        json.member("fate", name(each.fate));
        write_or_null(json, "step", each.step);
        json.end_object();
    }
    json.end_array();
    json.end_object();
}

} // namespace

std::string to_json(const SopRevision& revision) {
    JsonWriter json;
    json.begin_object();
    json.member("schema", "tertib.revision/1");
    json.member("old_sop", revision.old_sop);
    json.member("sop", revision.sop);
    json.key("cases");
    json.begin_array();
    for (const RevisedCase& touched : revision.cases) {
        write(json, touched);
    }
    json.end_array();
    write_or_null(json, "after", revision.after);
    json.key("findings");
    write(json, revision.findings);
    json.end_object();
    return json.take();
}

} // namespace tertib
