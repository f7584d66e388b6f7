// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <pybind11/pybind11.h>

namespace tertib::python {

/// Calendar, and the reading of its names and of stamps. Instants are microseconds since 1970 UTC,
/// days are ISO 8601.
void bind_calendar(pybind11::module_& module);

} // namespace tertib::python
