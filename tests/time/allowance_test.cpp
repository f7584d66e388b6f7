// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/allowance.hpp"

#include "tertib/base/catalogue.hpp"
#include "tertib/base/error.hpp"

#include "catch.hpp"

#include <string_view>

using namespace tertib;
using namespace std::chrono_literals;

namespace {

AllowanceReading reading(std::string_view text, const AllowanceOptions& options = {}) {
    return allowance(read_waktu(text).waktu, options);
}

Allowance only(std::string_view text, const AllowanceOptions& options = {}) {
    const AllowanceReading read = reading(text, options);
    REQUIRE(read.alternatives.size() == 1);
    return read.alternatives.front();
}

Allowance minutes(std::chrono::microseconds work) {
    return {.form = AllowanceForm::working_time, .work = Work{work}};
}

Allowance days(std::int64_t count) {
    return {.form = AllowanceForm::working_days, .working_days = count};
}

Allowance date(std::int64_t months, std::int64_t calendar_days) {
    return {.form = AllowanceForm::calendar, .months = months, .calendar_days = calendar_days};
}

} // namespace

TEST_CASE("Menit and Jam are working time, exactly") {
    CHECK(only("180 Menit") == minutes(180min));
    CHECK(only("2,5 Jam") == minutes(150min));
    CHECK(only("1 jam 30 menit") == minutes(90min));
    CHECK(only("± 15 Menit") == minutes(15min));
    CHECK(only("480 Menit (8 Jam)") == minutes(480min));
    CHECK(only("0 Menit") == minutes(0min));
    CHECK(only("0,1 menit") == minutes(6s));
}

