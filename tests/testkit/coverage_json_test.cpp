// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/testkit/coverage_json.hpp"

#include "catch.hpp"
#include "testkit/walked.hpp"

using namespace tertib;

TEST_CASE("a coverage is written with every step and flow, and those never taken") {
    const Sop sop(one_post_parts(2, "start>1 1>2:Ya 1>end:Tidak 2>end"));
    Walked walked(sop);
    walked.driver.walk("K-1", {"1=Tidak"});
    CHECK(to_json(coverage_of(sop, walked.store)) ==
          R"({
  "schema": "tertib.coverage/1",
  "sop_digest": ")" +
              sop.digest() +
              R"(",
  "cases": 1,
  "percent": 50,
  "steps": [
    {"step": "1", "arrivals": 1, "completions": 1, "skips": 0},
    {"step": "2", "arrivals": 0, "completions": 0, "skips": 0}
  ],
  "flows": [
    {"from": "start", "to": "1", "outcome": null, "times": 1},
    {"from": "1", "to": "2", "outcome": "Ya", "times": 0},
    {"from": "1", "to": "end", "outcome": "Tidak", "times": 1},
    {"from": "2", "to": "end", "outcome": null, "times": 0}
  ],
  "steps_never": ["2"],
  "flows_never": [
    "1 → 2 [Ya]",
    "2 → end"
  ]
}
)");
}
