// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "rule/clean_sop.hpp"

using namespace tertib;
using namespace tertib::test;

TEST_CASE("a missing space breaks TYP-1 only, once for all its places") {
    SopParts parts = clean_parts();
    parts.identity.kualifikasi_pelaksana = {"Memahami laporan PTSPdan PPB"};
    parts.identity.peralatan = {"Aplikasi PTSPdan PPB"};
    parts.steps[0].uraian = "Menerima laporan PTSP dan PPB";
    CHECK(violated_by(parts) == Ids{"TYP-1"});
    const std::vector<RuleFinding> found = found_by(parts, "TYP-1");
    REQUIRE(found.size() == 1);
    CHECK(message(found[0], Language::id) ==
          "“PTSPdan” kemungkinan kurang spasi (2 kali); di bagian lain tertulis “PTSP dan”.");
}

TEST_CASE("a joined word that stands nowhere apart is no slip") {
    SopParts parts = clean_parts();
    parts.steps[0].uraian = "Menerima laporan PTSPdan PPB kedalam aplikasi daripada pemohon";
    CHECK(verdict_of(parts, "TYP-1") == Verdict::satisfied);
}

TEST_CASE("a doubled space breaks TYP-1 only; blanks around lines and gaps don't") {
    SopParts parts = clean_parts();
    parts.steps[2].uraian = "Menyusun  surat izin";
    CHECK(violated_by(parts) == Ids{"TYP-1"});
    parts.steps[2].uraian = "Menyusun surat  \n  izin  ";
    CHECK(violated_by(parts).empty());
    parts.steps[2].uraian = "Menyusun surat …  izin";
    CHECK(violated_by(parts).empty());
}

TEST_CASE("a word one letter away from the same term elsewhere breaks TYP-1 only") {
    SopParts parts = clean_parts();
    parts.identity.unit_kerja = {"Badan Pencarian dan Pertolongan",
                                 "Deputi Pencarian dan Pertoongan"};
    parts.identity.keterkaitan = {"SOP Pencarian dan Pertolongan"};
    CHECK(violated_by(parts) == Ids{"TYP-1"});
    CHECK(message(found_by(parts, "TYP-1").at(0), Language::en) ==
          "“Pertoongan” differs by one letter from “Pertolongan” elsewhere; probably a slip.");
}

TEST_CASE("right words that are one letter apart are no slips") {
    SopParts parts = clean_parts();
    parts.identity.peralatan = {
        "Kepala Dinas, Kepala Dinas, kepada Dinas",
        "petugas pemeriksa berkas, petugas pemeriksa berkas, memeriksa berkas",
        "data pengaduan warga, data pengaduan warga, data pengadaan warga"};
    CHECK(verdict_of(parts, "TYP-1") == Verdict::satisfied);
}
