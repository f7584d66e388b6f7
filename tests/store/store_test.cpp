// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/store.hpp"

#include "catch.hpp"
#include "store/counter.hpp"
#include "tertib/base/error.hpp"
#include "tertib/run/apply.hpp"
#include "tertib/run/overrun_policy.hpp"

#include <atomic>
#include <set>
#include <thread>

using namespace tertib;

// What every store must do, whatever database stands behind it.
namespace {

struct Kind {
    std::string name;
    std::function<std::unique_ptr<Database>(const ScratchFolder&)> open;
};

std::vector<Kind> kinds() {
    return {{"memory", [](const ScratchFolder&) { return open_memory(); }},
            {"sqlite",
             [](const ScratchFolder& folder) { return open_sqlite(folder.path("kasus.tertib")); }}};
}

} // namespace

TEST_CASE("a case is kept from its start to its end, and its journal holds") {
    const ScratchFolder folder;
    const Kind kind = GENERATE(from_range(kinds()));
    INFO(kind.name);
    Counter counter(kind.open(folder));
    counter.start("K-1");
    CHECK(counter.code("K-1", StartCase{}) == "CASE-EXISTS");
    CHECK(counter.code("K-9", ClaimTask{"1"}) == "CASE-UNKNOWN");
    CHECK(counter.code("K-1", ClaimTask{"1"}).empty());
    CHECK(counter.done("K-1", "1").empty());
    CHECK(counter.done("K-1", "2", "Setuju").empty());
    CHECK(counter.done("K-1", "3").empty());
    CHECK(counter.code("K-1", CompleteTask{.task = "4", .result = "diterbitkan"}).empty());
    const CaseState state = *counter.store.find_case("K-1");
    CHECK(state.status == CaseStatus::ended);
    CHECK(state.events == 6);
    const Verification verified = counter.store.verify();
    CHECK(verified.holds());
    CHECK(verified.cases == 1);
    CHECK(verified.events == 6);
}

TEST_CASE("the state that is kept is the one that the journal gives") {
    const ScratchFolder folder;
    const Kind kind = GENERATE(from_range(kinds()));
    INFO(kind.name);
    Counter counter(kind.open(folder));
    counter.office.dasar = "Pergub 3";
    CHECK(counter.code("K-1", StartCase{.waktu = "2 Hari Kerja", .outcome = {}}).empty());
    CHECK(counter.code("K-1", AcceptCase{}).empty());
    CHECK(counter.code("K-1", ClaimTask{"1"}).empty());
    counter.office.reason = "menunggu pemohon";
    CHECK(counter.code("K-1", WaitTask{.task = "1", .scope = WaitScope::task_and_service}).empty());
    counter.office.set("2025-05-06T10:00");
    CHECK(counter.code("K-1", ResumeTask{.task = "1"}).empty());
    CHECK(counter.code("K-1", ReassignTask{.task = "1", .person = "Budi"}).empty());
    CaseState again;
    const auto ready = counter.store.sop(counter.sop);
    for (const StoredEvent& event : counter.store.events("K-1", 1, 100)) {
        again = apply(*ready, std::move(again), unseal(event.sealed.data, event.sealed.body));
    }
    CHECK(again == *counter.store.find_case("K-1"));
    CHECK(counter.store.verify().holds());
}

TEST_CASE("the same key again is answered as the first time, and nothing is done twice") {
    const ScratchFolder folder;
    const Kind kind = GENERATE(from_range(kinds()));
    INFO(kind.name);
    Counter counter(kind.open(folder));
    counter.start("K-1");
    const Reply first = counter.ask("K-1", ClaimTask{"1"}, "klik-1");
    const Reply again = counter.ask("K-1", ClaimTask{"1"}, "klik-1");
    CHECK(first.receipt);
    CHECK_FALSE(first.repeated);
    CHECK(again.repeated);
    CHECK(again.receipt == first.receipt);
    CHECK(counter.store.find_case("K-1")->events == 2);
    CHECK(counter.code("K-1", ReleaseTask{"1"}, "klik-1") == "KEY-USED");
    // A refusal is no answer to keep: what was wrong may be mended.
    CHECK(counter.code("K-1", ClaimTask{"1"}, "klik-2") == "TASK-YOURS");
    CHECK(counter.code("K-1", ReleaseTask{"1"}).empty());
    CHECK(counter.code("K-1", ClaimTask{"1"}, "klik-2").empty());
}

