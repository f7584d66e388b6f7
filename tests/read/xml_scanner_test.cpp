// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/xml_scanner.hpp"

#include "read/throws.hpp"

#include <algorithm>
#include <string>

using namespace tertib;

namespace {

/// Gives the bytes a few at a time, as a slow pipe does.
ByteSource trickle(std::string_view bytes, std::size_t count) {
    return [source = source_of(bytes), count](std::span<char> room) {
        return source(room.first(std::min(room.size(), count)));
    };
}

/// What the scanner sees: <name key=value …>, <name/>, </name>.
std::string seen(XmlScanner scanner) {
    std::string all;
    for (XmlToken token = scanner.next(); token != XmlToken::nothing; token = scanner.next()) {
        all += token == XmlToken::end ? "</" : "<";
        all += scanner.name();
        for (const XmlAttribute& attribute : scanner.attributes()) {
            all += " " + std::string(attribute.name) + "=" + std::string(attribute.value);
        }
        all += token == XmlToken::whole ? "/>" : ">";
    }
    return all;
}

std::string seen(std::string_view text, const XmlLimits& limits = {}) {
    return seen(XmlScanner(source_of(text), limits));
}

Error refusal(std::string_view text, const XmlLimits& limits = {}) {
    return error_of([&] { static_cast<void>(seen(text, limits)); });
}

} // namespace

TEST_CASE("tags come with their attributes, in order") {
    CHECK(seen("<log a='1'>\n <x key=\"k\" value = \"v\" /> </log >") ==
          "<log a=1><x key=k value=v/></log>");
}

TEST_CASE("references are decoded and white space in values is a blank") {
    CHECK(seen("<a v=\"&lt;&amp;&gt;&quot;&apos;&#65;&#x2713;\"/>") == "<a v=<&>\"'A✓/>");
    CHECK(seen("<a v=\"b\tc\r\nd\" w=\"&#10;\"/>") == "<a v=b c d w=\n/>");
}

TEST_CASE("comments, instructions and CDATA are passed over, text is counted") {
    const std::string_view text =
        "\xEF\xBB\xBF<?xml version='1.0' encoding='utf-8'?><!-- <b> --><?p <b> ?><a>\nteks"
        "<b/><![CDATA[<c>]]></a><!-- end -->";
    XmlScanner scanner(source_of(text));
    while (scanner.next() != XmlToken::nothing) {
    }
    CHECK(scanner.text_count() == 2);
    CHECK(scanner.text_line() == 2);
    CHECK(seen(text) == "<a><b/></a>");
}

