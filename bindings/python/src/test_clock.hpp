// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <pybind11/pybind11.h>

namespace tertib::python {

/// TestClock and hard_days: a clock that the test moves, and the days on which to set it.
void bind_test_clock(pybind11::module_& module);

} // namespace tertib::python
