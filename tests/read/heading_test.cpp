// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/heading.hpp"

#include "catch.hpp"

using namespace tertib;

namespace {

ColumnRole role(const char* cell) {
    const std::optional<Heading> heading = read_heading(cell);
    return heading ? heading->role : ColumnRole::unknown;
}

} // namespace

TEST_CASE("headings are known in the spellings of real documents") {
    for (const char* cell : {"Uraian", "Uraian Prosedur", "KEGIATAN", "Aktivitas", "Tahap"}) {
        CHECK(role(cell) == ColumnRole::uraian);
    }
    for (const char* cell : {"Pelaksana", "Pelaksanaan", "Unit/Pejabat Terkait"}) {
        CHECK(role(cell) == ColumnRole::pelaksana);
    }
    for (const char* cell :
         {"Kelengkapan", "Persyaratan", "Persyaratan / Perlengkapan", "Persyaratan/Kelengkapan"}) {
        CHECK(role(cell) == ColumnRole::kelengkapan);
    }
    for (const char* cell : {"Output", "Produk", "Keluaran"}) {
        CHECK(role(cell) == ColumnRole::produk);
    }
    for (const char* cell : {"Keterangan", "Ket", "Ket.", "Keterangan / Catatan"}) {
        CHECK(role(cell) == ColumnRole::keterangan);
    }
    CHECK(role("No.") == ColumnRole::no);
    CHECK(role("Waktu (Menit)") == ColumnRole::waktu);
    CHECK(read_heading("MUTU\nBAKU")->mutu_baku);
}

TEST_CASE("sentences and other words are no headings") {
    CHECK_FALSE(read_heading("Kegiatan ini dilaksanakan setiap bulan oleh tim"));
    CHECK_FALSE(read_heading("Nomor SOP"));
    CHECK_FALSE(read_heading("Kadis"));
    CHECK_FALSE(read_heading(""));
}

TEST_CASE("a unit in the heading counts for bare numbers below it") {
    CHECK(heading_unit("Waktu (Menit)") == "Menit");
    CHECK(heading_unit("Waktu").empty());
    CHECK(heading_unit("Waktu (Menit").empty());
}
