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
