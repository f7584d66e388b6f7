// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/write/check_html.hpp"

#include "catch.hpp"
#include "write/reported_log.hpp"

#include <pugixml.hpp>
#include <set>

using namespace tertib;

namespace {

std::string page_of(const CheckReport& report, const CheckHtmlOptions& options = {}) {
    std::string page;
    write_check_html(report, [&](std::string_view piece) { page += piece; }, options);
    return page;
}

/// Every element's and attribute's name; the page must be well-formed.
struct Names : pugi::xml_tree_walker {
    std::set<std::string> elements;
    std::set<std::string> attributes;
    std::string text;

    bool for_each(pugi::xml_node& node) override {
        if (node.type() == pugi::node_element) {
            elements.insert(node.name());
            for (const pugi::xml_attribute each : node.attributes()) {
                attributes.insert(each.name());
            }
        }
        text += std::string(node.value()) + "\n";
        return true;
    }
};

Names names_in(const std::string& page) {
    pugi::xml_document document;
    const pugi::xml_parse_result result = document.load_string(page.c_str());
    INFO(result.description() << " at "
                              << page.substr(static_cast<std::size_t>(result.offset), 80));
    REQUIRE(result);
    Names names;
    document.traverse(names);
    return names;
}

bool in_order(const std::string& page, std::initializer_list<std::string_view> texts) {
    std::size_t at = 0;
    for (const std::string_view text : texts) {
        INFO(text);
        at = page.find(text, at);
        if (at == std::string::npos) {
            return false;
        }
    }
    return true;
}

} // namespace

TEST_CASE("the page says first what is to be decided, and last what it isn't") {
    const CheckReport report =
        reported(reported_lines, reported_parts(), {.now = moment("2025-07-08T10:00")},
                 {.by = PeriodBy::month});
    const std::string page = page_of(report);
    CHECK(page.starts_with("<!DOCTYPE html>\n<html lang=\"id\">"));
    CHECK(in_order(page,
                   {"<h1>Laporan pemeriksaan pelaksanaan: Pelayanan surat</h1>",
                    "pemeriksaan dapat dinilai.", "<h2>Apa yang perlu diputuskan</h2>",
                    "Rabu, 9 Juli 2025", "<h2>Yang paling sering tidak sesuai</h2>", "<svg",
                    "<h2>Di mana</h2>", "<h2>Siapa menunggu siapa</h2>", "<h2>Yang sudah baik</h2>",
                    "<h2>Menurut kelompok</h2>", "<h2>Monitoring enam bulanan</h2>",
                    "<h2>Yang tidak sesuai, kasus demi kasus</h2>", "Jawaban",
                    report.head().log_digest, report.plan().sop(0).digest(),
                    "Hasil pemeriksaan otomatis; bukan penetapan akibat hukum."}));
    CHECK(page.find('{') != std::string::npos); // of the style sheet
    CHECK(names_in(page).text.find("{count}") == std::string::npos);
    const std::string english = page_of(report, {.language = Language::en});
    CHECK(english.find("<html lang=\"en\">") != std::string::npos);
    CHECK(english.find("<h2>What needs a decision</h2>") != std::string::npos);
}

TEST_CASE("dasar hukum stands in the page once") {
    const std::string page = page_of(reported());
    const std::size_t at = page.find("Peraturan contoh");
    REQUIRE(at != std::string::npos);
    CHECK(page.find("Peraturan contoh", at + 1) == std::string::npos);
}

TEST_CASE("nothing in the page runs, and nothing is loaded") {
    const Names names = names_in(page_of(reported()));
    CHECK(names.elements ==
          std::set<std::string>{"body",  "figcaption", "figure", "h1",    "h2", "h3",   "head",
                                "html",  "li",         "line",   "meta",  "p",  "rect", "section",
                                "style", "svg",        "table",  "tbody", "td", "text", "th",
                                "thead", "title",      "tr",     "ul"});
    for (const std::string& attribute : names.attributes) {
        INFO(attribute);
        CHECK_FALSE(attribute.starts_with("on"));
        CHECK(attribute != "href");
        CHECK(attribute != "src");
        CHECK(attribute != "style");
    }
    CHECK(names.text.find("@import") == std::string::npos);
    CHECK(names.text.find("url(") == std::string::npos);
}

TEST_CASE("what a log or an SOP says stays text in the page") {
    const std::string hostile =
        "</td><script>alert('1')</script>\"&amp\x01\x1b[2J\xe2\x80\xae\xe2\x81\xa6\xff";
    SopParts parts = reported_parts();
    parts.identity.nama = hostile;
    parts.identity.nomor = hostile;
    parts.identity.unit_kerja = {hostile};
    parts.identity.dasar_hukum = {hostile};
    parts.pelaksana = {hostile, "Kasi", "Kadis"};
    parts.steps[1].uraian = hostile;
    std::string lines(reported_lines);
    for (std::size_t at = 0; (at = lines.find("B ", at)) != std::string::npos; at += 2) {
        lines.replace(at, 2, hostile + " "); // the case, and whoever's name ends so
    }
    const std::string page =
        page_of(reported(lines + "; B " + hostile + " 2025-05-05T08:00/2025-05-05T08:30 " +
                             hostile + " " + hostile,
                         parts),
                {.people = ShowPeople::names});
    CHECK(page.find("<script") == std::string::npos);
    CHECK(page.find("alert(&#39;1&#39;)") != std::string::npos);
    for (const std::string_view never : {"\x01", "\x1b", "\xe2\x80\xae", "\xe2\x81\xa6", "\xff"}) {
        CHECK(page.find(never) == std::string::npos);
    }
    CHECK(is_utf8(page));
    CHECK(names_in(page).elements.contains("td"));
}

TEST_CASE("people are their posts in the page unless they are asked for") {
    const CheckReport report = reported();
    CHECK(page_of(report).find("Budi") == std::string::npos);
    CHECK(page_of(report, {.people = ShowPeople::names}).find("Budi") != std::string::npos);
}

TEST_CASE("a page says what it leaves out") {
    const std::string page = page_of(reported(), {.max_rows = 1});
    CHECK(page.find("baris lagi tidak dicetak di sini") != std::string::npos);
}

TEST_CASE("Penilaian is left to people without a threshold, and printed with it") {
    CHECK(page_of(reported()).find("erjalan dengan baik") == std::string::npos);
    const std::string page = page_of(reported(), {.threshold = 80});
    CHECK(page.find("ambang 80 %") != std::string::npos);
    CHECK(page.find("Ambang Penilaian: sekurang-kurangnya 80 %") != std::string::npos);
}

TEST_CASE("a report of nothing is a page too") {
    const CheckReport report = reported("A Rapat /");
    CHECK(names_in(page_of(report)).elements.contains("table"));
}
