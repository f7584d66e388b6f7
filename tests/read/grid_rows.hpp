// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "read/grids.hpp"

#include <string>
#include <vector>

/// A row as one line, "number: text@column text@column …" with spans as "(columns x rows)", so
/// that a whole grid can be compared with what is expected of it.
inline std::string shown(const tertib::GridRow& row) {
    std::string line = std::to_string(row.number) + ":";
    for (const tertib::GridCell& cell : row.cells) {
        line += " " + cell.text + "@" + std::to_string(cell.column);
        if (cell.column_span > 1 || cell.row_span > 1) {
            line +=
                "(" + std::to_string(cell.column_span) + "x" + std::to_string(cell.row_span) + ")";
        }
    }
    return line;
}

inline std::vector<std::string> shown(const tertib::Grids& read) {
    std::vector<std::string> lines;
    for (const tertib::Grid& grid : read.grids) {
        for (const tertib::GridRow& row : grid.rows) {
            lines.push_back(shown(row));
        }
    }
    return lines;
}

inline std::vector<std::string> codes(const std::vector<tertib::Finding>& findings) {
    std::vector<std::string> codes;
    for (const tertib::Finding& finding : findings) {
        codes.push_back(finding.code);
    }
    return codes;
}

using Lines = std::vector<std::string>;
