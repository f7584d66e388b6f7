// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <pybind11/pybind11.h>

namespace tertib::python {

/// Allowance: a waktu's text made ready, and the deadline of one start.
void bind_allowance(pybind11::module_& module);

} // namespace tertib::python
