// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/tertib_experimental.h"
#include "tertib/testkit/test_clock.hpp"

#include <memory>

/// Drivers of cases keep the clock too, and see it move.
struct tertib_test_clock {
    std::shared_ptr<tertib::TestClock> clock;
};
