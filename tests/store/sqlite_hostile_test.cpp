// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "scale.hpp"
#include "store/store_file.hpp"
#include "tertib/base/error.hpp"

#include <cstdio>
#include <random>

using namespace tertib;

// Promise 13: a store file of unknown origin, flipped or cut, gives an error or the right answer.
namespace {

/// What the store says of all its cases, in one text.
std::string answers(Store& store) {
    std::string all;
    for (const CaseRow& row : store.cases("", 100)) {
        all += row.id + " " + std::string(name(row.status)) + " " + std::to_string(row.events);
        const CaseState state = *store.find_case(row.id);
        for (const Task& task : state.tasks) {
            all += " " + std::to_string(task.step) + "/" + std::string(name(task.state)) + "/" +
                   task.holder;
        }
        all += '\n';
    }
    for (const WorkRow& row : store.worklist("Kadis", 100)) {
        all += row.case_id + " " + text(row.task) + '\n';
    }
    for (const PostHolding& each : store.roster()->holdings()) {
        all += each.person + " " + each.pelaksana + " " + text(each.from) + '\n';
    }
    for (const SopVersion& each : store.versions()) {
        all += each.digest + " " + std::string(name(each.status)) + '\n';
    }
    return all;
}

/// Of a table or an index, as somebody from outside sees it.
std::size_t root_page(const std::string& path, const std::string& name) {
    sqlite3* database = nullptr;
    sqlite3_stmt* row = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
    const std::string sql = "SELECT rootpage FROM sqlite_schema WHERE name = '" + name + "'";
    REQUIRE(sqlite3_prepare_v2(database, sql.c_str(), -1, &row, nullptr) == SQLITE_OK);
    REQUIRE(sqlite3_step(row) == SQLITE_ROW);
    const auto found = static_cast<std::size_t>(sqlite3_column_int64(row, 0));
    sqlite3_finalize(row);
    sqlite3_close(database);
    return found;
}

} // namespace

TEST_CASE("a store that was flipped or cut gives an error or the right answer") {
    const ScratchFolder folder;
    const std::string path = folder.path("kasus.tertib");
    std::string right;
    {
        Counter counter(open_sqlite(path));
        fill_store(counter);
        counter.store.tidy();
        right = answers(counter.store);
    }
    // As a mail or a stick would bring it: the one file, no log beside it.
    const std::string bytes = file_bytes(path);
    const std::string hostile = folder.path("asing.tertib");
    std::mt19937_64 dice(20'260'622); // the generator of the standard: the same everywhere
    std::size_t errors = 0;
    std::size_t found = 0;
    std::size_t unharmed = 0;
    for (std::size_t i = 0; i < scaled(20'000); ++i) {
        std::string spoilt = bytes;
        if (dice() % 8 == 0) {
            spoilt.resize(dice() % spoilt.size());
        } else {
            for (std::uint64_t flips = 1 + dice() % 4; flips > 0; --flips) {
                spoilt[dice() % spoilt.size()] ^= static_cast<char>(1U << (dice() % 8));
            }
        }
        for (const char* end : {"-wal", "-shm"}) {
            std::remove((hostile + end).c_str());
        }
        write_file(hostile, spoilt);
        try {
            Store store(open_sqlite(hostile, {.mode = OpenMode::read_only}));
            const Verification verified = store.verify();
            if (!verified.holds()) {
                ++found;
                continue;
            }
            INFO("image " << i);
            CHECK(answers(store) == right);
            ++unharmed;
        } catch (const Error&) {
            ++errors;
        }
    }
    std::printf("hostile stores: %zu errors, %zu found by verifying, %zu unharmed\n", errors, found,
                unharmed);
    CHECK(errors > 0);
    CHECK(found > 0);
}

TEST_CASE("damage outside of the tables is found too: free pages, lost pages, an index") {
    const ScratchFolder folder;
    const std::string path = folder.path("kasus.tertib");
    {
        Counter counter(open_sqlite(path));
        fill_store(counter);
        (void)counter.store.seal(counter.office.now);
        counter.store.tidy();
    }
    const std::string right = file_bytes(path);
    constexpr std::size_t page = 4'096;
    const auto set_number = [](std::string& bytes, std::size_t place, std::size_t number) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes[place++] = static_cast<char>((number >> static_cast<unsigned>(shift)) & 255U);
        }
    };
    const auto damage = [&](const std::string& bytes) -> std::string {
        write_file(path, bytes);
        const Verification verified =
            Store(open_sqlite(path, {.mode = OpenMode::read_only})).verify();
        return verified.holds() ? "" : verified.breaches.front().detail;
    };
    CHECK(damage(right).empty());

    std::string free = right; // five free pages by the head, none in the list
    set_number(free, 36, 5);
    CHECK(damage(free).find("should be 5") != std::string::npos);

    if (sqlite3_compileoption_used("ENABLE_DBSTAT_VTAB") != 0) {
        std::string lost = right + std::string(page, '\0');
        set_number(lost, 28, lost.size() / page);
        CHECK(damage(lost).find("pages 1 belong to no table") != std::string::npos);
    }

    write_file(path, right);
    std::string index = right; // emptied: no cells, and their content from the page's end on
    const std::size_t root = page * (root_page(path, "heads_of_seal") - 1);
    index[root + 3] = index[root + 4] = '\0';
    set_number(index, root + 5, page << 16U);
    CHECK_FALSE(damage(index).empty());
}
