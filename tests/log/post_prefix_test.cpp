// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/log/post_prefix.hpp"

#include "catch.hpp"

using namespace tertib;

TEST_CASE("the standing before a name is read and kept apart") {
    CHECK(read_post_prefix("Plt. Kepala Dinas") == PrefixedName{PostKind::plt, "Kepala Dinas"});
    CHECK(read_post_prefix(" PLH Kabid ") == PrefixedName{PostKind::plh, "Kabid"});
    CHECK(read_post_prefix("plh.Kabid") == PrefixedName{PostKind::plh, "Kabid"});
    CHECK(read_post_prefix("a.n. Kepala Dinas") == PrefixedName{PostKind::an, "Kepala Dinas"});
    CHECK(read_post_prefix("u.b. Sekretaris") == PrefixedName{PostKind::ub, "Sekretaris"});
}

TEST_CASE("a name that only looks like a prefix is a name") {
    for (const char* const name :
         {"Kepala Dinas", "Anwar", "Ubaidillah", "Pltu", "Plt.", "plh", ""}) {
        INFO(name);
        CHECK(read_post_prefix(name) == PrefixedName{PostKind::definitive, name});
    }
}
