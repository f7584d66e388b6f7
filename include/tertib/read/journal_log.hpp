// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/log/log_builder.hpp"
#include "tertib/read/byte_source.hpp"
#include "tertib/read/log_reading.hpp"

#include <cstddef>

/// The exported journal of cases (JSON Lines, docs/formats.md) as an event log: what was done, by
/// whom, from when until when.
///
///     LogReading reading = read_journal_log(source);
///
/// A task that was completed or returned is a row: the activity is its step's key, the role the
/// pelaksana for whom somebody acted, the start when it was claimed last. A task that is still
/// claimed is a row without an end, behind the others of its case. The column tertib:event says
/// what ended a row (completed, returned), tertib:sop_digest by which SOP a case began. Other
/// events, the office's included, are counted in findings. Whether the journal holds isn't asked:
/// that is `tertib journal verify`'s.
namespace tertib {

struct JournalLogOptions {
    LogLimits limits;
    std::size_t max_line = std::size_t{64} << 20; ///< bytes of one line
};

/// Reads an export, whole or of one case. Throws Error(format), Error(limit) or Error(unsupported)
/// with the line for one that isn't of an export. Whatever the source throws passes through.
[[nodiscard]] LogReading read_journal_log(ByteSource source, const JournalLogOptions& options = {});

} // namespace tertib
