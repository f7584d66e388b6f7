// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "read/sheet.hpp"
#include "tertib/base/finding.hpp"
#include "tertib/model/identity.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace tertib {

/// The identity page above a table, and the procedure's name that stands right over the table.
struct IdentityReading {
    Identity identity;
    std::string heading;
    bool any_label = false;
    std::vector<Finding> findings;
};

/// Reads the rows [from, to) of a sheet. Labels may stand in any column, their values beside them,
/// in the same cell, or below; two labels may share a row (Dasar Hukum | Kualifikasi Pelaksana).
/// Lines without a label that name an office are the unit_kerja.
[[nodiscard]] IdentityReading read_identity(const Sheet& sheet, std::size_t from, std::size_t to);

} // namespace tertib
