// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "check/person_words.hpp"

#include "catch.hpp"

using namespace tertib;

TEST_CASE("a NIP beside a name isn't shown") {
    CHECK(without_nip("Ani") == "Ani");
    CHECK(without_nip("Ani NIP. 199001012015032001") == "Ani");
    CHECK(without_nip("Ani (NIP 19900101 201503 2 001)") == "Ani");
    CHECK(without_nip("Ani, 19900101.201503.2.001") == "Ani");
    CHECK(without_nip("199001012015032001 - Ani") == "- Ani");
    CHECK(without_nip("199001012015032001").empty());
    CHECK(without_nip("Loket 12") == "Loket 12");
    CHECK(without_nip("Sanip 199001012015032001") == "Sanip");
}
