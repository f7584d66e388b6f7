// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/write/check_csv.hpp"

#include "catch.hpp"
#include "write/reported_log.hpp"

using namespace tertib;

namespace {

/// Cells of the lines of a table without line ends in its cells.
std::vector<std::vector<std::string>> lines_of(const CheckReport& report, CheckTable table,
                                               const CheckCsvOptions& options = {}) {
    std::string text;
    write_check_csv(report, table, [&](std::string_view piece) { text += piece; }, options);
    REQUIRE(text.ends_with("\r\n"));
    std::vector<std::vector<std::string>> lines = {{""}};
    bool quoted = false;
    for (std::size_t i = 0; i + 2 < text.size(); ++i) {
        if (text[i] == '"') {
            quoted = !quoted;
        } else if (text[i] == ',' && !quoted) {
            lines.back().emplace_back();
        } else if (text[i] == '\r' && !quoted) {
            lines.push_back({""});
            ++i;
        } else {
            lines.back().back() += text[i];
        }
    }
    return lines;
}

/// The cell of a column in the first line whose column `key` has that value.
std::string cell(const std::vector<std::vector<std::string>>& lines, std::string_view key,
                 std::string_view value, std::string_view column) {
    const auto place = [&](std::string_view title) {
        return static_cast<std::size_t>(std::ranges::find(lines[0], title) - lines[0].begin());
    };
    for (const std::vector<std::string>& line : lines) {
        if (line.at(place(key)) == value) {
            return line.at(place(column));
        }
    }
    return "(no such line)";
}

} // namespace

TEST_CASE("every table has as many cells in each line as titles") {
    const CheckReport report =
        reported(reported_lines, reported_parts(), {.now = moment("2025-07-08T10:00")},
                 {.by = PeriodBy::month});
    for (int i = 0; i < 6; ++i) {
        const auto table = static_cast<CheckTable>(i);
        INFO(name(table));
        CHECK(check_table_from_name(name(table)) == table);
        const auto lines = lines_of(report, table);
        CHECK(lines.size() > 1);
        for (const auto& line : lines) {
            CHECK(line.size() == lines.front().size());
        }
    }
    CHECK_FALSE(check_table_from_name("x"));
}

TEST_CASE("the tables tell what the report holds") {
    const CheckReport report = reported();
    const auto rows = lines_of(report, CheckTable::rows);
    CHECK(rows.size() == report.row_count() + 1);
    CHECK(cell(rows, "code", "LATE-STEP", "case") == "B");
    CHECK(cell(rows, "code", "LATE-STEP", "step") == "2");
    CHECK(cell(rows, "code", "LATE-STEP", "norm") == "60 Menit");
    CHECK(cell(rows, "code", "LATE-STEP", "late_minutes") == "120");
    CHECK(cell(rows, "code", "LATE-STEP", "event_rows") == "6");
    CHECK(cell(rows, "code", "LATE-STEP", "measured_from") == "ready");
    CHECK(cell(rows, "code", "LATE-STEP", "legal_basis").empty());
    CHECK(cell(rows, "code", "ORDER", "case") == "C");
    const auto cases = lines_of(report, CheckTable::cases);
    CHECK(cell(cases, "case", "B", "OVERDUE") == "violated");
    CHECK(cell(cases, "case", "B", "end") == "open");
    CHECK(cell(cases, "case", "A", "LATE-STEP") == "satisfied");
    const auto steps = lines_of(report, CheckTable::steps);
    CHECK(cell(steps, "step", "2", "runs") == "3");
    CHECK(cell(steps, "step", "2", "pelaksana") == "Kasi");
    const auto checks = lines_of(report, CheckTable::checks);
    CHECK(checks.size() == check_code_count + 1);
    CHECK(cell(checks, "code", "OVERDUE", "violated") == "1");
}

TEST_CASE("people are their posts in a table unless they are asked for") {
    const CheckReport report = reported();
    CHECK(cell(lines_of(report, CheckTable::rows), "code", "LATE-STEP", "person").empty());
    CHECK(cell(lines_of(report, CheckTable::rows), "code", "LATE-STEP", "pelaksana") == "Kasi");
    CHECK(cell(lines_of(report, CheckTable::rows, {.people = ShowPeople::names}), "code",
               "LATE-STEP", "person") == "Budi");
}

TEST_CASE("a spreadsheet runs nothing that a log says") {
    const CheckReport report =
        reported("=1+2 1 2025-05-05T08:00/2025-05-05T11:30; -3 =HYPERLINK(\"x\") 2025-05-05T08:00");
    for (const CheckTable table : {CheckTable::rows, CheckTable::cases}) {
        for (const auto& line : lines_of(report, table)) {
            for (const std::string& text : line) {
                CHECK_FALSE(text.starts_with("="));
                CHECK_FALSE(text.starts_with("-"));
            }
        }
    }
    CHECK(cell(lines_of(report, CheckTable::cases), "case", "'=1+2", "sop_version") == "1");
}

TEST_CASE("monitoring has a line for each half-year, judged only by a threshold") {
    const CheckReport report = reported();
    const auto lines = lines_of(report, CheckTable::monitoring);
    REQUIRE(lines.size() == 3); // A ended in May; B is open and C ended in July
    CHECK(cell(lines, "no", "1", "period") == "2025-S1");
    CHECK(cell(lines, "no", "2", "period") == "2025-S2");
    CHECK(cell(lines, "no", "2", "prosedur") == "Pelayanan surat");
    CHECK(cell(lines, "no", "2", "catatan").starts_with("2 kasus, 0 tanpa ketidaksesuaian, 1 "));
    for (const std::string column : {"penilaian", "tindakan", "paraf"}) {
        CHECK(cell(lines, "no", "1", column).empty());
    }
    const auto judged = lines_of(report, CheckTable::monitoring, {.threshold = 90});
    CHECK(cell(judged, "no", "1", "penilaian").starts_with("Berjalan dengan baik (sesuai pada 1 "));
    CHECK(cell(judged, "no", "2", "penilaian").starts_with("Tidak berjalan dengan baik"));
    CHECK(cell(judged, "no", "2", "penilaian").find("ambang 90 %") != std::string::npos);
    CHECK(cell(judged, "no", "2", "tindakan").empty());
}
