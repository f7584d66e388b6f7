// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "rule/clean_sop.hpp"

using namespace tertib;
using namespace tertib::test;

namespace {

SopParts with_provenance(Provenance provenance) {
    SopParts parts = clean_parts();
    for (Flow& flow : parts.flow) {
        flow.provenance = provenance;
    }
    return parts;
}

} // namespace

TEST_CASE("an SOP on drawing paper without arrows breaks FLOW-1 only") {
    CHECK(violated_by(with_provenance(Provenance::order)) == Ids{"FLOW-1"});
}

TEST_CASE("a symbol that is none of the five breaks FLOW-2/4 only") {
    SopParts parts = clean_parts();
    parts.steps[2].marks[0].symbol = Symbol::other;
    CHECK(violated_by(parts) == Ids{"FLOW-2/4"});
    parts = clean_parts();
    parts.layout->unknown_symbols = {{"★", Place{.row = 7, .column = 3, .step = ""}}};
    CHECK(violated_by(parts) == Ids{"FLOW-2/4"});
    CHECK(found_by(parts, "FLOW-2/4").at(0).finding.where.row == 7);
}

TEST_CASE("marks without shape among shapes leave FLOW-2/4 open for their steps") {
    SopParts parts = clean_parts();
    parts.steps[2].marks[0].symbol = Symbol::unspecified;
    CHECK(verdict_of(parts, "FLOW-2/4") == Verdict::undecidable);
    CHECK(violated_by(parts).empty());
}

TEST_CASE("a decision that is drawn as a process breaks FLOW-3 only, and so does the reverse") {
    SopParts parts = clean_parts();
    parts.steps[1].marks[0].symbol = Symbol::process;
    CHECK(violated_by(parts) == Ids{"FLOW-3"});
    parts = clean_parts();
    parts.steps[2].marks[0].symbol = Symbol::decision;
    CHECK(violated_by(parts) == Ids{"FLOW-3"});
    CHECK(found_by(parts, "FLOW-3").at(0).text == "FLOW-3/activity");
}

TEST_CASE("a step that says memutuskan without a decision symbol is to be looked at") {
    SopParts parts = clean_parts();
    parts.steps[2].uraian = "Memutuskan isi surat izin";
    CHECK(violated_by(parts) == Ids{"FLOW-3"});
    CHECK(found_by(parts, "FLOW-3").at(0).finding.severity == Severity::warning);
}

TEST_CASE("a flow drawn upwards without a decision breaks FLOW-5 only") {
    SopParts parts = clean_parts();
    std::swap(parts.steps[2], parts.steps[3]);
    parts.steps[2].kelengkapan = {"Hasil pemeriksaan"};
    parts.flow.push_back(drawn("3", "end")); // so that its produk may leave
    CHECK(rules_with(report_of(parts), Verdict::violated) == Ids{"FLOW-5"});
}

TEST_CASE("a connector without a partner breaks FLOW-5 only") {
    SopParts parts = clean_parts();
    parts.layout->lone_connectors = {Place{.row = 9, .column = 4, .step = ""}};
    CHECK(violated_by(parts) == Ids{"FLOW-5"});
}

TEST_CASE("a decision with one named exit breaks FLOW-7 only") {
    SopParts parts = clean_parts();
    parts.steps[1].outcomes = {"Ya"};
    parts.flow[3].outcome.reset();
    CHECK(violated_by(parts) == Ids{"FLOW-7"});
}

TEST_CASE("a copy without arrows leaves FLOW-7 open; without a decision it isn't asked") {
    SopParts parts = clean_parts();
    parts.layout->shows_arrows = false;
    parts.steps[1].outcomes.clear();
    parts.steps[1].keterangan.clear();
    parts.flow = text_copy().flow;
    CHECK(verdict_of(parts, "FLOW-7") == Verdict::undecidable);
    CHECK(verdict_of(text_copy(), "FLOW-7") == Verdict::not_applicable);
}

TEST_CASE("two main symbols in a row break FLOW-9 only; a connector isn't one") {
    SopParts parts = clean_parts();
    parts.steps[2].marks.push_back({PelaksanaIndex{0}, Symbol::process});
    CHECK(violated_by(parts) == Ids{"FLOW-9"});
    CHECK(found_by(parts, "FLOW-9").at(0).finding.severity == Severity::info);
    parts.steps[2].marks[1].symbol = Symbol::connector;
    CHECK(violated_by(parts).empty());
}

TEST_CASE("a copy in plain text leaves what is drawn open, and nothing in it is an error") {
    const LintReport report = report_of(text_copy());
    CHECK(rules_with(report, Verdict::violated).empty());
    CHECK(rules_with(report, Verdict::undecidable) == Ids{"ID-6", "TAB-6", "FLOW-1", "FLOW-2/4",
                                                          "FLOW-3", "FLOW-5", "FLOW-8", "FLOW-9",
                                                          "FLOW-12", "FLOW-13"});
    CHECK(report.worst() == Severity::info);
}
