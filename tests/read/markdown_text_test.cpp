// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/markdown_text.hpp"

#include "catch.hpp"

#include <string>

using namespace tertib;

TEST_CASE("paired marks of emphasis go, their text stays") {
    CHECK(markdown_text("**Nomor:** 1") == "Nomor: 1");
    CHECK(markdown_text("Memeriksa *(Ada keputusan Ya/Tidak)*") ==
          "Memeriksa (Ada keputusan Ya/Tidak)");
    CHECK(markdown_text("***a*** __b__ _c_ **d *e***") == "a b c d e");
}

TEST_CASE("single marks and those inside words stay") {
    CHECK(markdown_text("*") == "*");
    CHECK(markdown_text("2 * 3 * 4") == "2 * 3 * 4");
    CHECK(markdown_text("nomor_sop_baru") == "nomor_sop_baru");
    CHECK(markdown_text("** a") == "** a");
}

TEST_CASE("code keeps its inside, a lone mark of code stays") {
    CHECK(markdown_text("`a*b*` ``c`d`` `e") == "a*b* c`d `e");
}

TEST_CASE("links leave their text, pictures their alt text") {
    CHECK(markdown_text("lihat [SOP A](sop-a.md) dan ![●](x.png) [b] (c)") ==
          "lihat SOP A dan ● [b] (c)");
}

TEST_CASE("escaped signs are the signs, HTML is resolved") {
    CHECK(markdown_text("a \\| b \\*c\\*") == "a | b *c*");
    CHECK(markdown_text("a<br>b &amp; c") == "a\nb & c");
}

TEST_CASE("hostile runs of marks take no long time") {
    std::string text;
    for (int i = 1; i < 2000; ++i) {
        text += std::string(static_cast<std::size_t>(i), '`') + "a[](*_";
    }
    CHECK(markdown_text(text).size() > 1'000'000);
}
