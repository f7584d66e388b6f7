// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/list_text.hpp"

#include "catch.hpp"

using namespace tertib;

namespace {
using Items = std::vector<std::string>;
}

TEST_CASE("lettered and numbered items are taken in sequence") {
    CHECK(list_items("a. Identitas Deteni b. Notula rapat") ==
          Items{"Identitas Deteni", "Notula rapat"});
    CHECK(list_items("1. Jurnal Emergency Call 115 2. Jurnal Harian") ==
          Items{"Jurnal Emergency Call 115", "Jurnal Harian"});
    CHECK(list_items("1) Komputer\n2) Printer") == Items{"Komputer", "Printer"});
    CHECK(list_items("1 UU Nomor 29 Tahun 2014; 2 UU Nomor 5 Tahun 2014; 3") ==
          Items{"UU Nomor 29 Tahun 2014", "UU Nomor 5 Tahun 2014"});
}

TEST_CASE("numbers and letters inside a text don't cut it") {
    CHECK(list_items("Undang-Undang Nomor 1 Tahun 2004 tentang 2 hal") ==
          Items{"Undang-Undang Nomor 1 Tahun 2004 tentang 2 hal"});
    CHECK(list_items("1. UU Nomor. 17 Tahun 2003 2. PP Nomor. 58 Tahun 2005") ==
          Items{"UU Nomor. 17 Tahun 2003", "PP Nomor. 58 Tahun 2005"});
    CHECK(list_items("1. Versi 2.0 aplikasi 2. Printer") == Items{"Versi 2.0 aplikasi", "Printer"});
    CHECK(list_items("Komputer, Alat Tulis Kantor (ATK) dan Telepon").size() == 1);
}

TEST_CASE("dashed items are split with and without blanks before the dash") {
    CHECK(list_items("- Mampu mengoperasikan Komputer- Memiliki kompetensi") ==
          Items{"Mampu mengoperasikan Komputer", "Memiliki kompetensi"});
    CHECK(list_items("- Peraturan A;- Rancangan Peraturan B.") ==
          Items{"Peraturan A", "Rancangan Peraturan B."});
    CHECK(list_items("- a\n- b\n- c") == Items{"a", "b", "c"});
    CHECK(list_items("- UU 5 - 2014 tentang ASN- Perda") ==
          Items{"UU 5 - 2014 tentang ASN", "Perda"});
    CHECK(list_items("Surat - Menyurat") == Items{"Surat - Menyurat"});
}

TEST_CASE("bullets, semicolons and lines separate items") {
    CHECK(list_items("• Komputer • Printer") == Items{"Komputer", "Printer"});
    CHECK(list_items("Surat permohonan; KTP; NPWP") == Items{"Surat permohonan", "KTP", "NPWP"});
    CHECK(list_items("Surat permohonan\nKTP\nNPWP") == Items{"Surat permohonan", "KTP", "NPWP"});
    CHECK(list_items("Peraturan Daerah Nomor 5\nTahun 2010 tentang\nRetribusi") ==
          Items{"Peraturan Daerah Nomor 5 Tahun 2010 tentang Retribusi"});
}

TEST_CASE("what stands before the first marker is kept") {
    CHECK(list_items("Jika tidak dilaksanakan : 1. terlambat 2. terhenti") ==
          Items{"Jika tidak dilaksanakan :", "terlambat", "terhenti"});
}

TEST_CASE("cells that say nothing have no items") {
    for (const char* cell : {"", " ", "-", "–", "...", "N/A", "nihil", "Tidak ada"}) {
        CHECK(list_items(cell).empty());
        CHECK(says_nothing(cell));
    }
    CHECK_FALSE(says_nothing("- a"));
}

TEST_CASE("a cell becomes one line without losing doubled blanks") {
    CHECK(one_line(" 5 \n Menit ") == "5 Menit");
    CHECK(one_line("Melakukan  pemeriksaan") == "Melakukan  pemeriksaan");
}
