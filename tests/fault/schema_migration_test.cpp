// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "dice.hpp"
#include "fault_vfs.hpp"
#include "harness_report.hpp"
#include "power_loss_image.hpp"
#include "power_loss_vfs.hpp"
#include "scale.hpp"
#include "scratch.hpp"
#include "store/sqlite/schema.hpp"
#include "tertib/base/error.hpp"
#include "tertib/store/store.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <functional>
#include <iterator>
#include <set>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace tertib;

// Promise 1 for a store that is brought up to date: whatever stops that, the file is wholly of the
// old version or wholly of the new one, with the same journal, and opening it again completes it.
namespace {

/// The steps of this library, and made-up ones that touch every event.
sqlite::SchemaSteps steps() {
    static const std::array<std::string_view, 3> all{
        sqlite::schema_steps().front(),
        "ALTER TABLE cases ADD COLUMN loket TEXT NOT NULL DEFAULT 'satu';"
        "CREATE TABLE salinan(case_id TEXT, number INTEGER, data BLOB) STRICT;"
        "INSERT INTO salinan SELECT case_id, number, data FROM events;",
        "CREATE INDEX salinan_by_case ON salinan(case_id, number);"
        "CREATE VIEW v_salinan(case_id, events) AS "
        "SELECT case_id, count(*) FROM salinan GROUP BY case_id;"};
    return all;
}

const std::string& old_store() {
    static const std::string bytes = [] {
        std::ifstream file("tests/store/fixtures/version-1.tertib", std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(file), {});
    }();
    REQUIRE(bytes.size() > 10'000);
    return bytes;
}

/// Brings a store up to date and holds it open.
using Migrate = std::function<sqlite::Handle(const std::string& path, const std::string& vfs)>;

sqlite::Handle migrate(const std::string& path, const std::string& vfs) {
    return sqlite::open_connection(path, {.mode = OpenMode::write, .vfs = vfs}, steps());
}

sqlite::Handle plain_connection(const std::string& path, const std::string& vfs) {
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &opened, SQLITE_OPEN_READWRITE,
                                     vfs.empty() ? nullptr : vfs.c_str());
    sqlite::Handle database(opened);
    if (code != SQLITE_OK) {
        sqlite::fail(opened, code, "opening the file from outside");
    }
    return database;
}

/// Wrong on purpose: each step is a transaction of its own, and the version comes last.
sqlite::Handle migrate_in_pieces(const std::string& path, const std::string& vfs) {
    sqlite::Handle database = plain_connection(path, vfs);
    sqlite::execute(database.get(), "PRAGMA synchronous = FULL");
    if (sqlite::number_of(database.get(), "PRAGMA user_version") == 1) {
        sqlite::run_steps({.database = database.get(), .prefix = {}}, steps().subspan(1));
        sqlite::execute(database.get(), "PRAGMA user_version = 3");
    }
    return database;
}

/// Every event and body, as they stand in the file.
std::string journal_of(sqlite3* database) {
    std::string all;
    sqlite::Statement rows(
        database, "SELECT case_id || ' ' || number || ' ' || hex(data) || ' ' || hex(hash) || ' ' "
                  "|| coalesce((SELECT hex(bytes) FROM bodies WHERE bodies.case_id = e.case_id AND "
                  "bodies.number = e.number), '-') FROM events AS e ORDER BY case_id, number");
    while (rows.step()) {
        all += rows.text(0) + "\n";
    }
    return all;
}

std::string text_of(sqlite3* database, const char* sql) {
    sqlite::Statement query(database, sql);
    return query.step() ? query.text(0) : "";
}

/// What a judge compares with, made once.
struct Known {
    std::string journal;
    std::array<std::string, 2> tables; ///< of the old version and of the new one
};

const Known& known() {
    static const Known all = [] {
        const ScratchFolder folder;
        store_files(folder.path("lama.tertib"), {{"", old_store()}});
        const sqlite::Handle old = plain_connection(folder.path("lama.tertib"), "");
        return Known{
            .journal = journal_of(old.get()),
            .tables = {sqlite::schema_at(steps().first(1), {}), sqlite::schema_at(steps(), {})}};
    }();
    return all;
}

struct Look {
    std::int64_t version = 0;
    std::string wrong; ///< "" if nothing
};

std::string wrong_with(sqlite3* database, std::int64_t version) {
    if (version != 1 && version != 3) {
        return "it is of version " + std::to_string(version);
    }
    if (sqlite::schema_of(database, {}) != known().tables[version == 1 ? 0 : 1]) {
        return "its tables are not those of version " + std::to_string(version);
    }
    if (const std::string found = text_of(database, "PRAGMA integrity_check"); found != "ok") {
        return "integrity: " + found;
    }
    if (journal_of(database) != known().journal) {
        return "its journal is another";
    }
    const char* uncopied = "SELECT count(*) FROM events WHERE (case_id, number, data) NOT IN "
                           "(SELECT case_id, number, data FROM salinan)";
    return version == 3 && sqlite::number_of(database, uncopied) != 0 ? "events weren't copied"
                                                                      : "";
}

/// How a store is found after its migration was disturbed. Then it is opened again, which completes.
Look look(const std::string& path, const std::string& vfs, Dice& dice) {
    Look found;
    try {
        {
            const sqlite::Handle there = plain_connection(path, vfs);
            found.version = sqlite::number_of(there.get(), "PRAGMA user_version");
            found.wrong = wrong_with(there.get(), found.version);
        }
        if (found.wrong.empty() && found.version == 1 && dice.one_in(8) &&
            !Store(open_sqlite(path, {.mode = OpenMode::write, .vfs = vfs})).verify().holds()) {
            found.wrong = "it doesn't verify";
        }
        if (found.wrong.empty()) {
            const sqlite::Handle again = migrate(path, vfs);
            found.wrong = wrong_with(again.get(), 3);
        }
    } catch (const Error& error) {
        found.wrong = error.what();
    }
    return found;
}

struct Report {
    std::size_t runs = 0;
    std::size_t old_ones = 0;
    std::size_t new_ones = 0;
    std::vector<std::string> wrong;

