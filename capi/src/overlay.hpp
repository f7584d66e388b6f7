// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/model/overlay.hpp"
#include "tertib/tertib_experimental.h"

struct tertib_overlay {
    tertib::Overlay overlay;
};
