// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/verification_json.hpp"

#include "catch.hpp"

#include <string>

using namespace tertib;

TEST_CASE("a verification as JSON says whether it holds, and names each bad event") {
    Verification verification;
    verification.cases = 2;
    verification.events = 9;
    verification.seals = 3;
    verification.erased = 1;
    CHECK(to_json(verification) ==
          "{\n  \"schema\": \"tertib.verification/1\",\n  \"holds\": true,\n  \"cases\": 2,\n"
          "  \"events\": 9,\n  \"seals\": 3,\n  \"erased\": 1,\n  \"stopped\": false,\n  "
          "\"breaches\": []\n}\n");
    verification.breaches = {{.fault = JournalFault::link,
                              .case_id = "K-1",
                              .number = 3,
                              .detail = "isn't linked to the one before"},
                             {.fault = JournalFault::database, .case_id = {}, .detail = "damaged"}};
    const std::string json = to_json(verification);
    INFO(json);
    CHECK(json.find(R"("holds": false)") != std::string::npos);
    CHECK(json.find("\"fault\": \"link\",\n      \"case\": \"K-1\",\n      \"number\": 3") !=
          std::string::npos);
    CHECK(json.find("\"fault\": \"database\",\n      \"case\": null,\n      \"number\": null") !=
          std::string::npos);
}

TEST_CASE("a verification that was stopped doesn't hold") {
    Verification verification;
    verification.stopped = true;
    CHECK(to_json(verification).find(R"("holds": false)") != std::string::npos);
}
