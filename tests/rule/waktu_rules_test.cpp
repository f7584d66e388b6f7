// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "rule/clean_sop.hpp"

using namespace tertib;
using namespace tertib::test;

namespace {

Waktu hari(std::int64_t number, bool assumed) {
    Waktu waktu = amount(number, Satuan::hari, assumed ? "Hari" : "Hari Kerja");
    waktu.parts[0].assumed = assumed;
    return waktu;
}

Waktu restated(std::int64_t minutes, Decimal hours, const std::string& text) {
    Waktu waktu = menit(minutes);
    waktu.text = text;
    WaktuPart part;
    part.min = hours;
    part.max = hours;
    part.satuan = Satuan::jam;
    waktu.restated = part;
    return waktu;
}

SopParts with_waktu(Waktu waktu) {
    SopParts parts = clean_parts();
    parts.total.reset();
    parts.steps[2].waktu = std::move(waktu);
    return parts;
}

} // namespace

TEST_CASE("a waktu without an amount breaks WKT-1 only, and so does one of nothing") {
    Waktu open;
    open.text = "Sesuai kebutuhan";
    open.form = WaktuForm::open;
    CHECK(violated_by(with_waktu(open)) == Ids{"WKT-1"});
    CHECK(violated_by(with_waktu(menit(0))) == Ids{"WKT-1"});
    CHECK(violated_by(with_waktu(menit(1))).empty());
}

TEST_CASE("a total that isn't the sum breaks WKT-2 only") {
    SopParts parts = clean_parts();
    parts.total = menit(61);
    CHECK(violated_by(parts) == Ids{"WKT-2"});
    CHECK(message(found_by(parts, "WKT-2").at(0), Language::en) ==
          "The total (61 Menit) equals neither the sum of the steps (60 menit) nor the longest way "
          "(60 menit).");
}

TEST_CASE("a total in hours is the sum of minutes") {
    SopParts parts = clean_parts();
    parts.total = amount(1, Satuan::jam, "Jam");
    CHECK(verdict_of(parts, "WKT-2") == Verdict::satisfied);
}

TEST_CASE("a total that is the longest way of parallel work is right") {
    SopParts parts = clean_parts();
    parts.gateways = {Gateway{.key = "g1"}};
    parts.steps[0].keterangan = "";
    parts.steps[1] = step("2", "Memeriksa berkas", PelaksanaIndex{1}, "Tanda terima", "Hasil");
    parts.steps[2].kelengkapan = {"Tanda terima"};
    parts.steps[3].kelengkapan = {"Surat izin", "Hasil"};
    parts.flow = {drawn("start", "1"), drawn("1", "2"),  drawn("1", "3"),  drawn("2", "g1"),
                  drawn("3", "g1"),    drawn("g1", "4"), drawn("4", "end")};
    parts.total = menit(45);
    CHECK(violated_by(parts).empty());
    CHECK(verdict_of(parts, "WKT-2") == Verdict::satisfied);
}

TEST_CASE("a total of mixed units can't be compared without a calendar") {
    SopParts parts = clean_parts();
    parts.steps[2].waktu = hari(3, false);
    parts.total = hari(4, false);
    CHECK(verdict_of(parts, "WKT-2") == Verdict::undecidable);
    CHECK(found_by(parts, "WKT-2").at(0).finding.about == About::reading);
    parts.total.reset();
    CHECK(verdict_of(parts, "WKT-2") == Verdict::not_applicable);
}

TEST_CASE("a bare Hari breaks WKT-3 only, Hari Kerja doesn't") {
    CHECK(violated_by(with_waktu(hari(3, true))) == Ids{"WKT-3"});
    CHECK(violated_by(with_waktu(hari(3, false))).empty());
}

TEST_CASE("a doubled notation that contradicts itself breaks WKT-3 only") {
    CHECK(violated_by(with_waktu(restated(480, Decimal(8), "480 Menit (8 Jam)"))).empty());
    const Decimal rounded = Decimal::from(78, 1);
    CHECK(violated_by(with_waktu(restated(470, rounded, "470 Menit (7.8 Jam)"))).empty());
    const SopParts wrong = with_waktu(restated(480, Decimal(7), "480 Menit (7 Jam)"));
    CHECK(violated_by(wrong) == Ids{"WKT-3"});
    CHECK(found_by(wrong, "WKT-3").at(0).text == "WKT-3/contradiction");
}
