// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/check/check_report.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tertib {

/// One line of the six-monthly table of monitoring: an SOP's version in a half-year.
struct MonitoringRow {
    int year = 0; ///< 0: cases without a time
    int semester = 0;
    std::uint32_t version = 0;
    std::uint64_t cases = 0;
    std::uint64_t open = 0;
    std::uint64_t in_order = 0; ///< nothing of severity warning or error is violated, waived or not
    std::uint64_t judged = 0;   ///< in which any check of these severities was decided
    std::array<std::uint64_t, check_code_count> violated{};
    std::array<std::uint64_t, check_code_count> undecidable{};

    friend bool operator==(const MonitoringRow&, const MonitoringRow&) = default;
};

/// By half-year, then version. A case is counted where ReportHead::count_by says, open ones at
/// `now`.
[[nodiscard]] std::vector<MonitoringRow> monitoring_rows(const CheckReport& report);

/// "Semester I 2025", and "2025-S1" for tables; "" for cases without a time.
[[nodiscard]] std::string semester_words(const MonitoringRow& row, Language language);
[[nodiscard]] std::string semester_label(const MonitoringRow& row);

/// The column Penilaian: whether at least `threshold` percent of the cases were in order, and that
/// this was asked; "" without a threshold, or where nothing was decided.
[[nodiscard]] std::string monitoring_verdict(const MonitoringRow& row,
                                             std::optional<unsigned> threshold, Language language);

/// The column Catatan: what was counted.
[[nodiscard]] std::string monitoring_note(const MonitoringRow& row, Language language);

} // namespace tertib
