// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/verification.hpp"

#include "guard.hpp"
#include "store.hpp"

#include "tertib/store/verification_json.hpp"

using namespace tertib::capi;

struct tertib_verification {
    tertib::Verification found;
};

tertib_status tertib_store_verify(tertib_store* store, tertib_verification** out,
                                  tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(store, "store");
        require(out, "out");
        *out = new_handle(tertib_verification{store->store->verify()});
    });
}

int32_t tertib_verification_holds(const tertib_verification* verification) {
    if (verification == nullptr) {
        return TERTIB_E_ARGUMENT;
    }
    return verification->found.holds() ? 1 : 0;
}

size_t tertib_verification_breach_count(const tertib_verification* verification) {
    return verification != nullptr ? verification->found.breaches.size() : 0;
}

uint64_t tertib_verification_case_count(const tertib_verification* verification) {
    return verification != nullptr ? verification->found.cases : 0;
}

uint64_t tertib_verification_event_count(const tertib_verification* verification) {
    return verification != nullptr ? verification->found.events : 0;
}

tertib_status tertib_verification_to_json(const tertib_verification* verification, tertib_buf* out,
                                          tertib_error** error) {
    if (out != nullptr) {
        *out = {nullptr, 0};
    }
    return guarded(error, [&] {
        require(verification, "verification");
        require(out, "out");
        fill(out, tertib::to_json(verification->found));
    });
}

void tertib_verification_free(tertib_verification* verification) {
    free_handle(verification);
}
