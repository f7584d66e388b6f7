// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/store/store.hpp"
#include "tertib/tertib_experimental.h"
#include "tertib/time/instant.hpp"

struct tertib_store {
    tertib::Store store;
    tertib::Zone zone; ///< of instants in requests that name no offset
};

namespace tertib::capi {

/// Throws Error(argument) for what is no TERTIB_UNKNOWN_PELAKSANA_….
[[nodiscard]] UnknownPelaksana unknown_pelaksana_of(std::int32_t unknown);

} // namespace tertib::capi
