// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/session.hpp"

#include "catch.hpp"
#include "store/store_file.hpp"
#include "tertib/base/error.hpp"

#include <atomic>
#include <thread>

using namespace tertib;

namespace {

/// Every answer of a reader in one text.
template <typename Reader>
std::string answers(Reader& reader) {
    std::string all;
    for (const CaseRow& row : reader.cases("", 100)) {
        all += row.id + " " + std::to_string(reader.find_case(row.id)->tasks.size()) + " " +
               std::to_string(reader.events(row.id, 1, 100).size()) + "\n";
    }
    reader.each_event("", [&](const StoredEvent& event) { all += hex(event.sealed.hash) + "\n"; });
    for (const WorkRow& row : reader.worklist("Kadis", 100)) {
        all += row.case_id + " " + text(row.task) + "\n";
    }
    const std::optional<Instant> due = reader.next_due();
    return all + (due ? text(*due, wib()) : "nothing due");
}

} // namespace

TEST_CASE("a session answers as its store does, and what it submits is seen") {
    const ScratchFolder folder;
    const std::string kind = GENERATE(as<std::string>{}, "memory", "sqlite");
    INFO(kind);
    Counter counter(kind == "memory" ? open_memory() : open_sqlite(folder.path("kasus.tertib")));
    fill_store(counter);
    Session session = counter.store.session();
    CHECK(answers(session) == answers(counter.store));
    CHECK(session.sop(counter.sop)->sop().digest() == counter.sop);
    CHECK(session.calendar(counter.calendar)->digest() == counter.calendar);
    CHECK_FALSE(session.find_case("K-9"));
    CHECK(session.submit(counter.request("K-9", StartCase{})).receipt);
    CHECK(session.find_case("K-9")->events == 1);
    const std::vector<Request> batch{counter.request("K-9", ClaimTask{"1"}),
                                     counter.request("K-9", ClaimTask{"1"})};
    CHECK(session.submit(batch)[1].refusal->code == "TASK-YOURS");
    CHECK(session.find_case("K-9")->events == 2);
    CHECK(answers(session) == answers(counter.store));
    const std::uint64_t decided = counter.store.office().events;
    CHECK(session.office() == counter.store.office());
    CHECK(session
              .submit(counter.decision(
                  EnforceSop{.sop = counter.sop, .from = *read_day("2025-05-06"), .until = {}}))
              .refusal);
    CHECK(session
              .submit(counter.decision(Delegate{.person = "Citra",
                                                .pelaksana = "Kadis",
                                                .kind = PostKind::plt,
                                                .from = *read_day("2025-05-05"),
                                                .until = {},
                                                .surat = "800/3"}))
              .receipt);
    CHECK(session.office().events == decided + 1);
    CHECK(session.office() == counter.store.office());
    CHECK(session.versions() == counter.store.versions());
    CHECK(session.roster()->covers("Kadis"));
}

TEST_CASE("a session reads while a writer is at work, and sees what was durable") {
    const ScratchFolder folder;
    const std::string path = folder.path("kasus.tertib");
    Counter counter(open_sqlite(path));
    counter.start("K-1");
    Session session = counter.store.session();
    // Another process in the middle of its transaction: a writer would have to wait for it.
    sqlite3* writer = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &writer) == SQLITE_OK);
    REQUIRE(sqlite3_exec(writer, "BEGIN IMMEDIATE; UPDATE cases SET result = 'x'", nullptr, nullptr,
                         nullptr) == SQLITE_OK);
    CHECK(session.find_case("K-1")->result.empty());
    CHECK(session.worklist("Kadis", 10).size() == 1);
    sqlite3_close(writer);
}

TEST_CASE("sessions of several threads read whole states while others write") {
    const ScratchFolder folder;
    Counter counter(open_sqlite(folder.path("kasus.tertib"), {.synchronous = Synchronous::normal}));
    counter.calendar = counter.store.register_calendar(small_calendar());
    constexpr int cases = 40;
    std::atomic<bool> done{false};
    std::atomic<int> torn{0};
    std::atomic<int> reads{0};
    std::vector<std::thread> threads;
    for (int reader = 0; reader < 3; ++reader) {
        threads.emplace_back([&] {
            Session session = counter.store.session();
            while (!done) {
                for (const CaseRow& row : session.cases("", 1'000)) {
                    // Each case is started and claimed in one commit: half of it is never seen.
                    torn += row.events == 2 && session.find_case(row.id)->events == 2 ? 0 : 1;
                }
                ++reads;
            }
        });
    }
    std::vector<std::thread> writers;
    for (int writer = 0; writer < 2; ++writer) {
        writers.emplace_back([&, writer] {
            Session session = counter.store.session();
            for (int i = 0; i < cases; ++i) {
                const std::string id = std::to_string(writer) + "/" + std::to_string(i);
                const std::vector<Request> batch{counter.request(id, StartCase{}),
                                                 counter.request(id, ClaimTask{"1"})};
                torn += session.submit(batch)[1].receipt ? 0 : 1;
                torn += session.find_case(id)->tasks.size() == 1 ? 0 : 1; // its own is there
            }
        });
    }
    for (std::thread& thread : writers) {
        thread.join();
    }
    while (reads < 3) {
        std::this_thread::yield();
    }
    done = true;
    for (std::thread& thread : threads) {
        thread.join();
    }
    CHECK(torn == 0);
    CHECK(counter.store.cases("", 1'000).size() == 2 * cases);
    CHECK(counter.store.verify().holds());
}
