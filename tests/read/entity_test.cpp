// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/entity.hpp"

#include "catch.hpp"

using namespace tertib;

TEST_CASE("named and numeric references become their characters") {
    CHECK(decode_entities("R&amp;D &lt;5 hari&gt; &quot;a&quot;") == "R&D <5 hari> \"a\"");
    CHECK(decode_entities("&eacute;&Eacute;&hellip;&check;") == "éÉ…✓");
    CHECK(decode_entities("&#9675;&#x25cb;&#X25CB;") == "○○○");
    CHECK(decode_entities("a&nbsp;b") == "a\u00A0b");
}

TEST_CASE("numbers 128 to 159 mean the code page of Windows") {
    CHECK(decode_entities("&#147;&#150;&#128;") == "“–€");
}

TEST_CASE("what can't be a character becomes U+FFFD") {
    CHECK(decode_entities("&#0;&#xD800;&#1114112;&#99999999999999999999;&#27;") ==
          "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD");
}

TEST_CASE("only the oldest names do without their semicolon") {
    CHECK(decode_entities("a&nbsp b&amp") == "a\u00A0 b&");
    CHECK(decode_entities("&copy 2024 &times") == "&copy 2024 &times");
    CHECK(decode_entities("&#65 &#x41") == "A A");
}

TEST_CASE("an ampersand that begins no reference stays") {
    CHECK(decode_entities("Pencatatan & Pendaftaran &; &# &#x &unknown; &ampere;") ==
          "Pencatatan & Pendaftaran &; &# &#x &unknown; &ampere;");
}
