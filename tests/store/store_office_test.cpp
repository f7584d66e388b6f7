// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "run/office_chain.hpp"
#include "scale.hpp"
#include "store/store_file.hpp"
#include "tertib/base/error.hpp"
#include "tertib/run/office_apply.hpp"
#include "tertib/run/office_event_bytes.hpp"

using namespace tertib;

// What the office decides, in every store: the journal, what is made from it, and what it is for.
namespace {

std::unique_ptr<Database> opened(const std::string& kind, const ScratchFolder& folder) {
    return kind == "memory" ? open_memory() : open_sqlite(folder.path("kantor.tertib"));
}

/// The version of letter_parts() with another first step.
Sop revised_sop(const Counter& counter) {
    SopParts parts = counter.office.sop().parts();
    parts.steps[0].uraian = "Menyusun konsep";
    return Sop(std::move(parts));
}

EnforceSop enforce(const std::string& sop, std::string_view from) {
    return {.sop = sop, .from = day(from), .until = {}};
}

} // namespace

TEST_CASE("who holds a post by the journal is who may act for it, on the day it happened") {
    const ScratchFolder folder;
    Counter counter(opened(GENERATE("memory", "sqlite"), folder));
    counter.start("K-1");
    CHECK(counter.decided(plh("Budi", "2025-05-06", "2025-05-07")).empty());
    CHECK(counter.code("K-1", ClaimTask{"1"}) == "ACTOR-NOT-HOLDER");
    counter.office.set("2025-05-07T09:00");
    counter.office.by.person = "Budi";
    CHECK(counter.code("K-1", ClaimTask{"1"}).empty());
    const StoredEvent claimed = counter.store.events("K-1", 2, 1)[0];
    const Event event = unseal(claimed.sealed.data, claimed.sealed.body);
    CHECK(event.standing == Standing::plh);
    CHECK(event.surat == "800/1");
    counter.office.set("2025-05-08T09:00");
    CHECK(counter.code("K-1", ReleaseTask{"1"}) == "ACTOR-POST-ENDED");
    CHECK(counter.store.roster()->find("Budi", "Kadis", day("2025-05-06")) != nullptr);
    CHECK(counter.store.verify().holds());
}

TEST_CASE("a roster that is kept elsewhere adds to that of the journal") {
    const ScratchFolder folder;
    Counter counter(opened(GENERATE("memory", "sqlite"), folder));
    counter.start("K-1");
    CHECK(counter.decided(plh("Budi")).empty());
    counter.store.use_roster(std::make_shared<const Roster>(std::vector<PostHolding>{
        {.person = "Ani", .pelaksana = "Kadis", .from = day("2025-01-01")}}));
    CHECK(counter.store.roster()->holdings().size() == 2);
    CHECK(counter.code("K-1", ClaimTask{"1"}).empty());
    counter.store.use_roster(nullptr);
    CHECK(counter.code("K-1", ReleaseTask{"1"}) == "ACTOR-NOT-HOLDER");
}

TEST_CASE("the office's answers are receipts, refusals, and the first answer for a key") {
    const ScratchFolder folder;
    Counter counter(opened(GENERATE("memory", "sqlite"), folder));
    const Reply first = counter.store.submit(counter.decision(plh("Budi"), "surat-1"));
    REQUIRE(first.receipt);
    CHECK(first.receipt->case_id == office_id);
    CHECK(first.receipt->last == 1);
    const Reply again = counter.store.submit(counter.decision(plh("Budi"), "surat-1"));
    CHECK(again.repeated);
    CHECK(again.receipt == first.receipt);
    CHECK(counter.decided(plh("Budi"), "surat-2") == "HOLDING-OVERLAPS");
    CHECK(counter.decided(RegisterSop{.sop = counter.sop, .nomor = {}, .nama = {}}, "surat-1") ==
          "KEY-USED");
    CHECK(counter.store.office().events == 1);
    // A key of the office's is none of a case's, nor the other way round.
    counter.office.by.person = "Budi";
    CHECK(counter.code("K-1", StartCase{}, "surat-1") == "KEY-USED");
    CHECK(counter.code("K-1", StartCase{}, "klik-1").empty());
    CHECK(counter.decided(plh("Citra"), "klik-1") == "KEY-USED");
}

