// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <pybind11/pybind11.h>

namespace tertib::python {

/// Sop: an immutable handle whose long calls release the GIL. What it tells goes to Python as the
/// library's JSON, from which the package makes its values.
void bind_sop(pybind11::module_& module);

} // namespace tertib::python
