// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/finding.hpp"
#include "tertib/read/grid.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace tertib {

/// Text of the source that is no part of the document itself: a transcriber's line that begins
/// with "# ", or a drawing kept as code. It is set aside, never dropped.
struct Remark {
    std::uint32_t row = 0; ///< as GridRow::number
    std::string text;
};

/// What the first stage of reading yields: the grids in the order of the document, what was
/// noticed while filling them, and the remarks. A value without ties to the bytes it came from.
struct Grids {
    std::vector<Grid> grids;
    std::vector<Finding> findings;
    std::vector<Remark> remarks;
};

} // namespace tertib
