// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "rule/clean_sop.hpp"
#include "tertib/model/overlay.hpp"

#include <algorithm>

using namespace tertib;
using namespace tertib::test;

TEST_CASE("a table without Keterangan breaks TAB-1 only") {
    SopParts parts = clean_parts();
    parts.layout->columns.pop_back();
    CHECK(violated_by(parts) == Ids{"TAB-1"});
    CHECK(message(found_by(parts, "TAB-1").at(0), Language::id) ==
          "Tabel tidak memuat kolom Keterangan.");
}

TEST_CASE("a copy whose columns aren't known leaves TAB-1 open") {
    SopParts parts = clean_parts();
    parts.layout->columns.clear();
    CHECK(verdict_of(parts, "TAB-1") == Verdict::undecidable);
}

TEST_CASE("a step without waktu breaks TAB-2 only") {
    SopParts parts = clean_parts();
    parts.steps[2].waktu = Waktu{};
    parts.total.reset();
    CHECK(violated_by(parts) == Ids{"TAB-2"});
    CHECK(found_by(parts, "TAB-2").at(0).finding.where.step == "3");
}

TEST_CASE("a finding of a step carries its place in the source") {
    SopParts parts = clean_parts();
    parts.steps[3].produk = {"-"};
    parts.layout->places["4"] = Place{.row = 31, .column = 2, .step = "4"};
    CHECK(violated_by(parts) == Ids{"TAB-2"});
    CHECK(found_by(parts, "TAB-2").at(0).finding.where == Place{31, 2, "4"});
}

TEST_CASE("an uraian that begins with its pelaksana breaks TAB-3 only") {
    SopParts parts = clean_parts();
    parts.steps[2].uraian = "Kepala Seksi menyusun surat izin";
    CHECK(violated_by(parts) == Ids{"TAB-3"});
    CHECK(message(found_by(parts, "TAB-3").at(0), Language::en) ==
          "The uraian of step 3 begins with its subject “Kepala Seksi”; pelaksana should be "
          "columns.");
}

TEST_CASE("TAB-3 knows posts that aren't columns, first words of columns, and a colon") {
    for (const char* uraian :
         {"Petugas Jaga melaporkan keluhan", "Kepala memerintahkan pemeriksaan",
          "Petugas Loket: membuat radiogram", "Pemohon akan mengisi formulir"}) {
        SopParts parts = clean_parts();
        parts.steps[2].uraian = uraian;
        INFO(uraian);
        CHECK(violated_by(parts) == Ids{"TAB-3"});
    }
}

TEST_CASE("a pelaksana who is a person breaks TAB-4 only") {
    for (const char* name : {"Contoh Nama, S.Sos", "Drs. Contoh", "Contoh 123456789012345678"}) {
        SopParts parts = clean_parts();
        parts.pelaksana[0] = name;
        INFO(name);
        CHECK(violated_by(parts) == Ids{"TAB-4"});
        CHECK(found_by(parts, "TAB-4").at(0).finding.severity == Severity::warning);
    }
}

TEST_CASE("posts with dots, commas and short words are no persons") {
    for (const char* name : {"Kasi Reg, Adm & Pelaporan", "Ka. Subbag Umum", "Petugas SE",
                             "Direktorat ST dan MM", "Kepala Bidang/Kasi", "Tim (3 orang)"}) {
        SopParts parts = clean_parts();
        parts.pelaksana[0] = name;
        INFO(name);
        CHECK(verdict_of(parts, "TAB-4") == Verdict::satisfied);
    }
}

TEST_CASE("a step without pelaksana breaks TAB-6 only") {
    SopParts parts = clean_parts();
    parts.steps[2].marks.clear();
    CHECK(violated_by(parts) == Ids{"TAB-6"});
    CHECK(found_by(parts, "TAB-6").at(0).finding.where.step == "3");
}

TEST_CASE("a pelaksana without a step breaks TAB-6 only") {
    SopParts parts = clean_parts();
    parts.pelaksana.emplace_back("Sekretaris");
    CHECK(violated_by(parts) == Ids{"TAB-6"});
}

TEST_CASE("a copy without any mark leaves TAB-6 open, in one finding that lists the steps") {
    const std::vector<RuleFinding> found = found_by(text_copy(), "TAB-6");
    REQUIRE(found.size() == 1);
    CHECK(found[0].verdict == Verdict::undecidable);
    CHECK(message(found[0], Language::id) ==
          "Pelaksana langkah 1, 2, 3, 4 tidak terbaca pada salinan ini; periksa dokumen asli.");
}

TEST_CASE("a step that a person assigned doesn't make the copy one that carries marks") {
    Overlay overlay;
    overlay.assign["3"] = {"Kepala Seksi"};
    const Sop sop = apply_overlay(Sop(text_copy()), overlay).sop;
    const std::vector<RuleFinding> found = found_by(sop.parts(), "TAB-6");
    REQUIRE(found.size() == 1);
    CHECK(found[0].verdict == Verdict::undecidable);
    CHECK(found[0].finding.arguments == std::vector<Argument>{{"steps", "1, 2, 4"}});
}

TEST_CASE("when a person assigned every step, TAB-6 is decided") {
    Overlay overlay;
    for (const char* key : {"1", "2", "3", "4"}) {
        overlay.assign[key] = {"Petugas Loket", "Kepala Seksi"};
    }
    const Sop sop = apply_overlay(Sop(text_copy()), overlay).sop;
    CHECK(verdict_of(sop.parts(), "TAB-6") == Verdict::satisfied);
}

TEST_CASE("marks without a shape, which text can carry, show which steps have none") {
    SopParts parts = text_copy();
    parts.layout->shows_marks = true;
    for (Step& each : parts.steps) {
        each.marks = {Mark{PelaksanaIndex{0}, Symbol::unspecified},
                      Mark{PelaksanaIndex{1}, Symbol::unspecified}};
    }
    parts.steps[2].marks.clear();
    const std::vector<RuleFinding> found = found_by(parts, "TAB-6");
    REQUIRE(found.size() == 1);
    CHECK(found[0].verdict == Verdict::violated);
    CHECK(found[0].finding.where.step == "3");
}

TEST_CASE("a drawing without any mark does break TAB-6") {
    SopParts parts = clean_parts();
    for (Step& each : parts.steps) {
        each.marks.clear();
    }
    CHECK(verdict_of(parts, "TAB-6") == Verdict::violated);
}
