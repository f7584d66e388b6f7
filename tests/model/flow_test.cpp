// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/model/flow.hpp"

#include "catch.hpp"

using namespace tertib;

TEST_CASE("flows and gateways have the names of the JSON format") {
    CHECK(name(FlowKind::sequence) == "sequence");
    CHECK(name(FlowKind::consultation) == "consultation");
    CHECK(name(Provenance::inferred) == "inferred");
    CHECK(name(Provenance::order) == "order");
    CHECK(name(Provenance::documents) == "documents");
    CHECK(name(Provenance::stated) == "stated");
    CHECK(name(Provenance::drawn) == "drawn");
    CHECK(name(Provenance::user) == "user");
    CHECK(name(GatewayKind::parallel) == "parallel");
}

TEST_CASE("the strongest provenance is the greatest") {
    CHECK(Provenance::user > Provenance::drawn);
    CHECK(Provenance::drawn > Provenance::stated);
    CHECK(Provenance::stated > Provenance::documents);
    CHECK(Provenance::documents > Provenance::order);
}

TEST_CASE("flows that differ only in their outcome are different flows") {
    const Flow flow{.from = "1", .to = "2"};
    Flow other = flow;
    CHECK(flow == other);
    other.outcome = "Ya";
    CHECK(flow != other);
}
