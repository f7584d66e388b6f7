// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "allowance.hpp"

#include "instant.hpp"

#include "tertib/base/error.hpp"
#include "tertib/time/calendar.hpp"
#include "tertib/time/ready_waktu.hpp"

#include <pybind11/stl.h>

#include <cstdint>
#include <optional>
#include <string>

namespace py = pybind11;

namespace tertib::python {
namespace {

ReadyWaktu make_ready(const std::string& waktu, std::optional<std::int64_t> items) {
    WaktuRequest request = read_waktu_request(waktu, Zone());
    if (!request.options.stops.empty()) {
        throw Error(ErrorCode::argument,
                    "clock stops belong to one case: a column of starts takes none");
    }
    if (items) {
        request.options.items = items;
    }
    return ready(request);
}

std::optional<std::int64_t> due_of(const ReadyWaktu& self, const Calendar& calendar,
                                   std::int64_t start) {
    return micros_of(due(calendar.table(), calendar.zone(), instant_of(start), self));
}

} // namespace

void bind_allowance(py::module_& module) {
    py::class_<ReadyWaktu>(module, "Allowance", "A waktu made ready to reckon with.")
        .def_static("from_text", &make_ready, py::arg("waktu"), py::arg("items"),
                    "A waktu without clock stops.")
        .def("due", &due_of, py::arg("calendar"), py::arg("start"),
             "The deadline; None where there is none, or it lies outside the calendar's days.")
        .def_property_readonly("open",
                               [](const ReadyWaktu& self) { return self.alternatives.empty(); });
}

} // namespace tertib::python
