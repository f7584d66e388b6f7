// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <pybind11/pybind11.h>

namespace tertib::python {

/// CaseDriver and StepOrders: walks cases of one SOP in a store, by a TestClock. A hook is given to
/// each call: it is told of every step before and after it is done. Whoever makes a driver keeps its
/// store and its clock.
void bind_case_driver(pybind11::module_& module);

} // namespace tertib::python
