// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard.hpp"

#include "tertib/store/store.hpp"
#include "tertib/tertib_experimental.h"
#include "tertib/time/instant.hpp"

#include <cstdint>
#include <memory>
#include <string>

/// Drivers of cases keep the store too.
struct tertib_store {
    std::shared_ptr<tertib::Store> store;
    tertib::Zone zone; ///< of instants in requests that name no offset
    tertib::UnknownPelaksana unknown = tertib::UnknownPelaksana::refuse;
};

namespace tertib::capi {

/// Throws Error(argument) for what is no TERTIB_UNKNOWN_PELAKSANA_….
[[nodiscard]] UnknownPelaksana unknown_pelaksana_of(std::int32_t unknown);

/// Opens a store in memory for options as of the caller's; throws as for them.
[[nodiscard]] tertib_store* open_in_memory(const tertib_store_options* options, SaltSource salt);

/// Runs a call that fills a buffer with a text about a store; an empty text leaves it empty.
template <class Write>
[[nodiscard]] tertib_status write_store(tertib_store* store, tertib_buf* out, tertib_error** error,
                                        const Write& write) {
    if (out != nullptr) {
        *out = {nullptr, 0};
    }
    return guarded(error, [&] {
        require(store, "store");
        require(out, "out");
        if (const std::string text = write(*store->store); !text.empty()) {
            fill(out, text);
        }
    });
}

} // namespace tertib::capi
