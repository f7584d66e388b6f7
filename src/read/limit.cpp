// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/limit.hpp"

#include <string>

namespace tertib {

void limit_passed(std::string_view option, std::size_t limit, std::string_view of,
                  const Position& where) {
    std::string text = "the document";
    if (where.row > 0) {
        text += ", row " + std::to_string(where.row) + ",";
    }
    text += " has more than " + std::to_string(limit) + " " + std::string(of) + " (limit " +
            std::string(option) + ")";
    throw Error(ErrorCode::limit, text, where);
}

} // namespace tertib
