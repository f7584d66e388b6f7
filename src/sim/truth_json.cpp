// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/sim/truth_json.hpp"

#include "base/json_writer.hpp"

namespace tertib {

std::string to_json(const Truth& truth, Zone zone) {
    JsonWriter json;
    json.begin_object();
    json.member("schema", "tertib.truth/1");
    json.member("sop_digest", truth.sop_digest);
    json.member("seed", std::to_string(truth.seed)); // 64 bits: more than JSON's readers keep
    json.member("now", text(truth.now, zone));
    json.key("entries");
    json.begin_array();
    for (const TruthEntry& each : truth.entries) {
        json.begin_object(JsonWriter::Shape::line);
        json.member("case", each.of_case);
        json.member_or_null("step", each.step.empty() ? std::nullopt : std::optional(each.step));
        json.member("code", name(each.code));
        json.member("reason", name(each.reason));
        json.end_object();
    }
    json.end_array();
    json.end_object();
    return json.take();
}

} // namespace tertib
