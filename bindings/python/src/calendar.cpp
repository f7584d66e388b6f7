// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "calendar.hpp"

#include "instant.hpp"

#include "tertib/base/error.hpp"
#include "tertib/time/calendar.hpp"
#include "tertib/time/calendar_diff_json.hpp"
#include "tertib/time/calendar_json.hpp"
#include "tertib/time/calendar_name.hpp"
#include "tertib/time/calendar_year.hpp"
#include "tertib/time/calendar_year_json.hpp"
#include "tertib/time/working_between.hpp"
#include "tertib/time/working_between_json.hpp"

#include <pybind11/stl.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace py = pybind11;

namespace tertib::python {
namespace {

using Released = py::call_guard<py::gil_scoped_release>;

LocalDay day_of(const std::string& date) {
    const std::optional<LocalDay> day = read_day(date);
    if (!day || *day < first_day || *day > last_day) {
        throw Error(ErrorCode::argument,
                    "\"" + date + "\" is no date from 1970-01-01 to 2200-12-31");
    }
    return *day;
}

/// `json`: what the name's file holds; none: the name is that of a built-in calendar.
Calendar from_name(const std::string& name, const std::optional<std::string>& json) {
    return json ? calendar_from_name(read_calendar_name(name), calendar_from_json(*json))
                : calendar_from_name(name);
}

std::vector<std::pair<int, int>> hours(const Calendar& calendar, const std::string& date) {
    std::vector<std::pair<int, int>> spans;
    for (const WorkSpan& span : calendar.table().hours(day_of(date))) {
        spans.emplace_back(span.from, span.to);
    }
    return spans;
}

std::optional<std::int64_t> between(const Calendar& calendar, std::int64_t from,
                                    std::int64_t until) {
    const Zone zone = calendar.zone();
    const std::optional<Work> work = calendar.table().between(to_local(instant_of(from), zone),
                                                              to_local(instant_of(until), zone));
    return work ? std::optional(std::int64_t{work->time.count()}) : std::nullopt;
}

std::string between_json(const Calendar& calendar, std::int64_t from, std::int64_t until) {
    const std::optional<WorkingBetween> found =
        working_between(calendar, instant_of(from), instant_of(until));
    if (!found) {
        throw Error(ErrorCode::argument, "an instant lies outside 1970-01-01 to 2200-12-31");
    }
    return to_json(*found, calendar);
}

std::vector<int> years(const Calendar& calendar) {
    std::vector<int> all;
    for (const DecreedYear& each : calendar.draft().years) {
        all.push_back(each.year);
    }
    return all;
}

std::optional<std::string> known_on(const Calendar& calendar) {
    return calendar.known_on() ? std::optional(text(*calendar.known_on())) : std::nullopt;
}

std::optional<std::pair<std::int64_t, std::int64_t>> stamp(const std::string& text, int minutes) {
    const std::optional<Stamp> read = read_stamp(text, Zone(std::chrono::minutes(minutes)));
    if (!read) {
        return std::nullopt;
    }
    return std::pair(micros_of(read->earliest), micros_of(read->latest));
}

void bind_making(py::class_<Calendar>& type) {
    type.def_static("from_name", &from_name, py::arg("name"), py::arg("json"), Released(),
                    "The built-in calendar of that name, or the file's that the name begins with.")
        .def_static(
            "from_json", [](const std::string& json) { return calendar_from_json(json); },
            py::arg("json"), Released(), "The calendar of its JSON.")
        .def(
            "as_known_on",
            [](const Calendar& self, const std::string& date) {
                return self.as_known_on(day_of(date));
            },
            py::arg("date"), Released(), "As it stood on that date.")
        .def(
            "in_zone",
            [](const Calendar& self, int minutes) {
                return self.in_zone(Zone(std::chrono::minutes(minutes)));
            },
            py::arg("minutes"), Released(), "That of an office elsewhere.");
}

void bind_asking(py::class_<Calendar>& type) {
    type.def(
            "is_working_day",
            [](const Calendar& self, const std::string& date) {
                return self.table().is_working_day(day_of(date));
            },
            py::arg("date"), "Whether the office works on it.")
        .def("hours", &hours, py::arg("date"), "From and to, in minutes of the day.")
        .def("between", &between, py::arg("start"), py::arg("until"),
             "Microseconds worked; None outside the calendar's days.")
        .def("between_json", &between_json, py::arg("start"), py::arg("until"), Released(),
             "tertib.between/1")
        .def(
            "year",
            [](const Calendar& self, int year) { return to_json(calendar_year(self, year), self); },
            py::arg("year"), Released(), "tertib.calendar_year/1")
        .def(
            "diff",
            [](const Calendar& self, const Calendar& other, const std::string& first,
               const std::string& last) {
                return calendar_diff_json(self, other, day_of(first), day_of(last));
            },
            py::arg("other"), py::arg("first"), py::arg("last"), Released(),
            "tertib.calendar_diff/1")
        .def(
            "to_json", [](const Calendar& self) { return to_json(self); }, Released(),
            "tertib.calendar/1")
        .def(
            "equals", [](const Calendar& self, const Calendar& other) { return self == other; },
            py::arg("other"), "Whether both answer alike.");
}

} // namespace

void bind_calendar(py::module_& module) {
    py::class_<Calendar> type(module, "Calendar", "A calendar in the library's hands.");
    bind_making(type);
    bind_asking(type);
    type.def_property_readonly("name", [](const Calendar& self) { return self.name(); })
        .def_property_readonly("version", [](const Calendar& self) { return self.version(); })
        .def_property_readonly("digest", [](const Calendar& self) { return self.digest(); })
        .def_property_readonly("label", [](const Calendar& self) { return self.label(); })
        .def_property_readonly("known_on", &known_on)
        .def_property_readonly("years", &years)
        .def_property_readonly("zone",
                               [](const Calendar& self) { return self.zone().offset().count(); });
    module.def(
        "calendar_base", [](const std::string& name) { return read_calendar_name(name).base; },
        py::arg("name"), "The name or path, without the suffixes.");
    module.def("read_stamp", &stamp, py::arg("text"), py::arg("minutes"),
               "The first and the last instant that it may mean; None if it is no date or time.");
}

} // namespace tertib::python
