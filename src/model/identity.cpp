// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/model/identity.hpp"

namespace tertib {

std::string_view name(SopStatus status) noexcept {
    switch (status) {
    case SopStatus::unknown: return "unknown";
    case SopStatus::rancangan: return "rancangan";
    case SopStatus::berlaku: return "berlaku";
    case SopStatus::digantikan: return "digantikan";
    case SopStatus::dicabut: return "dicabut";
    }
    return "";
}

} // namespace tertib
