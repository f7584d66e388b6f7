// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/why_json.hpp"

#include "catch.hpp"
#include "run/office.hpp"

#include <string>

using namespace tertib;

TEST_CASE("why as JSON says who asked, who holds the task, and what each button would do") {
    Office office(letter_parts());
    office.start();
    office.act(ClaimTask{"1"});
    const std::string json =
        to_json(why(office.context(), office.state, {"Cici", "Staf"}, office.now), wita());
    INFO(json);
    for (const std::string_view piece :
         {R"("schema": "tertib.why/1")", R"("case": "K-1")", R"("by": "Cici")", R"("as": "Staf")",
          R"("now": "2025-05-05T10:00:00+08:00")", R"("status": "running")", R"("task": "1#1")",
          R"("uraian": "Langkah 1")", R"("state": "claimed")", R"("holder": "Ani")",
          R"("pelaksana": ["Kadis"])", R"("due": "2025-05-05T12:00:00+08:00")",
          R"("waiting_since": null)", R"("verb": "claim")", R"("chance": "refused")",
          R"("code": "ACTOR-NOT-CANDIDATE")", R"("chance": "wanting")",
          R"("code": "REASON-NEEDED")", R"("parked": [])"}) {
        INFO(piece);
        CHECK(json.find(piece) != std::string::npos);
    }
}

TEST_CASE("what may be done has no refusal, and a decision lists its outcomes") {
    Office office(letter_parts());
    office.start();
    office.done("1");
    const std::string json =
        to_json(why(office.context(), office.state, office.by, office.now), wib());
    INFO(json);
    CHECK(json.find("\"verb\": \"claim\",\n          \"chance\": \"possible\",\n"
                    "          \"refusal\": null") != std::string::npos);
    CHECK(json.find("\"Setuju\",\n            \"Tolak\"") != std::string::npos);
    CHECK(json.find(R"("holder": null)") != std::string::npos);
}
