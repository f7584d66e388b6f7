// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/log/log_proposal.hpp"

#include "catch.hpp"
#include "log/tiny_log.hpp"

using namespace tertib;
using namespace std::chrono_literals;

namespace {

Sop permit_sop() {
    SopParts parts;
    parts.pelaksana = {"Loket", "Kepala Dinas"};
    parts.steps = {Step{.key = "1", .no = "1.", .uraian = "Menerima berkas permohonan"},
                   Step{.key = "2", .no = "2.", .uraian = "Melakukan verifikasi berkas"},
                   Step{.key = "3", .no = "3.", .uraian = "Menandatangani izin"}};
    return Sop(std::move(parts));
}

} // namespace

TEST_CASE("columns of dates are proposed as the steps of a wide table") {
    const std::vector<std::string> titles = {"No Registrasi",          "Tgl Verifikasi Berkas",
                                             "Tgl Mulai Tanda Tangan", "Tgl Selesai Tanda Tangan",
                                             "Tanggal Pesan",          "Verifikasi Berkas"};
    const std::vector<std::vector<std::string>> rows = {
        {"1", "27/06/2023", "28/06/2023 08.00", "28/06/2023 09.00", "besok", "27/06/2023"},
        {"2", "28/06/2023", "", "-", "", ""}};
    const Sop sop = permit_sop();
    CHECK(propose_wide(titles, rows, &sop) ==
          std::vector<WideStep>{{"2", "", "Tgl Verifikasi Berkas"},
                                {"?1", "Tgl Mulai Tanda Tangan", "Tgl Selesai Tanda Tangan"}});
    CHECK(propose_wide(titles, rows, nullptr).front().step == "?1");
    CHECK(propose_wide(titles, {}, &sop).empty());
}

TEST_CASE("activities that match no step are proposed for a person to confirm") {
    const EventLog log = tiny_log({{"1", "Menerima berkas permohonan"},
                                   {"1", "verifikasi berkas"},
                                   {"1", "Makan siang"},
                                   {"1", "3"}});
    const Sop sop = permit_sop();
    const LogMap map = propose_map(log, &sop);
    CHECK(map.activities ==
          std::vector<MappedActivity>{{"verifikasi berkas", "2"}, {"Makan siang", ""}});
    CHECK(propose_map(log, nullptr).activities.empty());
}

TEST_CASE("people are proposed with the post that their events name") {
    const EventLog log = tiny_log({
        {"1", "a", "2025-05-05T10:00", "Ani", {}, "kepala dinas"},
        {"1", "b", "2025-05-06T10:00", "Budi", {}, "Plh. Kepala Dinas"},
        {"2", "b", "2025-05-08T10:00", "Budi", {}, "Plh. Kepala Dinas"},
        {"2", "c", "2025-05-08T11:00", "Citra"},
        {"2", "d", "2025-05-08T12:00"},
    });
    const Sop sop = permit_sop();
    const LogMap map = propose_map(log, &sop);
    REQUIRE(map.people.size() == 3);
    CHECK(map.people[0] == MappedPerson{.person = "Ani", .pelaksana = "Kepala Dinas"});
    CHECK(map.people[1] == MappedPerson{.person = "Budi",
                                        .pelaksana = "Kepala Dinas",
                                        .kind = PostKind::plh,
                                        .from = LocalDay{2025y / 5 / 6},
                                        .until = LocalDay{2025y / 5 / 8}});
    CHECK(map.people[2] == MappedPerson{.person = "Citra"});
}

TEST_CASE("what was given is kept") {
    LogMap given;
    given.zone = wita();
    given.people = {{.person = "ANI", .pelaksana = "Loket"}};
    const LogMap map = propose_map(tiny_log({{"1", "a", {}, "Ani"}}), nullptr, given);
    CHECK(map == given);
}
