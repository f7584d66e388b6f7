// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "write/text_output.hpp"

#include <string_view>

namespace tertib {

/// Writes a cell of CSV, in quotes where the table needs them, and where a spreadsheet would take
/// it for a formula.
void write_csv_cell(TextOutput& out, std::string_view text);

} // namespace tertib