TEST_CASE("a version is recorded as registered when something is first decided of it") {
    const ScratchFolder folder;
    Counter counter(opened(GENERATE("memory", "sqlite"), folder));
    CHECK(counter.store.versions().empty());
    CHECK(counter.decided(enforce(std::string(64, '0'), "2025-05-05")) == "SOP-NOT-REGISTERED");
    const Reply reply =
        counter.store.submit(counter.decision(enforce(counter.sop, "2025-05-05"), "sk-1"));
    REQUIRE(reply.receipt);
    CHECK(reply.receipt->first == 1);
    CHECK(reply.receipt->last == 2);
    const std::vector<SopVersion> versions = counter.store.versions();
    REQUIRE(versions.size() == 1);
    CHECK(versions[0].digest == counter.sop);
    CHECK(versions[0].status == SopStatus::berlaku);
    CHECK(counter.decided(RegisterSop{.sop = counter.sop, .nomor = {}, .nama = {}}) ==
          "SOP-REGISTERED");
    // What is refused registers nothing.
    const std::string other = counter.store.register_sop(revised_sop(counter));
    CHECK(counter.decided(WithdrawSop{.sop = other, .from = day("2025-05-05")}) == "REASON-NEEDED");
    CHECK(counter.store.versions().size() == 1);
}

TEST_CASE("a registration says what the document says, whatever was asked") {
    const ScratchFolder folder;
    SopParts parts = letter_parts();
    parts.identity.nomor = "62/1687";
    parts.identity.nama = "Izin Usaha";
    Counter counter(opened(GENERATE("memory", "sqlite"), folder), parts);
    CHECK(counter.decided(RegisterSop{.sop = counter.sop, .nomor = "1", .nama = "lain"}).empty());
    CHECK(counter.store.versions()[0].nomor == "62/1687");
    CHECK(counter.store.versions()[0].nama == "Izin Usaha");
}

TEST_CASE("a case begins by a version in force, and one that runs goes on when it is replaced") {
    const ScratchFolder folder;
    Counter counter(opened(GENERATE("memory", "sqlite"), folder));
    counter.start("K-1"); // nothing was decided yet
    const std::string other = counter.store.register_sop(revised_sop(counter));
    CHECK(counter
              .decided(ReplaceSop{
                  .old_sop = counter.sop, .sop = other, .from = day("2025-05-06"), .until = {}})
              .empty());
    counter.start("K-2");
    counter.office.set("2025-05-06T09:00");
    const Reply refused = counter.ask("K-3", StartCase{});
    REQUIRE(refused.refusal);
    CHECK(refused.refusal->code == "SOP-OTHER-IN-FORCE");
    CHECK(refused.refusal->arguments.back() == Argument{"digest", other});
    CHECK(counter.done("K-1", "1").empty());
    counter.sop = other;
    counter.start("K-3");
    CHECK(counter.store.verify().holds());
}

TEST_CASE("a case migrates only to a version that is in force that day") {
    const ScratchFolder folder;
    Counter counter(opened(GENERATE("memory", "sqlite"), folder));
    const std::string old = counter.sop;
    const std::string other = counter.store.register_sop(revised_sop(counter));
    counter.start("K-1");
    counter.office.reason = "revisi SOP";
    CHECK(counter
              .decided(
                  ReplaceSop{.old_sop = old, .sop = other, .from = day("2025-05-06"), .until = {}})
              .empty());
    const auto migrated = [&](const std::string& to) {
        Request request = counter.request("K-1", MigrateCase{.steps = {{"1", "1"}}});
        request.sop = to;
        const Reply reply = counter.store.submit(request);
        return reply.refusal ? reply.refusal->code : "";
    };
    CHECK(migrated(other) == "SOP-OTHER-IN-FORCE"); // not yet
    CHECK(counter.store.find_case("K-1")->sop_digest == old);
    CHECK(counter.store.find_case("K-1")->events == 1);
    counter.office.set("2025-05-06T09:00");
    CHECK(migrated(other).empty());
    CHECK(counter.store.find_case("K-1")->sop_digest == other);
    CHECK(migrated(old) == "SOP-OTHER-IN-FORCE"); // no more
    CHECK(counter.decided(WithdrawSop{.sop = other, .from = day("2025-05-08")}).empty());
    counter.office.set("2025-05-08T09:00");
    CHECK(migrated(old) == "SOP-NOT-IN-FORCE");
    CHECK(counter.store.find_case("K-1")->events == 2);
    CHECK(counter.store.verify().holds());
}

