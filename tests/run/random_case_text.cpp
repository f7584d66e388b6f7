// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "run/random_case.hpp"

#include <type_traits>
#include <variant>

namespace tertib::test {

namespace {

void add(std::string& line, std::string_view name, const std::string& value) {
    if (!value.empty()) {
        line += " " + std::string(name) + "=\"" + value + "\"";
    }
}

void add(std::string& line, std::string_view name, const std::vector<std::string>& values) {
    for (const std::string& each : values) {
        add(line, name, each);
    }
}

void add(std::string& line, std::string_view name, const std::optional<Instant>& when, Zone zone) {
    if (when) {
        line += " " + std::string(name) + "=" + text(*when, zone);
    }
}

void tell(std::string& line, const CompleteTask& action) {
    add(line, "produk", action.produk);
    add(line, "outcome", action.outcome);
    if (action.target) {
        line += " target=\"" + *action.target + "\"";
    }
    add(line, "missing", action.missing);
    add(line, "excuse", action.excuse);
    add(line, "result", action.result);
}
void tell(std::string& line, const StartCase& action) {
    add(line, "waktu", action.waktu);
    add(line, "outcome", action.outcome);
}
void tell(std::string& line, const ReturnTask& action) {
    add(line, "target", action.target);
}
void tell(std::string& line, const WaitTask& action) {
    line += action.scope == WaitScope::task ? "" : " and the service";
}
void tell(std::string& line, const ResumeTask& action) {
    line += action.with == ResumeWith::rest ? "" : " whole";
}
void tell(std::string& line, const ReassignTask& action) {
    add(line, "person", action.person);
    add(line, "pelaksana", action.pelaksana);
    line += action.work == WorkDone::kept ? "" : " discarded";
}
void tell(std::string& line, const SkipTask& action) {
    add(line, "outcome", action.outcome);
}
void tell(std::string& line, const Annotate& action) {
    add(line, "note", action.note);
}
void tell(std::string& line, const Attach& action) {
    add(line, "evidence", action.evidence);
    add(line, "sha256", action.sha256);
}
void tell(std::string& line, const EraseBody& action) {
    line += " " + std::to_string(action.event);
}
template <class T>
void tell(std::string&, const T&) {}

[[nodiscard]] std::string clock_text(const Clock& clock, Zone zone) {
    std::string line = " since=" + text(clock.since, zone);
    for (const ClockStop& stop : clock.stops) {
        line += " stop=" + text(stop.from, zone) + "/" + text(stop.until, zone);
    }
    add(line, "stopped", clock.stopped_since, zone);
    add(line, "due", clock.due, zone);
    add(line, "promised", clock.promised, zone);
    return line + (clock.overdue ? " overdue" : "");
}

} // namespace

std::string flows_of(const Sop& sop) {
    std::string all;
    for (const Flow& flow : sop.flow()) {
        all += (all.empty() ? "" : " ") + flow.from + ">" + flow.to;
        all += flow.outcome ? ":" + *flow.outcome : "";
    }
    for (const Step& step : sop.steps()) {
        std::string line = "\n  step " + step.key + " \"" + step.waktu.text + "\"";
        for (const Mark& mark : step.marks) {
            line += " " + sop.pelaksana_name(mark.pelaksana);
        }
        line += step.participation == Participation::all ? " all" : "";
        line += step.optional ? " optional" : "";
        line += step.kind == StepKind::decision ? " decision" : "";
        add(line, "kelengkapan", step.kelengkapan);
        add(line, "produk", step.produk);
        all += line;
    }
    return all;
}

std::string line_of(const Command& command, Zone zone) {
    std::string line = "now=" + text(command.now, zone);
    add(line, "at", command.at, zone);
    line += " " + command.by.person + "/" + command.by.as + " " + std::string(verb(command.action));
    add(line, "case", command.case_id);
    std::visit(
        [&](const auto& action) {
            if constexpr (requires { action.task; }) {
                line += " " + action.task;
            }
            tell(line, action);
        },
        command.action);
    add(line, "reason", command.reason);
    add(line, "dasar", command.dasar);
    return line;
}

std::string lines_of(const CaseState& state, Zone zone) {
    std::string all(name(state.status));
    add(all, "case", state.id);
    add(all, "result", state.result);
    add(all, "stopped", state.stopped_since, zone);
    for (const ClockStop& stop : state.stops) {
        all += " stop=" + text(stop.from, zone) + "/" + text(stop.until, zone);
    }
    all += " events=" + std::to_string(state.events) + " started=" + text(state.started, zone) +
           " recorded=" + text(state.recorded, zone) + "\n  service";
    add(all, "waktu", state.service.waktu);
    add(all, "dasar", state.service.dasar);
    all += (state.service.accepted ? " accepted" : "") + clock_text(state.service.clock, zone);
    for (const Task& task : state.tasks) {
        all += "\n  task " + std::to_string(task.step + 1) + "#" + std::to_string(task.number) +
               " flow=" + std::to_string(task.flow) + " " + std::string(name(task.state));
        add(all, "holder", task.holder);
        add(all, "as", task.holder_as);
        add(all, "pelaksana", task.pelaksana);
        all += " event=" + std::to_string(task.holder_event);
        add(all, "done", task.done_by);
        all += (task.stops_service ? " and the service" : "") + clock_text(task.clock, zone);
    }
    for (const ParkedToken& token : state.parked) {
        all += "\n  parked " + std::to_string(token.flow) + " " + text(token.since, zone);
    }
    all += "\n  steps";
    for (const StepRecord& step : state.steps) {
        all += " " + std::to_string(step.arrivals) + "/" + std::to_string(step.completions) + "/" +
               std::to_string(step.skips);
        for (const std::uint32_t place : step.produk) {
            all += "+" + std::to_string(place);
        }
    }
    return all;
}

} // namespace tertib::test
