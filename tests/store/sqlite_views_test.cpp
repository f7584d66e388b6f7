// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "store/store_file.hpp"
#include "tertib/run/office_event_bytes.hpp"
#include "tertib/store/sqlite.hpp"

#include <fstream>
#include <sstream>

using namespace tertib;

// The views that other programs read: what stands in them, and that a page of them costs what it
// shows.
namespace {

/// Another program with its own SQLite connection.
class Program {
public:
    explicit Program(const std::string& path) {
        REQUIRE(sqlite3_open_v2(path.c_str(), &database_, SQLITE_OPEN_READONLY, nullptr) ==
                SQLITE_OK);
    }
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;
    ~Program() { sqlite3_close(database_); }

    /// Rows with their columns joined by " | ", a line each.
    [[nodiscard]] std::string rows(const std::string& sql) {
        sqlite3_stmt* rows = nullptr;
        INFO(sql);
        REQUIRE(sqlite3_prepare_v2(database_, sql.c_str(), -1, &rows, nullptr) == SQLITE_OK);
        std::string all;
        while (sqlite3_step(rows) == SQLITE_ROW) {
            for (int column = 0; column < sqlite3_column_count(rows); ++column) {
                const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(rows, column));
                all += (column == 0 ? "" : " | ") + std::string(text == nullptr ? "-" : text);
            }
            all += '\n';
        }
        steps = sqlite3_stmt_status(rows, SQLITE_STMTSTATUS_VM_STEP, 0);
        sqlite3_finalize(rows);
        return all;
    }
    [[nodiscard]] std::string plan(const std::string& sql) {
        return rows("EXPLAIN QUERY PLAN " + sql);
    }

    int steps = 0; ///< that SQLite's machine took for the last query

private:
    sqlite3* database_ = nullptr;
};

std::string number(Instant instant) {
    return std::to_string(instant.time_since_epoch().count());
}

/// The queries that screens ask all day.
const std::vector<std::string> pages{
    "SELECT * FROM v_worklist WHERE post = 'kadis' ORDER BY due, case_id, step LIMIT 20",
    "SELECT * FROM v_worklist WHERE post = 'kadis' AND (due, case_id, step) > (1, 'K', '1') "
    "ORDER BY due, case_id, step LIMIT 20",
    "SELECT * FROM v_deadline WHERE missed_from <= 9000000000000000 ORDER BY missed_from LIMIT 1",
    "SELECT * FROM v_deadline ORDER BY missed_from LIMIT 1",
    "SELECT * FROM v_case WHERE case_id = 'K-1'",
    "SELECT * FROM v_task WHERE case_id = 'K-1'",
    "SELECT * FROM v_event WHERE case_id = 'K-1' ORDER BY number LIMIT 20",
};

} // namespace

TEST_CASE("the views tell cases, tasks, worklists and deadlines with readable times") {
    const ScratchFolder folder;
    const std::string path = folder.path("kasus.tertib");
    Counter counter(open_sqlite(path));
    counter.office.dasar = "Pergub 3";
    counter.office.set("2025-05-05T09:00");
    REQUIRE(counter.code("K-1", StartCase{.waktu = "2 Hari Kerja", .outcome = {}}).empty());
    REQUIRE(counter.code("K-1", ClaimTask{"1"}).empty());
    const CaseState state = *counter.store.find_case("K-1");
    const Task& task = state.tasks.front();
    Program program(path);
    CHECK(program.rows("SELECT case_id, status, sop, calendar_digest, started, started_at, "
                       "recorded_at, events, result, waktu, dasar, accepted, service_due_at "
                       "FROM v_case") ==
          "K-1 | running | " + counter.sop + " | " + counter.calendar + " | " +
              number(state.started) +
              " | 2025-05-05T02:00:00Z | 2025-05-05T02:00:00Z | 2 |  | 2 Hari Kerja | Pergub 3 | 0 "
              "| -\n");
    CHECK(program.rows("SELECT task, step, state, holder, holder_as, since_at, due, due_at, "
                       "promised, overdue FROM v_task WHERE case_id = 'K-1'") ==
          "1#1 | 1 | claimed | Ani | Kadis | 2025-05-05T02:00:00Z | " + number(*task.clock.due) +
              " | 2025-05-05T04:00:00Z | " + number(*task.clock.promised) + " | 0\n");
    CHECK(program.rows("SELECT due, due_at, case_id, task, state, holder, overdue FROM v_worklist "
                       "WHERE post = 'kadis'") ==
          number(*task.clock.due) + " | 2025-05-05T04:00:00Z | K-1 | 1#1 | claimed | Ani | 0\n");
    CHECK(program.rows("SELECT missed_from, missed_from_at, case_id, step, task FROM v_deadline") ==
          number(*counter.store.next_due()) + " | 2025-05-05T04:00:00Z | K-1 | 1 | 1#1\n");
    counter.office.reason = "menunggu";
    REQUIRE(counter.code("K-1", WaitTask{.task = "1"}).empty());
    CHECK(program.rows("SELECT state, waiting_since_at FROM v_task") ==
          "claimed_waiting | 2025-05-05T02:00:00Z\n");
}