TEST_CASE("the office that is kept is the one that its journal gives") {
    const ScratchFolder folder;
    Counter counter(opened(GENERATE("memory", "sqlite"), folder));
    const std::string other = counter.store.register_sop(revised_sop(counter));
    counter.office.reason = "sebab";
    counter.office.dasar = "UU 27/2022";
    CHECK(counter.decided(plh("Budi", "2025-04-01", "2025-04-04")).empty());
    CHECK(counter.decided(plh("Citra")).empty());
    CHECK(counter.decided(EndDelegation{.holding = 2, .until = day("2025-05-06"), .surat = "800/2"})
              .empty());
    CHECK(counter.decided(EraseBody{1}).empty());
    CHECK(counter.decided(enforce(counter.sop, "2025-05-05")).empty());
    CHECK(counter.decided(WithdrawSop{.sop = counter.sop, .from = day("2025-05-07")}).empty());
    CHECK(counter.decided(enforce(counter.sop, "2025-06-02")).empty());
    CHECK(counter
              .decided(ReplaceSop{.old_sop = counter.sop,
                                  .sop = other,
                                  .from = day("2025-07-01"),
                                  .until = day("2025-12-31")})
              .empty());
    OfficeState again;
    for (const StoredEvent& event : counter.store.events(office_id, 1, 100)) {
        again = apply(std::move(again), unseal_office(event.sealed.data, event.sealed.body));
    }
    CHECK(again == counter.store.office());
    CHECK(again.versions.size() == 3);
    const Verification verified = counter.store.verify();
    CHECK(verified.holds());
    CHECK(verified.erased == 1);
    CHECK(verified.cases == 0);
    CHECK(verified.events == again.events);
}

TEST_CASE("an erased name is gone from the office's journal and from its roster") {
    const ScratchFolder folder;
    Counter counter(opened(GENERATE("memory", "sqlite"), folder));
    CHECK(counter.decided(plh("Jarum Rahasia", "2025-04-01", "2025-04-04")).empty());
    counter.office.dasar = "UU 27/2022";
    CHECK(counter.decided(EraseBody{1}).empty());
    CHECK(counter.store.events(office_id, 1, 1)[0].sealed.body.empty());
    CHECK(counter.store.office().holdings[0].holding.person.empty());
    CHECK(counter.store.roster()->find("Jarum Rahasia", "Kadis", day("2025-04-02")) == nullptr);
    CHECK(counter.store.verify().holds());
}

TEST_CASE("an erased name is gone from the file and from its log") {
    const ScratchFolder folder;
    Counter counter(opened("sqlite", folder));
    const std::string path = folder.path("kantor.tertib");
    const std::string needle = "jarum-dalam-jerami";
    CHECK(counter.decided(plh(needle, "2025-04-01", "2025-04-04")).empty());
    CHECK(file_bytes(path + "-wal").find(needle) != std::string::npos);
    counter.office.dasar = "UU 27/2022";
    CHECK(counter.decided(EraseBody{1}).empty());
    counter.store.tidy();
    CHECK(file_bytes(path).find(needle) == std::string::npos);
    CHECK(file_bytes(path + "-wal").find(needle) == std::string::npos);
}

TEST_CASE("all events are the office's and then those of the cases") {
    const ScratchFolder folder;
    Counter counter(opened(GENERATE("memory", "sqlite"), folder));
    counter.start("1");
    CHECK(counter.decided(plh("Budi")).empty());
    counter.office.by.person = "Budi";
    std::string seen;
    counter.store.each_event("", [&](const StoredEvent& event) { seen += event.case_id + " "; });
    CHECK(seen == "@office 1 ");
    seen.clear();
    counter.store.each_event(office_id,
                             [&](const StoredEvent& event) { seen += event.case_id + " "; });
    CHECK(seen == "@office ");
    CHECK(counter.code("@office", StartCase{}) == "CASE-NAME");
}

TEST_CASE("a revision is looked at before it is decided: which cases it touches, and where") {
    const ScratchFolder folder;
    Counter counter(opened(GENERATE("memory", "sqlite"), folder));
    for (const char* id : {"K-1", "K-2", "K-3", "K-4"}) {
        counter.start(id);
    }
    counter.office.reason = "sebab";
    CHECK(counter.done("K-2", "1").empty());
    CHECK(counter.code("K-3", CancelCase{}).empty());
    CHECK(counter.code("K-4", SuspendCase{}).empty());
    const Sop revised = revised_sop(counter);
    const std::string other = counter.store.register_sop(revised);
    const std::string old = std::exchange(counter.sop, other);
    counter.start("L-1");
    const std::vector<RevisedCase> touched = counter.store.revised_cases(old, revised, "", 100);
    REQUIRE(touched.size() == 3);
    CHECK(touched[0].case_id == "K-1");
    CHECK(touched[0].tasks ==
          std::vector<RevisedTask>{{.task = {"1", 1}, .fate = StepFate::reworded, .step = "1"}});
    CHECK(touched[1].tasks ==
          std::vector<RevisedTask>{{.task = {"2", 1}, .fate = StepFate::same, .step = "2"}});
    CHECK(touched[2].status == CaseStatus::suspended);
    const std::vector<RevisedCase> page = counter.store.revised_cases(old, revised, "K-1", 1);
    REQUIRE(page.size() == 1);
    CHECK(page[0].case_id == "K-2");
    CHECK_THROWS_AS(counter.store.revised_cases(std::string(64, '0'), revised, "", 1), Error);
}

