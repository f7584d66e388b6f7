// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/ready_waktu.hpp"

#include "tertib/base/error.hpp"
#include "tertib/time/calendar.hpp"
#include "tertib/time/calendar_name.hpp"

#include "catch.hpp"
#include "id5.hpp"

#include <array>
#include <string_view>
#include <vector>

using namespace tertib;

namespace {

const Calendar& office() {
    static const Calendar calendar = calendar_from_name("id5");
    return calendar;
}

ReadyWaktu asked(std::string_view text) {
    return ready(read_waktu_request(text, wib()));
}

std::optional<Instant> due_of(std::string_view start, std::string_view waktu) {
    return due(office().table(), office().zone(), at(start), asked(waktu));
}

} // namespace

TEST_CASE("a ready waktu gives the deadline of its record") {
    for (const char* waktu :
         {"90 Menit", "3 Hari", "1 Bulan + 2 Hari Kerja", "120 Menit / 3 Hari", "-90 Menit",
          "-2 Hari / 90 Menit", "15 Menit per berkas [4 berkas]", "Sesuai Kebutuhan",
          "180 Menit {jeda 2025-05-09T15:30/2025-05-14T10:00}"}) {
        CAPTURE(waktu);
        const WaktuRequest request = read_waktu_request(waktu, wib());
        const Instant start = at("2025-05-09T15:00");
        CHECK(due(office().table(), office().zone(), start, ready(request)) ==
              deadline(office(), start, request.waktu, request.options).due);
    }
}

TEST_CASE("of alternatives the later counts, backwards the earlier") {
    CHECK(due_of("2025-05-05T08:00", "120 Menit / 3 Hari") == at("2025-05-08T16:00"));
    WaktuRequest request = read_waktu_request("30 Menit / 60 Menit", wib());
    request.options.direction = TimeDirection::backward;
    CHECK(due(office().table(), office().zone(), at("2025-05-05T09:00"), ready(request)) ==
          at("2025-05-05T08:00"));
}

TEST_CASE("without an answer of one alternative there is none") {
    CHECK(due_of("2200-12-31T08:00", "1 Menit / 3 Hari") == std::nullopt);
    CHECK(due_of("2200-12-30T08:00", "1 Menit") != std::nullopt);
    CHECK(due_of("2025-05-05T08:00", "-") == std::nullopt);
}

TEST_CASE("a column holds the deadline of each start, in its own memory too") {
    for (const char* waktu : {"90 Menit", "120 Menit / 3 Hari", "-", "-2 Hari / 90 Menit",
                              "3 Hari {jeda 2025-05-06T14:00/2025-05-08T09:00}"}) {
        CAPTURE(waktu);
        const ReadyWaktu ready = asked(waktu);
        std::vector<std::int64_t> column;
        std::vector<std::int64_t> wanted;
        for (int i = 0; i < 3000; ++i) {
            const Instant start = at("2025-05-01T08:00") + std::chrono::minutes(11 * i);
            const auto end = due(office().table(), office().zone(), start, ready);
            column.push_back(start.time_since_epoch().count());
            wanted.push_back(end ? std::int64_t{end->time_since_epoch().count()} : no_instant);
        }
        column.insert(column.end(), {no_instant, INT64_MAX});
        wanted.insert(wanted.end(), {no_instant, no_instant});
        due_column(office().table(), office().zone(), column, ready, column);
        CHECK(column == wanted);
    }
}

TEST_CASE("columns of unlike lengths are refused") {
    const std::array<std::int64_t, 2> starts{};
    std::array<std::int64_t, 1> out{};
    for (const char* waktu : {"1 Hari", "1 Hari / 2 Hari"}) {
        CHECK_THROWS_AS(due_column(office().table(), wib(), starts, asked(waktu), out), Error);
    }
}

TEST_CASE("a waktu that can't be made ready is refused") {
    CHECK_THROWS_AS(asked("15 Menit per berkas"), Error);
    CHECK_THROWS_AS(asked("1 Hari {jeda 2025-05-08T09:00/2025-05-06T14:00}"), Error);
}

TEST_CASE("what was noticed while reading and making ready is kept") {
    const ReadyWaktu ready = asked("7.8 Jam");
    CHECK(ready.findings == read_waktu("7.8 Jam").findings);
    CHECK_FALSE(ready.findings.empty());
    const ReadyWaktu half = asked("2,5 Hari");
    REQUIRE_FALSE(half.findings.empty());
    CHECK(half.findings.back().code == "WAKTU-ROUNDED");
}
