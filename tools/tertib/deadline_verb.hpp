// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "verb.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tertib::tool {

/// `tertib deadline --from T --waktu W [--calendar C] [--items N] [--stop A/B]… [--explain]`
struct DeadlineRequest {
    std::string from;
    std::string waktu;
    std::string calendar;
    std::optional<std::int64_t> items;
    std::vector<std::string> stops; ///< A/B
    bool explain = false;
};
[[nodiscard]] Outcome deadline_verb(const DeadlineRequest& request, const Manner& manner);

} // namespace tertib::tool
