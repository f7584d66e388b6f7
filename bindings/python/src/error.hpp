// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <pybind11/pybind11.h>

/// tertib.Error in Python: what tertib::Error says, with code, row and column as attributes.
/// Nothing else that the library throws reaches Python as a bare RuntimeError.
namespace tertib::python {

void bind_error(pybind11::module_& module);

} // namespace tertib::python
