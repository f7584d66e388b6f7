// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/tertib_experimental.h"
#include "tertib/time/instant.hpp"
#include "tertib/time/waktu_request.hpp"

#include <cstdint>

namespace tertib::capi {

/// The caller's options as of today; throws as own_options() does.
[[nodiscard]] tertib_deadline_options deadline_options(const tertib_deadline_options* options);

/// The waktu of a text and its options together: items and stops of both count. Throws
/// Error(argument) for a text that is NULL or not UTF-8, and for what the options can't mean.
[[nodiscard]] WaktuRequest request_of(const char* waktu, const tertib_deadline_options& own,
                                      Zone zone);

} // namespace tertib::capi
