// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/log/event_log.hpp"

#include <functional>
#include <string_view>

/// Event logs as files, written piece by piece: the log may be larger than the memory left.
///
///     write_xes(log, [&](std::string_view piece) { file.write(piece); });
///
/// The same log gives the same bytes. Pure but for the sink, which may throw; any thread.
namespace tertib {

/// Takes the next piece of what is written; it is valid during the call only.
using ByteSink = std::function<void(std::string_view piece)>;

/// XES (IEEE 1849): each case with its rows in their order, those that were started and not
/// completed last; a row with both stamps is a start and a complete. `read_xes` (read/xes_log.hpp)
/// reads a log that came from XES back to an equal one: an equal digest. Stamps are as fine as they
/// are known ("2025-05-05+07:00" for a day), which other programs may not expect; characters that
/// XML can't have become U+FFFD.
void write_xes(const EventLog& log, const ByteSink& sink);

/// CSV (RFC 4180, UTF-8, lines end in CR LF) with the columns case:concept:name, concept:name,
/// start_timestamp, time:timestamp, org:resource, org:role and outcome as far as anything is in
/// them, then the further columns by name, those of cases with case: before it. Rows stand in the
/// log's order. Types, values of the log as a whole, and cases without rows have no place in CSV.
void write_csv(const EventLog& log, const ByteSink& sink);

} // namespace tertib
