// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/log/event_log.hpp"
#include "tertib/read/log_reader.hpp"

#include <string>

namespace tertib::tool {

/// The format that a log is to be written in: `to` ("xes", "csv"), or, if that is "", what the end
/// of the file's name says. Throws Failure(usage) where neither says it.
[[nodiscard]] LogFormat format_to_write(const std::string& out, const std::string& to);

/// Writes the log piece by piece; "-" is standard output. Throws Failure(system).
void write_log(const EventLog& log, LogFormat format, const std::string& out);

} // namespace tertib::tool
