// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "office.hpp"

#include "sop.hpp"

#include "tertib/base/catalogue.hpp"
#include "tertib/base/error.hpp"
#include "tertib/model/overlay_json.hpp"
#include "tertib/run/command_json.hpp"
#include "tertib/run/migration_json.hpp"
#include "tertib/run/office_state_json.hpp"
#include "tertib/run/overrun_policy_json.hpp"
#include "tertib/run/recompute_json.hpp"
#include "tertib/store/dry_run.hpp"
#include "tertib/store/office_request_json.hpp"
#include "tertib/store/reply_json.hpp"
#include "tertib/store/sop_revision.hpp"
#include "tertib/store/sop_revision_json.hpp"
#include "tertib/time/calendar.hpp"

#include <pybind11/stl.h>

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace py = pybind11;

namespace tertib::python {
namespace {

Zone office_zone(int minutes) {
    return Zone(std::chrono::minutes(minutes));
}

std::string submit_office(const OpenStore& self, const std::string& request, int minutes) {
    return self.run([&](Store& store) {
        return to_json(store.submit(office_request_from_json(request, office_zone(minutes))));
    });
}

std::string migration(const OpenStore& self, const std::string& command, int minutes,
                      const Document& document, bool everyone) {
    return self.run([&](Store& store) {
        const ReadySopResult next = ready_sop(
            std::make_shared<const Sop>(document.sop),
            {.unknown_pelaksana = everyone ? UnknownPelaksana::everyone : UnknownPelaksana::refuse,
             .soundness = {}});
        if (!next.sop) {
            const Finding& why = next.refusals.front();
            throw Error(ErrorCode::argument, why.code + ": " + message(why, Language::en));
        }
        const Zone zone = office_zone(minutes);
        return to_json(plan_migration(store, command_from_json(command, zone), *next.sop), zone);
    });
}

std::string recompute(const OpenStore& self, const std::string& command, int minutes,
                      const Calendar& calendar) {
    return self.run([&](Store& store) {
        const Command asked = command_from_json(command, office_zone(minutes));
        return to_json(plan_recompute(store, asked, calendar), calendar.zone());
    });
}

std::string revision(const OpenStore& self, const std::string& old_sop, const Document& revised,
                     const std::optional<std::string>& overlay, const std::string& after,
                     std::size_t limit) {
    return self.run([&](Store& store) {
        const std::optional<Overlay> own =
            overlay ? std::optional(overlay_from_json(*overlay)) : std::nullopt;
        return to_json(
            look_at_revision(store, old_sop, revised.sop,
                             {.overlay = own ? &*own : nullptr, .after = after, .limit = limit}));
    });
}

} // namespace

void bind_office(py::class_<OpenStore>& type) {
    type.def(
            "register_policy",
            [](const OpenStore& self, const std::string& json) {
                return self.run([&](Store& store) {
                    return store.register_policy(overrun_policy_from_json(json));
                });
            },
            py::arg("json"), "Its digest.")
        .def("submit_office", &submit_office, py::arg("request"), py::arg("minutes"),
             "tertib.reply/1 of tertib.office_request/1.")
        .def(
            "office",
            [](const OpenStore& self, int minutes) {
                return self.run(
                    [&](Store& store) { return to_json(store.office(), office_zone(minutes)); });
            },
            py::arg("minutes"), "tertib.office/1")
        .def("plan_migration", &migration, py::arg("command"), py::arg("minutes"), py::arg("sop"),
             py::arg("everyone"), "tertib.migration/1 of tertib.command/1.")
        .def("plan_recompute", &recompute, py::arg("command"), py::arg("minutes"),
             py::arg("calendar"), "tertib.recompute/1 of tertib.command/1.")
        .def("revision", &revision, py::arg("old_sop"), py::arg("revised"), py::arg("overlay"),
             py::arg("after"), py::arg("limit"), "tertib.revision/1");
}

} // namespace tertib::python