TEST_CASE("a command that has not seen the latest event is refused as stale") {
    const ScratchFolder folder;
    const Kind kind = GENERATE(from_range(kinds()));
    INFO(kind.name);
    Counter counter(kind.open(folder));
    counter.start("K-1");
    Request claim = counter.request("K-1", ClaimTask{"1"});
    claim.seen = 0;
    CHECK(counter.store.submit(claim).refusal->code == "CASE-STALE");
    claim.seen = 1;
    CHECK(counter.store.submit(claim).receipt->last == 2);
    CHECK(counter.store.submit(claim).refusal->code == "CASE-STALE");
}

TEST_CASE("a batch is durable together, and each of its commands sees those before it") {
    const ScratchFolder folder;
    const Kind kind = GENERATE(from_range(kinds()));
    INFO(kind.name);
    Counter counter(kind.open(folder));
    const std::vector<Request> batch{
        counter.request("K-1", StartCase{}), counter.request("K-1", ClaimTask{"1"}),
        counter.request("K-1", ClaimTask{"1"}), counter.request("K-2", StartCase{})};
    const std::vector<Reply> replies = counter.store.submit(batch);
    REQUIRE(replies.size() == 4);
    CHECK(replies[1].receipt->last == 2);
    CHECK(replies[2].refusal->code == "TASK-YOURS");
    CHECK(replies[3].receipt->case_id == "K-2");
    CHECK(counter.store.submit(std::span<const Request>{}).empty());
}

TEST_CASE("a command that can't be served fails alone, and leaves nothing behind") {
    const ScratchFolder folder;
    const Kind kind = GENERATE(from_range(kinds()));
    INFO(kind.name);
    Counter counter(kind.open(folder));
    std::vector<Request> batch{counter.request("K-1", StartCase{}),
                               counter.request("K-2", StartCase{})};
    batch[1].sop = std::string(64, '0');
    CHECK_THROWS_AS(counter.store.submit(batch), Error);
    CHECK_FALSE(counter.store.find_case("K-1"));
    counter.start("K-1");
    CHECK(counter.store.verify().holds());
}

TEST_CASE("worklists show a pelaksana's open tasks by deadline, page after page") {
    const ScratchFolder folder;
    const Kind kind = GENERATE(from_range(kinds()));
    INFO(kind.name);
    Counter counter(kind.open(folder));
    counter.office.set("2025-05-05T10:00");
    counter.start("K-2");
    counter.office.set("2025-05-05T11:00");
    counter.start("K-1");
    counter.start("K-3");
    CHECK(counter.list("kadis") == "K-2 1#1, K-1 1#1, K-3 1#1");
    CHECK(counter.list("Staf").empty());
    const std::vector<WorkRow> first = counter.store.worklist("Kadis", 2);
    REQUIRE(first.size() == 2);
    const std::vector<WorkRow> second = counter.store.worklist("Kadis", 2, first.back());
    REQUIRE(second.size() == 1);
    CHECK(second[0].case_id == "K-3");
    counter.office.reason = "cuti";
    CHECK(counter.code("K-1", ReassignTask{.task = "1", .pelaksana = "Staf"}).empty());
    CHECK(counter.list("Staf") == "K-1 1#1");
    CHECK(counter.code("K-2", SuspendCase{}).empty());
    CHECK(counter.list("Kadis") == "K-3 1#1");
    const std::vector<CaseRow> rows = counter.store.cases("K-1", 10);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].id == "K-2");
    CHECK(rows[0].status == CaseStatus::suspended);
}

