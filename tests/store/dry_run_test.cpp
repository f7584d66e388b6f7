// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/dry_run.hpp"

#include "catch.hpp"
#include "store/store_file.hpp"
#include "tertib/base/error.hpp"

using namespace tertib;

namespace {

/// letter_parts() with more time for its second step.
Office revised_office() {
    SopParts parts = letter_parts();
    parts.steps[1].waktu = read_waktu("5 Hari").waktu;
    return Office(std::move(parts));
}

} // namespace

TEST_CASE("a migration's dry run says what the store would answer, and writes nothing") {
    const ScratchFolder folder;
    const bool memory = GENERATE(true, false);
    Counter counter(memory ? open_memory() : open_sqlite(folder.path("kasus.tertib")));
    counter.start("K-1");
    CHECK(counter.done("K-1", "1").empty());
    const Office next = revised_office();
    Request request = counter.request("K-1", MigrateCase{});
    const MigrationPlan refused = plan_migration(counter.store, request.command, next.ready());
    CHECK(refused.judgement.refusal->code == "REASON-NEEDED");
    request.command.reason = "revisi SOP";
    const MigrationPlan plan = plan_migration(counter.store, request.command, next.ready());
    REQUIRE_FALSE(plan.judgement.refused());
    REQUIRE(plan.tasks.size() == 1);
    CHECK(counter.store.find_case("K-1")->events == 2);
    CHECK(counter.store.sops().size() == 1);
    request.sop = counter.store.register_sop(next.sop());
    CHECK(counter.store.submit(request).receipt);
    CHECK(counter.store.find_case("K-1")->tasks[0].clock.due == plan.tasks[0].new_due);
}

TEST_CASE("a dry run of a case that isn't there is refused, one of another verb is an error") {
    Counter counter(open_memory());
    const Office next = revised_office();
    const Command migrate = counter.request("K-9", MigrateCase{}).command;
    const Command recompute = counter.request("K-9", RecomputeCase{}).command;
    CHECK(plan_migration(counter.store, migrate, next.ready()).judgement.refusal->code ==
          "CASE-UNKNOWN");
    CHECK(plan_recompute(counter.store, recompute, small_calendar()).judgement.refusal->code ==
          "CASE-UNKNOWN");
    counter.start("K-9");
    CHECK_THROWS_AS(plan_migration(counter.store, recompute, next.ready()), Error);
    CHECK_THROWS_AS(plan_recompute(counter.store, migrate, small_calendar()), Error);
}

TEST_CASE("the dry run of another calendar says what the store would answer, and writes nothing") {
    Counter counter(open_memory());
    counter.start("K-1");
    CHECK(counter.done("K-1", "1").empty());
    CalendarDraft draft = counter.office.calendar().draft();
    draft.facts.push_back({.layer = CalendarLayer::unit,
                           .kind = CalendarFactKind::libur,
                           .first = *read_day("2025-05-06"),
                           .name = "Banjir"});
    const Calendar newer(std::move(draft));
    Request request = counter.request("K-1", RecomputeCase{});
    const Recompute plan = plan_recompute(counter.store, request.command, newer);
    REQUIRE(plan.changes.size() == 1);
    CHECK(counter.store.find_case("K-1")->events == 2);
    CHECK(counter.store.calendars().size() == 1);
    request.calendar = counter.store.register_calendar(newer);
    CHECK(counter.store.submit(request).receipt);
    CHECK(counter.store.find_case("K-1")->tasks[0].clock.due == plan.changes[0].new_due);
}
