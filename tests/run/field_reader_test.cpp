// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "run/field_reader.hpp"

#include "catch.hpp"
#include "run/field_writer.hpp"
#include "tertib/base/error.hpp"

#include <string>

using namespace tertib;

TEST_CASE("fields come back in their order with their values") {
    FieldWriter out;
    out.text(1, "Kadis");
    out.text(2, ""); // left out
    out.number(3, -2);
    out.put(4, "a");
    out.put(4, "");
    FieldReader in(out.bytes(), "record");
    REQUIRE(in.next());
    CHECK(in.text() == "Kadis");
    REQUIRE(in.next());
    CHECK(in.field() == 3);
    CHECK(in.number(-5, 5) == -2);
    CHECK_THROWS_AS(in.number(0, 5), Error);
    REQUIRE(in.next());
    REQUIRE(in.next());
    CHECK(in.repeated());
    CHECK(in.text_in_list().empty());
    CHECK_THROWS_AS(in.text(), Error);
    CHECK_FALSE(in.next());
}

TEST_CASE("what FieldWriter never writes is refused") {
    const auto refused = [](std::string_view bytes) {
        try {
            for (FieldReader in(bytes, "record"); in.next();) {
                (void)in.text();
            }
            return false;
        } catch (const Error& error) {
            return std::string_view(error.what()).starts_with("record, field ");
        }
    };
    using namespace std::string_view_literals;
    CHECK(refused("\1\0\0"sv));                 // ends inside a head
    CHECK(refused("\1\0\0\0\5abc"sv));          // ends inside a value
    CHECK(refused("\1\xff\xff\xff\xff"sv));     // longer than all there is
    CHECK(refused("\0\0\0\0\1a"sv));            // no field 0
    CHECK(refused("\2\0\0\0\1a\1\0\0\0\1b"sv)); // descending
    CHECK(refused("\1\0\0\0\1a\1\0\0\0\1b"sv)); // twice
    CHECK(refused("\1\0\0\0\0"sv));             // empty
    CHECK(refused("\1\0\0\0\1\xff"sv));         // not UTF-8
    CHECK(refused("\1\0\0\0\1\0"sv));           // NUL
    CHECK_FALSE(refused("\1\0\0\0\1a"sv));
}

TEST_CASE("a field that must be there is missed by its number") {
    FieldReader in(std::string_view("\2\0\0\0\1a", 6), "record");
    REQUIRE(in.next());
    CHECK_NOTHROW(in.must_have({2}));
    CHECK_THROWS_WITH(in.must_have({2, 3}), "record, field 3: is missing");
}

TEST_CASE("a writer refuses what a reader would") {
    FieldWriter out;
    CHECK_THROWS_WITH(out.text(7, "\xff"), "field 7: a text isn't UTF-8, or holds a NUL");
    CHECK_THROWS_AS(out.text_in_list(7, std::string_view("\0", 1)), Error);
    CHECK_THROWS_AS(out.needed_text(7, ""), Error);
    CHECK_THROWS_AS(out.count(7, std::uint64_t{1} << 63U), Error);
    CHECK(out.bytes().empty());
    out.text_in_list(7, "");
    CHECK(out.bytes().size() == 5);
}
