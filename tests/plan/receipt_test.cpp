// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/plan/receipt.hpp"

#include "catch.hpp"
#include "plan/tiny_plan.hpp"

using namespace tertib;
using namespace tertib::test;

namespace {

LocalDay day(std::string_view text) {
    return read_day(text).value();
}

} // namespace

TEST_CASE("a receipt has the likely and the latest day, and what they leave out") {
    const Sop sop = timed_sop({"1 Hari Kerja", "1 Hari Kerja", "Sesuai Kebutuhan"},
                              "start>1 1>2 2>1:Tidak 2>3:Ya 3>end");
    const Plan plan = plan_of(sop);
    CHECK(receipt_dates(plan) == ReceiptDates{day("2025-05-07"), day("2025-05-09")});
    CHECK(receipt_text(plan, sop, Language::id) ==
          "Perkiraan selesai: Rabu, 7 Mei 2025; paling lambat: Jumat, 9 Mei 2025. Waktu langkah 3 "
          "tidak ditetapkan dan tidak ikut dihitung. Tanggal paling lambat memperhitungkan paling "
          "banyak 1 kali perbaikan untuk setiap hasil yang mengembalikan berkas.");
    CHECK(receipt_text(plan, sop, Language::en)
              .starts_with(
                  "Likely done: Wednesday, 7 May 2025; at the latest: Friday, 9 May 2025. "));
}

TEST_CASE("a receipt of plain steps says nothing but the days") {
    const Sop sop = timed_sop({"1 Hari Kerja"}, "start>1 1>end");
    CHECK(receipt_text(plan_of(sop), sop, Language::id) ==
          "Perkiraan selesai: Selasa, 6 Mei 2025; paling lambat: Selasa, 6 Mei 2025.");
}

TEST_CASE("no day is told where the flow gets stuck or no step names a time") {
    const Sop open = timed_sop({"Sesuai Kebutuhan"}, "start>1 1>end");
    CHECK(receipt_dates(plan_of(open)) == ReceiptDates{});
    CHECK(receipt_text(plan_of(open), open, Language::id)
              .starts_with("Perkiraan selesai: belum dapat ditetapkan; paling lambat: belum"));
    const Sop stuck = timed_sop({"1 Jam", "1 Jam"}, "start>1 1>2 2>1");
    CHECK(receipt_dates(plan_of(stuck)) == ReceiptDates{});
}

TEST_CASE("a receipt says if not every outcome was reckoned") {
    const Sop sop =
        timed_sop({"1 Jam", "2 Jam", "1 Jam"}, "start>1 1>2:A 1>3:B 2>3 3>1:Ulang 3>end:Ya");
    const Plan plan = plan_of(sop, {.max_runs = 1});
    CHECK_FALSE(plan.every_outcome);
    CHECK(receipt_text(plan, sop, Language::en)
              .ends_with("Not every possible outcome was reckoned."));
}
