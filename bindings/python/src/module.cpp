// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "allowance.hpp"
#include "arrow.hpp"
#include "calendar.hpp"
#include "case_driver.hpp"
#include "column.hpp"
#include "coverage.hpp"
#include "deadline.hpp"
#include "error.hpp"
#include "event_log.hpp"
#include "journal_replay.hpp"
#include "net.hpp"
#include "sop.hpp"
#include "store.hpp"
#include "test_clock.hpp"

#include "tertib/base/version.hpp"

#include <pybind11/pybind11.h>

#include <string>

PYBIND11_MODULE(_core, module) {
    module.doc() = "The library inside tertib; private, import tertib instead.";
    module.attr("version") = std::string(tertib::version());
    tertib::python::bind_error(module);
    tertib::python::bind_calendar(module);
    tertib::python::bind_allowance(module);
    tertib::python::bind_deadline(module);
    tertib::python::bind_column(module);
    tertib::python::bind_arrow(module);
    tertib::python::bind_sop(module);
    tertib::python::bind_event_log(module);
    tertib::python::bind_net(module);
    tertib::python::bind_store(module);
    tertib::python::bind_test_clock(module);
    tertib::python::bind_case_driver(module);
    tertib::python::bind_coverage(module);
    tertib::python::bind_journal_replay(module);
}
