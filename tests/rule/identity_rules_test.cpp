// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "rule/clean_sop.hpp"

using namespace tertib;
using namespace tertib::test;

TEST_CASE("an SOP that names no unit breaks ID-1 only") {
    SopParts parts = clean_parts();
    parts.identity.unit_kerja.clear();
    CHECK(violated_by(parts) == Ids{"ID-1"});
    CHECK(found_by(parts, "ID-1").at(0).finding.severity == Severity::error);
}

TEST_CASE("an SOP without number breaks ID-2 only, and so does one with a gap to fill in") {
    SopParts parts = clean_parts();
    parts.identity.nomor = " - ";
    CHECK(violated_by(parts) == Ids{"ID-2"});
    parts.identity.nomor = "…   Tahun 2024";
    CHECK(violated_by(parts) == Ids{"ID-2"});
    CHECK(message(found_by(parts, "ID-2").at(0), Language::id) ==
          "Nomor SOP belum lengkap: “… Tahun 2024”.");
}

TEST_CASE("an SOP without the day of its making breaks ID-3 only") {
    SopParts parts = clean_parts();
    parts.identity.tanggal_pembuatan.reset();
    CHECK(violated_by(parts) == Ids{"ID-3"});
    CHECK(found_by(parts, "ID-3").at(0).finding.severity == Severity::error);
}

TEST_CASE("a date of making without its day is to be looked at, not an error") {
    SopParts parts = clean_parts();
    parts.identity.tanggal_pembuatan->date.reset();
    CHECK(violated_by(parts) == Ids{"ID-3"});
    CHECK(found_by(parts, "ID-3").at(0).finding.severity == Severity::warning);
}

TEST_CASE("a date of revision that is no date breaks ID-4 only; an empty one can't be judged") {
    SopParts parts = clean_parts();
    parts.identity.tanggal_revisi = Tanggal{"segera", {}, {}};
    CHECK(violated_by(parts) == Ids{"ID-4"});
    parts.identity.tanggal_revisi.reset();
    CHECK(violated_by(parts).empty());
    CHECK(verdict_of(parts, "ID-4") == Verdict::undecidable);
}

TEST_CASE("an SOP without a date of force breaks ID-5 only") {
    SopParts parts = clean_parts();
    parts.identity.tanggal_berlaku.reset();
    CHECK(violated_by(parts) == Ids{"ID-5"});
    CHECK(verdict_of(parts, "ID-5a") == Verdict::not_applicable);
}

TEST_CASE("an SOP in force before it was made breaks ID-5a only") {
    SopParts parts = clean_parts();
    parts.identity.tanggal_pembuatan = tanggal("2 Juni 2023", 2023, 6, 2);
    CHECK(violated_by(parts) == Ids{"ID-5a"});
}

TEST_CASE("dates of the same month without days can't be put in order") {
    SopParts parts = clean_parts();
    parts.identity.tanggal_pembuatan = tanggal("2 Juni 2023", 2023, 6, 2);
    parts.identity.tanggal_berlaku->date.reset();
    CHECK(verdict_of(parts, "ID-5a") == Verdict::undecidable);
    parts.identity.tanggal_pembuatan = tanggal("2 Juli 2023", 2023, 7, 2);
    CHECK(verdict_of(parts, "ID-5a") == Verdict::violated);
}

TEST_CASE("a revision after the date of force may be a plan") {
    SopParts parts = clean_parts();
    parts.identity.tanggal_revisi = tanggal("1 Juni 2025", 2025, 6, 1);
    CHECK(verdict_of(parts, "ID-5a") == Verdict::undecidable);
}

TEST_CASE("an approval without name breaks ID-6 only, where the copy can show one") {
    SopParts parts = clean_parts();
    parts.identity.disahkan->nama.clear();
    parts.identity.disahkan->nip.clear();
    CHECK(violated_by(parts) == Ids{"ID-6"});
    CHECK(message(found_by(parts, "ID-6").at(0), Language::id) ==
          "Pengesahan belum memuat nama, NIP pejabat yang berwenang.");
}

