// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/sop_revision.hpp"

#include "catch.hpp"
#include "store/store_file.hpp"
#include "tertib/base/error.hpp"
#include "tertib/store/sop_revision_json.hpp"

using namespace tertib;

namespace {

Sop with_another_first_step(const Sop& sop) {
    SopParts parts = sop.parts();
    parts.steps[0].uraian = "Menyusun konsep";
    return Sop(std::move(parts));
}

} // namespace

TEST_CASE("a revision is shown page by page, with what an overlay loses by it") {
    Counter counter(open_memory());
    for (const char* id : {"K-1", "K-2", "K-3"}) {
        counter.start(id);
    }
    CHECK(counter.done("K-2", "1").empty());
    const Sop revised = with_another_first_step(counter.office.sop());
    Overlay overlay;
    overlay.sop_digest = counter.sop;
    const SopRevision first =
        look_at_revision(counter.store, counter.sop, revised, {.overlay = &overlay, .limit = 2});
    CHECK(first.old_sop == counter.sop);
    CHECK(first.sop == revised.digest());
    REQUIRE(first.cases.size() == 2);
    CHECK(first.after == "K-2");
    CHECK(first.findings == no_longer_fits(counter.office.sop(), revised, overlay));
    REQUIRE_FALSE(first.findings.empty());
    const SopRevision last =
        look_at_revision(counter.store, counter.sop, revised, {.after = first.after, .limit = 1});
    REQUIRE(last.cases.size() == 1);
    CHECK(last.cases[0].case_id == "K-3");
    CHECK(last.after.empty());
    CHECK(last.findings.empty());
    CHECK(counter.store.sops().size() == 1);
    CHECK_THROWS_AS(look_at_revision(counter.store, counter.sop, revised, {.limit = 0}), Error);
    CHECK_THROWS_AS(look_at_revision(counter.store, revised.digest(), revised), Error);
}

TEST_CASE("a revision as JSON says where each open task would stand") {
    const SopRevision revision{
        .old_sop = "ab",
        .sop = "cd",
        .cases = {{.case_id = "K-1",
                   .status = CaseStatus::running,
                   .tasks = {{.task = {"1", 2}, .fate = StepFate::moved, .step = "2"},
                             {.task = {"3", 1}, .fate = StepFate::gone, .step = ""}}}},
        .after = "",
        .findings = {make_finding("CASE-UNKNOWN", {}, {{"case", "K-9"}})}};
    const std::string json = to_json(revision);
    for (const std::string_view piece :
         {R"("schema": "tertib.revision/1")", R"("old_sop": "ab")", R"("status": "running")",
          R"({"task": "1#2", "fate": "moved", "step": "2"})",
          R"({"task": "3#1", "fate": "gone", "step": null})", R"("after": null)",
          R"("code": "CASE-UNKNOWN")"}) {
        INFO(piece << " in " << json);
        CHECK(json.find(piece) != std::string::npos);
    }
}