TEST_CASE("what fell due is recorded once, over all cases") {
    const ScratchFolder folder;
    const Kind kind = GENERATE(from_range(kinds()));
    INFO(kind.name);
    Counter counter(kind.open(folder));
    CHECK_FALSE(counter.store.next_due());
    counter.start("K-1"); // due at 11:00
    counter.office.set("2025-05-05T10:00");
    counter.start("K-2"); // due at 12:00
    CHECK(*counter.store.next_due() ==
          counter.office.moment("2025-05-05T11:00") + std::chrono::microseconds{1});
    const auto tick = [&](std::string_view now) {
        return counter.store.tick(counter.office.moment(now));
    };
    CHECK(tick("2025-05-05T11:00").missed.empty());
    const TickReport report = tick("2025-05-05T11:30");
    CHECK(report.now == counter.office.moment("2025-05-05T11:30"));
    CHECK(report.missed == std::vector<DeadlineRow>{{counter.office.moment("2025-05-05T11:00") +
                                                         std::chrono::microseconds{1},
                                                     "K-1",
                                                     {"1", 1}}});
    CHECK(report.next_due ==
          counter.office.moment("2025-05-05T12:00") + std::chrono::microseconds{1});
    CHECK(tick("2025-05-05T11:30").missed.empty());
    CHECK(tick("2025-05-06T08:00").missed.size() == 1);
    CHECK_FALSE(counter.store.next_due());
    CHECK(counter.store.sops() == std::vector{counter.sop});
    CHECK(counter.store.calendars() == std::vector{counter.calendar});
    CHECK(counter.store.find_case("K-1")->tasks[0].clock.overdue);
    CHECK(counter.store.verify().holds());
}

TEST_CASE("an erased body is gone, the erasure is told, and the chain holds") {
    const ScratchFolder folder;
    const Kind kind = GENERATE(from_range(kinds()));
    INFO(kind.name);
    Counter counter(kind.open(folder));
    counter.start("K-1");
    CHECK(counter.code("K-1", Annotate{.task = {}, .note = "jarum-rahasia"}).empty());
    counter.office.dasar = "UU 27/2022";
    CHECK(counter.code("K-1", EraseBody{2}).empty());
    CHECK(counter.store.events("K-1", 2, 1)[0].sealed.body.empty());
    const Verification verified = counter.store.verify();
    CHECK(verified.holds());
    CHECK(verified.erased == 1);
}

TEST_CASE("an Sop that can't be run isn't registered, and one that isn't registered isn't run") {
    const ScratchFolder folder;
    const Kind kind = GENERATE(from_range(kinds()));
    INFO(kind.name);
    Counter counter(kind.open(folder));
    CHECK_THROWS_WITH(counter.store.register_sop(tiny_sop(2, "start>1 1>2 2>1")),
                      Catch::Contains("SOP-UNSOUND-LIVELOCK"));
    Request start = counter.request("K-1", StartCase{});
    start.calendar = std::string(64, '0');
    CHECK_THROWS_AS(counter.store.submit(start), Error);
}

TEST_CASE("a roster that is kept elsewhere verifies who acts, from when it is given") {
    const ScratchFolder folder;
    const Kind kind = GENERATE(from_range(kinds()));
    INFO(kind.name);
    Counter counter(kind.open(folder));
    counter.start("K-1");
    counter.store.use_roster(std::make_shared<const Roster>(std::vector<PostHolding>{
        {.person = "Budi", .pelaksana = "Kadis", .from = *read_day("2025-01-01")}}));
    CHECK(counter.code("K-1", ClaimTask{"1"}) == "ACTOR-NOT-HOLDER");
    counter.office.by.person = "Budi";
    CHECK(counter.code("K-1", ClaimTask{"1"}).empty());
}

