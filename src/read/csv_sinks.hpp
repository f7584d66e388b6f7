// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "log/log_heading.hpp"
#include "read/csv_titles.hpp"
#include "tertib/log/log_map.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tertib {

inline constexpr std::size_t no_sink = SIZE_MAX;

/// A step of a wide table by the places of its columns.
struct WideSink {
    std::string step;
    std::size_t start = no_sink;
    std::size_t complete = no_sink;
};

/// A column that is kept by its name.
struct ExtraSink {
    std::size_t place = 0;
    std::string name;
};

/// Where each column of a table goes.
struct CsvSinks {
    std::array<std::size_t, log_field_count> fields{}; ///< the place of each field, or no_sink
    std::vector<WideSink> wide;                        ///< empty: a row is an event
    std::vector<ExtraSink> extras;
    std::size_t transition = no_sink; ///< of lifecycle:transition

    [[nodiscard]] std::size_t field(LogField which) const noexcept {
        return fields[static_cast<std::size_t>(which)];
    }
};

/// Gives each column its place. The map's titles come before recognised ones. Throws Error(format)
/// for what can't be read without: the case, and the activity or the steps side by side; and for a
/// title of the map that the table hasn't.
[[nodiscard]] CsvSinks assign_sinks(const CsvTitles& titles, const LogMap& map);

} // namespace tertib
