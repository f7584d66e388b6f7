// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "subject.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace tertib {

/// One thing that a scenario does; each append brings new entries.
enum class ScenarioStep {
    open,
    close,
    open_second, ///< another subject on the same file
    close_second,
    append,      ///< one small entry
    append_many, ///< thirty in one transaction
    append_big,  ///< one of 48 KiB, over many pages
    append_second,
    retry,   ///< asks the last one again
    abandon, ///< writes three and gives them up
    abandon_big,
    read,
    read_while_appending, ///< the second one appends while the first is in the middle of reading
    read_while_truncating,
    checkpoint,
    truncate,
    vacuum,
    copy,
    integrity,
    kill ///< (when preparing) leaves the files as a killed process would
};

/// First `prepared` runs undisturbed, once; then `disturbed` runs again and again from there.
struct Scenario {
    std::string_view name;
    CacheSize cache = CacheSize::usual;
    std::vector<ScenarioStep> prepared;
    std::vector<ScenarioStep> disturbed;
};

[[nodiscard]] std::span<const Scenario> fault_scenarios();

} // namespace tertib
