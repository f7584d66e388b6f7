// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/log/log_map.hpp"
#include "tertib/model/sop.hpp"
#include "tertib/read/byte_source.hpp"
#include "tertib/read/log_reader.hpp"

namespace tertib {

/// A log that was read for proposing a map, and what its first bytes show that the map given
/// doesn't say: the titles of its columns or, of a table with one row a case, its steps.
struct ProposedLog {
    LogReading reading;
    LogMap map;
};

/// Reads a log that may want a map before it can be read, with the map given in `options.csv.map`.
///
///     ProposedLog log = read_proposed_log(source, &sop);
///     LogMap map = propose_map(log.reading.log, &sop, std::move(log.map)); // log/log_proposal.hpp
///
/// The Sop, which may be nullptr, names the steps of a table with one row a case. Throws as
/// read_log() does.
[[nodiscard]] ProposedLog read_proposed_log(ByteSource source, const Sop* sop,
                                            const LogReadOptions& options = {});

} // namespace tertib
