// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "case_driver.hpp"

#include "instant.hpp"
#include "open_store.hpp"
#include "sop.hpp"

#include "tertib/base/error.hpp"
#include "tertib/model/overlay_json.hpp"
#include "tertib/run/command_json.hpp"
#include "tertib/store/reply_json.hpp"
#include "tertib/testkit/case_driver.hpp"

#include <pybind11/stl.h>

#include <cstdint>
#include <memory>
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

LocalDay day_of(const std::string& date) {
    const std::optional<LocalDay> day = read_day(date);
    if (!day) {
        throw Error(ErrorCode::argument, "\"" + date + "\" is no date");
    }
    return *day;
}

PostKind kind_of(const std::string& kind) {
    for (const PostKind each :
         {PostKind::definitive, PostKind::plt, PostKind::plh, PostKind::an, PostKind::ub}) {
        if (name(each) == kind) {
            return each;
        }
    }
    throw Error(ErrorCode::argument,
                "the kind of a post is definitive, plt, plh, an or ub, not " + kind);
}

std::shared_ptr<const Roster> roster_of(const std::vector<Holding>& posts) {
    if (posts.empty()) {
        return nullptr;
    }
    std::vector<PostHolding> holdings;
    holdings.reserve(posts.size());
    for (const auto& [person, pelaksana, kind, from, until, surat] : posts) {
        holdings.push_back({.person = person,
                            .pelaksana = pelaksana,
                            .kind = kind_of(kind),
                            .from = day_of(from),
                            .until = until ? std::optional(day_of(*until)) : std::nullopt,
                            .surat = surat});
    }
    return std::make_shared<const Roster>(std::move(holdings));
}

StepOrders orders(const std::optional<std::pair<std::string, std::string>>& by,
                  const std::optional<std::vector<std::string>>& produk,
                  const std::optional<std::string>& target, const std::vector<std::string>& missing,
                  const std::string& excuse, const std::string& result, const std::string& reason,
                  const std::string& dasar, const std::optional<std::int64_t>& at) {
    StepOrders made{.by = {},
                    .produk = produk,
                    .target = target,
                    .missing = missing,
                    .excuse = excuse,
                    .result = result,
                    .reason = reason,
                    .dasar = dasar,
                    .at = {}};
    if (by) {
        made.by = Actor{.person = by->first, .as = by->second};
    }
    if (at) {
        made.at = instant_of(*at);
    }
    return made;
}

/// Events of a case as lines.
std::vector<std::string> told(Store& store, const std::string& case_id,
                              const std::vector<Event>& events) {
    return events.empty() ? std::vector<std::string>{}
                          : lines_of(store, case_id, events.front().number, events.size());
}

/// A driver on an open store, whose hook is the one that the running call was given: so that nothing
/// here keeps a Python object alive.
class DrivenCases {
public:
    DrivenCases(const OpenStore& store, TestClock& clock, const Document& document,
                const std::optional<std::string>& overlay, const std::vector<Holding>& posts,
                const std::string& excuse)
        : store_(&store) {
        DriverOptions options{.overlay = {}, .roster = roster_of(posts), .excuse = excuse};
        if (overlay) {
            options.overlay = overlay_from_json(*overlay);
        }
        store.run([&](Store& open) {
            driver_ = std::make_unique<CaseDriver>(open, clock, document.sop, std::move(options));
            driver_->before_step(
                [this, &open](const DrivenStep& step) { tell(open, step, false); });
            driver_->after_step([this, &open](const DrivenStep& step) { tell(open, step, true); });
        });
    }

    /// Runs `work` on the driver, without the GIL; `hook` is told of its steps.
    template <typename Work>
    auto run(const py::function& hook, const Work& work) {
        const CurrentHook current(hook_, hook);
        return store_->run([&](Store& open) { return work(open, *driver_); });
    }

private:
    /// The hook of the call that runs; one within another has its own.
    class CurrentHook {
    public:
        CurrentHook(const py::function*& place, const py::function& hook)
            : place_(place),
              before_(std::exchange(place, &hook)) {}
        CurrentHook(const CurrentHook&) = delete;
        CurrentHook(CurrentHook&&) = delete;
        CurrentHook& operator=(const CurrentHook&) = delete;
        CurrentHook& operator=(CurrentHook&&) = delete;
        ~CurrentHook() { place_ = before_; }

    private:
        const py::function*& place_;
        const py::function* before_;
    };

