// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/run/event_bytes.hpp"

namespace tertib {

/// Sixteen bytes from the system's random source, for whoever seals events without a store:
///
///     JournalEntry entry = enter(context, kept, command, random_salt);
///
/// Throws Error(io) if the system has none. Any thread.
[[nodiscard]] Salt random_salt();

} // namespace tertib
