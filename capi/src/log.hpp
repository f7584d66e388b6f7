// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "findings.hpp"

#include "tertib/log/event_log.hpp"
#include "tertib/log/log_map.hpp"
#include "tertib/read/log_reader.hpp"
#include "tertib/tertib_experimental.h"

#include <cstdint>
#include <memory>
#include <vector>

/// A log with what was noticed while it was read, as the library has it and as C borrows it.
struct tertib_log {
    explicit tertib_log(tertib::LogReading&& reading);

    std::shared_ptr<const tertib::EventLog> log;
    std::vector<tertib::Finding> read;
    tertib_findings findings;
};

struct tertib_map {
    tertib::LogMap map;
};

namespace tertib::capi {

/// Checked; `file` is for the positions of errors.
[[nodiscard]] LogReadOptions log_options_of(const tertib_log_options* options, const char* file);
/// That of a handle, or an open one for NULL.
[[nodiscard]] const LogMap& map_of(const tertib_map* map);
/// Throws Error(argument) for what is no format of a file, also for ANY.
[[nodiscard]] LogFormat log_format_of(std::int32_t format);

} // namespace tertib::capi
