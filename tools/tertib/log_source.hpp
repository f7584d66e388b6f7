// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/log/log_map.hpp"
#include "tertib/model/sop.hpp"
#include "tertib/read/log_reading.hpp"

#include <cstdint>
#include <string>

namespace tertib::tool {

/// An event log on the command line, and how it is to be understood.
struct LogRequest {
    std::string path; ///< "-" is standard input
    std::string map;  ///< the path of a map, "" for none
    std::string zone; ///< of times that name none: "+08"; "": the map's, else +07
};

/// The map of the request, with its zone; an open one if none is named. Throws Failure: unreadable
/// for bytes that are no map, usage for a zone that is none.
[[nodiscard]] LogMap load_map(const LogRequest& request);

/// A log, and the map to understand it by: the given one, and of one's own journal also what fits it.
struct LoadedLog {
    LogReading reading;
    LogMap map;
};

/// What a log is read for: it decides which of its events are in it.
enum class LogUse : std::uint8_t {
    steps,  ///< to be aligned: of a journal its steps alone
    looked, ///< to be looked at and checked: stops of clocks too
    whole,  ///< to be written again: nothing set aside
};

/// Reads the log by the map of the request: XES, a table, a store, or an exported journal. Throws
/// Failure: unreadable for bytes that are no log, with the line.
[[nodiscard]] LoadedLog load_log(const LogRequest& request, LogUse use);

/// The same for a proposal: what the given map leaves open is found out, also the columns of a table
/// with one row a case.
[[nodiscard]] LoadedLog load_for_proposal(const LogRequest& request, const Sop* sop);

} // namespace tertib::tool