TEST_CASE("working time too fine for a microsecond is rounded half up") {
    const auto part = [](std::int64_t units, Satuan satuan) {
        const Decimal amount = Decimal::from(units, 9);
        return Waktu{.text = "", .form = WaktuForm::exact, .parts = {{amount, amount, satuan}}};
    };
    CHECK(allowance(part(1, Satuan::menit)).alternatives[0] == minutes(0us)); // 0.06 µs
    CHECK(allowance(part(9, Satuan::menit)).alternatives[0] == minutes(1us)); // 0.54 µs
    CHECK(allowance(part(1, Satuan::jam)).alternatives[0] == minutes(4us));   // 3.6 µs
    CHECK(allowance(part(333'333'333, Satuan::jam)).alternatives[0] == minutes(1'199'999'999us));
    CHECK(allowance(part(999'999'999, Satuan::jam)).alternatives[0] == minutes(3'599'999'996us));
}

TEST_CASE("Hari are working days, Hari Kalender and larger are dates") {
    CHECK(only("tiga hari") == days(3));
    CHECK(only("7 (tujuh) Hari Kerja") == days(7));
    CHECK(only("5 Hari Kalender") == date(0, 5));
    CHECK(only("2 Minggu") == date(0, 14));
    CHECK(only("1 Bulan") == date(1, 0));
    CHECK(only("2 Tahun") == date(24, 0));
    CHECK(only("1 Tahun 2 Bulan") == date(14, 0));
    CHECK(allowance(read_waktu("3 Hari", {.bare_hari = Reckoning::calendar}).waktu)
              .alternatives.front() == date(0, 3));
}

TEST_CASE("N x 24 Jam is time on the wall") {
    CHECK(only("2 x 24 jam") == Allowance{.form = AllowanceForm::elapsed, .wall = 48h});
}

TEST_CASE("a fraction of a day or a larger unit is rounded up, with a finding") {
    const AllowanceReading half = reading("1,5 Hari");
    CHECK(half.alternatives.front() == days(2));
    REQUIRE(half.findings.size() == 1);
    CHECK(message(half.findings[0], Language::id) ==
          "Jumlah 1,5 hari pada waktu “1,5 Hari” dibulatkan ke atas menjadi 2 hari.");
    CHECK(only("setengah bulan") == date(1, 0));
    CHECK(only("1,5 minggu") == date(0, 14));
    CHECK(only("1,5 tahun") == date(24, 0));
    CHECK(reading("1 Hari").findings.empty());
}

TEST_CASE("fractions of one unit are added before they are rounded") {
    const AllowanceReading sum = reading("0,5 Hari + 0,5 Hari");
    CHECK(sum.alternatives.front() == days(1));
    CHECK(sum.findings.empty());
    CHECK(only("0,5 hari per berkas", {.items = 4}) == days(2));
}

TEST_CASE("a sum of unlike units is mixed, unless only one of them has an amount") {
    CHECK(only("1 Bulan + 2 Hari Kerja") ==
          Allowance{.form = AllowanceForm::mixed, .months = 1, .working_days = 2});
    CHECK(only("1 hari 2 jam") ==
          Allowance{.form = AllowanceForm::mixed, .working_days = 1, .work = Work{2h}});
    CHECK(only("1 Bulan + 5 Hari Kalender") == date(1, 5));
    CHECK(only("0 hari + 30 menit") == minutes(30min));
    CHECK(only("0 hari + 0 menit") == days(0));
}

TEST_CASE("a range counts to its upper bound, or its lower one where asked") {
    CHECK(only("1-3 Hari") == days(3));
    CHECK(only("1-3 Hari", {.bound = Bound::lower}) == days(1));
}

TEST_CASE("each alternative has an allowance of its own") {
    const AllowanceReading both = reading("120 Menit / 3 Hari");
    CHECK(both.alternatives == std::vector{minutes(120min), days(3)});
}

TEST_CASE("a waktu per berkas needs their number") {
    CHECK_THROWS_AS(reading("15 Menit per berkas"), Error);
    CHECK_THROWS_AS(reading("15 Menit per berkas", {.items = -1}), Error);
    CHECK(only("15 Menit per berkas", {.items = 4}) == minutes(60min));
    CHECK(only("15 Menit per berkas", {.items = 0}) == minutes(0min));
    CHECK(only("15 Menit", {.items = 4}) == minutes(15min));
}

TEST_CASE("open and none have no allowance") {
    for (const char* text : {"Sesuai Kontrak", "-", "", "entah berapa"}) {
        INFO(text);
        CHECK(reading(text).alternatives.empty());
    }
}

TEST_CASE("numbers that can't be reckoned with are refused") {
    const auto exact = [](Decimal amount, Satuan satuan, Reckoning reckoning) {
        return Waktu{.text = "x",
                     .form = WaktuForm::exact,
                     .parts = {{amount, amount, satuan, reckoning, false}}};
    };
    for (const Satuan satuan : {Satuan::menit, Satuan::jam, Satuan::hari}) {
        CHECK_THROWS_AS(allowance(exact(Decimal(INT64_MAX), satuan, Reckoning::working)), Error);
        CHECK_THROWS_AS(allowance(exact(Decimal(-1), satuan, Reckoning::working)), Error);
    }
    for (const Satuan satuan : {Satuan::hari, Satuan::minggu, Satuan::bulan, Satuan::tahun}) {
        CHECK_THROWS_AS(allowance(exact(Decimal(INT64_MAX), satuan, Reckoning::calendar)), Error);
    }
    CHECK_THROWS_AS(allowance(exact(Decimal(INT64_MAX), Satuan::jam, Reckoning::elapsed)), Error);
    CHECK_THROWS_AS(allowance(exact(Decimal(1), Satuan::bulan, Reckoning::working)), Error);
    CHECK_THROWS_AS(allowance(exact(Decimal(1), Satuan::menit, Reckoning::calendar)), Error);
    CHECK_THROWS_AS(allowance(exact(Decimal(1), Satuan::tahun, Reckoning::elapsed)), Error);
    CHECK_THROWS_AS(allowance(read_waktu("2 menit per berkas").waktu, {.items = INT64_MAX}), Error);
}

TEST_CASE("an allowance is reversed by turning its signs, for any int64") {
    CHECK(reversed(days(3)) == days(-3));
    CHECK(reversed(reversed(minutes(90min))) == minutes(90min));
    CHECK(reversed(days(INT64_MIN)) == days(INT64_MAX));
}
