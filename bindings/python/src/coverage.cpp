// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "coverage.hpp"

#include "open_store.hpp"
#include "sop.hpp"

#include "tertib/testkit/case_path.hpp"
#include "tertib/testkit/coverage.hpp"
#include "tertib/testkit/coverage_json.hpp"

#include <pybind11/stl.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace py = pybind11;

namespace tertib::python {
namespace {

using Released = py::call_guard<py::gil_scoped_release>;
/// Step, arrivals, completions, skips.
using StepCount = std::tuple<std::string, std::uint64_t, std::uint64_t, std::uint64_t>;
/// From, to, outcome, times.
using FlowCount = std::tuple<std::string, std::string, std::optional<std::string>, std::uint64_t>;
using Parts =
    std::tuple<std::string, std::uint64_t, std::vector<StepCount>, std::vector<FlowCount>>;

Parts parts(const Coverage& coverage) {
    std::vector<StepCount> steps;
    steps.reserve(coverage.steps.size());
    for (const StepCoverage& each : coverage.steps) {
        steps.emplace_back(each.step, each.arrivals, each.completions, each.skips);
    }
    std::vector<FlowCount> flows;
    flows.reserve(coverage.flows.size());
    for (const FlowCoverage& each : coverage.flows) {
        flows.emplace_back(each.from, each.to, each.outcome, each.times);
    }
    return {coverage.sop_digest, coverage.cases, std::move(steps), std::move(flows)};
}

Coverage from_parts(const Parts& parts) {
    const auto& [digest, cases, steps, flows] = parts;
    Coverage made{.sop_digest = digest, .cases = cases, .steps = {}, .flows = {}};
    made.steps.reserve(steps.size());
    for (const auto& [step, arrivals, completions, skips] : steps) {
        made.steps.push_back(
            {.step = step, .arrivals = arrivals, .completions = completions, .skips = skips});
    }
    made.flows.reserve(flows.size());
    for (const auto& [from, to, outcome, times] : flows) {
        made.flows.push_back({.from = from, .to = to, .outcome = outcome, .times = times});
    }
    return made;
}

std::vector<std::vector<std::string>> paths(const Document& document, std::size_t max_visits,
                                            std::size_t max_paths, std::uint64_t max_moves) {
    std::vector<CasePath> found = paths_of(document.sop, {.max_visits = max_visits,
                                                          .max_paths = max_paths,
                                                          .max_moves = max_moves,
                                                          .soundness = {}});
    std::vector<std::vector<std::string>> all;
    all.reserve(found.size());
    for (CasePath& path : found) {
        all.push_back(std::move(path.items));
    }
    return all;
}

} // namespace

void bind_coverage(py::module_& module) {
    py::class_<Coverage>(module, "Coverage", "What of an SOP has been tried.")
        .def_static(
            "of_store",
            [](const Document& document, const OpenStore& store) {
                return store.run([&](Store& open) { return coverage_of(document.sop, open); });
            },
            py::arg("sop"), py::arg("store"), "Of all cases that run by the SOP.")
        .def_static("from_parts", &from_parts, py::arg("parts"), "What `parts` gave.")
        .def_property_readonly("parts", &parts)
        .def(
            "merged",
            [](const Coverage& self, const Coverage& other) { return merged(self, other); },
            py::arg("other"), Released(), "Both together.")
        .def(
            "equals", [](const Coverage& self, const Coverage& other) { return self == other; },
            py::arg("other"), "Whether both counted the same.")
        .def(
            "texts",
            [](const Coverage& self) {
                return std::pair(text(self, Language::id), text(self, Language::en));
            },
            "A few lines, in Indonesian and in English.")
        .def(
            "to_json", [](const Coverage& self) { return to_json(self); }, Released(),
            "tertib.coverage/1");
    module.def("paths_of", &paths, py::arg("sop"), py::arg("max_visits"), py::arg("max_paths"),
               py::arg("max_moves"), Released(), "The items of every path.");
}

} // namespace tertib::python
