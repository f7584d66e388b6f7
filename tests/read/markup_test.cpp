// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/markup.hpp"

#include "catch.hpp"

#include <rapidcheck.h>

#include <string>

using namespace tertib;

TEST_CASE("text without markup is left alone") {
    for (const char* const text : {"a < b", "<5 hari", "3 > 2", "<nama pemohon>", "A & B",
                                   "spasi  ganda", "", "a <- b", "x <= y", "<", "&"}) {
        CHECK(strip_markup(text) == text);
    }
}

TEST_CASE("list residue becomes its items") {
    CHECK(strip_markup("<ul style=\"list-style-type: none\">- Peraturan A;- Peraturan B.") ==
          "- Peraturan A;- Peraturan B.");
    CHECK(strip_markup("<ul><li>a<li>b</ul>") == "- a\n- b");
    CHECK(strip_markup("<ol start=3><li>a</li><li>b</li></ol>") == "3. a\n4. b");
    CHECK(strip_markup("<ol type=a><li>x</li><li><p>y</p></li></ol>") == "a. x\nb. y");
    CHECK(strip_markup("<ul style='list-style-type:none'><li>- x</ul>") == "- x");
}

TEST_CASE("line breaks and paragraphs are lines, entities characters") {
    CHECK(strip_markup("satu<br>dua<br />tiga<p>empat</p>") == "satu\ndua\ntiga\nempat");
    CHECK(strip_markup("<b>Izin</b> &amp; Non&nbsp;Izin") == "Izin & Non\u00A0Izin");
    CHECK(strip_markup("a<!-- b --><script>c</script>d") == "ad");
}

TEST_CASE("letters of lists go on after z") {
    std::string items = "<ol type=A>";
    for (int i = 0; i < 28; ++i) {
        items += "<li>x";
    }
    CHECK(strip_markup(items).ends_with("Z. x\nAA. x\nAB. x"));
}

TEST_CASE("squeezed text joins lines of the source and keeps those of the page") {
    MarkupText text(MarkupText::Blanks::squeezed);
    text.add_text("  Surat\n   &nbsp; &amp; ");
    text.add_text(" lampiran ");
    text.break_line();
    text.add_gap();
    text.add_text("baru");
    CHECK(text.take() == "Surat & lampiran\nbaru");
    CHECK(text.take().empty());
}

TEST_CASE("lists nested without end stay bounded") {
    std::string deep;
    for (int i = 0; i < 10'000; ++i) {
        deep += "<ul><li>";
    }
    CHECK(strip_markup(deep + "x").ends_with("- x"));
}

TEST_CASE("stripping text of no markup characters changes nothing") {
    CHECK(rc::check("without < and & the text stays", [](std::string text) {
        std::erase(text, '<');
        std::erase(text, '&');
        RC_ASSERT(strip_markup(text) == text);
    }));
}
