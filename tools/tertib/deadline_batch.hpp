// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "verb.hpp"

#include <string>

namespace tertib::tool {

/// `tertib deadline --batch FILE.csv`: a CSV with columns start and waktu, and calendar where rows
/// have one of their own; the others are kept. Written with the columns deadline and error after
/// them, row by row: a file may be longer than memory. Negative when a row couldn't be computed
/// because of what it holds; a waktu that names no time has no deadline and is told, but is not
/// such a row.
struct DeadlineBatchRequest {
    std::string path;
    std::string calendar; ///< for rows that name none
    std::string output;   ///< where to write: a path, or "" for standard output
};
[[nodiscard]] Outcome deadline_batch_verb(const DeadlineBatchRequest& request,
                                          const Manner& manner);

} // namespace tertib::tool
