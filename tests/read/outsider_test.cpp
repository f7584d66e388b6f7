// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/outsider.hpp"

#include "catch.hpp"

using namespace tertib;

TEST_CASE("people who aren't of the office are known by the first word of their name") {
    for (const char* name :
         {"Pemohon", "PEMOHON IZIN", "Masyarakat", "Pelaku Usaha", "Instansi lain/ Sosial Media"}) {
        INFO(name);
        CHECK(names_outsider(name));
    }
    for (const char* name : {"", "Kadis", "Petugas Loket", "Instansi Teknis", "Pelaku"}) {
        INFO(name);
        CHECK_FALSE(names_outsider(name));
    }
}
