// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "tertib/rule/rule.hpp"

using namespace tertib;

namespace {

Observation seen(Verdict verdict) {
    Observation observation;
    observation.verdict = verdict;
    return observation;
}

} // namespace

TEST_CASE("what breaks a rule outweighs what can't be told") {
    CHECK(conclude({}).verdict == Verdict::satisfied);
    CHECK(conclude({seen(Verdict::undecidable)}).verdict == Verdict::undecidable);
    CHECK(conclude({seen(Verdict::undecidable), seen(Verdict::violated)}).verdict ==
          Verdict::violated);
    CHECK(conclude({seen(Verdict::violated), seen(Verdict::undecidable)}).verdict ==
          Verdict::violated);
    CHECK(conclude({seen(Verdict::violated)}).observations.size() == 1);
}

TEST_CASE("names of how sure a rule is read back") {
    for (const Sure sure : {Sure::read, Sure::derived, Sure::form, Sure::unread}) {
        CHECK(sure_from_name(name(sure)) == sure);
    }
    CHECK_FALSE(sure_from_name("certain"));
    CHECK(name(Verdict::not_applicable) == "not_applicable");
}

TEST_CASE("a title comes from the catalogue unless the rule has its own") {
    RuleEntry rule;
    rule.id = "ID-8";
    CHECK(title(rule, Language::en) == "The legal basis should be stated.");
    rule.title = "Dasar hukum lengkap.";
    CHECK(title(rule, Language::en) == "Dasar hukum lengkap.");
}

TEST_CASE("a sentence's own remedy goes before its rule's") {
    RuleFinding finding;
    finding.finding.code = "ID-7";
    finding.text = "ID-7/missing";
    CHECK(remedy(finding, Language::en) == "State the SOP's name.");
    finding.text = "ID-7/spacing";
    CHECK(remedy(finding, Language::en) ==
          "Make the SOP's name and the procedure's heading the same.");
    finding.verdict = Verdict::undecidable;
    finding.text = "ID-7/undecidable";
    CHECK(remedy(finding, Language::en) == "Check it in the original document.");
}
