// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/testkit/coverage_json.hpp"

#include "base/json_writer.hpp"

namespace tertib {
namespace {

void write_step(JsonWriter& json, const StepCoverage& step) {
    json.begin_object(JsonWriter::Shape::line);
    json.member("step", step.step);
    json.member_number("arrivals", static_cast<std::int64_t>(step.arrivals));
    json.member_number("completions", static_cast<std::int64_t>(step.completions));
    json.member_number("skips", static_cast<std::int64_t>(step.skips));
    json.end_object();
}

void write_flow(JsonWriter& json, const FlowCoverage& flow) {
    json.begin_object(JsonWriter::Shape::line);
    json.member("from", flow.from);
    json.member("to", flow.to);
    json.member_or_null("outcome", flow.outcome);
    json.member_number("times", static_cast<std::int64_t>(flow.times));
    json.end_object();
}

} // namespace

std::string to_json(const Coverage& coverage) {
    JsonWriter json;
    json.begin_object();
    json.member("schema", "tertib.coverage/1");
    json.member("sop_digest", coverage.sop_digest);
    json.member_number("cases", static_cast<std::int64_t>(coverage.cases));
    json.member_number("percent", coverage.percent());
    json.key("steps");
    json.begin_array();
    for (const StepCoverage& step : coverage.steps) {
        write_step(json, step);
    }
    json.end_array();
    json.key("flows");
    json.begin_array();
    for (const FlowCoverage& flow : coverage.flows) {
        write_flow(json, flow);
    }
    json.end_array();
    json.member("steps_never", coverage.steps_never());
    json.member("flows_never", coverage.flows_never());
    json.end_object();
    return json.take();
}

} // namespace tertib
