// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/tag.hpp"

#include "catch.hpp"
#include "read/grid_rows.hpp"

#include <string>

using namespace tertib;

namespace {

/// Tokens as "text", "<name", "</name".
Lines tokens(std::string_view source, MarkupKind kind = MarkupKind::page) {
    Lines found;
    TagScanner scanner(source, kind);
    while (const auto token = scanner.next()) {
        if (!token->tag) {
            found.emplace_back(token->text);
        } else {
            found.push_back((token->tag->side == Tag::Side::closing ? "</" : "<") +
                            token->tag->name);
        }
    }
    return found;
}

Tag first_tag(std::string_view source) {
    TagScanner scanner(source, MarkupKind::page);
    return scanner.next().value().tag.value();
}

} // namespace

TEST_CASE("text and tags come in order, names in lower case") {
    CHECK(tokens("a<TD x=1>b</Td >c") == Lines{"a", "<td", "b", "</td", "c"});
    CHECK(tokens("<o:p>x</o:p><br/>") == Lines{"<o:p", "x", "</o:p", "<br"});
}

TEST_CASE("attributes are read with any quotes or none") {
    const Tag tag = first_tag("<td colspan=3 ROWSPAN = \"2\" title='a>b &amp; c' nowrap x=>");
    CHECK(tag.attribute("colspan") == "3");
    CHECK(tag.attribute("rowspan") == "2");
    CHECK(tag.attribute("title") == "a>b & c");
    CHECK(tag.attribute("nowrap") == "");
    CHECK(!tag.attribute("width"));
}

TEST_CASE("comments, conditional ones too, declarations and instructions yield nothing") {
    CHECK(tokens("a<!-- <td> -->b<!doctype html><![if !x]>c<![endif]><?xml v?>d") ==
          Lines{"a", "b", "c", "d"});
    CHECK(tokens("<!--[if gte vml 1]><v:shape>Mulai</v:shape><![endif]-->x") == Lines{"x"});
    CHECK(tokens("<!-->x") == Lines{"x"});
}

TEST_CASE("a comment without an end hides nothing") {
    CHECK(tokens("<!-- a<b>c") == Lines{" a", "<b", "c"});
}

TEST_CASE("a tag without its end ends at the next one") {
    CHECK(tokens("<td<b>x") == Lines{"<td", "<b", "x"});
    CHECK(tokens("x<td") == Lines{"x", "<td"});
}

TEST_CASE("a lonely angle bracket is text") {
    CHECK(tokens("a < b <5 </ >") == Lines{"a ", "< b ", "<5 ", "</ >"});
}

TEST_CASE("in a cell of text only whole tags of HTML are tags") {
    const auto kind = MarkupKind::plain_cell;
    CHECK(tokens("<nama pemohon> <b>x", kind) == Lines{"<nama pemohon> ", "<b", "x"});
    CHECK(tokens("x <p", kind) == Lines{"x ", "<p"});
    CHECK(tokens("a <!b> <?c>", kind) == Lines{"a ", "<!b> ", "<?c>"});
    CHECK(tokens("a<!-- b -->c", kind) == Lines{"a", "c"});
}

TEST_CASE("the content of an element can be passed over, but not without its end") {
    TagScanner scanner("<style>td{}</b></STYLE >a<script>b", MarkupKind::page);
    CHECK(scanner.next()->tag->name == "style");
    scanner.skip_element("style");
    CHECK(scanner.next()->text == "a");
    CHECK(scanner.next()->tag->name == "script");
    scanner.skip_element("script");
    CHECK(scanner.next()->text == "b");
    CHECK(!scanner.next());
}

TEST_CASE("names of HTML are known in lower case") {
    CHECK(is_html_name("ul"));
    CHECK(is_html_name("script"));
    CHECK(!is_html_name("nama"));
}
