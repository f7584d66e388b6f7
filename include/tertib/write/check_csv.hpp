// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/check/check_report.hpp"
#include "tertib/write/log_file.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace tertib {

/// The tables of a report: what was found, the cases, the steps, the checks, groups of cases (a
/// line for each group and check), and the regulation's six-monthly monitoring.
enum class CheckTable : std::uint8_t { rows, cases, steps, checks, periods, monitoring };

struct CheckCsvOptions {
    Language language = Language::id; ///< of monitoring; messages of rows stand in both
    ShowPeople people = ShowPeople::roles;
    /// For Penilaian: how many percent of the cases must be in order; nothing: left to people.
    std::optional<unsigned> threshold;
};

/// Writes a table as CSV (RFC 4180, UTF-8, lines end in CR LF) with a line of titles, piece by
/// piece. An empty cell is what isn't known or doesn't apply; a text that a spreadsheet would run
/// as a formula gets an apostrophe before it. legal_basis is empty: no check cites an article.
///
///     write_check_csv(report, CheckTable::rows, [&](std::string_view piece) { file << piece; });
///
/// The same report gives the same bytes. Pure but for the sink, which may throw; any thread.
void write_check_csv(const CheckReport& report, CheckTable table, const ByteSink& sink,
                     const CheckCsvOptions& options = {});

/// "rows" …, and back.
[[nodiscard]] std::string_view name(CheckTable table) noexcept;
[[nodiscard]] std::optional<CheckTable> check_table_from_name(std::string_view name) noexcept;

} // namespace tertib
