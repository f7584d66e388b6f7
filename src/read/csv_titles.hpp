// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "read/csv_records.hpp"
#include "tertib/log/log_map.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// What the first bytes of a table of events show.
struct CsvTitles {
    CsvForm form;
    std::uint64_t line = 0;          ///< of the titles, from 1
    std::vector<std::string> titles; ///< as clean UTF-8, trimmed
    MapColumns columns;              ///< the title of each field, "" where none was recognised
    std::size_t recognised = 0;      ///< how many titles say something
};

/// Finds the delimiter (unless it is given) and the line of the titles among the first 20: where
/// most titles are recognised, or named by the map.
[[nodiscard]] CsvTitles find_csv_titles(std::string_view front, const LogMap& map,
                                        std::optional<char> delimiter);

/// A cell as clean UTF-8: bytes that aren't UTF-8 are read as Windows-1252, control characters
/// become U+FFFD. Most cells are clean already and are given back as they are.
struct CleanCell {
    std::string_view text;
    bool foreign = false; ///< wasn't UTF-8
    bool broken = false;  ///< had control characters
};
[[nodiscard]] CleanCell clean_cell(std::string_view bytes, std::string& scratch);

} // namespace tertib
