// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/recompute_json.hpp"

#include "catch.hpp"

using namespace tertib;

namespace {

Instant moment(std::string_view text) {
    return read_stamp(text, wib())->earliest;
}

} // namespace

TEST_CASE("what another calendar would change is written with old and new deadlines") {
    Recompute plan;
    plan.changes = {{{"2", 1}, moment("2025-05-07T16:00"), moment("2025-05-08T16:00")},
                    {{}, moment("2025-05-09T16:00"), {}}};
    plan.kept = {
        {{{"3", 2}, moment("2025-05-05T16:00"), moment("2025-05-06T16:00")},
         make_finding("DUE-KEPT", {.step = "3"}, {{"task", "3#2"}, {"due", "b"}, {"old", "a"}})}};
    const std::string json = to_json(plan, wita());
    for (
        const std::string_view piece :
        {R"("schema": "tertib.recompute/1")", R"("refusal": null)",
         R"({"task": "2#1", "old_due": "2025-05-07T17:00:00+08:00", "new_due": "2025-05-08T17:00:00+08:00"})",
         R"({"task": null, "old_due": "2025-05-09T17:00:00+08:00", "new_due": null})",
         R"("task": "3#2")", R"("code": "DUE-KEPT")"}) {
        INFO(piece << " in " << json);
        CHECK(json.find(piece) != std::string::npos);
    }
    plan.judgement.refusal = make_finding("CASE-UNKNOWN", {}, {{"case", "K-1"}});
    CHECK(to_json(plan, wib()).find(R"("code": "CASE-UNKNOWN")") != std::string::npos);
}
