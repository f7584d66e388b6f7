// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/model/sop.hpp"
#include "tertib/read/grid.hpp"
#include "tertib/read/reader.hpp"

#include <vector>

namespace tertib {

/// The second stage of reading: every SOP that a grid shows. Knows what an SOP looks like and
/// nothing of the format that it came in. `source` is written into each.
[[nodiscard]] std::vector<SopReading> recognise(const Grid& grid, const Source& source,
                                                const ReadOptions& options);

} // namespace tertib
