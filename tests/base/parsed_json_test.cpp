// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "base/parsed_json.hpp"

#include "catch.hpp"

using namespace tertib;

namespace {

Error refusal(std::string_view json, JsonLimits limits = {}) {
    try {
        static_cast<void>(ParsedJson::read(json, limits));
    } catch (const Error& error) {
        return error;
    }
    FAIL("was read");
    return Error(ErrorCode::internal, "");
}

} // namespace

TEST_CASE("JSON is written back on one line as it was, with numbers in their own digits") {
    for (const char* text : {"null", "true", "\"a\\nb\"", "[]", "{}", "[1, -2, 3.250, 1E5]",
                             R"({"b": [[], [{}], {"a": {"c": 1}}], "a": "€"})"}) {
        CAPTURE(text);
        CHECK(ParsedJson::read(text).root().json() == text);
    }
    const ParsedJson nested = ParsedJson::read(R"({"a": [1, [2, 3]], "b": 4})");
    CHECK(nested.root().member("a").json() == "[1, [2, 3]]");
    CHECK(nested.root().member("b").json() == "4");
}

TEST_CASE("a value knows its pointer") {
    const ParsedJson json = ParsedJson::read(R"({"a/b": [0, {"~": 1}]})");
    JsonView last = json.root();
    for (const JsonView value : json.root().member("a/b")) {
        last = value;
    }
    CHECK(last.member("~").pointer() == "/a~1b/1/~0");
}

TEST_CASE("text that is no JSON is refused with its line and column") {
    const Error error = refusal("{\n  \"a\": nul\n}");
    CHECK(error.code() == ErrorCode::format);
    CHECK(error.position().row == 2);
    CHECK(std::string(error.what()).starts_with("not JSON in UTF-8 from line 2, column "));
    for (const char* bad : {"", "{", "[1,]", "01", "NaN", "Infinity", "1e999", "\"\xC0\x80\"",
                            "\"\xED\xA0\x80\"", "\"\\ud800\"", "1 2", "// x\n1"}) {
        CAPTURE(bad);
        CHECK(refusal(bad).code() == ErrorCode::format);
    }
}

TEST_CASE("two members of one name and NUL are refused by name") {
    CHECK(std::string(refusal(R"({"x": [{"a": 1, "b": 2, "a": 3}]})").what()) ==
          "/x/0: has two members \"a\"");
    CHECK(std::string(refusal(R"({"x": "a\u0000"})").what()) == "/x: holds the character U+0000");
    CHECK(refusal(R"({"x\u0000": 1})").code() == ErrorCode::format);
}

TEST_CASE("depth, size and number of values are bounded") {
    const auto nested = [](std::size_t depth) {
        return std::string(depth, '[') + std::string(depth, ']');
    };
    CHECK(ParsedJson::read(nested(256)).root().size() == 1);
    CHECK(refusal(nested(257)).code() == ErrorCode::limit);
    CHECK(refusal(std::string(5'000'000, '[')).code() == ErrorCode::limit);
    CHECK(refusal("[1, 2, 3]", {.values = 3}).code() == ErrorCode::limit);
    CHECK(refusal("[1, 2, 3]", {.bytes = 8}).code() == ErrorCode::limit);
}

TEST_CASE("whole numbers and decimals are read without loss or refused") {
    const ParsedJson json = ParsedJson::read("[4294967295, 4294967296, -1, 2.5, 0.0000000001]");
    std::vector<JsonView> values(json.root().begin(), json.root().end());
    CHECK(values[0].count() == 4294967295U);
    CHECK_THROWS_AS(values[1].count(), Error);
    CHECK_THROWS_AS(values[2].count(), Error);
    CHECK(values[2].decimal() == Decimal(-1));
    CHECK_THROWS_AS(values[3].count(), Error);
    CHECK(values[3].decimal() == Decimal::from(25, 1));
    CHECK_THROWS_AS(values[4].decimal(), Error);
}

TEST_CASE("a whole number is read within its bounds, and only as one") {
    const ParsedJson document =
        ParsedJson::read("[9223372036854775807, -5, 9223372036854775808, 2.0, 1e3, \"7\"]");
    std::vector<JsonView> values;
    for (const JsonView value : document.root()) {
        values.push_back(value);
    }
    CHECK(values[0].whole(0, INT64_MAX) == INT64_MAX);
    CHECK(values[1].whole(-5, 5) == -5);
    CHECK_THROWS_WITH(values[1].whole(0, 5), "/1: is no whole number from 0 to 5");
    for (std::size_t i = 2; i < values.size(); ++i) {
        CHECK_THROWS_AS(values[i].whole(INT64_MIN, INT64_MAX), Error);
    }
}
