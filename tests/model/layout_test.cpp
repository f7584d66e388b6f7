// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/model/layout.hpp"

#include "catch.hpp"

using namespace tertib;

TEST_CASE("a column has the role of the JSON format") {
    CHECK(name(ColumnRole::no) == "no");
    CHECK(name(ColumnRole::uraian) == "uraian");
    CHECK(name(ColumnRole::pelaksana) == "pelaksana");
    CHECK(name(ColumnRole::kelengkapan) == "kelengkapan");
    CHECK(name(ColumnRole::waktu) == "waktu");
    CHECK(name(ColumnRole::produk) == "produk");
    CHECK(name(ColumnRole::keterangan) == "keterangan");
    CHECK(name(ColumnRole::unknown) == "unknown");
}

TEST_CASE("a layout claims to show nothing until a reader says so") {
    const Layout layout;
    CHECK_FALSE(layout.shows_arrows);
    CHECK_FALSE(layout.shows_marks);
    CHECK_FALSE(layout.shows_shapes);
    CHECK_FALSE(layout.shows_signature);
}
