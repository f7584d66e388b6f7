// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/finding.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// A date of an SOP's identity page as written, and the day or at least the month that it names.
/// "27 Juni 2023" has a date; "Januari 2021" and "     Oktober 2024" only a month; "…   Tahun
/// 2024" neither. Where `date` is known, `month` is too. A plain value.
struct Tanggal {
    std::string text;
    std::optional<std::chrono::year_month_day> date;
    std::optional<std::chrono::year_month> month;

    friend bool operator==(const Tanggal&, const Tanggal&) = default;
};

struct TanggalReading {
    std::optional<Tanggal> tanggal; ///< nothing for an empty cell, "-" and "N/A"
    std::vector<Finding> findings;  ///< codes TANGGAL-…; their place is filled in by the caller
};

/// Reads 27 Juni 2023, 09 Mei 2014, 07/06/17, 2023-06-27, Jan 2021, "Bandung, 3 Maret 2020", a
/// month misspelt by a letter or two (with a finding). Day before month, as Indonesia writes; a
/// two-digit year lies in 2000–2099, with a finding. A day that no calendar has stays text.
[[nodiscard]] TanggalReading read_tanggal(std::string_view text);

} // namespace tertib
