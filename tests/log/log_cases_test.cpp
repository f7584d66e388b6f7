// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/log/log_cases.hpp"

#include "catch.hpp"
#include "log/tiny_log.hpp"

using namespace tertib;

namespace {

std::vector<std::size_t> rows_of(const EventLog& log, Code of_case) {
    const CaseRows rows = log.case_index().rows(of_case);
    std::vector<std::size_t> result;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        result.push_back(rows[i]);
    }
    return result;
}

} // namespace

TEST_CASE("a log grouped by case needs no permutation") {
    const EventLog log = tiny_log({{"A", "a"}, {"A", "b"}, {"B", "a"}});
    CHECK(log.case_index().grouped());
    CHECK(log.case_index().rows(1).side_by_side());
    CHECK(rows_of(log, 1) == std::vector<std::size_t>{0, 1});
    CHECK(rows_of(log, 2) == std::vector<std::size_t>{2});
    CHECK(rows_of(log, no_code).empty());
}

TEST_CASE("rows of a case that lie apart keep the order of the source") {
    const EventLog log = tiny_log({{"A", "a"}, {"B", "a"}, {"A", "b"}, {"B", "b"}, {"A", "c"}});
    CHECK_FALSE(log.case_index().grouped());
    CHECK(rows_of(log, 1) == std::vector<std::size_t>{0, 2, 4});
    CHECK(rows_of(log, 2) == std::vector<std::size_t>{1, 3});
}

TEST_CASE("rows without a case are found under no code") {
    const EventLog log = tiny_log({{"A", "a"}, {"", "b"}, {"A", "c"}});
    CHECK(rows_of(log, no_code) == std::vector<std::size_t>{1});
    CHECK(rows_of(log, 1) == std::vector<std::size_t>{0, 2});
}

TEST_CASE("rows without a case before all others leave the log grouped") {
    const EventLog log = tiny_log({{"", "a"}, {"A", "b"}});
    CHECK(log.case_index().grouped());
    CHECK(rows_of(log, no_code) == std::vector<std::size_t>{0});
    CHECK(rows_of(log, 1) == std::vector<std::size_t>{1});
}
