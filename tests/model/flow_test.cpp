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

TEST_CASE("a flow from mark to mark of one row stays in its row") {
    Flow flow{.from = "2", .to = "2"};
    flow.from_pelaksana = PelaksanaIndex{0};
    flow.to_pelaksana = PelaksanaIndex{1};
    CHECK(stays_in_row(flow));
    Flow loop = flow;
    loop.to_pelaksana = loop.from_pelaksana;
    CHECK_FALSE(stays_in_row(loop));
    loop.to_pelaksana.reset();
    CHECK_FALSE(stays_in_row(loop));
    Flow again = flow;
    again.outcome = "Tidak";
    CHECK_FALSE(stays_in_row(again));
    Flow on = flow;
    on.to = "3";
    CHECK_FALSE(stays_in_row(on));
    Flow asked = flow;
    asked.kind = FlowKind::consultation;
    CHECK_FALSE(stays_in_row(asked));
}