TEST_CASE("the pieces in which the bytes come don't matter") {
    std::string text = "<log n=\"Kantor Perizinan — Bandung ✓\">";
    for (int i = 0; i < 300; ++i) {
        text += "\n<string key=\"k" + std::to_string(i) + "\" value=\"é&amp;😀\"/><!-- - -- -->";
    }
    text += std::string(300'000, ' ') + "</log>";
    const std::string whole = seen(text);
    CHECK(whole.size() > 5'000);
    for (const std::size_t count : {1U, 2U, 3U, 7U, 64U, 70'001U}) {
        CHECK(seen(XmlScanner(trickle(text, count))) == whole);
    }
}

TEST_CASE("a value longer than the window is read whole, up to the limit") {
    const std::string value(700'000, 'x');
    const std::string text = "<a v=\"" + value + "\"/>";
    CHECK(seen(text) == "<a v=" + value + "/>");
    const Error error = refusal(text, {.max_tag = 600'000});
    CHECK(error.code() == ErrorCode::limit);
    CHECK(says(error, "limit max_tag"));
}

TEST_CASE("a tag knows its line and column") {
    XmlScanner scanner(source_of("<a>\n  é<b/>\n<c\n d='1'/><e/></a>"));
    static_cast<void>(scanner.next());
    static_cast<void>(scanner.next());
    CHECK(scanner.position() == Position{.file = {}, .row = 2, .column = 4});
    static_cast<void>(scanner.next());
    CHECK(scanner.position() == Position{.file = {}, .row = 3, .column = 1});
    static_cast<void>(scanner.next());
    CHECK(scanner.position() == Position{.file = {}, .row = 4, .column = 9});
}

TEST_CASE("what isn't well formed is refused with line and column") {
    struct Case {
        std::string_view text;
        std::int64_t row;
        std::int64_t column;
    };
    for (const Case& each :
         {Case{"", 1, 1}, Case{"<a>", 1, 4}, Case{"<a>\n<b></a>", 2, 4}, Case{"<a></a><b/>", 1, 8},
          Case{"teks<a/>", 1, 1}, Case{"<a b=1/>", 1, 6}, Case{"<a b/>", 1, 5},
          Case{"<a b='<'/>", 1, 7}, Case{"<a b='1' b='2'/>", 1, 10}, Case{"<a b='&nope;'/>", 1, 7},
          Case{"<a b='&#0;'/>", 1, 7}, Case{"<a b='&amp'/>", 1, 7}, Case{"</a>", 1, 1},
          Case{"<a b='\x01'/>", 1, 7}, Case{"<1/>", 1, 2}, Case{"<a b='x'", 1, 1},
          Case{"<a><!-- </a>", 1, 11}, Case{"<a b='1'c='2'/>", 1, 9}}) {
        INFO(each.text);
        const Error error = refusal(each.text);
        CHECK(error.code() == ErrorCode::format);
        CHECK(error.position().row == each.row);
        CHECK(error.position().column == each.column);
        CHECK(says(error, "line " + std::to_string(each.row) + ", column " +
                              std::to_string(each.column) + ": "));
    }
}

TEST_CASE("bytes that aren't UTF-8 are refused where they are") {
    const Error error = refusal("<a>\n<b v=\"caf\xE9\"/></a>");
    CHECK(error.code() == ErrorCode::format);
    CHECK(error.position() == Position{.file = {}, .row = 2, .column = 10});
    CHECK(refusal("<a v=\"\xED\xA0\x80\"/>").code() == ErrorCode::format);
    CHECK(refusal("<a/>\xE2\x9C").code() == ErrorCode::format);
}

TEST_CASE("another encoding is refused as unsupported") {
    const Error error = refusal("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a/>");
    CHECK(error.code() == ErrorCode::unsupported);
    CHECK(says(error, "iso-8859-1"));
}

TEST_CASE("a DTD is refused before anything of it is read") {
    const Error error =
        refusal("<?xml version=\"1.0\"?>\n<!DOCTYPE log [<!ENTITY a \"x\">]><log/>");
    CHECK(error.code() == ErrorCode::limit);
    CHECK(says(error, "DOCTYPE"));
    CHECK(error.position().row == 2);
    CHECK(refusal("<a><!ENTITY b 'c'></a>").code() == ErrorCode::limit);
}

TEST_CASE("depth and attributes have limits that the error names") {
    std::string deep;
    for (int i = 0; i < 300; ++i) {
        deep += "<a>";
    }
    CHECK(says(refusal(deep), "limit max_depth"));
    CHECK(refusal(deep).code() == ErrorCode::limit);
    CHECK(seen("<a><b/></a>", {.max_depth = 2}) == "<a><b/></a>");
    CHECK(says(refusal("<a><b><c/></b></a>", {.max_depth = 2}), "limit max_depth"));
    CHECK(says(refusal("<a b='1' c='2'/>", {.max_attributes = 1}), "limit max_attributes"));
}

TEST_CASE("a gigabyte of a value that never ends is refused after the limit and a buffer") {
    std::size_t given = 0;
    const ByteSource endless = [&given](std::span<char> room) {
        const std::string_view front = given == 0 ? "<a v=\"" : "";
        std::ranges::fill(room, 'x');
        std::ranges::copy(front, room.begin());
        given += room.size();
        return room.size();
    };
    const Error error = error_of([&] { static_cast<void>(seen(XmlScanner(endless))); });
    CHECK(error.code() == ErrorCode::limit);
    CHECK(given < std::size_t{4} << 20);
}
