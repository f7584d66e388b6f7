// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "write/svg_chart.hpp"

#include "catch.hpp"
#include "write/plain_text.hpp"

#include <pugixml.hpp>

using namespace tertib;

namespace {

/// The widths or heights of a chart's boxes that are no legend's, of one colour.
std::vector<int> sizes(const std::string& svg, const char* side, const std::string& colour) {
    pugi::xml_document document;
    REQUIRE(document.load_string(svg.c_str()));
    std::vector<int> all;
    for (const pugi::xml_node box : document.child("svg").children("rect")) {
        if (box.attribute("fill").value() == colour && box.attribute("height").as_int() != 10) {
            all.push_back(box.attribute(side).as_int());
        }
    }
    return all;
}

} // namespace

TEST_CASE("bars are as long as what they count, to one scale") {
    const std::string svg =
        svg_bars({.title = "Kasus",
                  .parts = {{"sesuai", "#111"}, {"tidak", "#eee"}},
                  .bars = {{"A", {60, 20}, ""}, {"B", {0, 40}, ""}, {"C", {0, 0}, "tidak ada"}}});
    CHECK(sizes(svg, "width", "#111") == std::vector<int>{285});
    CHECK(sizes(svg, "width", "#eee") == std::vector<int>{95, 190});
    CHECK(svg.find(">80</text>") != std::string::npos);
    CHECK(svg.find("tidak ada") != std::string::npos);
}

TEST_CASE("whatever there is any of is seen, among however many") {
    const std::string svg = svg_bars({.title = "t",
                                      .parts = {{"", "#111"}, {"", "#eee"}},
                                      .bars = {{"A", {4'000'000'000'000'000'000U, 1}, ""}}});
    CHECK(sizes(svg, "width", "#111") == std::vector<int>{380});
    CHECK(sizes(svg, "width", "#eee") == std::vector<int>{1});
}

TEST_CASE("columns stand on the ground, and names that don't fit are left out") {
    Chart chart{.title = "Lama", .parts = {{"", "#111"}}, .bars = {}};
    for (std::uint64_t i = 0; i < 100; ++i) {
        chart.bars.push_back({"menit " + std::to_string(i), {i}, ""});
    }
    const std::string svg = svg_columns(chart);
    const std::vector<int> heights = sizes(svg, "height", "#111");
    CHECK(heights.size() == 98); // none for nothing; the legend's size is left out by sizes()
    CHECK(heights.back() == 120);
    CHECK(svg.find(">menit 0<") != std::string::npos);
    CHECK(svg.find(">menit 1<") == std::string::npos);
}

TEST_CASE("a chart of nothing is no chart") {
    CHECK(svg_bars({.title = "t", .parts = {{"", "#111"}}, .bars = {}}).empty());
    CHECK(svg_columns({.title = "t", .parts = {{"", "#111"}}, .bars = {}}).empty());
}

TEST_CASE("names are text in a chart, whatever they are made of") {
    const std::string hostile = "</title><script>alert(\"1\")</script>'\x01\xff\xe2\x80\xae";
    CHECK(markup(hostile) ==
          "&lt;/title&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39; \xef\xbf\xbd");
    const Chart chart{
        .title = hostile, .parts = {{hostile, "#111\"/>"}}, .bars = {{hostile, {1}, hostile}}};
    for (const std::string& svg : {svg_bars(chart), svg_columns(chart)}) {
        CHECK(svg.find("<script") == std::string::npos);
        CHECK(svg.find('\x01') == std::string::npos);
        pugi::xml_document document;
        CHECK(document.load_string(svg.c_str()));
    }
}
