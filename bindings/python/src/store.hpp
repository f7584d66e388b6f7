// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <pybind11/pybind11.h>

namespace tertib::python {

/// Store: an open store of cases. Requests and answers are the library's JSON; the GIL is released
/// around every call, so that threads share commits. After close(), or in a child after a fork, it
/// refuses everything.
void bind_store(pybind11::module_& module);

} // namespace tertib::python
