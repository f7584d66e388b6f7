// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/text.hpp"

#include <string_view>

namespace tertib {

/// Whether two names or labels are the same after folding. Equal bytes, the usual case, cost nothing.
[[nodiscard]] inline bool same_text(std::string_view a, std::string_view b) {
    return a == b || fold(a) == fold(b);
}

} // namespace tertib
