// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/log/chunked.hpp"

#include "catch.hpp"

#include <cstdint>

using namespace tertib;

TEST_CASE("a column grows without moving what it holds") {
    Chunked<std::uint32_t> column(0);
    column.put(0, 7);
    const std::uint32_t* const first = column.chunk(0).data();
    for (std::size_t row = 1; row < 3 * chunk_rows; ++row) {
        column.put(row, static_cast<std::uint32_t>(row));
    }
    CHECK(column.chunk(0).data() == first);
    CHECK(column.size() == 3 * chunk_rows);
    CHECK(column[0] == 7);
    CHECK(column[chunk_rows] == chunk_rows);
    CHECK(column.chunk(2).back() == 3 * chunk_rows - 1);
}

TEST_CASE("rows that nothing was put into are none") {
    Chunked<std::uint32_t> column(9);
    column.put(5, 1);
    column.put(2 * chunk_rows + 3, 2);
    column.finish(4 * chunk_rows + 10);
    CHECK(column.size() == 4 * chunk_rows + 10);
    CHECK(column[4] == 9);
    CHECK(column[5] == 1);
    CHECK(column[chunk_rows] == 9);
    CHECK(column[2 * chunk_rows + 2] == 9);
    CHECK(column[2 * chunk_rows + 3] == 2);
    CHECK(column[4 * chunk_rows + 9] == 9);
    CHECK(column.chunk(4).size() == 10);
}

TEST_CASE("chunks of nothing but none are kept once") {
    Chunked<std::uint64_t> column(0);
    column.finish(100 * chunk_rows);
    CHECK(column.chunk(3).data() == column.chunk(77).data());
    CHECK(column.bytes() == chunk_rows * sizeof(std::uint64_t));
}

TEST_CASE("a value set into a chunk of none doesn't show in the others") {
    Chunked<std::uint32_t> column(0);
    column.put(3 * chunk_rows, 1);
    column.set(chunk_rows + 1, 5);
    column.set(3 * chunk_rows + 2, 6);
    column.finish(3 * chunk_rows + 3);
    CHECK(column[chunk_rows + 1] == 5);
    CHECK(column[1] == 0);
    CHECK(column[2 * chunk_rows + 1] == 0);
    CHECK(column[3 * chunk_rows] == 1);
    CHECK(column[3 * chunk_rows + 1] == 0);
    CHECK(column[3 * chunk_rows + 2] == 6);
}

TEST_CASE("a short column gives back what its chunk doesn't need") {
    Chunked<std::uint32_t> column(0);
    column.put(0, 1);
    column.finish(6);
    CHECK(column.bytes() == 6 * sizeof(std::uint32_t));
    CHECK(column[5] == 0);
}
