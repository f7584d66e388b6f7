// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "write/csv_cell.hpp"

namespace tertib {

void write_csv_cell(TextOutput& out, std::string_view text) {
    constexpr std::string_view formula = "=+-@";
    const bool needs = text.find_first_of(",;\"\r\n\t") != std::string_view::npos ||
                       (!text.empty() && formula.find(text.front()) != std::string_view::npos);
    if (!needs) {
        out << text;
        return;
    }
    out << "\"";
    while (true) {
        const std::size_t quote = text.find('"');
        out << text.substr(0, quote);
        if (quote == std::string_view::npos) {
            break;
        }
        out << "\"\"";
        text.remove_prefix(quote + 1);
    }
    out << "\"";
}

} // namespace tertib
