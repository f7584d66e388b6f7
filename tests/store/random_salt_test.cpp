// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/random_salt.hpp"

#include "catch.hpp"

#include <set>

using namespace tertib;

TEST_CASE("no two salts are alike, nor any of their bytes always the same") {
    std::set<Salt> seen;
    std::set<std::pair<std::size_t, std::uint8_t>> bytes;
    constexpr std::size_t count = 64;
    for (std::size_t i = 0; i < count; ++i) {
        const Salt salt = random_salt();
        seen.insert(salt);
        for (std::size_t at = 0; at < salt.size(); ++at) {
            bytes.insert({at, salt[at]});
        }
    }
    CHECK(seen.size() == count);
    // Of 64 bytes at one place some 57 are different; that fewer than 30 are doesn't happen.
    CHECK(bytes.size() > 30 * Salt{}.size());
}
