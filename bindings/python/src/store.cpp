// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "store.hpp"

#include "instant.hpp"
#include "office.hpp"
#include "open_store.hpp"
#include "sop.hpp"

#include "tertib/base/error.hpp"
#include "tertib/run/event_json.hpp"
#include "tertib/run/why_json.hpp"
#include "tertib/store/case_list_json.hpp"
#include "tertib/store/case_why.hpp"
#include "tertib/store/memory.hpp"
#include "tertib/store/reply_json.hpp"
#include "tertib/store/request_json.hpp"
#include "tertib/store/sqlite.hpp"
#include "tertib/store/store.hpp"
#include "tertib/store/tick_report_json.hpp"
#include "tertib/store/verification_json.hpp"
#include "tertib/store/worklist_json.hpp"
#include "tertib/testkit/test_store.hpp"

#include <pybind11/stl.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace py = pybind11;

namespace tertib::python {
namespace {

Zone zone_of(int minutes) {
    return Zone(std::chrono::minutes(minutes));
}

template <typename Choice>
Choice choice_of(const char* what, const std::string& name,
                 std::initializer_list<std::pair<const char*, Choice>> choices) {
    std::string known;
    for (const auto& [text, choice] : choices) {
        if (name == text) {
            return choice;
        }
        known += known.empty() ? text : std::string(", ") + text;
    }
    throw Error(ErrorCode::argument, std::string(what) + " is one of " + known + ", not " + name);
}

StoreOptions options_of(const std::string& unknown_pelaksana) {
    StoreOptions options;
    options.unknown_pelaksana = choice_of<UnknownPelaksana>(
        "unknown_pelaksana", unknown_pelaksana,
        {{"refuse", UnknownPelaksana::refuse}, {"everyone", UnknownPelaksana::everyone}});
    return options;
}

std::unique_ptr<OpenStore> open_file(const std::string& path, const std::string& mode,
                                     const std::string& synchronous, std::int64_t busy_timeout,
                                     const std::string& unknown_pelaksana) {
    SqliteOptions options;
    options.mode = choice_of<OpenMode>("mode", mode,
                                       {{"create", OpenMode::create},
                                        {"write", OpenMode::write},
                                        {"read_only", OpenMode::read_only}});
    options.synchronous = choice_of<Synchronous>(
        "synchronous", synchronous, {{"full", Synchronous::full}, {"normal", Synchronous::normal}});
    options.busy_timeout = std::chrono::milliseconds(busy_timeout);
    StoreOptions own = options_of(unknown_pelaksana);
    const py::gil_scoped_release released;
    return std::make_unique<OpenStore>(open_sqlite(path, options), std::move(own));
}

std::unique_ptr<OpenStore> in_memory(const std::string& unknown_pelaksana) {
    return std::make_unique<OpenStore>(open_memory(), options_of(unknown_pelaksana));
}

/// The same with salts that are alike in every run.
std::unique_ptr<OpenStore> for_tests(const std::string& unknown_pelaksana) {
    return std::make_unique<OpenStore>(test_store(options_of(unknown_pelaksana)));
}

std::vector<std::string> submit_all(const OpenStore& self,
                                    const std::vector<std::pair<std::string, int>>& requests) {
    return self.run([&](Store& store) {
        std::vector<Request> asked;
        asked.reserve(requests.size());
        for (const auto& [json, zone] : requests) {
            asked.push_back(request_from_json(json, zone_of(zone)));
        }
        std::vector<std::string> answers;
        answers.reserve(asked.size());
        for (const Reply& reply : store.submit(asked)) {
            answers.push_back(to_json(reply));
        }
        return answers;
    });
}

/// In minutes: of the case's calendar, or of the one that it is to run by ("": none is named);
/// nothing if there is no such case yet.
std::optional<std::int64_t> zone(const OpenStore& self, const std::string& case_id,
                                 const std::string& calendar) {
    return self.run([&](Store& store) -> std::optional<std::int64_t> {
        const std::optional<CaseState> state = store.find_case(case_id);
        const std::string& digest = state ? state->calendar_digest : calendar;
        if (digest.empty()) {
            return std::nullopt;
        }
        return store.calendar(digest)->zone().offset().count();
    });
}

std::optional<std::string> find_case(const OpenStore& self, const std::string& case_id) {
    return self.run([&](Store& store) -> std::optional<std::string> {
        const std::optional<CaseState> state = store.find_case(case_id);
        if (!state) {
            return std::nullopt;
        }
        return case_json(store, *state);
    });
}

std::optional<std::string> explain(const OpenStore& self, const std::string& case_id,
                                   const std::string& by, const std::string& as, std::int64_t now) {
    return self.run([&](Store& store) -> std::optional<std::string> {
        const std::optional<CaseWhy> found =
            why(store, case_id, {.person = by, .as = as}, instant_of(now));
        return found ? std::optional(to_json(found->why, found->zone)) : std::nullopt;
    });
}

std::vector<std::string> lines(const OpenStore& self, const std::string& case_id) {
    return self.run([&](Store& store) {
        std::vector<std::string> all;
        if (case_id.empty()) {
            return all; // "" would be every case
        }
        store.each_line(case_id, {}, [&](std::string_view line) { all.emplace_back(line); });
        return all;
    });
}

/// Ctrl-C ends it: the handler runs, and what it raised is raised.
std::string verify(const OpenStore& self) {
    bool interrupted = false;
    std::string found = self.run([&](Store& store) {
        return to_json(store.verify([&](const Progress&) {
            const py::gil_scoped_acquire acquired;
            interrupted = PyErr_CheckSignals() != 0;
            return interrupted ? Go::stop : Go::on;
        }));
    });
    if (interrupted) {
        throw py::error_already_set();
    }
    return found;
}

void bind_opening(py::class_<OpenStore>& type) {
    type.def_static("open", &open_file, py::arg("path"), py::arg("mode"), py::arg("synchronous"),
                    py::arg("busy_timeout"), py::arg("unknown_pelaksana"),
                    "The store in one SQLite file; busy_timeout in milliseconds.")
        .def_static("memory", &in_memory, py::arg("unknown_pelaksana"),
                    "A store that forgets everything.")
        .def_static("test", &for_tests, py::arg("unknown_pelaksana"),
                    "The same, whose journal is alike in every run.")
        .def("close", &OpenStore::close, "Lets go of it.")
        .def_property_readonly("closed", &OpenStore::closed)
        .def(
            "register_sop",
            [](const OpenStore& self, const Document& document) {
                return self.run([&](Store& store) { return store.register_sop(document.sop); });
            },
            py::arg("sop"), "Its digest.")
        .def(
            "register_calendar",
            [](const OpenStore& self, const Calendar& calendar) {
                return self.run([&](Store& store) { return store.register_calendar(calendar); });
            },
            py::arg("calendar"), "Its digest.")
        .def(
            "backup",
            [](const OpenStore& self, const std::string& path) {
                self.run([&](Store& store) { store.backup(path); });
            },
            py::arg("path"), "Copies it to a new file.")
        .def(
            "tidy", [](const OpenStore& self) { self.run([](Store& store) { store.tidy(); }); },
            "Moves what was written into its final place.");
}

void bind_asking(py::class_<OpenStore>& type) {
    type.def("submit_all", &submit_all, py::arg("requests"),
             "tertib.reply/1 of each tertib.request/1 with its zone in minutes; one commit.")
        .def(
            "tick",
            [](const OpenStore& self, std::int64_t now, std::size_t limit, int minutes) {
                return self.run([&](Store& store) {
                    return to_json(store.tick(instant_of(now), limit), zone_of(minutes));
                });
            },
            py::arg("now"), py::arg("limit"), py::arg("minutes"), "tertib.tick/1")
        .def(
            "next_due",
            [](const OpenStore& self) {
                return self.run([](Store& store) { return micros_of(store.next_due()); });
            },
            "From when on the earliest running deadline counts as missed.")
        .def(
            "cases",
            [](const OpenStore& self, const std::string& after, std::size_t limit) {
                return self.run(
                    [&](Store& store) { return to_json(list_cases(store, after, limit)); });
            },
            py::arg("after"), py::arg("limit"), "tertib.cases/1")
        .def(
            "worklist",
            [](const OpenStore& self, const std::string& pelaksana, const std::string& after,
               std::size_t limit) {
                return self.run([&](Store& store) {
                    return to_json(list_work(store, pelaksana, after, limit));
                });
            },
            py::arg("pelaksana"), py::arg("after"), py::arg("limit"), "tertib.worklist/1")
        .def("zone", &zone, py::arg("case"), py::arg("calendar"),
             "Of its calendar, or the one of that digest, in minutes; None for no case.")
        .def("case", &find_case, py::arg("case"), "tertib.case/1")
        .def("why", &explain, py::arg("case"), py::arg("by"), py::arg("as_"), py::arg("now"),
             "tertib.why/1")
        .def("lines", &lines, py::arg("case"), "tertib.journal/1, a line each.")
        .def("verify", &verify, "tertib.verification/1");
}

} // namespace

void bind_store(py::module_& module) {
    py::class_<OpenStore> type(module, "Store", "An open store of cases.");
    bind_opening(type);
    bind_asking(type);
    bind_office(type);
}

} // namespace tertib::python
