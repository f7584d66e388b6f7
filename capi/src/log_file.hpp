// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/log/event_log.hpp"
#include "tertib/read/byte_source.hpp"
#include "tertib/read/log_reader.hpp"
#include "tertib/write/log_file.hpp"

#include <string>

namespace tertib::capi {

/// The bytes of a file, piece by piece. It is opened at once. Throws Error(io), also while reading.
[[nodiscard]] ByteSource source_of_file(const std::string& path);

void write_log(const EventLog& log, LogFormat format, const ByteSink& sink);

/// Writes a file in the format of its name, compressed for one that ends in .gz. Throws
/// Error(argument) for a name that tells none, Error(io).
void save_log(const EventLog& log, const std::string& path);

} // namespace tertib::capi
