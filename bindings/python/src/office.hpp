// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "open_store.hpp"

#include <pybind11/pybind11.h>

namespace tertib::python {

/// What a Store does beside cases: what the office decides, overrun policies, and dry runs.
void bind_office(pybind11::class_<OpenStore>& type);

} // namespace tertib::python
