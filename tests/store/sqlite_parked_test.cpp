// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "scale.hpp"
#include "store/store_file.hpp"

#include <array>
#include <cstdint>

using namespace tertib;

// What a command or a list costs doesn't grow with the number of cases that wait elsewhere in the
// store: counted in steps of SQLite's virtual machine, which are the same on every machine.
namespace {

struct Cost {
    std::int64_t steps = 0;
    std::int64_t scanned = 0; ///< rows read one after another because no index leads to them
    std::int64_t sorts = 0;
};

/// Counts what all SQLite connections opened from now on do, until it goes out of scope.
class CostMeter {
public:
    CostMeter() {
        total = {};
        sqlite3_auto_extension(reinterpret_cast<void (*)()>(watch));
    }
    CostMeter(const CostMeter&) = delete;
    CostMeter(CostMeter&&) = delete;
    CostMeter& operator=(const CostMeter&) = delete;
    CostMeter& operator=(CostMeter&&) = delete;
    ~CostMeter() { sqlite3_reset_auto_extension(); }

    template <typename Work>
    [[nodiscard]] static Cost of(const Work& work) {
        total = {};
        work();
        return total;
    }

private:
    static int watch(sqlite3* database, const char** /*error*/, const void* /*api*/) {
        return sqlite3_trace_v2(database, SQLITE_TRACE_PROFILE, add, nullptr);
    }
    static int add(unsigned /*what*/, void* /*context*/, void* statement, void* /*nanoseconds*/) {
        auto* done = static_cast<sqlite3_stmt*>(statement);
        total.steps += sqlite3_stmt_status(done, SQLITE_STMTSTATUS_VM_STEP, 1);
        total.scanned += sqlite3_stmt_status(done, SQLITE_STMTSTATUS_FULLSCAN_STEP, 1);
        total.sorts += sqlite3_stmt_status(done, SQLITE_STMTSTATUS_SORT, 1);
        return 0;
    }
    inline static Cost total;
};

/// Cases like `pattern`, as rows only, each due a minute after the one before: a million of them
/// started one by one would take a quarter of an hour.
void park(const std::string& path, const std::string& pattern, std::size_t cases) {
    const auto copies = [&](const std::string& table, const std::string& id,
                            const std::string& columns) {
        return "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " +
               std::to_string(cases) + ") INSERT INTO " + table + "(" + id + ", " + columns +
               ") SELECT printf('P-%07d', i), ";
    };
    const std::string later = " + i * 60000000";
    const auto from = [&](const std::string& table, const std::string& id) {
        return " FROM n, " + table + " WHERE " + id + " = '" + pattern + "';";
    };
    const std::string cases_columns =
        "status, sop, calendar_label, calendar, events, head, started, recorded, result, "
        "stopped_since, service_waktu, service_dasar, service_accepted, service_since, "
        "service_stops, service_stopped_since, service_due, service_promised, service_overdue, "
        "stops, policy";
    const std::string tasks_columns =
        "step, number, step_key, flow, state, holder, holder_as, holder_event, pelaksana, "
        "stops_service, since, stops, stopped_since, due, promised, overdue, done_by, rules, "
        "escalated_to";
    const std::string steps_columns = "step, arrivals, completions, skips, produk";
    const std::string events_columns = "number, kind, recorded, happened, data, hash";
    tamper(path, "BEGIN;" + copies("cases", "id", cases_columns) + cases_columns +
                     from("cases", "id") + copies("tasks", "case_id", tasks_columns) +
                     tasks_columns + from("tasks", "case_id") +
                     copies("steps", "case_id", steps_columns) + steps_columns +
                     from("steps", "case_id") + copies("events", "case_id", events_columns) +
                     events_columns + from("events", "case_id") +
                     copies("worklist", "case_id", "post, due, step_key, number") + "post, due" +
                     later + ", step_key, number" + from("worklist", "case_id") +
                     copies("deadlines", "case_id", "missed_from, step_key, number, rule") +
                     "missed_from" + later + ", step_key, number, rule" +
                     from("deadlines", "case_id") + "COMMIT;");
}

/// A page of the worklist, the next deadline, a claim, a completion, a start.
std::array<Cost, 5> costs_at(std::size_t cases) {
    const ScratchFolder folder;
    const std::string path = folder.path("kasus.tertib");
    {
        Counter counter(open_sqlite(path));
        counter.calendar = counter.store.register_calendar(small_calendar());
        counter.start("A");
    }
    park(path, "A", cases);
    const CostMeter meter;
    Counter counter(open_sqlite(path));
    counter.calendar = counter.store.register_calendar(small_calendar());
    // The first of everything also reads the schema and the documents.
    REQUIRE(counter.code("A", ClaimTask{"1"}).empty());
    REQUIRE(counter.store.worklist(counter.office.by.as, 1).size() == 1);
    REQUIRE(counter.store.next_due());

    const std::string waiting = "P-0000500";
    return {
        meter.of([&] { REQUIRE(counter.store.worklist(counter.office.by.as, 50).size() == 50); }),
        meter.of([&] { REQUIRE(counter.store.next_due()); }),
        meter.of([&] { REQUIRE(counter.code(waiting, ClaimTask{"1"}).empty()); }),
        meter.of([&] { REQUIRE(counter.done(waiting, "1").empty()); }),
        meter.of([&] { counter.start("Z"); })};
}

} // namespace

TEST_CASE("commands and lists cost the same beside a thousand waiting cases and a million") {
    const std::array<Cost, 5> few = costs_at(1'000);
    const std::array<Cost, 5> many = costs_at(std::max<std::size_t>(20'000, scaled(1'000'000)));
    const std::array<const char*, 5> what{"worklist", "next_due", "claim", "complete", "start"};
    for (std::size_t i = 0; i < what.size(); ++i) {
        INFO(what[i] << ": " << few[i].steps << " steps, then " << many[i].steps);
        CHECK(few[i].steps > 0);
        CHECK(many[i].steps * 100 <= few[i].steps * 105);
        CHECK(many[i].scanned == 0);
        CHECK(many[i].sorts == 0);
    }
}
