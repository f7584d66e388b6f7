// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/read/byte_source.hpp"

#include "catch.hpp"

#include <array>

using namespace tertib;

namespace {

std::string all_of(const ByteSource& source, std::size_t room_size) {
    std::string all;
    std::string room(room_size, '\0');
    for (std::size_t got = source(room); got > 0; got = source(room)) {
        all.append(room, 0, got);
    }
    return all;
}

} // namespace

TEST_CASE("bytes in memory come piece by piece") {
    CHECK(all_of(source_of("Menelaah berkas"), 4) == "Menelaah berkas");
    CHECK(all_of(source_of(""), 4).empty());
}

TEST_CASE("a source that was looked into gives all of its bytes") {
    for (const std::size_t count : {0U, 1U, 7U, 15U, 40U}) {
        const PeekedSource peeked = peek(source_of("Menelaah berkas"), count);
        CHECK(peeked.front == std::string("Menelaah berkas").substr(0, count));
        CHECK(all_of(peeked.source, 4) == "Menelaah berkas");
    }
}

TEST_CASE("a source that ended isn't asked again") {
    int ends = 0;
    const PeekedSource peeked = peek(
        [&ends, left = 1](std::span<char> room) mutable -> std::size_t {
            if (left == 0) {
                ++ends;
                return 0;
            }
            --left;
            room.front() = 'x';
            return 1;
        },
        10);
    CHECK(peeked.front == "x");
    CHECK(all_of(peeked.source, 4) == "x");
    CHECK(ends == 1);
}
