// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <pybind11/pybind11.h>

#include <cstdint>
#include <string>
#include <vector>

namespace tertib::python {

/// A column of times, as other libraries hand it over and take it by the Arrow PyCapsule protocol
/// (__arrow_c_array__, __arrow_c_stream__); none of them is imported for it.
struct InstantColumn {
    std::vector<std::int64_t> micros; ///< since 1970, no_instant for null
    std::string zone;                 ///< as Arrow names it: micros are UTC; "": local time
};

void bind_arrow(pybind11::module_& module);

} // namespace tertib::python