TEST_CASE("v_event tells of every event what its bytes tell") {
    const ScratchFolder folder;
    const std::string path = folder.path("kasus.tertib");
    Counter counter(open_sqlite(path));
    fill_store(counter);
    counter.office.at = counter.office.now - std::chrono::minutes{5};
    counter.start("K-é/17");
    std::string wanted;
    counter.store.each_event("", [&](const StoredEvent& stored) {
        const auto add = [&](const auto& event) {
            wanted += stored.case_id + " | " + std::to_string(stored.number) + " | " +
                      std::string(name(event.kind)) + " | " + number(event.recorded) + " | " +
                      number(event.happened) + " | " + hex(stored.sealed.hash) + " | " +
                      (stored.sealed.body.empty() ? "0" : "1") + "\n";
        };
        if (stored.case_id == office_id) {
            add(unseal_office(stored.sealed.data, stored.sealed.body));
        } else {
            add(unseal(stored.sealed.data, stored.sealed.body));
        }
    });
    Program program(path);
    CHECK(program.rows("SELECT case_id, number, kind, recorded, happened, hash, has_body "
                       "FROM v_event ORDER BY case_id, number") == wanted);
    const std::string at =
        program.rows("SELECT recorded_at, happened_at FROM v_event WHERE case_id = 'K-é/17'");
    CHECK(at == "2025-05-05T02:00:00Z | 2025-05-05T01:55:00Z\n");
}

TEST_CASE("v_event knows the name of every kind of event") {
    const ScratchFolder folder;
    const std::string path = folder.path("kasus.tertib");
    {
        Counter counter(open_sqlite(path));
    }
    Program program(path);
    const auto shown = [&](const std::string& case_id, const SealedEvent& sealed) {
        tamper(path, "DELETE FROM events");
        const std::unique_ptr<Database> database = open_sqlite(path);
        const auto transaction = database->begin(Access::write);
        transaction->add_event({case_id, 1, sealed});
        transaction->commit();
        return program.rows("SELECT kind, recorded FROM v_event");
    };
    for (int kind = 1; kind <= static_cast<int>(last_event_kind); ++kind) {
        Event event;
        event.case_id = "K";
        event.number = 1;
        event.kind = static_cast<EventKind>(kind);
        CHECK(shown("K", seal(no_hash, event, {})) == std::string(name(event.kind)) + " | 0\n");
    }
    for (int kind = static_cast<int>(first_office_event_kind);
         kind <= static_cast<int>(last_office_event_kind); ++kind) {
        OfficeEvent event;
        event.number = 1;
        event.kind = static_cast<OfficeEventKind>(kind);
        CHECK(shown("@office", seal(no_hash, event, {})) ==
              std::string(name(event.kind)) + " | 0\n");
    }
}

TEST_CASE("the views tell who holds which post and which versions are in force") {
    const ScratchFolder folder;
    const std::string path = folder.path("kasus.tertib");
    Counter counter(open_sqlite(path));
    fill_store(counter);
    Program program(path);
    // The name was erased.
    CHECK(program.rows("SELECT * FROM v_holding") ==
          "1 |  | Kepala | plh | 2025-04-28 | 2025-05-02 | 800/1 | 1\n");
    CHECK(program.rows("SELECT sop, status, from_day, until_day, successor FROM v_version") ==
          counter.sop + " | berlaku | 2025-05-05 | - | \n");
}

TEST_CASE("a page of the views is found by a key: no scan, no sorting, whatever the store holds") {
    const ScratchFolder folder;
    const std::string path = folder.path("kasus.tertib");
    Counter counter(open_sqlite(path, {.synchronous = Synchronous::normal}));
    counter.calendar = counter.store.register_calendar(small_calendar());
    const auto fill = [&](int from, int until) {
        for (int i = from; i < until; ++i) {
            counter.start("K-" + std::to_string(i));
        }
    };
    fill(0, 50);
    Program program(path);
    std::vector<int> steps;
    for (const std::string& page : pages) {
        const std::string plan = program.plan(page);
        INFO(page << "\n" << plan);
        CHECK(plan.find("TEMP B-TREE") == std::string::npos);
        // The first rows of a table in the order of its key are a scan that LIMIT ends.
        CHECK((plan.find("SCAN") == std::string::npos ||
               page.find("ORDER BY missed_from LIMIT 1") != std::string::npos));
        CHECK_FALSE(program.rows(page).empty());
        steps.push_back(program.steps);
    }
    fill(50, 400);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        INFO(pages[i]);
        CHECK_FALSE(program.rows(pages[i]).empty());
        CHECK(program.steps <= steps[i] + 10);
    }
}

TEST_CASE("docs/cases.md names every view and every column of it") {
    std::ifstream file("docs/cases.md");
    std::ostringstream page;
    page << file.rdbuf();
    const ScratchFolder folder;
    const std::string path = folder.path("kasus.tertib");
    {
        Counter counter(open_sqlite(path));
    }
    Program program(path);
    std::istringstream views(
        program.rows("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name"));
    for (std::string view; std::getline(views, view);) {
        std::string columns;
        std::istringstream names(
            program.rows("SELECT name FROM pragma_table_info('" + view + "') ORDER BY cid"));
        for (std::string column; std::getline(names, column);) {
            columns += (columns.empty() ? "`" : ", `") + column + "`";
        }
        INFO(view << ": " << columns);
        CHECK(page.str().find("| `" + view + "` | " + columns + " |") != std::string::npos);
    }
}
