// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "rule/clean_sop.hpp"

using namespace tertib;
using namespace tertib::test;

TEST_CASE("a step that can't be reached breaks FLOW-8 only") {
    SopParts parts = clean_parts();
    parts.steps.push_back(
        step("5", "Mengarsipkan surat izin", PelaksanaIndex{0}, "Surat izin", "Arsip"));
    parts.total = menit(75);
    parts.flow.push_back(drawn("5", "end"));
    CHECK(violated_by(parts) == Ids{"FLOW-8"});
    CHECK(found_by(parts, "FLOW-8").at(0).finding.where.step == "5");
}

TEST_CASE("a flow with two starts breaks FLOW-8") {
    SopParts parts = clean_parts();
    parts.flow.push_back(drawn("start", "2"));
    CHECK(verdict_of(parts, "FLOW-8") == Verdict::violated);
    CHECK(found_by(parts, "FLOW-8").at(0).text == "FLOW-8/starts");
}

TEST_CASE("a flow without a start breaks FLOW-8, and isn't run for FLOW-12") {
    SopParts parts = clean_parts();
    parts.flow.erase(parts.flow.begin());
    CHECK(violated_by(parts) == Ids{"FLOW-8"});
    CHECK(verdict_of(parts, "FLOW-12") == Verdict::not_applicable);
}

TEST_CASE("a step from which no end can be reached breaks FLOW-8") {
    SopParts parts = clean_parts();
    parts.flow.back() = drawn("4", "3");
    CHECK(verdict_of(parts, "FLOW-8") == Verdict::violated);
    CHECK(found_by(parts, "FLOW-8").at(0).text == "FLOW-8/no-end");
}

TEST_CASE("an end that isn't drawn counts as one, with FLOW-8i only") {
    SopParts parts = clean_parts();
    parts.flow.pop_back();
    CHECK(violated_by(parts) == Ids{"FLOW-8i"});
    CHECK(verdict_of(parts, "FLOW-8") == Verdict::satisfied);
    CHECK(report_of(parts).worst() == Severity::info);
}

TEST_CASE("branches that meet without waiting break FLOW-12 only, with a way that shows it") {
    SopParts parts = clean_parts();
    parts.flow.insert(parts.flow.begin() + 1, drawn("1", "3"));
    CHECK(violated_by(parts) == Ids{"FLOW-12"});
    const RuleFinding found = found_by(parts, "FLOW-12").at(0);
    CHECK(found.text == "FLOW-12/unsafe");
    CHECK(found.finding.severity == Severity::warning);
    CHECK(found.finding.evidence.find("→") != std::string::npos);
}

TEST_CASE("a deadlock breaks FLOW-12") {
    SopParts parts = clean_parts();
    parts.gateways = {Gateway{.key = "g1"}};
    parts.flow = {drawn("start", "1"), drawn("1", "2"),           drawn("2", "3", "Ya"),
                  drawn("3", "g1"),    drawn("2", "g1", "Tidak"), drawn("g1", "4"),
                  drawn("4", "end")};
    CHECK(violated_by(parts) == Ids{"FLOW-12"});
    CHECK(found_by(parts, "FLOW-12").at(0).text == "FLOW-12/deadlock");
}

TEST_CASE("rework breaks FLOW-13 only, which is to be known and no fault") {
    SopParts parts = clean_parts();
    parts.steps[1].keterangan = "Jika tidak lengkap, kembali ke langkah 1.";
    parts.flow[3] = drawn("2", "1", "Tidak");
    CHECK(violated_by(parts) == Ids{"FLOW-13"});
    const RuleFinding found = found_by(parts, "FLOW-13").at(0);
    CHECK(found.finding.severity == Severity::info);
    CHECK(message(found, Language::en) ==
          "Steps 1, 2 can repeat by 2 → 1 [Tidak]; the flow sets no bound.");
}

TEST_CASE("a sentence that names another target than the arrow breaks FLOW-14 only") {
    SopParts parts = clean_parts();
    parts.steps[1].keterangan = "Jika tidak lengkap, kembali ke langkah 1.";
    CHECK(violated_by(parts) == Ids{"FLOW-14"});
    CHECK(found_by(parts, "FLOW-14").at(0).finding.evidence == parts.steps[1].keterangan);
    parts.steps[1].keterangan = "Jika ditolak, kembali ke proses awal";
    CHECK(violated_by(parts) == Ids{"FLOW-14"});
    parts.steps[1].keterangan = "Lanjut ke tahap 9";
    CHECK(found_by(parts, "FLOW-14").at(0).text == "FLOW-14/unknown");
}

TEST_CASE("without a drawn flow there is nothing that a sentence could contradict") {
    SopParts parts = text_copy();
    parts.steps[1].keterangan = "kembali ke langkah 1";
    CHECK(verdict_of(parts, "FLOW-14") == Verdict::not_applicable);
}

TEST_CASE("a flow that sentences state is known, so a copy in text can be judged by it") {
    SopParts parts = text_copy();
    parts.flow[2].provenance = Provenance::stated;
    CHECK(verdict_of(parts, "FLOW-8") == Verdict::satisfied);
    CHECK(verdict_of(parts, "FLOW-12") == Verdict::satisfied);
}
