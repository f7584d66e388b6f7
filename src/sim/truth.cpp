// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/sim/truth.hpp"

namespace tertib {

std::string_view name(TruthReason reason) noexcept {
    switch (reason) {
    case TruthReason::planted: return "planted";
    case TruthReason::follows: return "follows";
    case TruthReason::sop: return "sop";
    }
    return "";
}

} // namespace tertib
