// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/log/log_map_json.hpp"

#include "catch.hpp"
#include "tertib/base/error.hpp"

#include <string>

using namespace tertib;
using namespace std::chrono_literals;
using Catch::Matchers::Contains;

namespace {

LogMap full_map() {
    LogMap map;
    map.columns = {.of_case = "Nomor Permohonan",
                   .activity = "Tahapan",
                   .resource = "Petugas",
                   .role = "Jabatan",
                   .outcome = "Hasil",
                   .start = "Tgl Mulai",
                   .complete = "Tgl Selesai"};
    map.wide = {{"1", "", "Tgl Terima"}, {"2", "Mulai Telaah", "Selesai Telaah"}};
    map.activities = {{"Cek \"berkas\"", "3"}, {"Istirahat", ""}};
    map.people = {{.person = "Ani",
                   .pelaksana = "Kadis",
                   .kind = PostKind::plt,
                   .from = LocalDay{2025y / 1 / 1},
                   .until = LocalDay{2025y / 6 / 30},
                   .surat = "800/1/2025"},
                  {.person = "Budi"}};
    map.kelengkapan = {{"Berkas permohonan", "Berkas"}};
    map.produk = {{"Rekomendasi", "Rekomendasi terbit"}};
    map.wait = {"Menunggu pemohon"};
    map.resume = {"Berkas dilengkapi"};
    map.date_order = DateOrder::month_first;
    map.zone = wita();
    return map;
}

} // namespace

TEST_CASE("a map's JSON reads back to an equal map") {
    CHECK(log_map_from_json(to_json(full_map())) == full_map());
    CHECK(log_map_from_json(to_json(LogMap{})) == LogMap{});
}

TEST_CASE("what a map leaves out is open") {
    CHECK(log_map_from_json(R"({"schema": "tertib.map/1"})") == LogMap{});
    CHECK(log_map_from_json(R"({"schema": "tertib.map/1", "columns": {"case": null},
                                "_untuk": "kantor", "catatan": ["x"]})") == LogMap{});
}

TEST_CASE("a map with a mistake is refused with its place") {
    const auto refused = [](const std::string& members, const std::string& reason) {
        INFO(members);
        CHECK_THROWS_WITH(log_map_from_json(R"({"schema": "tertib.map/1", )" + members + "}"),
                          Contains(reason));
    };
    refused(R"("colums": {})", "/colums");
    refused(R"("columns": {"kasus": "x"})", "/columns/kasus");
    refused(R"("people": [{"pelaksana": "Kadis"}])", "/people/0");
    refused(R"("people": [{"person": "Ani", "from": "1 Januari"}])", "/people/0/from");
    refused(R"("people": [{"person": "Ani", "kind": "pj"}])", "/people/0/kind");
    refused(R"("date_order": "d-m")", "/date_order");
    refused(R"("zone": "WIB")", "/zone");
    refused(R"("wide": {"1": {"finish": "x"}})", "/wide/1/finish");
    CHECK_THROWS_AS(log_map_from_json(R"({"schema": "tertib.map/2"})"), Error);
    CHECK_THROWS_AS(log_map_from_json("{}"), Error);
}
