// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/base/finding.hpp"

#include "tertib/base/catalogue.hpp"
#include "tertib/base/error.hpp"

#include "catch.hpp"

#include <algorithm>

using namespace tertib;

TEST_CASE("a finding has the severity and the subject of its code in the catalogue") {
    const auto known = std::ranges::find_if(
        catalogue(), [](const Message& message) { return message.severity.has_value(); });
    REQUIRE(known != catalogue().end());
    const Finding finding =
        make_finding(known->code, {.row = 7, .step = "3"}, {{"a", "b"}}, "kata");
    CHECK(finding.code == known->code);
    CHECK(finding.severity == *known->severity);
    CHECK(finding.about == known->about);
    CHECK(finding.where == Place{.row = 7, .step = "3"});
    REQUIRE(finding.arguments.size() == 1);
    CHECK(finding.arguments[0].value == "b");
    CHECK(finding.evidence == "kata");
}

TEST_CASE("a code that the catalogue lacks is a mistake of ours, not a finding") {
    try {
        (void)make_finding("READ-NEVER");
        FAIL("it was made");
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::internal);
        CHECK(std::string(error.what()).find("READ-NEVER") != std::string::npos);
    }
}

TEST_CASE("severities and subjects have the names of the JSON format") {
    CHECK(name(Severity::info) == "info");
    CHECK(name(Severity::warning) == "warning");
    CHECK(name(Severity::error) == "error");
    CHECK(name(About::document) == "document");
    CHECK(name(About::copy) == "copy");
    CHECK(name(About::reading) == "reading");
}
