// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/migration_json.hpp"

#include "base/finding_members.hpp"
#include "base/json_writer.hpp"
#include "run/recomputed_members.hpp"
#include "time/instant_members.hpp"

namespace tertib {
namespace {

void write(JsonWriter& json, const MigratedTask& task, Zone zone) {
    json.begin_object(JsonWriter::Shape::line);
    json.member("from", text(task.from));
    const std::optional<TaskId>& to = task.to;
    json.member_or_null("to", to ? std::optional(text(*to)) : std::nullopt);
    write_instant(json, "old_due", task.old_due, zone);
    write_instant(json, "new_due", task.new_due, zone);
    json.member_truth("let_go", task.let_go);
    json.member("undone", task.undone);
    write_or_null(json, "reassigned_no_longer", task.reassigned_no_longer);
    json.end_object();
}

void write_tasks(JsonWriter& json, const MigrationPlan& plan, Zone zone) {
    json.key("tasks");
    json.begin_array();
    for (const MigratedTask& task : plan.tasks) {
        write(json, task, zone);
    }
    json.end_array();
    json.key("tokens");
    json.begin_array();
    for (const MigratedToken& token : plan.tokens) {
        json.begin_object(JsonWriter::Shape::line);
        json.member("from", token.from);
        write_or_null(json, "to", token.to);
        json.end_object();
    }
    json.end_array();
    json.key("opened");
    json.begin_array(JsonWriter::Shape::line);
    for (const TaskId& task : plan.opened) {
        json.text(text(task));
    }
    json.end_array();
}

} // namespace

std::string to_json(const MigrationPlan& plan, Zone zone) {
    JsonWriter json;
    json.begin_object();
    json.member("schema", "tertib.migration/1");
    json.key("refusal");
    write_or_null(json, plan.judgement.refusal);
    write_tasks(json, plan, zone);
    json.member("forgotten_steps", plan.forgotten_steps);
    json.key("lost_produk");
    json.begin_array();
    for (const LostProduk& lost : plan.lost_produk) {
        json.begin_object(JsonWriter::Shape::line);
        json.member("step", lost.step);
        json.member("produk", lost.produk);
        json.end_object();
    }
    json.end_array();
    write_kept(json, plan.kept, zone);
    json.end_object();
    return json.take();
}

} // namespace tertib
