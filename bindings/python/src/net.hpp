// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <pybind11/pybind11.h>

namespace tertib::python {

/// Net, and what a log is to it: align and token_replay, which release the GIL but let Ctrl-C in.
void bind_net(pybind11::module_& module);

} // namespace tertib::python
