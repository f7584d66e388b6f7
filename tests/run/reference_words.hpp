// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/text.hpp"
#include "tertib/time/due.hpp"

#include <algorithm>
#include <string>
#include <vector>

/// What both halves of the reference model say often.
namespace tertib::test {

[[nodiscard]] inline bool blank(const std::string& text) {
    return trim(text).empty();
}

[[nodiscard]] inline bool same(const std::string& a, const std::string& b) {
    return fold(a) == fold(b);
}

[[nodiscard]] inline bool among(const std::vector<std::string>& list, const std::string& wanted) {
    return std::ranges::any_of(list, [&](const std::string& each) { return same(each, wanted); });
}

/// The stops of a clock that also stood still from then until then, as far as it ran already.
[[nodiscard]] inline std::vector<ClockStop> stood_still(Instant since, std::vector<ClockStop> stops,
                                                        Instant from, Instant until) {
    if (std::max(from, since) < until) {
        stops.push_back({std::max(from, since), until});
    }
    return stops;
}

/// Whether it lies between the two ends of one of them.
[[nodiscard]] inline bool in_the_midst(const std::vector<ClockStop>& stops, Instant at) {
    return std::ranges::any_of(
        stops, [&](const ClockStop& each) { return each.from < at && at < each.until; });
}

} // namespace tertib::test