    void add(const Look& look, const std::string& where) {
        ++runs;
        (look.version == 1 ? old_ones : new_ones) += 1;
        if (!look.wrong.empty()) {
            wrong.push_back(where + ": " + look.wrong);
        }
    }
};

void tell(HarnessLine& line, const Report& report) {
    line.add(report.runs);
    line.say(std::to_string(report.old_ones) + " found old, " + std::to_string(report.new_ones) +
             " found new");
}

/// Every `stride`-th call of a migration fails, in each way.
Report run_failing_calls(std::size_t stride) {
    const ScratchFolder folder;
    const std::string path = folder.path("lama.tertib");
    FaultVfs vfs("tertib-fault-migration");
    Dice dice(fault_seed());
    Report report;
    std::size_t calls = 0;
    const auto run = [&](std::size_t nth, Failing failing) {
        store_files(path, {{"", old_store()}});
        vfs.arm(nth, failing);
        try {
            (void)migrate(path, vfs.name());
        } catch (const Error&) {
            ++calls; // it was reported
        }
        vfs.disarm();
        report.add(look(path, "", dice), "call " + std::to_string(nth));
    };
    store_files(path, {{"", old_store()}});
    vfs.arm(0, Failing::once);
    (void)migrate(path, vfs.name());
    const std::vector<IoCall> trace = vfs.trace();
    for (const Failing failing : {Failing::once, Failing::from_then_on, Failing::half_written}) {
        for (std::size_t i = dice.below(stride); i < trace.size(); i += stride) {
            if (failing != Failing::half_written || trace[i] == IoCall::write) {
                run(i + 1, failing);
            }
        }
    }
    CHECK(calls > 0);
    return report;
}

/// The power fails at every point of a migration, a few times.
Report run_power_losses(const Migrate& work, std::size_t images) {
    const std::string path = "/lama.tertib";
    const DiskImage start{{path, old_store()}};
    PowerLossVfs recorder("tertib-power-migration", fault_seed());
    PowerLossVfs judge("tertib-power-judge", fault_seed(), PowerLossVfs::Log::not_kept);
    recorder.load(start);
    std::size_t answered = 0;
    {
        const sqlite::Handle database = work(path, recorder.name());
        answered = recorder.log().size();
    }
    Report report;
    Dice dice(fault_seed());
    PowerLoss disk(start);
    const std::size_t count = recorder.log().size();
    for (std::size_t i = 0; i < count && report.wrong.size() < 5; ++i) {
        disk.follow(recorder.log()[i]);
        // So many at each point that it comes to `images` in all.
        const std::size_t here = images * (i + 1) / count - images * i / count;
        for (std::size_t k = 0; k < here; ++k) {
            judge.load(disk.lose_power(dice));
            Look found = look(path, judge.name(), dice);
            if (found.wrong.empty() && found.version == 1 && i + 1 >= answered) {
                found.wrong = "lost after it was answered";
            }
            report.add(found, "after change " + std::to_string(i + 1));
        }
    }
    return report;
}

/// A process that migrates, and ends by itself if nobody kills it.
pid_t in_child(const Migrate& work, const std::string& path) {
    const pid_t child = fork();
    if (child == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        int code = 1;
        try {
            (void)work(path, "");
            code = 0;
        } catch (const std::exception& error) {
            std::fprintf(stderr, "a child failed: %s\n", error.what());
        }
        _exit(code);
    }
    return child;
}

int exit_code(pid_t child) {
    int status = 0;
    return waitpid(child, &status, 0) == child && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// A process is killed at a random moment of a migration, so many times or until something is wrong.
Report run_kills(const Migrate& work, std::size_t kills) {
    using std::chrono::microseconds;
    const ScratchFolder folder;
    const std::string path = folder.path("lama.tertib");
    Dice dice(fault_seed());
    Report report;
    microseconds longest{1};
    for (int i = 0; i < 4; ++i) {
        store_files(path, {{"", old_store()}});
        const auto begin = std::chrono::steady_clock::now();
        CHECK(exit_code(in_child(work, path)) == 0);
        longest = std::max(longest, std::chrono::duration_cast<microseconds>(
                                        std::chrono::steady_clock::now() - begin));
    }
    while (report.runs < kills && report.wrong.empty()) {
        store_files(path, {{"", old_store()}});
        const pid_t child = in_child(work, path);
        const auto most = static_cast<std::uint64_t>(longest.count());
        std::this_thread::sleep_for(microseconds(dice.below(most)));
        kill(child, SIGKILL);
        waitpid(child, nullptr, 0);
        report.add(look(path, "", dice), "kill " + std::to_string(report.runs));
    }
    return report;
}

} // namespace

TEST_CASE("whichever call fails while a store is brought up to date, it is old or new") {
    HarnessLine line("failing calls in a migration", "runs");
    // Every call at scale 1, at least every twentieth.
    const Report report = run_failing_calls(1000 / std::clamp<std::size_t>(scaled(1000), 50, 1000));
    tell(line, report);
    INFO(first_lines(report.wrong));
    CHECK(report.wrong.empty());
    CHECK(report.old_ones > 0);
}

TEST_CASE("no loss of power while a store is brought up to date leaves it half done") {
    HarnessLine line("loss of power in a migration", "images");
    const Report report = run_power_losses(migrate, scaled(2'000));
    tell(line, report);
    INFO("TERTIB_FAULT_SEED=" << fault_seed() << "\n" << first_lines(report.wrong));
    CHECK(report.wrong.empty());
    if (report.runs >= 100) {
        CHECK(report.old_ones > 0);
        CHECK(report.new_ones > 0);
    }
}

TEST_CASE("no killing while a store is brought up to date leaves it half done") {
    HarnessLine line("kill -9 in a migration", "kills");
    const Report report = run_kills(migrate, scaled(1'000));
    tell(line, report);
    INFO("TERTIB_FAULT_SEED=" << fault_seed() << "\n" << first_lines(report.wrong));
    CHECK(report.wrong.empty());
    if (report.runs >= 100) {
        CHECK(report.old_ones > 0);
        CHECK(report.new_ones > 0);
    }
}

TEST_CASE("control: a migration without its transaction is found half done") {
    CHECK_FALSE(run_power_losses(migrate_in_pieces, 200).wrong.empty());
    CHECK_FALSE(run_kills(migrate_in_pieces, 2'000).wrong.empty());
}

TEST_CASE("of processes that open an old store at once one brings it up, and the others wait") {
    const ScratchFolder folder;
    const std::string path = folder.path("lama.tertib");
    Dice dice(fault_seed());
    for (std::size_t round = 0; round < scaled(100); ++round) {
        store_files(path, {{"", old_store()}});
        std::array<pid_t, 3> children{};
        for (pid_t& child : children) {
            child = in_child(migrate, path);
        }
        for (const pid_t child : children) {
            CHECK(exit_code(child) == 0);
        }
        const Look found = look(path, "", dice);
        CHECK(found.version == 3);
        CHECK(found.wrong.empty());
    }
}

TEST_CASE("who waits in vain for another that brings a store up is told so, and may try again") {
    const ScratchFolder folder;
    const std::string path = folder.path("lama.tertib");
    store_files(path, {{"", old_store()}});
    const sqlite::Handle other = plain_connection(path, "");
    sqlite::execute(other.get(), "BEGIN IMMEDIATE");
    sqlite::run_steps({.database = other.get(), .prefix = {}}, steps().subspan(1));
    const auto open_soon = [&] {
        return sqlite::open_connection(
            path, {.mode = OpenMode::write, .busy_timeout = std::chrono::milliseconds{20}},
            steps());
    };
    try {
        (void)open_soon();
        FAIL("it was opened");
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::store);
        CHECK(std::string(error.what()).find("locked") != std::string::npos);
    }
    sqlite::execute(other.get(), "ROLLBACK");
    const sqlite::Handle database = open_soon();
    CHECK(wrong_with(database.get(), 3).empty());
}
