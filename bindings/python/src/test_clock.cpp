// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/testkit/test_clock.hpp"

#include "instant.hpp"
#include "test_clock.hpp"

#include "tertib/testkit/hard_day.hpp"

#include <pybind11/stl.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace py = pybind11;

namespace tertib::python {
namespace {

/// Person, pelaksana, kind, from, until, surat.
using Holding = std::tuple<std::string, std::string, std::string, std::string,
                           std::optional<std::string>, std::string>;
/// Name, what is hard in Indonesian and English, calendars, moments, waktu, who holds which post.
using Day = std::tuple<std::string, std::string, std::string, std::vector<std::string>,
                       std::vector<std::int64_t>, std::string, std::vector<Holding>>;

Holding told(const PostHolding& holding) {
    const std::optional<LocalDay>& until = holding.until;
    return {holding.person,
            holding.pelaksana,
            std::string(name(holding.kind)),
            text(holding.from),
            until ? std::optional(text(*until)) : std::nullopt,
            holding.surat};
}

Day told(const HardDay& day) {
    std::vector<std::int64_t> moments;
    moments.reserve(day.moments.size());
    for (const Instant moment : day.moments) {
        moments.push_back(micros_of(moment));
    }
    std::vector<Holding> posts;
    posts.reserve(day.roster.holdings().size());
    for (const PostHolding& holding : day.roster.holdings()) {
        posts.push_back(told(holding));
    }
    return {std::string(day.name),   text(day, Language::id),
            text(day, Language::en), {day.calendars.begin(), day.calendars.end()},
            std::move(moments),      std::string(day.waktu),
            std::move(posts)};
}

std::vector<Day> all_hard_days() {
    const std::vector<HardDay> days = hard_days();
    std::vector<Day> all;
    all.reserve(days.size());
    for (const HardDay& day : days) {
        all.push_back(told(day));
    }
    return all;
}

} // namespace

void bind_test_clock(py::module_& module) {
    py::class_<TestClock>(module, "TestClock", "A clock that stands still until it is moved.")
        .def_static(
            "at",
            [](const Calendar& calendar, std::int64_t now) {
                return TestClock(calendar, instant_of(now));
            },
            py::arg("calendar"), py::arg("now"), "A clock that shows this.")
        .def_property_readonly("now", [](const TestClock& self) { return micros_of(self.now()); })
        .def_property_readonly("calendar", [](const TestClock& self) { return self.calendar(); })
        .def(
            "set", [](TestClock& self, std::int64_t at) { self.set(instant_of(at)); },
            py::arg("at"), "To that moment.")
        .def(
            "advance",
            [](TestClock& self, std::int64_t micros) {
                self.advance(std::chrono::microseconds(micros));
            },
            py::arg("micros"), "By time on the wall.")
        .def(
            "advance_waktu", [](TestClock& self, const std::string& waktu) { self.advance(waktu); },
            py::arg("waktu"), "To where a waktu that starts now ends.")
        .def(
            "use", [](TestClock& self, const Calendar& calendar) { self.use(calendar); },
            py::arg("calendar"), "Another calendar from now on.");
    module.def("hard_days", &all_hard_days,
               "Name, what is hard in Indonesian and English, calendars, moments, waktu, posts.");
}

} // namespace tertib::python
