// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/sop_successor.hpp"

#include <algorithm>

namespace tertib {

std::string successor_in_force(std::span<const SopVersion> versions, std::string_view digest,
                               LocalDay day) {
    std::string found;
    std::string_view at = digest;
    // A version can take its predecessor's place again later: no longer than there are versions.
    for (std::size_t hops = 0; hops < versions.size(); ++hops) {
        std::string_view next;
        for (const SopVersion& each : versions) {
            next = each.digest == at && !each.successor.empty() ? each.successor : next;
        }
        if (next.empty()) {
            break;
        }
        at = next;
        const bool here = std::ranges::any_of(versions, [&](const SopVersion& each) {
            return each.digest == at && in_force(each, day);
        });
        if (here && at != digest) {
            found = at;
        }
    }
    return found;
}

} // namespace tertib
