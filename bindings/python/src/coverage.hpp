// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <pybind11/pybind11.h>

namespace tertib::python {

/// Coverage, and paths_of: what of an SOP the cases of a test run have tried, and what there is to try.
void bind_coverage(pybind11::module_& module);

} // namespace tertib::python
