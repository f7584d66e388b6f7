// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/recompute_json.hpp"

#include "run/recomputed_members.hpp"

namespace tertib {

std::string to_json(const Recompute& plan, Zone zone) {
    JsonWriter json;
    json.begin_object();
    json.member("schema", "tertib.recompute/1");
    json.key("refusal");
    write_or_null(json, plan.judgement.refusal);
    json.key("changes");
    json.begin_array();
    for (const Recomputed& change : plan.changes) {
        json.begin_object(JsonWriter::Shape::line);
        write_members(json, change, zone);
        json.end_object();
    }
    json.end_array();
    write_kept(json, plan.kept, zone);
    json.end_object();
    return json.take();
}

} // namespace tertib
