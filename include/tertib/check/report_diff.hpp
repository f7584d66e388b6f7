// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/check/check_report.hpp"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// Something that a case shows and the SOP doesn't want, the same in one report and the next.
struct ReportViolation {
    std::string case_id;
    std::string code; ///< "LATE-STEP" …
    std::string step; ///< key, "" for none
    std::string what; ///< of a document its name, of an unknown step the activity; else ""

    friend auto operator<=>(const ReportViolation&, const ReportViolation&) = default;
};

/// As much of a report as comparing it needs; of an earlier one it is read from its JSON.
struct ReportOutline {
    struct Case {
        std::string digest; ///< of what the log says of it
        std::string sop;    ///< digest of the version that it was judged by

        friend bool operator==(const Case&, const Case&) = default;
    };
    std::map<std::string, Case, std::less<>> cases; ///< by id
    std::map<ReportViolation, std::uint64_t> violated;
    std::string calendar; ///< its digest, and by which knowledge of it
    std::string now;

    friend bool operator==(const ReportOutline&, const ReportOutline&) = default;
};

[[nodiscard]] ReportOutline outline_of(const CheckReport& report);
/// Of a `tertib.check/1`. Throws Error(format) that names the place, Error(limit).
[[nodiscard]] ReportOutline outline_from_json(std::string_view text);

enum class DiffKind : std::uint8_t { appeared, mended, still };

/// Why something appeared or is gone: the first of these that holds.
enum class DiffCause : std::uint8_t {
    log,      ///< the log says something else of the case, or one report lacks it
    sop,      ///< only the version of the SOP changed
    calendar, ///< only the calendar, or what is known of it
    now,      ///< only the moment that it was judged by
    other,    ///< people, map, waivers or options
};

struct DiffLine {
    ReportViolation violation;
    DiffKind kind = DiffKind::still;
    DiffCause cause = DiffCause::log; ///< of what is still there: log
    std::uint64_t count = 1;

    friend bool operator==(const DiffLine&, const DiffLine&) = default;
};

/// What changed between two reports, sorted by case, code, step. What one counts twice and the other
/// once is still there once and appeared (or was mended) once.
///
///     std::vector<DiffLine> lines = report_diff(outline_from_json(text), outline_of(report));
[[nodiscard]] std::vector<DiffLine> report_diff(const ReportOutline& before,
                                                const ReportOutline& after);

/// "appeared", "mended", "still"; "log" …
[[nodiscard]] std::string_view name(DiffKind kind) noexcept;
[[nodiscard]] std::string_view name(DiffCause cause) noexcept;

} // namespace tertib
