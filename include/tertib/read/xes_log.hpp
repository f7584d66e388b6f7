// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/log/log_builder.hpp"
#include "tertib/read/byte_source.hpp"
#include "tertib/read/log_reading.hpp"

#include <cstddef>
#include <cstdint>

/// Event logs in XES (IEEE 1849), read as a stream: memory goes with the columns, not with the text.
///
///     LogReading reading = read_xes(source);
///
/// A trace becomes a case, named by its concept:name. An event becomes a row: concept:name is the
/// activity, org:resource, org:role, and time:timestamp, which is when the activity completed. A
/// start and a complete of one activity (and one concept:instance) within a trace become one row
/// with both stamps, at the place of the complete; a start that isn't completed is a row without
/// the second stamp, at the end of its case. What else there is, is kept as columns with its type:
/// of events, of cases, and of the log. Names of nested attributes have their parents before them,
/// with tabs between (XES allows none in a key). Extensions, globals and classifiers are attributes
/// of the log whose names begin with "xes:". So `write_xes` (write/xes.hpp) writes it all again.
///
/// What is odd is told as a finding and never mended by a guess: a default of a `global` isn't
/// taken for a value that an event lacks.
namespace tertib {

/// What becomes of events that neither start nor complete an activity (schedule, suspend …).
enum class OtherTransitions : std::uint8_t {
    set_aside, ///< not in the log; a finding counts them
    kept,      ///< rows of their own, told apart by the column lifecycle:transition
};

/// Limits and policies. An Error(limit) names the limit.
struct XesOptions {
    OtherTransitions others = OtherTransitions::set_aside;
    Zone assumed_zone;                          ///< of stamps that name none
    LogLimits limits;                           ///< of the log
    std::size_t max_depth = 256;                ///< elements within elements
    std::size_t max_tag = std::size_t{1} << 20; ///< of one tag with its attributes, in bytes
};

/// Reads a log, also one compressed by gzip. Throws Error(format) for what isn't well-formed XML in
/// UTF-8 or has no root <log>, Error(limit) past a limit and for a DTD, Error(unsupported) for
/// another encoding; each names line and column. Whatever the source throws passes through.
[[nodiscard]] LogReading read_xes(ByteSource source, const XesOptions& options = {});

} // namespace tertib
