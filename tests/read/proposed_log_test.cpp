// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/read/proposed_log.hpp"

#include "read/throws.hpp"
#include "read/xes_sample.hpp"
#include "tertib/log/log_proposal.hpp"

using namespace tertib;

TEST_CASE("a table shows the titles of its columns, and a map given comes first") {
    const std::string table = "Kasus,Kegiatan,Petugas,Selesai\n1,A,ani,2025-05-05\n";
    LogReadOptions options;
    options.csv.map.columns.activity = "Petugas";
    const ProposedLog plain = read_proposed_log(source_of(table), nullptr);
    CHECK(plain.map.columns.of_case == "Kasus");
    CHECK(plain.map.columns.activity == "Kegiatan");
    const ProposedLog given = read_proposed_log(source_of(table), nullptr, options);
    CHECK(given.map.columns.activity == "Petugas");
    CHECK(given.reading.log.activities().text(1) == "ani");
}

TEST_CASE("a table with one row a case is read though no map names its steps") {
    const std::string wide = "No Registrasi,Tgl Terima Berkas,Tgl Terbit\n"
                             "1,2025-05-05,2025-05-09\n2,2025-05-06,\n";
    const ProposedLog log = read_proposed_log(source_of(wide), nullptr);
    REQUIRE(log.map.wide.size() == 2);
    CHECK(log.map.wide[0].step == "?1");
    CHECK(log.reading.log.row_count() == 3);
    CHECK(propose_map(log.reading.log, nullptr, log.map).wide == log.map.wide);
}

TEST_CASE("XES shows no titles") {
    const std::string xes = xes_of(xes_trace("REG-1", xes_event("A", "complete", "08:00")));
    const ProposedLog log = read_proposed_log(source_of(xes), nullptr);
    CHECK(log.map == LogMap{});
    CHECK(log.reading.log.case_count() == 1);
}