TEST_CASE("what another process decides counts from its commit on") {
    const ScratchFolder folder;
    Counter one(opened("sqlite", folder));
    Counter two(opened("sqlite", folder));
    one.start("K-1");
    CHECK(one.code("K-1", ClaimTask{"1"}).empty());
    CHECK(two.decided(plh("Budi")).empty());
    CHECK(one.code("K-1", ReleaseTask{"1"}) == "ACTOR-NOT-HOLDER");
    CHECK(one.store.office() == two.store.office());
    CHECK(one.decided(plh("Citra")).empty());
    CHECK(two.decided(plh("Citra")) == "HOLDING-OVERLAPS");
    CHECK(two.store.verify().holds());
}

TEST_CASE("a decision that fails half way leaves nothing behind") {
    const ScratchFolder folder;
    Counter counter(opened(GENERATE("memory", "sqlite"), folder));
    CHECK(counter.decided(plh("Budi")).empty());
    CHECK_THROWS_AS(counter.decided(plh("\xff")), Error);
    CHECK(counter.store.office().events == 1);
    CHECK(counter.decided(plh("Citra")).empty());
    CHECK(counter.store.verify().holds());
}

TEST_CASE("what was changed of the office behind the library's back is found") {
    struct Change {
        std::string sql;
        JournalFault fault;
        std::uint64_t number;
    };
    for (const Change& change : std::vector<Change>{
             {"UPDATE holdings SET until_day = until_day + 1", JournalFault::projection, 0},
             {"UPDATE holdings SET person = 'Dewi'", JournalFault::projection, 0},
             {"UPDATE holdings SET kind = 9", JournalFault::projection, 0},
             {"DELETE FROM holdings", JournalFault::projection, 0},
             {"UPDATE versions SET from_day = from_day - 1", JournalFault::projection, 0},
             {"UPDATE versions SET status = 4", JournalFault::projection, 0},
             {"DELETE FROM versions", JournalFault::projection, 0},
             {"DELETE FROM office", JournalFault::projection, 0},
             {"UPDATE office SET recorded = recorded + 1", JournalFault::projection, 0},
             {"UPDATE events SET data = x'01' WHERE case_id = '@office' AND number = 2",
              JournalFault::link, 2},
             {"DELETE FROM bodies WHERE case_id = '@office' AND number = 1",
              JournalFault::body_missing, 1},
             {"DELETE FROM bodies WHERE case_id = '@office' AND number = 2;"
              "DELETE FROM events WHERE case_id = '@office' AND number = 2",
              JournalFault::gap, 2},
             {"UPDATE events SET case_id = '@kantor' WHERE case_id = '@office';"
              "UPDATE bodies SET case_id = '@kantor' WHERE case_id = '@office'",
              JournalFault::database, 0}}) {
        INFO(change.sql);
        const ScratchFolder folder;
        {
            Counter counter(opened("sqlite", folder));
            CHECK(counter.decided(plh("Budi")).empty());
            CHECK(counter.decided(enforce(counter.sop, "2025-05-05")).empty());
            counter.store.tidy();
        }
        const std::string path = folder.path("kantor.tertib");
        tamper(path, change.sql);
        const Verification verified =
            Store(open_sqlite(path, {.mode = OpenMode::read_only})).verify();
        REQUIRE_FALSE(verified.holds());
        CHECK(verified.breaches.front().fault == change.fault);
        CHECK(verified.breaches.front().number == change.number);
    }
}

TEST_CASE("holdings and versions can be read with SQL") {
    const ScratchFolder folder;
    Counter counter(opened("sqlite", folder));
    CHECK(counter.decided(plh("Budi")).empty());
    CHECK(counter.decided(enforce(counter.sop, "2025-05-05")).empty());
    const std::string path = folder.path("kantor.tertib");
    // Fails unless the view says just this.
    tamper(path, "CREATE TEMP TABLE said(x CHECK(x = 1));"
                 "INSERT INTO said SELECT count(*) FROM v_holding WHERE kind = 'plh' AND "
                 "from_day = '2025-05-05' AND until_day = '2025-05-09' AND person = 'Budi';"
                 "INSERT INTO said SELECT count(*) FROM v_version WHERE status = 'berlaku' AND "
                 "from_day = '2025-05-05' AND until_day IS NULL");
}
