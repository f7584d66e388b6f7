// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/explanation.hpp"

#include "tertib/time/calendar_name.hpp"
#include "tertib/time/waktu_request.hpp"

#include "catch.hpp"
#include "id5.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace tertib;
using namespace std::chrono_literals;

namespace {

Explanation of(std::string_view start, std::string_view waktu, std::size_t max_days = 2'000) {
    const WaktuRequest request = read_waktu_request(waktu, wib());
    return explain(id5(), at(start), request.waktu,
                   {.deadline = request.options, .max_days = max_days});
}

std::vector<DayReason> reasons(const Explanation& explanation) {
    std::vector<DayReason> result;
    for (const ExplainedDay& told : explanation.days) {
        result.push_back(told.reason);
    }
    return result;
}

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != text.npos;
}

} // namespace

TEST_CASE("minutes are explained by how many counted on each day") {
    const Explanation why = of("2025-05-09T16:00", "1 jam 30 menit");
    CHECK(reasons(why) == std::vector{DayReason::counted, DayReason::weekend, DayReason::weekend,
                                      DayReason::libur, DayReason::cuti_bersama,
                                      DayReason::counted});
    CHECK(why.days.front().counted == Work{30min});
    CHECK(why.days.back().counted == Work{60min});
    CHECK(why.days[3].name == "Hari Raya Waisak");
    CHECK_FALSE(why.days[3].source.empty());
    CHECK(why.left_out == 0);
    const auto told = lines(why, Language::id);
    REQUIRE(told.size() == 6);
    CHECK(told[0] == "Jumat, 9 Mei 2025: dihitung 30 menit");
    CHECK(told[1] == "Sabtu, 10 Mei 2025: tidak dihitung, bukan hari kerja");
    CHECK(told[3].starts_with("Senin, 12 Mei 2025: tidak dihitung, Hari Raya Waisak (SKB "));
    CHECK(lines(why, Language::en)[0] == "Friday, 9 May 2025: counted, 30 minutes");
}

TEST_CASE("a start after closing time counts nothing on its day") {
    const Explanation why = of("2025-05-05T17:00", "30 Menit");
    CHECK(reasons(why) == std::vector{DayReason::outside, DayReason::counted});
    CHECK(lines(why, Language::id)[0] == "Senin, 5 Mei 2025: tidak dihitung, di luar jam kerja");
}

TEST_CASE("days are explained by their numbers") {
    const Explanation why = of("2025-05-08T15:00", "2 Hari");
    CHECK(reasons(why) == std::vector{DayReason::start_day, DayReason::counted, DayReason::weekend,
                                      DayReason::weekend, DayReason::libur, DayReason::cuti_bersama,
                                      DayReason::counted});
    CHECK(why.days[1].day_number == 1);
    CHECK(why.days.back().day_number == 2);
    CHECK(lines(why, Language::id).back() == "Rabu, 14 Mei 2025: dihitung, hari kerja ke-2");
    CHECK(lines(why, Language::en)[0] == "Thursday, 8 May 2025: not counted, the day of the start");
}

TEST_CASE("calendar days are passed, and only the days that it rolled over are not counted") {
    const Explanation why = of("2025-05-15T11:00", "2 Minggu");
    CHECK(why.days[1].reason == DayReason::calendar_day);
    CHECK(why.days[2].day_number == 2); // a Saturday
    CHECK(why.days[14].reason == DayReason::libur);
    CHECK(why.days[14].day_number == 14);
    CHECK(why.days.back().reason == DayReason::counted);
    const std::string letter = paragraph(why, Language::id);
    CHECK(letter.starts_with("Jatuh tempo Senin, 2 Juni 2025; tidak dihitung: Sabtu; Kamis, 29 "));
}

TEST_CASE("clock stops are told in days and in minutes") {
    const Explanation days =
        of("2025-05-05T10:00", "2 Hari {jeda 2025-05-06T14:00/2025-05-08T09:00}");
    CHECK(reasons(days) == std::vector{DayReason::start_day, DayReason::counted,
                                       DayReason::clock_stop, DayReason::clock_stop,
                                       DayReason::counted});
    const Explanation minutes =
        of("2025-05-05T15:00", "180 Menit {jeda 2025-05-05T15:30/2025-05-07T10:00}");
    CHECK(reasons(minutes) ==
          std::vector{DayReason::counted, DayReason::clock_stop, DayReason::counted});
    CHECK(minutes.days.back().counted == Work{150min});
    CHECK(paragraph(minutes, Language::id) ==
          "Jatuh tempo Rabu, 7 Mei 2025 pukul 13.30 WIB; tidak dihitung: jeda waktu Senin, 5 Mei "
          "2025 pukul 15.30 WIB s.d. Rabu, 7 Mei 2025 pukul 10.00 WIB. Waktu “180 Menit” dihitung "
          "sejak Senin, 5 Mei 2025 pukul 15.00 WIB menurut kalender id5.");
    CHECK(
        paragraph(minutes, Language::en) ==
        "Due Wednesday, 7 May 2025 at 13:30 WIB; not counted: clock stop Monday, 5 May 2025 at "
        "15:30 "
        "WIB to Wednesday, 7 May 2025 at 10:00 WIB. The waktu “180 Menit” is counted from Monday, "
        "5 May 2025 at 15:00 WIB by the calendar id5.");
}

