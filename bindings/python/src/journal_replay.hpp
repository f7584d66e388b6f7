// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <pybind11/pybind11.h>

namespace tertib::python {

/// JournalReplay, record_journal and replay_journal: recorded journals, played again.
void bind_journal_replay(pybind11::module_& module);

} // namespace tertib::python
