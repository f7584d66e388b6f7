// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "write/html_page.hpp"

#include "write/plain_text.hpp"

namespace tertib {
namespace {

constexpr std::string_view style = R"(
@page { size: A4; margin: 16mm 14mm; }
* { box-sizing: border-box; }
body { font: 15px/1.5 "Noto Sans", "Segoe UI", Arial, sans-serif; color: #1c1c1c;
  background: #fff; max-width: 62em; margin: 0 auto; padding: 1.5em; }
h1 { font-size: 1.6em; line-height: 1.25; margin: 0 0 .3em; }
h2 { font-size: 1.2em; margin: 0 0 .5em; padding-top: .6em; border-top: 2px solid #1c1c1c; }
h3 { font-size: 1em; margin: 1.2em 0 .4em; }
p { margin: .4em 0; }
section { margin: 1.8em 0 0; }
ul { margin: .4em 0; padding-left: 1.3em; }
table { border-collapse: collapse; width: 100%; margin: .6em 0; font-size: .87em; }
th, td { border: 1px solid #b5b5b5; padding: .3em .5em; text-align: left; vertical-align: top;
  overflow-wrap: anywhere; unicode-bidi: isolate; }
th { background: #eee; overflow-wrap: normal; hyphens: auto; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
td.number { white-space: nowrap; }
.answer { width: 18%; }
.big { font-size: 1.1em; }
.note { color: #444; font-size: .87em; }
.foot { border-top: 2px solid #1c1c1c; padding-top: .6em; font-weight: bold; }
.digest { font-family: monospace; }
figure { margin: .8em 0; break-inside: avoid; }
figcaption { font-size: .87em; color: #444; margin-bottom: .3em; }
svg { display: block; width: 100%; height: auto; max-width: 700px; }
h2, h3, figcaption { break-after: avoid; }
@media print { body { font-size: 10pt; max-width: none; padding: 0; }
  section { margin-top: 1.2em; } rect { print-color-adjust: exact; } }
)";

std::string_view css_class_of(ColumnStyle column) {
    switch (column) {
    case ColumnStyle::text: return "";
    case ColumnStyle::number: return "number";
    case ColumnStyle::answer: return "answer";
    }
    return "";
}

std::string class_attribute(std::string_view css_class) {
    return css_class.empty() ? "" : " class=\"" + std::string(css_class) + "\"";
}

} // namespace

void HtmlPage::begin(std::string_view title) {
    // Well-formed XML too, so that any reader of it can check what is inside.
    out_ << "<!DOCTYPE html>\n<html lang=\"" << (language_ == Language::id ? "id" : "en")
         << "\">\n<head>\n<meta charset=\"utf-8\"/>\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
            "style-src 'unsafe-inline'\"/>\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>"
         << markup(title) << "</title>\n<style>" << style << "</style>\n</head>\n<body>\n";
    element("h1", title);
}

void HtmlPage::end() {
    out_ << "</body>\n</html>\n";
    out_.flush();
}

void HtmlPage::begin_section(std::string_view code) {
    out_ << "<section>\n";
    element("h2", words(code));
}

void HtmlPage::end_section() {
    out_ << "</section>\n";
}

void HtmlPage::heading(std::string_view code) {
    element("h3", words(code));
}

void HtmlPage::paragraph(std::string_view text, std::string_view css_class) {
    element("p", text, css_class);
}

void HtmlPage::list(std::span<const std::string> items) {
    out_ << "<ul>\n";
    for (const std::string& item : items) {
        element("li", item);
    }
    out_ << "</ul>\n";
}

void HtmlPage::table(std::initializer_list<HtmlColumn> columns,
                     const std::vector<HtmlCells>& rows) {
    if (rows.empty()) {
        return;
    }
    out_ << "<table>\n<thead><tr>\n";
    for (const HtmlColumn& column : columns) {
        element("th", words(column.title), css_class_of(column.style));
    }
    out_ << "</tr></thead>\n<tbody>\n";
    for (const HtmlCells& row : rows) {
        out_ << "<tr>\n";
        for (std::size_t i = 0; i < columns.size(); ++i) {
            element("td", i < row.size() ? row[i] : "", css_class_of((columns.begin() + i)->style));
        }
        out_ << "</tr>\n";
    }
    out_ << "</tbody>\n</table>\n";
}

void HtmlPage::figure(std::string_view svg, std::string_view caption) {
    if (!svg.empty()) {
        out_ << "<figure>\n";
        element("figcaption", caption);
        out_ << svg << "</figure>\n";
    }
}

std::string HtmlPage::words(std::string_view code,
                            std::initializer_list<Argument> arguments) const {
    return text_of(code, language_, {arguments.begin(), arguments.size()});
}

std::string HtmlPage::count(std::uint64_t number) const {
    std::string digits = std::to_string(number);
    for (std::size_t place = digits.size(); place > 3;) {
        place -= 3;
        digits.insert(place, language_ == Language::id ? "." : ",");
    }
    return digits;
}

std::string HtmlPage::percent(std::uint64_t part, std::uint64_t whole) const {
    if (whole == 0) {
        return "–";
    }
    const double share = static_cast<double>(part) / static_cast<double>(whole);
    const auto hundredths = static_cast<std::uint64_t>(share * 100.0);
    return hundredths == 0 && part > 0 ? "< 1 %" : std::to_string(hundredths) + " %";
}

void HtmlPage::element(std::string_view tag, std::string_view text, std::string_view css_class) {
    out_ << "<" << tag << class_attribute(css_class) << ">" << markup(text) << "</" << tag << ">\n";
}

} // namespace tertib
