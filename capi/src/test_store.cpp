// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/testkit/test_store.hpp"

#include "guard.hpp"
#include "store.hpp"

using namespace tertib::capi;

tertib_status tertib_store_open_test(const tertib_store_options* options, tertib_store** out,
                                     tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(out, "out");
        *out = open_in_memory(options, tertib::repeatable_salts());
    });
}
