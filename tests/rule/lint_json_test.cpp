// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "rule/clean_sop.hpp"
#include "tertib/rule/lint_json.hpp"

#include <nlohmann/json.hpp>

using namespace tertib;
using namespace tertib::test;

TEST_CASE("the report's JSON has each finding with all that is needed to judge it") {
    SopParts parts = clean_parts();
    parts.steps[2].uraian = "Pengarsipan surat";
    const std::vector<Waiver> waivers{{"FLOW-6", "*", {"3"}, "disepakati", "Sekretaris", "7"}};
    const LintReport report = report_of(parts, permenpan35(), waivers);
    const nlohmann::json json = nlohmann::json::parse(to_json(report));
    CHECK(json["schema"] == "tertib.lint/1");
    CHECK(json["profile"] == "permenpan35");
    CHECK(json["worst"].is_null());
    REQUIRE(json["findings"].size() == 1);
    const nlohmann::json& finding = json["findings"][0];
    CHECK(finding["code"] == "FLOW-6");
    CHECK(finding["rule"] == "FLOW-6");
    CHECK(finding["severity"] == "warning");
    CHECK(finding["about"] == "document");
    CHECK(finding["where"]["step"] == "3");
    CHECK(finding["verdict"] == "violated");
    CHECK(finding["sure"] == "read");
    CHECK(finding["source"] == "Permenpan RB Nomor 35 Tahun 2012, Lampiran BAB II B.2.b (4)");
    CHECK(finding["evidence"] == "Pengarsipan surat");
    CHECK(finding["message"]["id"] ==
          "Uraian langkah 3 diawali “Pengarsipan”; hendaknya “Mengarsipkan”.");
    CHECK(finding["remedy"]["id"] == "Awali uraian dengan “Mengarsipkan”.");
    CHECK(finding["waived"]["by"] == "Sekretaris");
}

TEST_CASE("the report's JSON lists the verdict of every rule") {
    const LintReport report = report_of(text_copy());
    const nlohmann::json json = nlohmann::json::parse(to_json(report));
    REQUIRE(json["rules"].size() == report.rules.size());
    CHECK(json["worst"] == "info");
    for (std::size_t i = 0; i < report.rules.size(); ++i) {
        CHECK(json["rules"][i]["rule"] == report.rules[i].rule.id);
        CHECK(json["rules"][i]["verdict"] == name(report.rules[i].verdict));
        CHECK(json["rules"][i]["title"]["id"] != "");
    }
}

TEST_CASE("the same SOP gives the same bytes") {
    CHECK(to_json(report_of(text_copy())) == to_json(report_of(text_copy())));
}
