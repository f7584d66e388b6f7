// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/read/journal_log.hpp"

#include "read/throws.hpp"
#include "read/xes_sample.hpp"
#include "tertib/read/log_reader.hpp"
#include "tertib/run/event_bytes.hpp"
#include "tertib/run/event_json.hpp"

#include <string>
#include <string_view>

using namespace tertib;

namespace {

Instant at(std::string_view clock) {
    return read_stamp("2025-05-05T" + std::string(clock) + ":00", wib())->earliest;
}

/// Lines of one case, numbered as they are added.
class Journal {
public:
    explicit Journal(std::string case_id) : case_id_(std::move(case_id)) {}

    void add(EventKind kind, std::string_view clock, std::string_view step = {},
             std::string_view person = {}, std::string_view outcome = {}) {
        Event event;
        event.case_id = case_id_;
        event.number = ++number_;
        event.kind = kind;
        event.recorded = event.happened = at(clock);
        event.as = step.empty() ? "" : "Kadis";
        event.standing = step.empty() ? Standing::none : Standing::definitive;
        event.outcome = outcome;
        event.body.person = person;
        if (!step.empty()) {
            event.task = {.step = std::string(step), .number = 1};
        }
        if (kind == EventKind::started) {
            event.sop_digest = std::string(64, 'a');
        }
        lines_ += journal_line(seal(no_hash, event, Salt{}), event, wib());
    }
    [[nodiscard]] const std::string& lines() const noexcept { return lines_; }

private:
    std::string case_id_;
    std::uint64_t number_ = 0;
    std::string lines_;
};

Journal sample() {
    Journal journal("REG-1");
    journal.add(EventKind::started, "08:00");
    journal.add(EventKind::claimed, "08:10", "1", "ani");
    journal.add(EventKind::annotated, "08:20");
    journal.add(EventKind::completed, "09:00", "1", "ani", "Setuju");
    journal.add(EventKind::claimed, "09:10", "2", "budi");
    journal.add(EventKind::completed, "10:00", "3", "citra");
    return journal;
}

LogReading read_lines(const std::string& lines, const JournalLogOptions& options = {}) {
    return read_journal_log(source_of(lines), options);
}

} // namespace

TEST_CASE("what was done in a journal's cases is a row each") {
    const LogReading reading = read_lines(sample().lines());
    const EventLog& log = reading.log;
    REQUIRE(log.row_count() == 3);
    const LogEvent first = log.row(0);
    CHECK(log.cases().text(first.case_code) == "REG-1");
    CHECK(log.activities().text(first.activity) == "1");
    CHECK(log.resources().text(first.resource) == "ani");
    CHECK(log.roles().text(first.role) == "Kadis");
    CHECK(log.outcomes().text(first.outcome) == "Setuju");
    CHECK(first.start.instant == at("08:10"));
    CHECK(first.complete.instant == at("09:00"));
    CHECK(first.place == 4);
    CHECK_FALSE(log.row(1).start.known()); // nobody claimed it
    CHECK(log.column("tertib:sop_digest", ColumnScope::of_case)->value(1) ==
          LogValue(std::string_view(
              "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")));
}

TEST_CASE("a task that is still claimed is an open row at the end of its case") {
    Journal other("REG-2");
    other.add(EventKind::started, "11:00");
    other.add(EventKind::completed, "12:00", "2", "budi");
    const EventLog log = read_lines(sample().lines() + other.lines()).log;
    REQUIRE(log.row_count() == 4);
    CHECK(log.row(2).start.instant == at("09:10"));
    CHECK_FALSE(log.row(2).complete.known());
    CHECK_FALSE(log.row(3).start.known()); // not what was claimed in the other case
}

TEST_CASE("what makes no row is counted") {
    const LogReading reading = read_lines(sample().lines());
    REQUIRE(reading.findings.size() == 1);
    CHECK(said(&reading.findings.front(), "kind") == "annotated");
    CHECK(said(&reading.findings.front(), "count") == "1");
}

TEST_CASE("a line that is none is refused by its number") {
    const Error none = error_of([] { read_lines(sample().lines() + "{}\n"); });
    CHECK(none.code() == ErrorCode::format);
    CHECK(none.position().row == 7);
    const Error cut = error_of([] { read_lines(sample().lines().substr(0, 100)); });
    CHECK(cut.position().row == 1);
    const Error large = error_of([] { read_lines(std::string(600'000, '{'), {.max_line = 100}); });
    CHECK(large.code() == ErrorCode::limit);
    CHECK(says(large, "max_line"));
}

TEST_CASE("the door to all logs knows a journal by its bytes") {
    const std::string lines = sample().lines();
    CHECK(find_log_format(lines) == LogFormat::journal);
    CHECK(read_log(source_of(lines)).log.row_count() == 3);
}
