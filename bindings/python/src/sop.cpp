// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "sop.hpp"

#include "instant.hpp"

#include "tertib/base/text.hpp"
#include "tertib/graph/analysis.hpp"
#include "tertib/graph/analysis_json.hpp"
#include "tertib/model/open_findings.hpp"
#include "tertib/model/overlay.hpp"
#include "tertib/model/overlay_json.hpp"
#include "tertib/model/sop_json.hpp"
#include "tertib/plan/plan.hpp"
#include "tertib/plan/plan_json.hpp"
#include "tertib/read/reader.hpp"
#include "tertib/rule/lint.hpp"
#include "tertib/rule/lint_json.hpp"
#include "tertib/rule/profile.hpp"
#include "tertib/rule/profile_json.hpp"
#include "tertib/time/calendar.hpp"
#include "tertib/write/dot.hpp"
#include "tertib/write/mermaid.hpp"

#include <pybind11/stl.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace py = pybind11;

namespace tertib::python {
namespace {

using Released = py::call_guard<py::gil_scoped_release>;

using Shared = std::shared_ptr<Document>;

std::vector<Shared> read_all(const std::string& bytes, const std::string& name) {
    const ReadOptions options{.name = name, .waktu = {}};
    std::vector<Shared> all;
    for (SopReading& each : read_sops(bytes, options)) {
        all.push_back(
            std::make_shared<Document>(Document{std::move(each.sop), std::move(each.findings)}));
    }
    return all;
}

/// A copy, so that the text stays while other threads run.
std::vector<Shared> read_all_released(const py::bytes& data, const std::string& name) {
    std::string bytes = data;
    const py::gil_scoped_release released;
    return read_all(bytes, name);
}

Shared from_json(const std::string& json) {
    return std::make_shared<Document>(Document{sop_from_json(json), findings_from_json(json)});
}

std::string write(const Document& document, bool personal) {
    return to_json(document.sop, document.findings, personal ? Personal::keep : Personal::omit);
}

Shared apply(const Document& document, const std::string& overlay) {
    OverlayResult result = apply_overlay(document.sop, overlay_from_json(overlay));
    std::vector<Finding> findings = open_findings(document.findings, result.sop);
    findings.insert(findings.end(), result.findings.begin(), result.findings.end());
    return std::make_shared<Document>(Document{std::move(result.sop), std::move(findings)});
}

std::string check(const Document& document, const std::string& profile,
                  const std::string& overlay) {
    const std::string_view text = trim(profile);
    const Profile chosen = text.starts_with('{') ? profile_from_json(text) : built_in_profile(text);
    const Overlay waivers = overlay_from_json(overlay);
    return to_json(lint(document.sop, chosen, waivers.waivers));
}

/// By step: its outcomes in the order of its visits.
using Outcomes = std::vector<std::pair<std::string, std::string>>;
using Items = std::vector<std::pair<std::string, std::int64_t>>;

std::string plan(const Document& document, const Calendar& calendar, std::int64_t start,
                 const Outcomes& outcomes, const Items& items, std::uint32_t rounds) {
    std::vector<GivenOutcome> given;
    given.reserve(outcomes.size());
    for (const auto& [step, outcome] : outcomes) {
        given.push_back({.step = step, .outcome = outcome});
    }
    std::vector<GivenItems> counts;
    counts.reserve(items.size());
    for (const auto& [step, count] : items) {
        counts.push_back({.step = step, .items = count});
    }
    const PlanOptions options{
        .outcomes = std::move(given), .items = std::move(counts), .rounds = rounds};
    return to_json(make_plan(document.sop, calendar, instant_of(start), options), document.sop);
}

Language language_of(std::string_view lang) {
    if (lang != "id" && lang != "en") {
        throw py::value_error("no texts in the language '" + std::string(lang) +
                              "'; there are id and en");
    }
    return lang == "en" ? Language::en : Language::id;
}

} // namespace

void bind_sop(py::module_& module) {
    py::class_<Document, Shared>(module, "Sop", "An SOP in the library's hands.")
        .def_static("read_all", &read_all_released, py::arg("data"), py::arg("name"),
                    "Every SOP of a document.")
        .def_static("from_json", &from_json, py::arg("json"), Released(),
                    "The SOP of its JSON, with the findings in it.")
        .def("to_json", &write, py::arg("personal"), Released(), "tertib.sop/1")
        .def("apply", &apply, py::arg("overlay"), Released(), "A new SOP, by tertib.overlay/1.")
        .def("lint", &check, py::arg("profile"), py::arg("overlay"), Released(), "tertib.lint/1")
        .def(
            "graph", [](const Document& self) { return to_json(analyse(self.sop)); }, Released(),
            "tertib.graph/1")
        .def("plan", &plan, py::arg("calendar"), py::arg("start"), py::arg("outcomes"),
             py::arg("items"), py::arg("rounds"), Released(), "tertib.plan/1")
        .def(
            "to_dot",
            [](const Document& self, const std::string& lang) {
                return to_dot(self.sop, language_of(lang));
            },
            py::arg("lang"), Released(), "The flow in Graphviz's DOT language.")
        .def(
            "to_mermaid",
            [](const Document& self, const std::string& lang) {
                return to_mermaid(self.sop, language_of(lang));
            },
            py::arg("lang"), Released(), "The flow as a Mermaid flowchart.")
        .def(
            "overlay_template",
            [](const Document& self) { return to_json(overlay_template(self.sop)); }, Released(),
            "tertib.overlay/1 with all that is unknown.")
        .def(
            "equals",
            [](const Document& self, const Document& other) { return self.sop == other.sop; },
            py::arg("other"), Released(), "Whether both are equal, findings aside.")
        .def_property_readonly("digest", [](const Document& self) { return self.sop.digest(); });
}

} // namespace tertib::python
