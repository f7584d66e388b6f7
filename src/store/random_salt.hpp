// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/run/event_bytes.hpp"

namespace tertib {

/// Sixteen bytes from the system's random source. Throws Error(io) if it has none.
[[nodiscard]] Salt random_salt();

} // namespace tertib
