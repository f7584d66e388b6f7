// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "plan/tiny_plan.hpp"
#include "tertib/plan/receipt.hpp"
#include "tertib/read/reader.hpp"
#include "tertib/time/calendar_name.hpp"

#include <fstream>
#include <iterator>

using namespace tertib;
using namespace tertib::test;
using namespace std::chrono_literals;

// The seed: 180 Menit, 180 Menit, 1 Bulan, 1 Hari, 7 Hari, 1 Hari, 2 Hari, one after another.
// Hours of id5: Mon–Thu 07:30–12:00, 13:00–16:00, Fri 07:30–11:30, 13:00–16:30.

namespace {

Sop seed() {
    std::ifstream file("examples/sop/laporan-kinerja.txt", std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    return read_sops(bytes).front().sop;
}

std::vector<std::string> finishes(const PlannedRun& run) {
    std::vector<std::string> list;
    for (const PlannedVisit& visit : run.visits) {
        list.push_back(clock(visit.earliest_finish));
    }
    return list;
}

} // namespace

TEST_CASE("the seed from Tuesday 27 June 2023, 08:00, checked by hand") {
    const Sop sop = seed();
    // Both readings work on the 27th alone before the month; 27 July is a Thursday and worked.
    for (const std::string name : {"id5@2023-06-10", "id5"}) {
        CAPTURE(name);
        const Plan plan = make_plan(sop, calendar_from_name(name), moment("2023-06-27T08:00"));
        CHECK(finishes(plan.main) ==
              std::vector<std::string>{"2023-06-27 11:00", "2023-06-27 15:00", "2023-07-27 16:00",
                                       "2023-07-28 16:30", "2023-08-08 16:00", "2023-08-09 16:00",
                                       "2023-08-11 16:30"});
        CHECK(plan.best.finish == plan.main.finish);
        CHECK(plan.worst.finish == plan.main.finish);
        // An hour is left on the 27th, which the month takes up.
        CHECK(plan.main.visits[0].slack == Work{1h});
        CHECK(clock(plan.main.visits[0].latest_start) == "2023-06-27 09:00");
        CHECK(clock(plan.main.visits[1].latest_start) == "2023-06-27 13:00");
        CHECK(clock(plan.main.visits[2].latest_start) == "2023-06-27 16:00");
        for (std::size_t i = 3; i < 7; ++i) {
            CHECK(plan.main.visits[i].critical);
        }
        CHECK(receipt_text(plan, sop, Language::id)
                  .starts_with("Perkiraan selesai: Jumat, 11 Agustus 2023; paling lambat: "
                               "Jumat, 11 Agustus 2023."));
    }
}

TEST_CASE("the seed from 13:00 passes 28 June, which became cuti bersama after 10 June") {
    const Sop sop = seed();
    const Instant start = moment("2023-06-27T13:00");
    // Known on 10 June: only the 29th is off; 28 July is a Friday.
    const Plan promised = make_plan(sop, calendar_from_name("id5@2023-06-10"), start);
    CHECK(finishes(promised.main) ==
          std::vector<std::string>{"2023-06-27 16:00", "2023-06-28 10:30", "2023-07-28 16:30",
                                   "2023-07-31 16:00", "2023-08-09 16:00", "2023-08-10 16:00",
                                   "2023-08-14 16:00"});
    // Known now: off from Wednesday to Friday; 3 August is a Thursday; 17 August is off.
    const Plan known = make_plan(sop, calendar_from_name("id5"), start);
    CHECK(finishes(known.main) == std::vector<std::string>{"2023-06-27 16:00", "2023-07-03 10:30",
                                                           "2023-08-03 16:00", "2023-08-04 16:30",
                                                           "2023-08-15 16:00", "2023-08-16 16:00",
                                                           "2023-08-21 16:00"});
    CHECK(promised.calendar == "id5@2023-06-10");
    CHECK(promised.calendar_digest != known.calendar_digest);
}
