// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/case_state_json.hpp"

#include "base/json_writer.hpp"
#include "tertib/base/error.hpp"
#include "time/instant_members.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace tertib {
namespace {

/// State may come from bytes that someone else kept, so its places are looked at first. It may end
/// before the last step: nothing has happened behind.
[[nodiscard]] bool fits(const Sop& sop, const CaseState& state) {
    const auto has_step = [&](const Task& task) { return task.step < sop.steps().size(); };
    const auto has_flow = [&](const ParkedToken& token) { return token.flow < sop.flow().size(); };
    if (state.sop_digest != sop.digest() || state.steps.size() > sop.steps().size() ||
        !std::ranges::all_of(state.tasks, has_step) ||
        !std::ranges::all_of(state.parked, has_flow)) {
        return false;
    }
    for (std::size_t step = 0; step < state.steps.size(); ++step) {
        const std::size_t produk = sop.steps()[step].produk.size();
        if (std::ranges::any_of(state.steps[step].produk,
                                [&](std::uint32_t place) { return place >= produk; })) {
            return false;
        }
    }
    return true;
}

void write_clock(JsonWriter& json, const Clock& clock, Zone zone) {
    write_instant(json, "due", clock.due, zone);
    write_instant(json, "promised", clock.promised, zone);
    json.member_truth("overdue", clock.overdue);
    write_instant(json, "waiting_since", clock.stopped_since, zone);
    json.key("stops");
    json.begin_array();
    for (const ClockStop& stop : clock.stops) {
        json.begin_object(JsonWriter::Shape::line);
        json.member("from", text(stop.from, zone));
        json.member("until", text(stop.until, zone));
        json.end_object();
    }
    json.end_array();
}

/// null where the case has no deadline of its own.
void write_service(JsonWriter& json, const Service& service, Zone zone) {
    json.key("service");
    if (service == Service{}) {
        json.null();
        return;
    }
    json.begin_object();
    json.member("waktu", service.waktu);
    json.member("dasar", service.dasar);
    json.member_truth("accepted", service.accepted);
    write_instant(json, "since",
                  service.accepted ? std::optional(service.clock.since) : std::nullopt, zone);
    write_clock(json, service.clock, zone);
    json.end_object();
}

std::vector<std::string> pelaksana_of(const Sop& sop, const Task& task) {
    if (!task.pelaksana.empty()) {
        return {task.pelaksana};
    }
    std::vector<std::string> names;
    for (const Mark& mark : sop.steps()[task.step].marks) {
        names.push_back(sop.pelaksana_name(mark.pelaksana));
    }
    return names;
}

void write_task(JsonWriter& json, const Sop& sop, const Task& task, Zone zone) {
    const Step& step = sop.steps()[task.step];
    json.begin_object();
    json.member("task", text(TaskId{step.key, task.number}));
    json.member("step", step.key);
    json.member("uraian", step.uraian);
    json.member("pelaksana", pelaksana_of(sop, task));
    json.member("state", name(task.state));
    write_or_null(json, "holder", task.holder);
    write_or_null(json, "holder_as", task.holder_as);
    json.member("done_by", task.done_by);
    json.member("since", text(task.clock.since, zone));
    write_clock(json, task.clock, zone);
    json.member_truth("stops_service", task.stops_service);
    json.end_object();
}

void write_parked(JsonWriter& json, const Sop& sop, const CaseState& state, Zone zone) {
    json.key("parked");
    json.begin_array();
    for (const ParkedToken& token : state.parked) {
        const Flow& flow = sop.flow()[token.flow];
        json.begin_object(JsonWriter::Shape::line);
        json.member_number("flow", token.flow);
        json.member("from", flow.from);
        json.member("to", flow.to);
        json.member("since", text(token.since, zone));
        json.end_object();
    }
    json.end_array();
}

void write_steps(JsonWriter& json, const Sop& sop, const CaseState& state) {
    const StepRecord untouched;
    json.key("steps");
    json.begin_array();
    for (std::size_t at = 0; at < sop.steps().size(); ++at) {
        const Step& step = sop.steps()[at];
        const StepRecord& record = at < state.steps.size() ? state.steps[at] : untouched;
        std::vector<std::string> produk;
        produk.reserve(record.produk.size());
        for (const std::uint32_t place : record.produk) {
            produk.push_back(step.produk[place]);
        }
        json.begin_object(JsonWriter::Shape::line);
        json.member("step", step.key);
        json.member_number("arrivals", record.arrivals);
        json.member_number("completions", record.completions);
        json.member_number("skips", record.skips);
        json.member("produk", produk);
        json.end_object();
    }
    json.end_array();
}

} // namespace

std::string to_json(const ReadySop& sop, const CaseState& state, Zone zone) {
    if (!fits(sop.sop(), state)) {
        throw Error(ErrorCode::argument,
                    "the state of case " + state.id + " belongs to another Sop than the one given");
    }
    JsonWriter json;
    json.begin_object();
    json.member("schema", "tertib.case/1");
    json.member("case", state.id);
    json.member("status", name(state.status));
    json.member("sop_digest", state.sop_digest);
    json.key("calendar");
    json.begin_object(JsonWriter::Shape::line);
    json.member("label", state.calendar);
    json.member("digest", state.calendar_digest);
    json.end_object();
    json.key("events");
    json.raw(std::to_string(state.events));
    json.member("started", text(state.started, zone));
    json.member("recorded", text(state.recorded, zone));
    write_instant(json, "stopped_since", state.stopped_since, zone);
    write_or_null(json, "result", state.result);
    write_service(json, state.service, zone);
    json.key("tasks");
    json.begin_array();
    for (const Task& task : state.tasks) {
        write_task(json, sop.sop(), task, zone);
    }
    json.end_array();
    write_parked(json, sop.sop(), state, zone);
    write_steps(json, sop.sop(), state);
    json.end_object();
    return json.take();
}

} // namespace tertib
