// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "model/sop_digest.hpp"

#include "catch.hpp"
#include "two_steps.hpp"

#include <algorithm>

using namespace tertib;

namespace {

/// The parts whose digests differ.
std::vector<std::string> changed(const SopParts& before, const SopParts& after) {
    const auto old = part_digests(before);
    std::vector<std::string> names;
    for (const auto& [part, digest] : part_digests(after)) {
        if (const auto was = old.find(part); was == old.end() || was->second != digest) {
            names.push_back(part);
        }
    }
    return names;
}

} // namespace

TEST_CASE("equal parts have equal digests of 64 hexadecimal digits") {
    CHECK(canonical_digest(two_steps()) == canonical_digest(two_steps()));
    CHECK(canonical_digest(two_steps()).size() == 64);
}

TEST_CASE("a part's digest tells what changed") {
    const SopParts before = two_steps();
    SopParts after = before;
    after.steps[1].produk = {"Surat"};
    CHECK(changed(before, after) == std::vector<std::string>{"step 2"});
    after = before;
    after.identity.nomor = "1";
    CHECK(changed(before, after) == std::vector<std::string>{"identity"});
    after = before;
    after.flow[1].outcome = "Ya";
    CHECK(changed(before, after) == std::vector<std::string>{"flow"});
}

TEST_CASE("text that moves over a border between two members changes the digest") {
    SopParts one = two_steps();
    SopParts other = two_steps();
    one.identity.dasar_hukum = {"ab", "c"};
    other.identity.dasar_hukum = {"a", "bc"};
    CHECK(canonical_digest(one) != canonical_digest(other));
    other.identity.dasar_hukum = {};
    other.identity.kualifikasi_pelaksana = {"ab", "c"};
    CHECK(canonical_digest(one) != canonical_digest(other));
}
