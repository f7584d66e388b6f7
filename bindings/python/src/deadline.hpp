// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <pybind11/pybind11.h>

namespace tertib::python {

/// Explanation: a deadline with its record and the walk that led to it, and its lateness.
void bind_deadline(pybind11::module_& module);

} // namespace tertib::python
