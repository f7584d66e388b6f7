// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/log/log_map.hpp"
#include "tertib/model/sop.hpp"
#include "tertib/read/log_reading.hpp"

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

/// Reads the log by the map. Throws Failure: unreadable for bytes that are no log, with the line.
[[nodiscard]] LogReading load_log(const LogRequest& request, const LogMap& map);

/// A log that is read for a proposal, and the map that it was read by: what the given one leaves open
/// is found out, also the columns of a table with one row a case.
struct ProposedLog {
    LogReading reading;
    LogMap map;
};
[[nodiscard]] ProposedLog load_for_proposal(const LogRequest& request, const Sop* sop);

} // namespace tertib::tool