TEST_CASE("threads that share a store get all their commands done, each once") {
    const ScratchFolder folder;
    const Kind kind = GENERATE(from_range(kinds()));
    INFO(kind.name);
    Counter counter(kind.open(folder));
    constexpr int threads = 8;
    constexpr int each = 20;
    std::atomic<int> failures{0};
    std::vector<std::thread> all;
    for (int thread = 0; thread < threads; ++thread) {
        all.emplace_back([&, thread] {
            for (int i = 0; i < each; ++i) {
                const std::string id = "K-" + std::to_string(thread) + "-" + std::to_string(i);
                const Reply reply = counter.store.submit(counter.request(id, StartCase{}));
                failures += reply.receipt ? 0 : 1;
            }
        });
    }
    for (std::thread& thread : all) {
        thread.join();
    }
    CHECK(failures == 0);
    CHECK(counter.store.cases("", 1'000).size() == threads * each);
    CHECK(counter.store.verify().holds());
}

TEST_CASE("a case goes on by another version of its Sop, and its journal holds") {
    const ScratchFolder folder;
    const Kind kind = GENERATE(from_range(kinds()));
    INFO(kind.name);
    Counter counter(kind.open(folder));
    SopParts parts = letter_parts();
    parts.identity.nomor = "SOP-2";
    parts.steps.erase(parts.steps.begin() + 2); // 3 is no more, and 4 has its place
    std::erase_if(parts.flow, [](const Flow& flow) { return flow.from == "3"; });
    parts.flow[2].to = "4";
    Office next(std::move(parts));
    const std::string version = counter.store.register_sop(next.sop());
    counter.start("K-1");
    CHECK(counter.done("K-1", "1").empty());
    CHECK(counter.done("K-1", "2", "Setuju").empty());
    CHECK(counter.list("Kadis") == "K-1 3#1");
    counter.office.reason = "revisi SOP";
    Request request = counter.request("K-1", MigrateCase{}, "pindah");
    request.sop = version;
    CHECK(counter.store.submit(request).refusal->code == "MIGRATE-NOWHERE");
    std::get<MigrateCase>(request.command.action).steps = {{"3", "4"}};
    CHECK_FALSE(counter.store.submit(request).refusal);
    CHECK(counter.store.submit(request).repeated);
    CHECK(counter.store.find_case("K-1")->sop_digest == version);
    CHECK(counter.list("Kadis") == "K-1 4#1");
    CHECK(counter.store.verify().holds());
    CHECK(counter.code("K-1", CompleteTask{.task = "4", .excuse = "tanpa salinan"}).empty());
    CHECK(counter.store.find_case("K-1")->status == CaseStatus::ended);
    CHECK(counter.store.verify().holds());
    request.sop = std::string(64, 'a');
    request.key.clear();
    CHECK_THROWS_AS(counter.store.submit(request), Error);
}

TEST_CASE("deadlines are recomputed by a newer calendar that is registered") {
    const ScratchFolder folder;
    const Kind kind = GENERATE(from_range(kinds()));
    INFO(kind.name);
    Counter counter(kind.open(folder));
    CalendarDraft draft = counter.office.calendar().draft();
    draft.facts.push_back({.layer = CalendarLayer::unit,
                           .kind = CalendarFactKind::libur,
                           .first = *read_day("2025-05-06"),
                           .name = "Banjir"});
    const Calendar flooded(draft);
    const std::string newer = counter.store.register_calendar(flooded);
    counter.start("K-1");
    CHECK(counter.done("K-1", "1").empty());
    const std::optional<Instant> before = counter.store.next_due();
    Request request = counter.request("K-1", RecomputeCase{});
    request.calendar = newer;
    CHECK_FALSE(counter.store.submit(request).refusal);
    CHECK(counter.store.next_due() == *before + std::chrono::days(1));
    CHECK(counter.store.find_case("K-1")->calendar_digest == newer);
    CHECK(counter.store.verify().holds());
}

TEST_CASE(
    "an overrun policy is kept with its cases, and followed once whenever the clock is asked") {
    const ScratchFolder folder;
    const Kind kind = GENERATE(from_range(kinds()));
    INFO(kind.name);
    Counter counter(kind.open(folder));
    const OverrunPolicy policy("Loket", {{.side = OverrunSide::before, .waktu = "30 Menit"},
                                         {.what = OverrunAct::escalate, .pelaksana = "Staf"}});
    Request request = counter.request("K-1", StartCase{});
    request.policy = std::string(64, 'a');
    CHECK_THROWS_AS(counter.store.submit(request), Error);
    request.policy = counter.store.register_policy(policy);
    CHECK_FALSE(counter.store.submit(request).refusal); // due at 11:00
    counter.start("K-2");                               // without a policy
    CHECK(counter.store.next_due() == counter.office.moment("2025-05-05T10:30"));
    CHECK(counter.store.verify().holds());
    // How many deadlines were missed, and how many rules followed.
    const auto tick = [&](const char* now) {
        const TickReport report = counter.store.tick(counter.office.moment(now));
        return std::pair(report.missed.size(), report.rules.size());
    };
    using Counts = std::pair<std::size_t, std::size_t>;
    CHECK(tick("2025-05-05T10:30") == Counts(0, 1));
    CHECK(tick("2025-05-05T10:30") == Counts(0, 0));
    CHECK(counter.list("Staf").empty());
    CHECK(tick("2025-05-05T12:00") == Counts(2, 1));
    CHECK(tick("2025-05-05T12:00") == Counts(0, 0));
    CHECK(counter.list("Staf") == "K-1 1#1");
    CHECK_FALSE(counter.store.next_due());
    CHECK(counter.store.find_case("K-1")->policy_digest == policy.digest());
    CHECK(counter.store.verify().holds());
}
