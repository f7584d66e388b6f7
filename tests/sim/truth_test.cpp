// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/sim/truth.hpp"

#include "catch.hpp"

using namespace tertib;

TEST_CASE("each reason of a truth has a name of its own") {
    CHECK(name(TruthReason::planted) == "planted");
    CHECK(name(TruthReason::follows) == "follows");
    CHECK(name(TruthReason::sop) == "sop");
}
