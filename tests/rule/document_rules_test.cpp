// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "rule/clean_sop.hpp"

using namespace tertib;
using namespace tertib::test;

TEST_CASE("a produk that no later step takes breaks OUT-1 only") {
    SopParts parts = clean_parts();
    parts.steps[1].produk.emplace_back("Lembar catatan rapat");
    CHECK(violated_by(parts) == Ids{"OUT-1"});
    CHECK(found_by(parts, "OUT-1").at(0).finding.evidence == "Lembar catatan rapat");
}

TEST_CASE("the last step's produk leaves the SOP") {
    SopParts parts = clean_parts();
    parts.steps[3].produk.emplace_back("Pengumuman resmi");
    CHECK(violated_by(parts).empty());
}

TEST_CASE("a kelengkapan that nothing makes breaks OUT-2 only") {
    SopParts parts = clean_parts();
    parts.steps[2].kelengkapan.emplace_back("Nota pertimbangan teknis");
    CHECK(violated_by(parts) == Ids{"OUT-2"});
    CHECK(found_by(parts, "OUT-2").at(0).finding.where.step == "3");
}

TEST_CASE(
    "tools, laws, what the first step was given and what was named before come from outside") {
    SopParts parts = clean_parts();
    parts.steps[0].kelengkapan.emplace_back("Nota pertimbangan teknis");
    parts.steps[2].kelengkapan.emplace_back("Nota pertimbangan");
    parts.steps[2].kelengkapan.emplace_back("Laptop / Komputer, Jaringan internet");
    parts.steps[2].kelengkapan.emplace_back("Peraturan Daerah Nomor 1");
    CHECK(violated_by(parts).empty());
}

TEST_CASE("an SOP without any produk or kelengkapan isn't asked about documents") {
    SopParts parts = clean_parts();
    for (Step& each : parts.steps) {
        each.kelengkapan.clear();
        each.produk.clear();
    }
    CHECK(verdict_of(parts, "OUT-1") == Verdict::not_applicable);
    CHECK(verdict_of(parts, "OUT-2") == Verdict::not_applicable);
}
