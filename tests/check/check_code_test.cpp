// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/check/check_code.hpp"

#include "catch.hpp"
#include "tertib/base/catalogue.hpp"

#include <string>

using namespace tertib;

TEST_CASE("every check has a name of its own and a text with a severity") {
    for (std::size_t i = 0; i < check_code_count; ++i) {
        const CheckCode code = check_code_at(i);
        CHECK(check_code_from_name(name(code)) == code);
        CHECK(find_message(message_code(code)) != nullptr);
        CHECK_NOTHROW(severity(code));
    }
    CHECK(name(CheckCode::step_unknown) == "STEP-UNKNOWN");
    CHECK(name(CheckCode::incomplete) == "INCOMPLETE");
    CHECK_FALSE(check_code_from_name("CHECK-ORDER"));
}

TEST_CASE("hints and hours are information, a missed norm is an error") {
    CHECK(severity(CheckCode::late_path) == Severity::info);
    CHECK(severity(CheckCode::out_of_hours) == Severity::info);
    CHECK(severity(CheckCode::incomplete) == Severity::info);
    CHECK(severity(CheckCode::late_step) == Severity::error);
}

TEST_CASE("of two verdicts of a case the weightier counts") {
    CHECK(weightier(CheckVerdict::satisfied, CheckVerdict::undecidable) ==
          CheckVerdict::undecidable);
    CHECK(weightier(CheckVerdict::violated, CheckVerdict::undecidable) == CheckVerdict::violated);
    CHECK(weightier(CheckVerdict::not_applicable, CheckVerdict::satisfied) ==
          CheckVerdict::satisfied);
    CHECK(name(CheckVerdict::not_applicable) == "not_applicable");
}
