// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/error.hpp"
#include "tertib/tertib.h"

#include <string>

struct tertib_error {
    tertib_status code;
    std::string message;
    tertib::Position position;
};

namespace tertib::capi {

/// The one error that is never allocated and never freed.
[[nodiscard]] tertib_error* out_of_memory() noexcept;

} // namespace tertib::capi
