// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/sim/truth_json.hpp"

#include "catch.hpp"

using namespace tertib;

TEST_CASE("a truth is written with a line for each entry") {
    const Truth truth{
        .sop_digest = "ab",
        .seed = 7,
        .now = read_stamp("2025-12-31T16:00", wib())->earliest,
        .entries = {
            {.of_case = "K-1", .step = "2", .code = Deviation::late_step},
            {.of_case = "K-1", .code = Deviation::late_path, .reason = TruthReason::follows}}};
    CHECK(to_json(truth, wib()) ==
          "{\n  \"schema\": \"tertib.truth/1\",\n  \"sop_digest\": \"ab\",\n  \"seed\": \"7\",\n"
          "  \"now\": \"2025-12-31T16:00:00+07:00\",\n  \"entries\": [\n"
          "    {\"case\": \"K-1\", \"step\": \"2\", \"code\": \"LATE-STEP\", \"reason\": "
          "\"planted\"},\n"
          "    {\"case\": \"K-1\", \"step\": null, \"code\": \"LATE-PATH\", \"reason\": "
          "\"follows\"}\n  ]\n}\n");
}
