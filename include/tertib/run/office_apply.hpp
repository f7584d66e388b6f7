// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/run/office_event.hpp"
#include "tertib/run/office_state.hpp"

namespace tertib {

/// The state after the event. Pure: the events alone make the state, whoever replays them. Throws
/// Error(format) for an event that can't follow: a journal is untrusted input.
[[nodiscard]] OfficeState apply(OfficeState state, const OfficeEvent& event);

} // namespace tertib
