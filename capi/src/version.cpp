// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/tertib.h"

#include "tertib/base/version.hpp"

const char* tertib_version_string(void) {
    return tertib::version().data(); // a literal, so it ends in NUL
}

int32_t tertib_version_number(void) {
    return TERTIB_VERSION_NUMBER;
}

int32_t tertib_abi_version(void) {
    return TERTIB_C_SOVERSION;
}
