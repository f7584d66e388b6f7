// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "base/json_writer.hpp"

#include "catch.hpp"

using namespace tertib;

TEST_CASE("blocks are indented by two blanks and lines stay lines") {
    JsonWriter json;
    json.begin_object();
    json.member("a", "x");
    json.key("b");
    json.begin_array();
    json.begin_object(JsonWriter::Shape::line);
    json.key("c");
    json.begin_array();
    json.number(Decimal::from(5, 1));
    json.truth(false);
    json.end_array();
    json.member_or_null("d", std::nullopt);
    json.end_object();
    json.end_array();
    json.key("e");
    json.begin_array();
    json.end_array();
    json.end_object();
    CHECK(json.take() == "{\n  \"a\": \"x\",\n  \"b\": [\n    {\"c\": [0.5, false], \"d\": null}\n"
                         "  ],\n  \"e\": []\n}\n");
}

TEST_CASE("what JSON can't hold as it is gets escaped or replaced") {
    CHECK(json_quoted("a\"\\\n\t\x01\x7f€") == R"("a\"\\\n\t\u0001\u007f€")");
    CHECK(json_quoted("a\xFFz") == "\"a\xEF\xBF\xBDz\"");
    CHECK(pointer_step("a/b~") == "/a~1b~0");
}

TEST_CASE("members for later come at the end of their object, never twice") {
    JsonWriter json;
    json.add_later("/list/1/x~1y", "[2]");
    json.add_later("/list/1/known", "3");
    json.add_later("/other/x", "4");
    json.begin_object();
    json.key("list");
    json.begin_array(JsonWriter::Shape::line);
    json.number(0);
    json.begin_object();
    json.member("known", "k");
    json.end_object();
    json.end_array();
    json.end_object();
    CHECK(json.take() == "{\n  \"list\": [0, {\"known\": \"k\", \"x/y\": [2]}]\n}\n");
}
