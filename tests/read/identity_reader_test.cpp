// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/sop_text.hpp"

using namespace tertib;

namespace {

using Lines = std::vector<std::string>;

Identity identity_of(const std::string& page) {
    return read_only(page + three_lanes + "1\tMemeriksa berkas\t\t●\t\tBerkas\t5 menit\tHasil\t\n")
        .sop.identity();
}

} // namespace

TEST_CASE("labels stand in either column, values beside or below them") {
    const Identity identity = identity_of("\tNomor SOP\t065/12\n"
                                          "\tTanggal Pembuatan\t2 Januari 2024\n"
                                          "\tTanggal Revisi\t-\n"
                                          "\tTanggal Efektif\t5 Februari 2024\n"
                                          "\tDisahkan oleh\tKEPALA DINAS\n"
                                          "DINAS PENANAMAN MODAL\n"
                                          "Nama SOP\tPenerbitan Izin\n"
                                          "DASAR HUKUM\tKUALIFIKASI PELAKSANA:\n"
                                          "1. UU A 2. PP B\t1. D3 2. S1\n"
                                          "KETERKAITAN\tPERALATAN/PERLENGKAPAN\n"
                                          "\t- Komputer\n"
                                          "PERINGATAN\tPENCATATAN DAN PENDATAAN\n"
                                          "Hendaknya diikuti\tDisimpan\n\n");
    CHECK(identity.nomor == "065/12");
    CHECK(identity.nama == "Penerbitan Izin");
    CHECK(identity.unit_kerja == Lines{"DINAS PENANAMAN MODAL"});
    CHECK_FALSE(identity.tanggal_revisi);
    CHECK(identity.tanggal_berlaku->text == "5 Februari 2024");
    CHECK(identity.disahkan->jabatan == "KEPALA DINAS");
    CHECK(identity.dasar_hukum == Lines{"UU A", "PP B"});
    CHECK(identity.kualifikasi_pelaksana == Lines{"D3", "S1"});
    CHECK(identity.keterkaitan.empty());
    CHECK(identity.peralatan == Lines{"Komputer"});
    CHECK(identity.peringatan == Lines{"Hendaknya diikuti"});
    CHECK(identity.pencatatan == Lines{"Disimpan"});
}

TEST_CASE("a colon may separate label and value in a cell of its own or in the same") {
    const Identity identity = identity_of("Nomor SOP\t:\t12/2024\nNama SOP : Penerbitan Izin\n"
                                          "Tgl. Pembuatan\t: 3 Maret 2024\n\n");
    CHECK(identity.nomor == "12/2024");
    CHECK(identity.nama == "Penerbitan Izin");
    CHECK(identity.tanggal_pembuatan->text == "3 Maret 2024");
}

TEST_CASE("lists go on over several rows until the next label of their column") {
    const Identity identity = identity_of("Dasar Hukum\tKualifikasi Pelaksana\n"
                                          "1. UU A\t1. D3\n"
                                          "2. UU B\tPeralatan\n"
                                          "3. UU C\t1. Komputer\n"
                                          "Keterkaitan\tPencatatan\n"
                                          "SOP Arsip\tBuku register\n\n");
    CHECK(identity.dasar_hukum == Lines{"UU A", "UU B", "UU C"});
    CHECK(identity.kualifikasi_pelaksana == Lines{"D3"});
    CHECK(identity.peralatan == Lines{"Komputer"});
    CHECK(identity.keterkaitan == Lines{"SOP Arsip"});
}

TEST_CASE("who signed is told by post, name and NIP where the lines show them") {
    const Identity identity = identity_of("\tDisahkan oleh\tKEPALA DINAS,\n\t\tNAMA CONTOH, S.H.\n"
                                          "\t\tNIP. 00000000 000000 0 000\n"
                                          "Nama SOP\tX\n\n");
    REQUIRE(identity.disahkan);
    CHECK(identity.disahkan->jabatan == "KEPALA DINAS,");
    CHECK(identity.disahkan->nama == "NAMA CONTOH, S.H.");
    CHECK(identity.disahkan->nip == "00000000 000000 0 000");
}

TEST_CASE("Tanggal Disahkan counts as Tanggal Berlaku where there is no other") {
    const SopReading alone = read_only("Tanggal Disahkan\t2 Mei 2024\n\n" + three_lanes +
                                       "1\tMemeriksa\t\t●\t\ta\t5 menit\tb\t\n");
    CHECK(alone.sop.identity().tanggal_berlaku->text == "2 Mei 2024");
    CHECK(count(alone, "READ-TANGGAL-DISAHKAN") == 1);
    const SopReading both =
        read_only("Tanggal Disahkan\t2 Mei 2024\nTanggal Berlaku\t3 Mei 2024\n\n" + three_lanes +
                  "1\tMemeriksa\t\t●\t\ta\t5 menit\tb\t\n");
    CHECK(both.sop.identity().tanggal_berlaku->text == "3 Mei 2024");
    CHECK(count(both, "READ-TANGGAL-DISAHKAN-LAIN") == 1);
}

TEST_CASE("the heading over the table is kept apart from the page's lists") {
    const SopReading reading = read_only("PERINGATAN\tPENCATATAN\nBila lalai, terhambat\tArsip\n\n"
                                         "STANDAR OPERASIONAL PROSEDUR\nPenerbitan Izin\n\n" +
                                         three_lanes + "1\tMemeriksa\t\t●\t\ta\t5 menit\tb\t\n");
    CHECK(reading.sop.layout()->heading == "Penerbitan Izin");
    CHECK(reading.sop.identity().peringatan == Lines{"Bila lalai, terhambat"});
}
