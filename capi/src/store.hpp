// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/store/store.hpp"
#include "tertib/tertib_experimental.h"
#include "tertib/time/instant.hpp"

#include <cstdint>
#include <memory>

/// Drivers of cases keep the store too.
struct tertib_store {
    std::shared_ptr<tertib::Store> store;
    tertib::Zone zone; ///< of instants in requests that name no offset
};

namespace tertib::capi {

/// Throws Error(argument) for what is no TERTIB_UNKNOWN_PELAKSANA_….
[[nodiscard]] UnknownPelaksana unknown_pelaksana_of(std::int32_t unknown);

/// Opens a store in memory for options as of the caller's; throws as for them.
[[nodiscard]] tertib_store* open_in_memory(const tertib_store_options* options, SaltSource salt);

} // namespace tertib::capi