TEST_CASE("a copy that can't carry a signature block leaves ID-6 open") {
    SopParts parts = clean_parts();
    parts.identity.disahkan = Pengesahan{"Kepala Dinas", "Kepala Dinas", "", ""};
    parts.layout->shows_signature = false;
    CHECK(verdict_of(parts, "ID-6") == Verdict::undecidable);
    parts.identity.disahkan.reset();
    CHECK(verdict_of(parts, "ID-6") == Verdict::undecidable);
    CHECK(found_by(parts, "ID-6").at(0).finding.severity == Severity::info);
    CHECK(found_by(parts, "ID-6").at(0).finding.about == About::copy);
    parts.identity.disahkan = clean_identity().disahkan;
    CHECK(verdict_of(parts, "ID-6") == Verdict::satisfied);
}

TEST_CASE("a name that differs from the heading breaks ID-7 only") {
    SopParts parts = clean_parts();
    parts.layout->heading = "Penerbitan Surat Rekomendasi";
    CHECK(violated_by(parts) == Ids{"ID-7"});
    CHECK(found_by(parts, "ID-7").at(0).finding.severity == Severity::error);
    parts = clean_parts();
    parts.identity.nama.clear();
    CHECK(violated_by(parts) == Ids{"ID-7"});
}

TEST_CASE("a name that differs from the heading in spaces or case only is a warning") {
    SopParts parts = clean_parts();
    parts.identity.nama = "PenerbitanSurat Izin";
    CHECK(verdict_of(parts, "ID-7") == Verdict::violated);
    CHECK(found_by(parts, "ID-7").at(0).finding.severity == Severity::warning);
    parts.identity.nama = "PENERBITAN SURAT IZIN";
    CHECK(found_by(parts, "ID-7").at(0).finding.severity == Severity::warning);
}

TEST_CASE("a copy without heading leaves ID-7 open") {
    SopParts parts = clean_parts();
    parts.layout->heading.clear();
    CHECK(verdict_of(parts, "ID-7") == Verdict::undecidable);
    parts.layout.reset();
    CHECK(verdict_of(parts, "ID-7") == Verdict::undecidable);
}

TEST_CASE("an empty legal basis breaks ID-8 only, and says nothing about drafts") {
    SopParts parts = clean_parts();
    parts.identity.dasar_hukum = {"-"};
    CHECK(violated_by(parts) == Ids{"ID-8"});
    CHECK(verdict_of(parts, "ID-8a") == Verdict::not_applicable);
}

TEST_CASE("a legal basis that calls itself a draft breaks ID-8a only, once for each") {
    SopParts parts = clean_parts();
    parts.identity.dasar_hukum.emplace_back("2. Rancangan Peraturan Badan No. 8 tentang Penilaian");
    parts.identity.dasar_hukum.emplace_back("Draft Peraturan Bupati tentang Perizinan");
    CHECK(violated_by(parts) == Ids{"ID-8a"});
    CHECK(found_by(parts, "ID-8a").size() == 2);
}

TEST_CASE("a law about drafts is no draft") {
    SopParts parts = clean_parts();
    parts.identity.dasar_hukum = {"Peraturan Menteri Nomor 3 tentang Rancangan Peraturan Daerah"};
    CHECK(verdict_of(parts, "ID-8a") == Verdict::satisfied);
}

TEST_CASE("empty lists of the identity page break ID-9, ID-11, ID-12 and ID-13, each its own") {
    SopParts parts = clean_parts();
    parts.identity.keterkaitan.clear();
    CHECK(violated_by(parts) == Ids{"ID-9"});
    parts = clean_parts();
    parts.identity.kualifikasi_pelaksana.clear();
    CHECK(violated_by(parts) == Ids{"ID-11"});
    parts = clean_parts();
    parts.identity.peralatan.clear();
    CHECK(violated_by(parts) == Ids{"ID-12"});
    parts = clean_parts();
    parts.identity.pencatatan = {"N/A"};
    CHECK(violated_by(parts) == Ids{"ID-13"});
}

TEST_CASE("a warning without a consequence breaks ID-10 only") {
    SopParts parts = clean_parts();
    parts.identity.peringatan = {"Semua proses harus sesuai dengan persyaratan"};
    CHECK(violated_by(parts) == Ids{"ID-10"});
    CHECK(found_by(parts, "ID-10").at(0).text == "ID-10/consequence");
    parts.identity.peringatan.clear();
    CHECK(violated_by(parts) == Ids{"ID-10"});
}
