// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "rule/clean_sop.hpp"
#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"

#include <set>

using namespace tertib;
using namespace tertib::test;

TEST_CASE("the built-in profile has every rule of the regulation once, with its texts") {
    const Profile profile = permenpan35();
    CHECK(profile.rules.size() == 38);
    std::set<std::string> ids;
    for (const RuleEntry& rule : profile.rules) {
        INFO(rule.id);
        CHECK(ids.insert(rule.id).second);
        CHECK(rule.source.starts_with("Permenpan RB Nomor 35 Tahun 2012, Lampiran"));
        for (const std::string& code : {rule.id, rule.id + "/title", rule.id + "/remedy"}) {
            CHECK(find_message(code) != nullptr);
        }
        CHECK(find_message(rule.id)->severity == rule.severity);
    }
}

TEST_CASE("what was seen in forms only or not read at all is at most a warning") {
    for (const RuleEntry& rule : permenpan35().rules) {
        INFO(rule.id);
        const bool weak = rule.sure == Sure::form || rule.sure == Sure::unread;
        CHECK((!weak || rule.severity <= Severity::warning));
    }
}

TEST_CASE("wajib is said only where the regulation was read to demand it") {
    for (const RuleEntry& rule : permenpan35().rules) {
        INFO(rule.id);
        const bool demanded = rule.sure == Sure::read && rule.severity == Severity::error;
        const bool says_so = title(rule, Language::id).find("wajib") != std::string::npos;
        CHECK(says_so == demanded);
    }
}

TEST_CASE("the words of audits are in no text for officials") {
    for (const Message& each : catalogue()) {
        INFO(each.code);
        for (const std::string& word : words(each.id)) {
            CHECK(word != "temuan");
            CHECK(word != "pelanggaran");
        }
    }
}

TEST_CASE("a rule that is switched off isn't checked") {
    SopParts parts = clean_parts();
    parts.identity.keterkaitan.clear();
    Profile profile = permenpan35();
    profile.find("ID-9")->enabled = false;
    const LintReport report = report_of(parts, profile);
    CHECK(report.findings.empty());
    CHECK(report.find("ID-9") == nullptr);
}

TEST_CASE("a profile changes a rule's severity, and milder findings stay milder") {
    SopParts parts = clean_parts();
    parts.identity.keterkaitan.clear();
    parts.identity.nama = "PENERBITAN SURAT IZIN";
    Profile profile = permenpan35();
    profile.find("ID-9")->severity = Severity::error;
    profile.find("ID-7")->severity = Severity::info;
    const LintReport report = report_of(parts, profile);
    CHECK(found_by(report, "ID-9").at(0).finding.severity == Severity::error);
    CHECK(found_by(report, "ID-7").at(0).finding.severity == Severity::info);
}

TEST_CASE("a number that doesn't fit the office's pattern breaks ID-2 only") {
    Profile profile = permenpan35();
    profile.nomor_pattern = "*/DPMPTSP/####";
    SopParts parts = clean_parts();
    CHECK(rules_with(report_of(parts, profile), Verdict::violated).empty());
    parts.identity.nomor = "503/017/DINKES/2023";
    CHECK(rules_with(report_of(parts, profile), Verdict::violated) == Ids{"ID-2"});
}

TEST_CASE("patterns know digits, single letters and anything; case and blanks don't count") {
    CHECK(matches_pattern("503/017/dpmptsp/2023", "*/DPMPTSP/####"));
    CHECK(matches_pattern("62/ 1687 / DATIN /2023", "##/####/DATIN/####"));
    CHECK(matches_pattern("A1", "?#"));
    CHECK(matches_pattern("", ""));
    CHECK(matches_pattern("x", "*"));
    CHECK(matches_pattern("", "**"));
    CHECK(matches_pattern("ababab", "*ab"));
    CHECK_FALSE(matches_pattern("503/DPMPTSP/23", "*/DPMPTSP/####"));
    CHECK_FALSE(matches_pattern("A", "?#"));
    CHECK_FALSE(matches_pattern("x", ""));
    CHECK_FALSE(matches_pattern("", "#"));
}

TEST_CASE("a hostile pattern takes no exponential time") {
    const std::string text(20'000, 'a');
    CHECK_FALSE(matches_pattern(text, "*a*a*a*a*a*a*a*a*b"));
}

TEST_CASE("words that a profile requires are looked for in their part only, as OWN-1") {
    Profile profile = permenpan35();
    profile.required_words = {{"peringatan", {"sanksi", "terhambat"}}, {"uraian", {"surat izin"}}};
    SopParts parts = clean_parts();
    const LintReport report = report_of(parts, profile);
    CHECK(rules_with(report, Verdict::violated) == Ids{"OWN-1"});
    REQUIRE(found_by(report, "OWN-1").size() == 1);
    CHECK(message(found_by(report, "OWN-1")[0], Language::id) ==
          "Bagian peringatan tidak memuat kata yang disyaratkan: sanksi.");
    parts.identity.peringatan.emplace_back("Akan dikenai SANKSI.");
    CHECK(report_of(parts, profile).findings.empty());
}

TEST_CASE("an unknown built-in profile is refused with the names there are") {
    CHECK(built_in_profile("permenpan35") == permenpan35());
    CHECK_THROWS_AS(built_in_profile("x"), Error);
}
