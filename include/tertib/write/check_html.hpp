// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/check/check_report.hpp"
#include "tertib/write/log_file.hpp"

#include <cstddef>
#include <optional>

namespace tertib {

struct CheckHtmlOptions {
    Language language = Language::id;
    ShowPeople people = ShowPeople::roles;
    /// For Penilaian in the table of monitoring: how many percent of the cases must be in order;
    /// nothing: left to people.
    std::optional<unsigned> threshold;
    /// Lines of the list of what was found, the weightiest first; the page says what it leaves out.
    std::size_t max_rows = 200;
};

/// Writes a report as one page of HTML for people: what is to be decided, by whom and until when;
/// what went wrong most, where, who waits for whom; what is in order; the six-monthly monitoring;
/// what was found, with an empty column for answers; by what all this was made.
///
/// It reads without a script and loads nothing from anywhere; charts are SVG inside it; it prints on
/// A4. Whatever comes from the log or an SOP is escaped and on one line.
///
///     write_check_html(report, [&](std::string_view piece) { file << piece; });
///
/// The same report gives the same bytes. Pure but for the sink, which may throw; any thread.
void write_check_html(const CheckReport& report, const ByteSink& sink,
                      const CheckHtmlOptions& options = {});

} // namespace tertib
