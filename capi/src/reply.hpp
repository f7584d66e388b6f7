// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "findings.hpp"

#include "tertib/store/receipt.hpp"
#include "tertib/tertib_experimental.h"

#include <array>
#include <vector>

/// A reply with the texts that C borrows. Made before the store is asked, so that a reply which is
/// durable never fails for want of memory: taking it in needs none.
struct tertib_reply {
    tertib::Reply reply;
    std::array<char, 65> hash{}; ///< 64 hexadecimal digits, or ""; and a NUL
    tertib_findings refusal;

    void take(tertib::Reply made);
};

struct tertib_replies {
    std::vector<tertib_reply> list;
};
