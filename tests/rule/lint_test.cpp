// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "rule/clean_sop.hpp"
#include "tertib/base/error.hpp"

#include <algorithm>

using namespace tertib;
using namespace tertib::test;

namespace {

/// A rule of an office's own: a counter's SOP names the counter's opening hours.
class NamesHours : public Rule {
public:
    RuleEntry entry() const override {
        return {.id = "KOTA-1",
                .severity = Severity::warning,
                .source = "Surat Edaran Contoh",
                .sure = Sure::read,
                .title = "Jam layanan tercantum."};
    }
    RuleResult check(const RuleContext& context) const override {
        for (const std::string& line : context.sop.identity().peringatan) {
            if (line.find("jam layanan") != std::string::npos) {
                return {Verdict::satisfied, {}};
            }
        }
        Observation missing;
        missing.wording = {"Jam layanan belum tercantum.", "No opening hours are named."};
        missing.remedy = {"Cantumkan jam layanan.", "Name the opening hours."};
        return conclude({missing});
    }
};

/// A rule that takes the place of a built-in one, and forgets its wording on demand.
class OwnFlow13 : public Rule {
public:
    explicit OwnFlow13(std::string text) : text_(std::move(text)) {}
    RuleEntry entry() const override { return {.id = "FLOW-13"}; }
    RuleResult check(const RuleContext&) const override {
        Observation observation;
        observation.text = text_;
        observation.arguments = {{"steps", "1"}, {"back", "2"}};
        return conclude({observation});
    }

private:
    std::string text_;
};

Waiver waiver(std::string code, std::vector<std::string> steps = {}, std::string cases = "*") {
    return {std::move(code), std::move(cases), std::move(steps),
            "disepakati",    "Sekretaris",     "1/2023"};
}

} // namespace

TEST_CASE("the clean SOP keeps every rule") {
    const LintReport report = report_of(clean_parts());
    CHECK(rules_with(report, Verdict::satisfied).size() == report.rules.size());
    CHECK(report.findings.empty());
    CHECK_FALSE(report.worst());
    CHECK(report.profile == "permenpan35");
}

TEST_CASE("every rule of the profile has a verdict, in the profile's order") {
    const LintReport report = report_of(clean_parts());
    const Profile profile = permenpan35();
    REQUIRE(report.rules.size() == profile.rules.size());
    for (std::size_t i = 0; i < report.rules.size(); ++i) {
        CHECK(report.rules[i].rule == profile.rules[i]);
    }
}

TEST_CASE("an SOP without steps is judged by its identity only") {
    SopParts parts = clean_parts();
    parts.steps.clear();
    parts.flow.clear();
    parts.pelaksana.clear();
    CHECK(violated_by(parts).empty());
}

TEST_CASE("an empty Sop gets a report, not an exception") {
    const LintReport report = report_of(SopParts{});
    CHECK(report.worst() == Severity::error);
}

TEST_CASE("a finding that is waived stays in the report and doesn't count") {
    SopParts parts = clean_parts();
    parts.identity.nomor.clear();
    const std::vector<Waiver> waivers{waiver("ID-2")};
    const LintReport report = report_of(parts, permenpan35(), waivers);
    REQUIRE(report.findings.size() == 1);
    CHECK(report.findings[0].waived == WaivedBy{"Sekretaris", "disepakati", "1/2023"});
    CHECK(report.find("ID-2")->verdict == Verdict::violated);
    CHECK_FALSE(report.worst());
}

TEST_CASE("a waiver counts for its steps and its rule only, and not if it is for one case") {
    SopParts parts = clean_parts();
    parts.steps[0].uraian = "Berkas diterima";
    parts.steps[2].uraian = "Surat disusun";
    const auto waived = [&](Waiver each) {
        const std::vector<Waiver> waivers{std::move(each)};
        const LintReport report = report_of(parts, permenpan35(), waivers);
        return std::ranges::count_if(
            report.findings, [](const RuleFinding& finding) { return finding.waived.has_value(); });
    };
    CHECK(waived(waiver("FLOW-6")) == 2);
    CHECK(waived(waiver("FLOW-6", {"3"})) == 1);
    CHECK(waived(waiver("TAB-2")) == 0);
    CHECK(waived(waiver("FLOW-6", {}, "izin-7")) == 0);
}

TEST_CASE("a rule of one's own is one small class") {
    const NamesHours rule;
    const Rule* const rules[] = {&rule};
    const LintReport report = report_of(clean_parts(), permenpan35(), {}, rules);
    REQUIRE(report.findings.size() == 1);
    CHECK(report.findings[0].finding.code == "KOTA-1");
    CHECK(message(report.findings[0], Language::id) == "Jam layanan belum tercantum.");
    CHECK(remedy(report.findings[0], Language::en) == "Name the opening hours.");
    CHECK(title(report.find("KOTA-1")->rule, Language::id) == "Jam layanan tercantum.");
    SopParts parts = clean_parts();
    parts.identity.peringatan.emplace_back("Di luar jam layanan");
    CHECK(report_of(parts, permenpan35(), {}, rules).findings.empty());
}

TEST_CASE("a profile may switch one's own rule off or weigh it differently") {
    const NamesHours rule;
    const Rule* const rules[] = {&rule};
    Profile profile = permenpan35();
    profile.rules.push_back({.id = "KOTA-1", .severity = Severity::error});
    CHECK(report_of(clean_parts(), profile, {}, rules).worst() == Severity::error);
    profile.find("KOTA-1")->enabled = false;
    CHECK(report_of(clean_parts(), profile, {}, rules).findings.empty());
}

TEST_CASE("a rule of one's own with a built-in id takes its place") {
    const OwnFlow13 rule("FLOW-13");
    const Rule* const rules[] = {&rule};
    const LintReport report = report_of(clean_parts(), permenpan35(), {}, rules);
    REQUIRE(report.findings.size() == 1);
    CHECK(report.findings[0].finding.severity == Severity::info);
}

TEST_CASE("a rule of one's own without wording is refused") {
    const OwnFlow13 rule("NO-SUCH-TEXT");
    const Rule* const rules[] = {&rule};
    CHECK_THROWS_AS(report_of(clean_parts(), permenpan35(), {}, rules), Error);
}

TEST_CASE("undecidable findings are information and ask for the original") {
    for (const RuleFinding& each : report_of(text_copy()).findings) {
        INFO(each.finding.code);
        CHECK(each.verdict == Verdict::undecidable);
        CHECK(each.finding.severity == Severity::info);
        CHECK(message(each, Language::id).find("periksa dokumen asli") != std::string::npos);
        CHECK(remedy(each, Language::id) == "Periksa pada dokumen asli.");
    }
}
