// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/testkit/test_store.hpp"

#include "catch.hpp"
#include "run/office.hpp"

#include <set>

using namespace tertib;

namespace {

Sha256 head_of_one_case(Store store) {
    const Office office(letter_parts());
    const std::string sop = store.register_sop(office.sop());
    const std::string calendar = store.register_calendar(office.calendar());
    const Reply reply = store.submit({.command = office.command(StartCase{}),
                                      .key = {},
                                      .seen = {},
                                      .sop = sop,
                                      .calendar = calendar});
    CHECK(store.verify().holds());
    return reply.receipt.value().hash;
}

} // namespace

TEST_CASE("the journal of a test store is the same in every run") {
    CHECK(head_of_one_case(test_store()) == head_of_one_case(test_store()));
    CHECK(head_of_one_case(test_store()) !=
          head_of_one_case(test_store({.salt = repeatable_salts(7)})));
    CHECK(head_of_one_case(test_store({.salt = repeatable_salts(7)})) ==
          head_of_one_case(test_store({.salt = repeatable_salts(7)})));
}

TEST_CASE("repeatable salts are never twice the same") {
    std::set<Salt> seen;
    for (const std::uint64_t seed : {std::uint64_t{0}, std::uint64_t{1}, UINT64_MAX}) {
        const SaltSource salts = repeatable_salts(seed);
        for (int i = 0; i < 1'000; ++i) {
            CHECK(seen.insert(salts()).second);
        }
    }
}

TEST_CASE("a test store takes the options of any store") {
    SopParts parts = tiny_parts(1, "start>1 1>end");
    parts.pelaksana = {"Kadis"};
    const Sop unknown(std::move(parts));
    CHECK_THROWS(test_store().register_sop(unknown));
    CHECK(test_store({.unknown_pelaksana = UnknownPelaksana::everyone}).register_sop(unknown) ==
          unknown.digest());
}
