// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "bare_journal.hpp"

#include "catch.hpp"
#include "oracle.hpp"
#include "scratch.hpp"

#include <sqlite3.h>

using namespace tertib;

namespace {

const std::vector<Entry> one = {{.case_id = "a", .key = "k1", .payload = "x"}};
const std::vector<Entry> two = {{.case_id = "a", .key = "k2", .payload = "y"},
                                {.case_id = "b", .key = "k3", .payload = "z"}};

void execute(const std::string& path, const char* sql) {
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
    CHECK(sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(database);
}

} // namespace

TEST_CASE("the bare journal keeps what it acknowledged, numbered in each case") {
    const ScratchFolder folder;
    Oracle oracle;
    {
        const auto journal = bare_journal()({.path = folder.path("j.db")});
        CHECK(oracle.append(*journal, one).case_seqs == std::vector<std::int64_t>{1});
        CHECK(oracle.append(*journal, two).case_seqs == std::vector<std::int64_t>{2, 1});
        journal->abandon(std::vector<Entry>{{"a", "k9", ""}});
    }
    const auto journal = bare_journal()({.path = folder.path("j.db")});
    CHECK(examine(*journal, oracle).empty());
    CHECK(oracle.acknowledged() == 2);
    CHECK(read_events(*journal, "a").size() == 2);
}

TEST_CASE(
    "the bare journal gives a retry the first answer and refuses a key used for other things") {
    const ScratchFolder folder;
    const auto journal = bare_journal()({.path = folder.path("j.db")});
    CHECK(journal->append(two).fate == Fate::acknowledged);
    CHECK(journal->append(two).case_seqs == std::vector<std::int64_t>{1, 1});
    const Answer other = journal->append(std::vector<Entry>{{"a", "k2", "another"}});
    CHECK(other.fate == Fate::refused);
    CHECK(read_events(*journal).size() == 2);
}

TEST_CASE("each chore of the bare journal leaves it sound") {
    const ScratchFolder folder;
    const auto journal = bare_journal()({.path = folder.path("j.db")});
    Oracle oracle;
    static_cast<void>(oracle.append(*journal, two));
    for (const Chore chore :
         {Chore::checkpoint, Chore::truncate, Chore::vacuum, Chore::copy, Chore::integrity}) {
        CHECK(journal->perform(chore) == Offered::yes);
        CHECK(examine(*journal, oracle).empty());
    }
    const auto copy = bare_journal()({.path = folder.path("j.db-copy")});
    CHECK(examine(*copy, oracle).empty());
}

TEST_CASE("the bare journal's check names what was changed behind its back") {
    const ScratchFolder folder;
    const std::string path = folder.path("j.db");
    for (const char* sql :
         {"UPDATE event SET payload = 'Y' WHERE key = 'k2'",
          "UPDATE event SET case_seq = 9 WHERE key = 'k2'", "DELETE FROM event WHERE key = 'k2'"}) {
        store_files(path, {});
        REQUIRE(bare_journal()({.path = path})->append(two).fate == Fate::acknowledged);
        REQUIRE(bare_journal()({.path = path})->check().empty());
        execute(path, sql);
        CHECK_FALSE(bare_journal()({.path = path})->check().empty());
    }
}

TEST_CASE("the bare journal says that a file can't be opened") {
    const ScratchFolder folder;
    CHECK_THROWS_AS(bare_journal()({.path = folder.path("none/j.db")}), SubjectError);
    store_files(folder.path("j.db"), {{"", std::string(4096, 'x')}});
    CHECK_THROWS_AS(bare_journal()({.path = folder.path("j.db")}), SubjectError);
}