    /// What the hook raises goes on to whoever called.
    void tell(Store& store, const DrivenStep& step, bool after) const {
        const std::vector<std::string> lines = told(store, step.case_id, step.events);
        const py::gil_scoped_acquire acquired;
        (*hook_)(after, step.case_id, step.step, step.outcome, step.by.person, step.by.as,
                 micros_of(step.now), lines);
    }

    const OpenStore* store_;
    std::unique_ptr<CaseDriver> driver_;
    const py::function* hook_ = nullptr;
};

std::vector<std::string> start(DrivenCases& self, const std::string& case_id,
                               const std::string& waktu, const std::string& outcome,
                               const StepOrders& how, const py::function& hook) {
    return self.run(hook, [&](Store& store, CaseDriver& driver) {
        return told(store, case_id,
                    driver.start(case_id, {.waktu = waktu, .outcome = outcome}, how));
    });
}

std::vector<std::string> complete(DrivenCases& self, const std::string& case_id,
                                  const std::string& item, const StepOrders& how,
                                  const py::function& hook) {
    return self.run(hook, [&](Store& store, CaseDriver& driver) {
        return told(store, case_id, driver.complete(case_id, item, how));
    });
}

std::string walk(DrivenCases& self, const std::string& case_id,
                 const std::vector<std::string>& items, const StepOrders& last,
                 const py::function& hook) {
    return self.run(hook, [&](Store& store, CaseDriver& driver) {
        return case_json(store, driver.walk(case_id, CasePath(items), last));
    });
}

/// `command` is "tertib.command/1", of which the action counts.
std::vector<std::string> act(DrivenCases& self, const std::string& case_id,
                             const std::string& command, const StepOrders& how,
                             const py::function& hook) {
    return self.run(hook, [&](Store& store, CaseDriver& driver) {
        return told(store, case_id,
                    driver.act(case_id, command_from_json(command, wib()).action, how));
    });
}

std::string ask(DrivenCases& self, const std::string& case_id, const std::string& command,
                const StepOrders& how, const py::function& hook) {
    return self.run(hook, [&](Store&, CaseDriver& driver) {
        return to_json(driver.ask(case_id, command_from_json(command, wib()).action, how));
    });
}

} // namespace

void bind_case_driver(py::module_& module) {
    py::class_<StepOrders>(module, "StepOrders", "How a step is done where not as usual.")
        .def_static("make", &orders, py::arg("by"), py::arg("produk"), py::arg("target"),
                    py::arg("missing"), py::arg("excuse"), py::arg("result"), py::arg("reason"),
                    py::arg("dasar"), py::arg("at"), "None is as usual.");
    py::class_<DrivenCases>(module, "CaseDriver", "Walks cases of one SOP.")
        .def_static(
            "make",
            [](const OpenStore& store, TestClock& clock, const Document& document,
               const std::optional<std::string>& overlay, const std::vector<Holding>& posts,
               const std::string& excuse) {
                return std::make_unique<DrivenCases>(store, clock, document, overlay, posts,
                                                     excuse);
            },
            py::keep_alive<0, 1>(), py::keep_alive<0, 2>(), py::arg("store"), py::arg("clock"),
            py::arg("sop"), py::arg("overlay"), py::arg("posts"), py::arg("excuse"),
            "Registers the SOP.")
        .def("start", &start, py::arg("case"), py::arg("waktu"), py::arg("outcome"),
             py::arg("orders"), py::arg("hook"), "The events that were written, as lines.")
        .def("complete", &complete, py::arg("case"), py::arg("item"), py::arg("orders"),
             py::arg("hook"), "The same for an item of a path.")
        .def("walk", &walk, py::arg("case"), py::arg("items"), py::arg("last"), py::arg("hook"),
             "tertib.case/1 after all of them.")
        .def("act", &act, py::arg("case"), py::arg("command"), py::arg("orders"), py::arg("hook"),
             "The events that were written, as lines.")
        .def("ask", &ask, py::arg("case"), py::arg("command"), py::arg("orders"), py::arg("hook"),
             "tertib.reply/1")
        .def(
            "sop",
            [](DrivenCases& self, const py::function& hook) {
                return self.run(hook, [](Store&, CaseDriver& driver) {
                    return std::make_shared<Document>(Document{driver.sop(), {}});
                });
            },
            py::arg("hook"), "With the overlay.");
}

} // namespace tertib::python
