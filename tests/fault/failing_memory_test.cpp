// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "failing_memory.h"

#include "bare_journal.hpp"
#include "catch.hpp"
#include "scratch.hpp"

#include <memory>
#include <new>
#include <optional>

using namespace tertib;

namespace {

/// An append whose n-th request for memory fails: its answer, or nothing if bad_alloc came out.
std::optional<Answer> append_with(long requests, Subject& subject, std::span<const Entry> batch) {
    std::optional<Answer> answer;
    fail_after(requests);
    try {
        answer = subject.append(batch);
    } catch (const std::bad_alloc&) {
        answer.reset();
    }
    fail_after(-1);
    return answer;
}

} // namespace

TEST_CASE("memory that runs out at the n-th request reaches code under test in C++") {
    const ScratchFolder folder;
    const auto journal = bare_journal()({.path = folder.path("j.db")});
    const std::vector<Entry> batch = {{.case_id = "a", .key = "k1", .payload = "x"}};
    long granted = 0;
    while (!append_with(granted, *journal, batch)) {
        ++granted;
        REQUIRE(granted < 10'000);
    }
    CHECK(granted > 0);
    CHECK(read_events(*journal).size() == 1);
    CHECK(journal->check().empty());
}
