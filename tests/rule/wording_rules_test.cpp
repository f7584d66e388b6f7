// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "rule/clean_sop.hpp"

using namespace tertib;
using namespace tertib::test;

namespace {

SopParts with_uraian(const std::string& uraian) {
    SopParts parts = clean_parts();
    parts.steps[2].uraian = uraian;
    return parts;
}

} // namespace

TEST_CASE("an uraian without active verb breaks FLOW-6 only") {
    for (const char* uraian : {"Berkas permohonan disusun", "Deteni dirawat di rumah sakit",
                               "Terima berkas", "Informasi potensi bencana", "Berita acara dibuat",
                               "Berdasarkan disposisi, menyusun surat", "Menteri menyetujui",
                               "Media sosial dipantau", "Melalui aplikasi, mengisi data"}) {
        INFO(uraian);
        const SopParts parts = with_uraian(uraian);
        CHECK(violated_by(parts) == Ids{"FLOW-6"});
        CHECK(found_by(parts, "FLOW-6").size() == 1);
    }
}

TEST_CASE("all forms of active verbs keep FLOW-6, also behind a list's letter") {
    for (const char* uraian :
         {"Melaporkan hasil", "Memeriksa hasil", "Menyusun surat", "Mengarsipkan surat",
          "Menyampaikan surat", "Mengecek surat", "Memperbaiki surat", "Berkoordinasi dengan tim",
          "Bekerja sama dengan tim", "Merekap hasil", "Mewawancarai pemohon", "a. Menerima berkas",
          "1) Menerima berkas", "- Menerima berkas", "MENERIMA BERKAS", "Menindaklanjuti surat"}) {
        INFO(uraian);
        CHECK(verdict_of(with_uraian(uraian), "FLOW-6") == Verdict::satisfied);
    }
}

TEST_CASE("a nominal start gets the verb to use where it is known") {
    const auto told = [](const std::string& uraian) {
        return message(found_by(with_uraian(uraian), "FLOW-6").at(0), Language::en);
    };
    CHECK(told("Pengarsipan dokumen izin") ==
          "The uraian of step 3 begins with “Pengarsipan”; it should be “Mengarsipkan”.");
    CHECK(told("Persetujuan izin keluar").find("“Menyetujui”") != std::string::npos);
    CHECK(told("Persiapan akomodasi").find("“Menyiapkan”") != std::string::npos);
    CHECK(told("Pemulangan deteni").find("“Memulangkan”") != std::string::npos);
    CHECK(told("Pemberian informasi").find("“Memberikan”") != std::string::npos);
    CHECK(told("Rekomendasi Gubernur").find("“Merekomendasikan”") != std::string::npos);
    CHECK(told("Seminar tentang").find("“Menyelenggarakan seminar”") != std::string::npos);
}

TEST_CASE("an uraian that can't be read leaves FLOW-6 open; an empty one doesn't") {
    CHECK(verdict_of(with_uraian("[??]"), "FLOW-6") == Verdict::undecidable);
    CHECK(verdict_of(with_uraian(""), "FLOW-6") == Verdict::violated);
}