TEST_CASE("the minutes of all days together are the waktu") {
    for (const char* waktu : {"1000 Menit", "90 Menit", "2,5 Jam",
                              "3000 Menit {jeda 2025-05-07T09:"
                              "10/2025-05-09T14:20}"}) {
        INFO(waktu);
        const Explanation why = of("2025-05-06T11:22:33", waktu);
        Work sum{};
        for (const ExplainedDay& told : why.days) {
            sum.time += told.counted.time;
        }
        CHECK(sum == why.deadline.counted.work);
    }
}

TEST_CASE("the numbers of the days end with the waktu's") {
    for (const char* waktu :
         {"1 Hari", "5 Hari", "20 Hari {jeda 2025-05-09T10:00/2025-05-20T10:00}", "-7 Hari",
          "-7 Hari {jeda 2025-05-01T10:00/2025-05-05T10:00}"}) {
        INFO(waktu);
        const Explanation why = of("2025-05-08T11:00", waktu);
        CHECK(why.days.back().day_number == why.deadline.counted.working_days);
    }
}

TEST_CASE("a paragraph names the version of the calendar that was asked") {
    const Calendar then = id5().as_known_on(read_day("2023-06-10").value());
    const Explanation why =
        explain(then, at("2023-06-27T14:00"), read_waktu("180 Menit").waktu, {});
    CHECK(contains(paragraph(why, Language::id), "menurut kalender id5@2023-06-10, sebagaimana "
                                                 "diketahui pada Sabtu, 10 Juni 2023."));
    CHECK(contains(paragraph(why, Language::en), "as known on Saturday, 10 June 2023."));
}

TEST_CASE("seconds are told where there are any, and the zone by its name") {
    const Explanation why =
        explain(id5().in_zone(wit()), at("2025-05-05T13:59:30"), read_waktu("1 Menit").waktu, {});
    CHECK(lines(why, Language::id)[0] == "Senin, 5 Mei 2025: dihitung 0 menit 30 detik");
    CHECK(contains(paragraph(why, Language::id), "Selasa, 6 Mei 2025 pukul 07.30.30 WIT"));
}

TEST_CASE("a latest start is told as one") {
    const std::string letter = paragraph(of("2025-05-14T09:00", "-90 Menit"), Language::id);
    CHECK(letter ==
          "Waktu “90 Menit” yang berakhir Rabu, 14 Mei 2025 pukul 09.00 WIB paling lambat "
          "dimulai Rabu, 14 Mei 2025 pukul 07.30 WIB. Dihitung mundur menurut kalender "
          "id5.");
    CHECK(of("2025-05-14T09:00", "-2 Hari").days.back().day == read_day("2025-05-09"));
}

TEST_CASE("a waktu without a deadline says so") {
    const Explanation why = of("2025-05-05T10:00", "Sesuai Kontrak");
    CHECK(why.days.empty());
    CHECK(lines(why, Language::id).empty());
    CHECK(paragraph(why, Language::id) == "Waktu “Sesuai Kontrak” tidak menentukan jatuh tempo.");
}

TEST_CASE("wall-clock hours and sums pass their days") {
    CHECK(reasons(of("2025-05-09T15:00", "1 x 24 jam")) ==
          std::vector{DayReason::calendar_day, DayReason::calendar_day});
    CHECK(reasons(of("2025-05-05T10:00", "1 hari 2 jam")) ==
          std::vector{DayReason::start_day, DayReason::counted});
    CHECK(of("2025-01-31T09:00", "1 Bulan + 2 Hari Kerja").days.back().reason ==
          DayReason::counted);
}

TEST_CASE("a long walk keeps both ends and tells how much it left out") {
    const Explanation why = of("2020-01-06T10:00", "500 Hari", 11);
    CHECK(why.days.size() == 11);
    CHECK(why.days.front().day == read_day("2020-01-06"));
    CHECK(why.days.back().day_number == 500);
    const auto told = lines(why, Language::id);
    CHECK(told.size() == 12);
    CHECK(told[6] == "(" + std::to_string(why.left_out) + " hari tidak dirinci)");
    CHECK(contains(paragraph(why, Language::id), "hari tidak dirinci)"));
    CHECK(of("2020-01-06T10:00", "500 Hari", 0).days.empty());
}
