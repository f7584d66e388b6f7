// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/model/sop.hpp"
#include "tertib/tertib_experimental.h"

#include <memory>
#include <vector>

/// A step as C borrows it: the Sop that it is in must be kept by the handle that it comes from.
struct tertib_step {
    const tertib::Step* step;
    const tertib::Sop* sop;
};

/// Handles of one Sop share it.
struct tertib_sop {
    explicit tertib_sop(std::shared_ptr<const tertib::Sop> shared);

    std::shared_ptr<const tertib::Sop> sop;
    std::vector<tertib_step> steps;
};
