// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/format.hpp"

#include "read/html_grid.hpp"
#include "read/markdown_grid.hpp"
#include "read/text_grid.hpp"
#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace tertib {
namespace {

constexpr auto npos = std::string_view::npos;

bool same_letters(std::string_view text, std::string_view low) {
    return std::ranges::equal(text, low, [](char a, char b) {
        return a == b || (a >= 'A' && a <= 'Z' && a - 'A' + 'a' == b);
    });
}

bool is_json(std::string_view text) {
    const std::string_view begin = trim(text);
    if (!begin.starts_with('{') && !begin.starts_with('[')) {
        return false;
    }
    const std::string_view rest = trim(begin.substr(1));
    const std::string_view expected = begin.front() == '{' ? "\"}" : "{]";
    return !rest.empty() && expected.find(rest.front()) != npos;
}

/// A tag that only pages and pasted tables have, with the end of its name.
bool has_page_tag(std::string_view text) {
    constexpr std::array<std::string_view, 4> tags = {"<table", "<html", "<tr", "<!doctype"};
    for (std::size_t at = text.find('<'); at != npos; at = text.find('<', at + 1)) {
        for (const std::string_view tag : tags) {
            const char after = at + tag.size() < text.size() ? text[at + tag.size()] : '\0';
            const bool ends = std::string_view(" \t\n>/").find(after) != npos;
            if (ends && same_letters(text.substr(at, tag.size()), tag)) {
                return true;
            }
        }
    }
    return false;
}

bool has_pipe_table(std::string_view text) {
    std::string_view before;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, end - at);
        const bool boxed = line.starts_with('|') && before.starts_with('|');
        if (boxed || (is_table_rule(line) && before.find('|') != npos)) {
            return true;
        }
        before = line;
        at = end + 1;
    }
    return false;
}

/// Headings, labels in bold, blocks of code: what plain text hardly has at the start of lines.
bool has_markdown_lines(std::string_view text) {
    constexpr std::array<std::string_view, 7> starts = {"# ", "## ",  "### ", "#### ",
                                                        "**", "- **", "```"};
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, end - at);
        const auto begins = [line](std::string_view start) { return line.starts_with(start); };
        const bool possible = !line.empty() && std::string_view("#*-`").find(line[0]) != npos;
        if (possible && std::ranges::any_of(starts, begins)) {
            return true;
        }
        at = end + 1;
    }
    return false;
}

bool hints_markdown(std::string_view hint) {
    const std::string name = lower(hint);
    return name.ends_with(".md") || name.ends_with(".markdown") ||
           name.find("markdown") != std::string::npos;
}

} // namespace

Format find_format(std::string_view text, std::string_view hint) {
    if (is_json(text)) {
        return Format::json;
    }
    const bool pipes = has_pipe_table(text);
    if (!pipes && has_page_tag(text)) {
        return Format::html;
    }
    if (pipes && trim(text).starts_with('<') && has_page_tag(text)) {
        return Format::html;
    }
    if (pipes || (hints_markdown(hint) && has_markdown_lines(text))) {
        return Format::markdown;
    }
    const bool cells = find_delimiter(text) != Delimiter::none;
    return !cells && has_markdown_lines(text) ? Format::markdown : Format::text;
}

std::string_view media_type(Format format) noexcept {
    switch (format) {
    case Format::text: return "text/tab-separated-values";
    case Format::html: return "text/html";
    case Format::markdown: return "text/markdown";
    case Format::json: return "application/json";
    }
    return "";
}

Grids read_grids(std::string_view text, Format format, const ReadOptions& options) {
    switch (format) {
    case Format::text: return text_grids(text, options);
    case Format::html: return html_grids(text, options);
    case Format::markdown: return markdown_grids(text, options);
    case Format::json: break;
    }
    throw Error(ErrorCode::argument, "a JSON document has no grids");
}

} // namespace tertib
