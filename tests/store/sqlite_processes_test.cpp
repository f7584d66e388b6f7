// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "scale.hpp"
#include "store/store_file.hpp"
#include "tertib/base/error.hpp"

#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cstdio>
#include <exception>
#include <random>

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

std::string own_case(std::size_t writer) {
    return "K-" + std::to_string(writer);
}

/// How many events each writer was told to be durable; it outlives them.
class Told {
public:
    Told()
        : counts_(static_cast<Counts*>(mmap(nullptr, sizeof(Counts), PROT_READ | PROT_WRITE,
                                            MAP_SHARED | MAP_ANONYMOUS, -1, 0))) {
        REQUIRE(counts_ != MAP_FAILED);
    }
    Told(const Told&) = delete;
    Told& operator=(const Told&) = delete;
    ~Told() { munmap(counts_, sizeof(Counts)); }
    std::atomic<std::uint64_t>& of(std::size_t writer) const { return (*counts_)[writer]; }

private:
    using Counts = std::array<std::atomic<std::uint64_t>, writers>;
    Counts* counts_;
};

/// Writes long notes to a case of its own, and empties the log now and then, until it is killed.
int write_until_killed(const std::string& path, std::size_t writer, const Told& told) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    Counter counter(open_sqlite(path, {.busy_timeout = std::chrono::minutes{5}}));
    counter.calendar = counter.store.register_calendar(small_calendar());
    const std::string id = own_case(writer);
    const std::optional<CaseState> state = counter.store.find_case(id);
    if (!state || state->events < told.of(writer)) {
        return 1; // what it was told is gone
    }
    for (std::uint64_t made = state->events;; ++made) {
        const Reply reply = counter.ask(id, Annotate{.task = {}, .note = std::string(4'000, 'n')});
        if (!reply.receipt || reply.receipt->last != made + 1) {
            return 2;
        }
        told.of(writer) = reply.receipt->last;
        if (made % 16 == writer) {
            try {
                counter.store.tidy();
            } catch (const Error& error) {
                if (error.code() != ErrorCode::store) {
                    throw;
                }
            }
        }
    }
}

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

TEST_CASE("processes that are killed while others write and empty the log harm nobody") {
    const ScratchFolder folder;
    const std::string path = folder.path("kasus.tertib");
    const Told told;
    {
        Counter counter(open_sqlite(path));
        counter.calendar = counter.store.register_calendar(small_calendar());
        for (std::size_t writer = 0; writer < writers; ++writer) {
            counter.start(own_case(writer));
        }
    }
    const auto live = [&](std::size_t writer) {
        return in_child([&, writer] { return write_until_killed(path, writer, told); });
    };
    std::vector<pid_t> children;
    for (std::size_t writer = 0; writer < writers; ++writer) {
        children.push_back(live(writer));
    }
    std::mt19937_64 dice(20'260'622);
    std::size_t ended_alone = 0;
    for (std::size_t kills = 0; kills < scaled(1'000); ++kills) {
        usleep(static_cast<useconds_t>(dice() % 20'000));
        pid_t& child = children[dice() % writers];
        kill(child, SIGKILL);
        int status = 0;
        waitpid(child, &status, 0);
        ended_alone += WIFSIGNALED(status) ? 0 : 1;
        child = live(static_cast<std::size_t>(&child - children.data()));
    }
    for (const pid_t child : children) {
        kill(child, SIGKILL);
        waitpid(child, nullptr, 0);
    }
    CHECK(ended_alone == 0);
    Store store(open_sqlite(path));
    std::uint64_t written = 0;
    for (std::size_t writer = 0; writer < writers; ++writer) {
        const std::uint64_t events = store.find_case(own_case(writer))->events;
        CHECK(events >= told.of(writer));
        written += events;
    }
    std::printf("killed among writers: %zu kills, %zu events\n", scaled(1'000),
                static_cast<std::size_t>(written));
    CHECK(written > 2 * writers);
    CHECK(store.verify().holds());
}
