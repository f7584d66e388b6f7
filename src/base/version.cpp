// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/base/version.hpp"

namespace tertib {

std::string_view version() noexcept {
    return TERTIB_VERSION;
}

} // namespace tertib
