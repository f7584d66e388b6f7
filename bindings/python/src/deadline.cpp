// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "deadline.hpp"

#include "instant.hpp"

#include "tertib/base/catalogue.hpp"
#include "tertib/base/error.hpp"
#include "tertib/time/deadline_json.hpp"
#include "tertib/time/explanation.hpp"
#include "tertib/time/lateness.hpp"
#include "tertib/time/waktu_request.hpp"

#include <pybind11/stl.h>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace py = pybind11;

namespace tertib::python {
namespace {

using Released = py::call_guard<py::gil_scoped_release>;
using Stops = std::vector<std::pair<std::int64_t, std::int64_t>>;

/// Keeps the calendar, by which lateness is reckoned.
struct Explained {
    Calendar calendar;
    Explanation explanation;
};

Explained make(const Calendar& calendar, std::int64_t start, const std::string& waktu,
               std::optional<std::int64_t> items, const Stops& stops, const std::string& bound) {
    WaktuRequest request = read_waktu_request(waktu, calendar.zone());
    ExplanationOptions options;
    options.deadline = std::move(request.options);
    if (items) {
        options.deadline.items = items;
    }
    if (bound != "upper" && bound != "lower") {
        throw Error(ErrorCode::argument, "bound is upper or lower, not " + bound);
    }
    options.deadline.bound = bound == "lower" ? Bound::lower : Bound::upper;
    for (const auto& [from, until] : stops) {
        options.deadline.stops.push_back({instant_of(from), instant_of(until)});
    }
    Explained made{calendar, explain(calendar, instant_of(start), request.waktu, options)};
    std::vector<Finding>& findings = made.explanation.deadline.findings;
    findings.insert(findings.begin(), request.findings.begin(), request.findings.end());
    return made;
}

Language language_of(const std::string& name) {
    return name == "en" ? Language::en : Language::id;
}

/// A finding in the shape of its JSON.
py::dict dict_of(const Finding& finding) {
    py::dict where;
    where["row"] = finding.where.row;
    where["column"] = finding.where.column;
    where["step"] = finding.where.step;
    py::dict texts;
    texts["id"] = message(finding, Language::id);
    texts["en"] = message(finding, Language::en);
    py::dict all;
    all["code"] = finding.code;
    all["severity"] = std::string(name(finding.severity));
    all["about"] = std::string(name(finding.about));
    all["where"] = where;
    all["message"] = texts;
    all["evidence"] = finding.evidence;
    return all;
}

py::dict lateness_of(const Explained& self, std::int64_t earliest, std::int64_t latest,
                     const std::string& day_end) {
    if (latest < earliest) {
        throw Error(ErrorCode::argument, "the last instant comes before the first");
    }
    if (day_end != "date" && day_end != "closing") {
        throw Error(ErrorCode::argument, "day_end is date or closing, not " + day_end);
    }
    const Lateness found = lateness(
        self.calendar, self.explanation.deadline, {instant_of(earliest), instant_of(latest)},
        {.day_end = day_end == "closing" ? DayEnd::closing : DayEnd::date});
    py::dict all;
    all["verdict"] = std::string(name(found.verdict));
    all["least"] = std::int64_t{found.least.time.count()};
    all["most"] = std::int64_t{found.most.time.count()};
    all["least_days"] = found.least_days;
    all["most_days"] = found.most_days;
    py::list findings;
    for (const Finding& each : found.findings) {
        findings.append(dict_of(each));
    }
    all["findings"] = findings;
    return all;
}

} // namespace

void bind_deadline(py::module_& module) {
    py::class_<Explained>(module, "Explanation", "A deadline and the walk that led to it.")
        .def_static("make", &make, py::arg("calendar"), py::arg("start"), py::arg("waktu"),
                    py::arg("items"), py::arg("stops"), py::arg("bound"), Released(),
                    "Reckons and explains the deadline.")
        .def_property_readonly(
            "due", [](const Explained& self) { return micros_of(self.explanation.deadline.due); })
        .def(
            "to_json",
            [](const Explained& self, bool walk) {
                return to_json(self.explanation, walk ? WalkInJson::told : WalkInJson::left_out);
            },
            py::arg("walk"), Released(), "tertib.deadline/1")
        .def(
            "lines",
            [](const Explained& self, const std::string& lang) {
                return lines(self.explanation, language_of(lang));
            },
            py::arg("lang"), Released(), "One line for each day.")
        .def(
            "paragraph",
            [](const Explained& self, const std::string& lang) {
                return paragraph(self.explanation, language_of(lang));
            },
            py::arg("lang"), Released(), "The same as one paragraph.")
        .def("lateness", &lateness_of, py::arg("earliest"), py::arg("latest"), py::arg("day_end"),
             "Whether what was done then was late.");
}

} // namespace tertib::python
