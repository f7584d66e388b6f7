// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/lateness.hpp"

#include "tertib/base/error.hpp"
#include "tertib/time/calendar_name.hpp"

#include "catch.hpp"
#include "id5.hpp"

#include <string_view>

using namespace tertib;
using namespace std::chrono_literals;

namespace {

Lateness late(std::string_view waktu, std::string_view done, const LatenessOptions& options = {}) {
    const Deadline made = deadline(id5(), at("2025-05-05T10:00"), read_waktu(waktu).waktu);
    return lateness(id5(), made, stamp(done), options);
}

LatenessVerdict verdict(std::string_view waktu, std::string_view done,
                        const LatenessOptions& options = {}) {
    return late(waktu, done, options).verdict;
}

} // namespace

TEST_CASE("minutes are late after the instant, at it on time") {
    CHECK(verdict("60 Menit", "2025-05-05T11:00") == LatenessVerdict::on_time);
    CHECK(verdict("60 Menit", "2025-05-05T11:00:00.000001") == LatenessVerdict::late);
    CHECK(verdict("1 x 24 jam", "2025-05-06T10:00") == LatenessVerdict::on_time);
    CHECK(verdict("1 x 24 jam", "2025-05-06T10:00:01") == LatenessVerdict::late);
}

TEST_CASE("lateness in minutes is working time, exact for an exact record") {
    const Lateness result = late("60 Menit", "2025-05-06T08:00");
    CHECK(result.least == Work{4h + 30min});
    CHECK(result.most == result.least);
    CHECK_FALSE(result.least_days.has_value());
    CHECK(late("60 Menit", "2025-05-05T10:30").most == Work{});
}

TEST_CASE("days are late after the date; after closing time on it is on time, with a finding") {
    CHECK(verdict("1 Hari", "2025-05-06T15:00") == LatenessVerdict::on_time);
    CHECK(late("1 Hari", "2025-05-06T16:00").findings.empty());
    const Lateness evening = late("1 Hari", "2025-05-06T20:00");
    CHECK(evening.verdict == LatenessVerdict::on_time);
    REQUIRE(evening.findings.size() == 1);
    CHECK(evening.findings[0].code == "AFTER-CLOSING");
    CHECK(verdict("1 Hari", "2025-05-07T00:00") == LatenessVerdict::late);
}

TEST_CASE("a day may be asked to end at closing time") {
    const LatenessOptions strict{.day_end = DayEnd::closing};
    CHECK(verdict("1 Hari", "2025-05-06T16:00", strict) == LatenessVerdict::on_time);
    CHECK(verdict("1 Hari", "2025-05-06T16:01", strict) == LatenessVerdict::late);
    CHECK(verdict("1 Hari", "2025-05-06", strict) == LatenessVerdict::undecidable);
}

TEST_CASE("lateness in days counts working days, or civil days for larger units") {
    CHECK(late("1 Hari", "2025-05-09T10:00").least_days == 3);
    CHECK(late("1 Hari", "2025-05-14T10:00").least_days == 4); // Monday and Tuesday were off
    CHECK(late("2 Hari Kalender", "2025-05-14T10:00").most_days == 7);
    CHECK(late("1 Hari", "2025-05-06T10:00").most_days == 0);
    CHECK(late("1 Hari", "2025-05-07T08:00").least == Work{30min});
}

TEST_CASE("a record known only to the day decides only where all its instants agree") {
    CHECK(verdict("60 Menit", "2025-05-04") == LatenessVerdict::on_time);
    CHECK(verdict("60 Menit", "2025-05-06") == LatenessVerdict::late);
    CHECK(verdict("60 Menit", "2025-05-05") == LatenessVerdict::undecidable);
    CHECK(verdict("1 Hari", "2025-05-06") == LatenessVerdict::on_time);
    CHECK(late("1 Hari", "2025-05-06").findings.empty());
    CHECK(verdict("60 Menit", "2025-05-05T11") == LatenessVerdict::undecidable);
    CHECK(verdict("60 Menit", "2025-05-05T10") == LatenessVerdict::on_time);
    const Lateness day = late("60 Menit", "2025-05-05");
    CHECK(day.least == Work{});
    CHECK(day.most == Work{4h});
}

TEST_CASE("without a deadline lateness is not applicable") {
    CHECK(verdict("Sesuai Kontrak", "2025-05-06") == LatenessVerdict::not_applicable);
    CHECK(name(LatenessVerdict::not_applicable) == "not_applicable");
}

TEST_CASE("a day that closes at midnight is over with its date") {
    CalendarDraft draft{.name = "siaga"};
    CalendarFact hours{.kind = CalendarFactKind::hours, .first = first_day};
    hours.hours.fill(DayHours{{0, 1440}});
    draft.facts.push_back(hours);
    const Calendar always(draft);
    const Deadline made = deadline(always, at("2025-05-05T10:00"), read_waktu("1 Hari").waktu);
    CHECK(made.due == at("2025-05-07T00:00"));
    CHECK(due_day(made) == read_day("2025-05-06"));
    CHECK(lateness(always, made, stamp("2025-05-06T23:59:59")).verdict == LatenessVerdict::on_time);
    CHECK(lateness(always, made, stamp("2025-05-07T00:00")).verdict == LatenessVerdict::late);
}

TEST_CASE("lateness that can't be told is refused") {
    const Waktu waktu = read_waktu("60 Menit").waktu;
    const Instant start = at("2025-05-05T10:00");
    const Deadline back = deadline(id5(), start, waktu, {.direction = TimeDirection::backward});
    CHECK_THROWS_AS(lateness(id5(), back, stamp("2025-05-05T10:00")), Error);
    const Deadline made = deadline(id5(), start, waktu);
    CHECK_THROWS_AS(lateness(id5(), made, Stamp{start, start - 1us}), Error);
    CHECK_THROWS_AS(lateness(id5(), made, Stamp{start, Instant::max()}), Error);
}
