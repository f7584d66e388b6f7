// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "scale.hpp"
#include "store/store_file.hpp"
#include "tertib/base/error.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <exception>

using namespace tertib;

// Promise 8: many processes write to one file, while another reads it from end to end and another
// moves its log.
namespace {

/// Runs `work` in a process of its own; its exit code is what it returns, 99 for an exception.
pid_t in_child(const std::function<int()>& work) {
    const pid_t child = fork();
    if (child == 0) {
        int code = 99;
        try {
            code = work();
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

constexpr int writers = 4;
const std::string shared_case = "K-bersama";

} // namespace

TEST_CASE("many processes append to one file: everything is there, in order, and nobody is busy") {
    const ScratchFolder folder;
    const std::string path = folder.path("kasus.tertib");
    {
        Counter counter(open_sqlite(path));
        counter.calendar = counter.store.register_calendar(small_calendar());
        counter.start(shared_case);
    }
    const std::size_t each = scaled(5'000);
    const std::string done = folder.path("done");
    std::vector<pid_t> children;
    for (int writer = 0; writer < writers; ++writer) {
        children.push_back(in_child([&, writer] {
            Counter counter(open_sqlite(path, {.busy_timeout = std::chrono::minutes{5}}));
            counter.calendar = counter.store.register_calendar(small_calendar());
            for (std::size_t i = 0; i < each; ++i) {
                const std::string note = std::to_string(writer) + "/" + std::to_string(i);
                if (!counter.code(shared_case, Annotate{.task = {}, .note = note}, note).empty()) {
                    return 1;
                }
            }
            return 0;
        }));
    }
    const pid_t reader = in_child([&] {
        while (access(done.c_str(), F_OK) != 0) {
            Store store(open_sqlite(path, {.mode = OpenMode::read_only}));
            std::uint64_t last = 0;
            bool ordered = true;
            store.each_event(shared_case, [&](const StoredEvent& event) {
                ordered = ordered && event.number == last + 1;
                last = event.number;
            });
            if (!ordered) {
                return 1;
            }
        }
        return 0;
    });
    const pid_t tidier = in_child([&] {
        Store store(open_sqlite(path, {.busy_timeout = std::chrono::minutes{5}}));
        while (access(done.c_str(), F_OK) != 0) {
            try {
                store.tidy();
            } catch (const Error& error) {
                if (error.code() != ErrorCode::store) {
                    throw;
                }
            }
            usleep(20'000);
        }
        return 0;
    });
    for (const pid_t child : children) {
        CHECK(exit_code(child) == 0);
    }
    write_file(done, "");
    CHECK(exit_code(reader) == 0);
    CHECK(exit_code(tidier) == 0);

    Store store(open_sqlite(path));
    std::vector<std::size_t> next(writers, 0);
    store.each_event(shared_case, [&](const StoredEvent& stored) {
        const std::string note = unseal(stored.sealed.data, stored.sealed.body).body.note;
        if (note.empty()) {
            return; // the start
        }
        const std::size_t slash = note.find('/');
        std::size_t& expected = next.at(std::stoul(note.substr(0, slash)));
        CHECK(std::stoul(note.substr(slash + 1)) == expected);
        ++expected;
    });
    CHECK(next == std::vector<std::size_t>(writers, each));
    CHECK(store.verify().holds());
}
