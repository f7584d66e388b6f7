// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/model/identity.hpp"

#include "catch.hpp"

using namespace tertib;

TEST_CASE("a status has the name of the JSON format") {
    CHECK(name(SopStatus::unknown) == "unknown");
    CHECK(name(SopStatus::rancangan) == "rancangan");
    CHECK(name(SopStatus::berlaku) == "berlaku");
    CHECK(name(SopStatus::digantikan) == "digantikan");
    CHECK(name(SopStatus::dicabut) == "dicabut");
}

TEST_CASE("an identity claims nothing until something is read") {
    const Identity identity;
    CHECK(identity.status == SopStatus::unknown);
    CHECK_FALSE(identity.tanggal_berlaku);
    CHECK_FALSE(identity.disahkan);
}
