// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/finding.hpp"
#include "tertib/model/sop.hpp"

#include <pybind11/pybind11.h>

#include <vector>

namespace tertib::python {

/// An SOP and what was noticed while it was read. Immutable, so any thread may use it.
struct Document {
    Sop sop;
    std::vector<Finding> findings;
};

/// Sop: an immutable handle whose long calls release the GIL. What it tells goes to Python as the
/// library's JSON, from which the package makes its values.
void bind_sop(pybind11::module_& module);

} // namespace tertib::python
