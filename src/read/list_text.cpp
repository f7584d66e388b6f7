// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/list_text.hpp"

#include "tertib/base/text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

namespace tertib {
namespace {

// The last two are Wingdings' bullets as word processors leave them (private use area).
constexpr std::array<std::string_view, 11> bullets = {
    "•", "●", "▪", "■", "·", "➢", "✓", "◦", "❖", "\xEF\x82\xB7", "\xEF\x83\x98"};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n';
}

/// Where an item begins: its marker at `at`, its text from `text`.
struct Start {
    std::size_t at = 0;
    std::size_t text = 0;
};

std::size_t skip_blanks(std::string_view text, std::size_t at) {
    while (at < text.size() && is_blank(text[at])) {
        ++at;
    }
    return at;
}

/// What may stand before a marker: the start, a blank, or the end of the item before it.
bool may_begin_at(std::string_view text, std::size_t at) {
    return at == 0 || is_blank(text[at - 1]) || text[at - 1] == ';' || text[at - 1] == '.' ||
           text[at - 1] == ':' || text[at - 1] == ',';
}

/// The marker `label` ("2" or "b") with a "." or ")" behind it; for numbers after a semicolon or
/// a line's start also without.
std::optional<Start> labelled_start(std::string_view text, std::string_view label,
                                    std::size_t from) {
    for (std::size_t at = text.find(label, from); at != text.npos; at = text.find(label, at + 1)) {
        const std::size_t behind = at + label.size();
        if (!may_begin_at(text, at)) {
            continue;
        }
        const bool at_end = behind == text.size();
        const bool closed = !at_end && (text[behind] == '.' || text[behind] == ')');
        if (closed && (behind + 1 == text.size() || !is_digit(text[behind + 1]))) {
            return Start{at, behind + 1};
        }
        const std::size_t before = text.substr(0, at).find_last_not_of(" \t");
        const bool own_item = before == text.npos || text[before] == ';' || text[before] == '\n';
        if (is_digit(label.front()) && own_item && (at_end || is_blank(text[behind]))) {
            return Start{at, behind};
        }
    }
    return std::nullopt;
}

std::string label_of(bool letters, std::size_t index) {
    return letters ? std::string(1, static_cast<char>('a' + index)) : std::to_string(index + 1);
}

/// a. b. c. or 1. 2. 3. in sequence; empty unless at least the first marker opens the text (or
/// follows a colon) and a second follows.
std::vector<Start> sequence(std::string_view text, bool letters) {
    std::vector<Start> starts;
    const std::size_t most = letters ? 26 : 999;
    std::size_t from = 0;
    for (std::size_t i = 0; i < most; ++i) {
        const std::optional<Start> next = labelled_start(text, label_of(letters, i), from);
        if (!next) {
            break;
        }
        if (i == 0) {
            const std::size_t before = text.substr(0, next->at).find_last_not_of(" \t\n");
            if (before != text.npos && text[before] != ':') {
                return {};
            }
        }
        starts.push_back(*next);
        from = next->text;
    }
    const bool lone_first = starts.size() == 1 && skip_blanks(text, 0) == starts[0].at;
    return starts.size() >= 2 || lone_first ? starts : std::vector<Start>{};
}

/// "- a - b", "- a- b": only where the text itself begins with a dash.
std::vector<Start> dashes(std::string_view text) {
    const std::size_t first = skip_blanks(text, 0);
    if (first >= text.size() || text[first] != '-') {
        return {};
    }
    std::vector<Start> starts = {{first, first + 1}};
    for (std::size_t at = text.find('-', first + 1); at != text.npos; at = text.find('-', at + 1)) {
        if (at + 1 >= text.size() || is_digit(text[at + 1])) {
            continue;
        }
        const bool line_start = text[text.substr(0, at).find_last_not_of(" \t")] == '\n';
        const bool blank_behind = is_blank(text[at + 1]);
        const bool after_end = text[at - 1] == ';' || text[at - 1] == '.';
        const std::size_t next = skip_blanks(text, at + 1);
        const bool number_range =
            next < text.size() && is_digit(text[next]) && is_blank(text[at - 1]);
        if (line_start || after_end || (blank_behind && !number_range)) {
            starts.push_back({at, at + 1});
        }
    }
    return starts;
}

std::vector<Start> bulleted(std::string_view text) {
    for (const std::string_view bullet : bullets) {
        std::vector<Start> starts;
        for (std::size_t at = text.find(bullet); at != text.npos; at = text.find(bullet, at + 1)) {
            starts.push_back({at, at + bullet.size()});
        }
        if (!starts.empty() && starts.front().at == skip_blanks(text, 0)) {
            return starts;
        }
    }
    return {};
}

std::vector<Start> semicolons(std::string_view text) {
    std::vector<Start> starts;
    for (std::size_t at = text.find(';'); at != text.npos; at = text.find(';', at + 1)) {
        if (starts.empty()) {
            starts.push_back({0, 0});
        }
        starts.push_back({at, at + 1});
    }
    return starts;
}

/// Lines are items where each begins with a capital or a digit and none ends in the middle of a
/// phrase; wrapped sentences stay whole.
std::vector<Start> lines(std::string_view text) {
    std::vector<Start> starts = {{0, 0}};
    for (std::size_t at = text.find('\n'); at != text.npos; at = text.find('\n', at + 1)) {
        const std::size_t next = skip_blanks(text, at);
        if (next >= text.size()) {
            break;
        }
        const std::string_view before =
            trim(text.substr(starts.back().text, at - starts.back().text));
        const std::vector<std::string> last = words(before.substr(before.find_last_of(" \n") + 1));
        constexpr std::array<std::string_view, 12> goes_on = {"dan",   "atau",    "nomor", "no",
                                                              "tahun", "tentang", "di",    "ke",
                                                              "dari",  "yang",    "untuk", "pada"};
        const bool unfinished =
            before.empty() || before.back() == ',' || before.back() == '/' ||
            before.back() == '-' ||
            (!last.empty() && std::ranges::find(goes_on, last.back()) != goes_on.end());
        constexpr std::string_view tahun = "Tahun ";
        const bool continues = text.substr(next).starts_with(tahun) || text[next] == '(';
        const bool opens = is_upper(text[next]) || is_digit(text[next]);
        if (opens && !unfinished && !continues) {
            starts.push_back({at, at + 1});
        }
    }
    return starts.size() > 1 ? starts : std::vector<Start>{};
}

std::vector<Start> find_starts(std::string_view text) {
    using Finder = std::vector<Start> (*)(std::string_view);
    constexpr std::array<Finder, 6> finders = {
        [](std::string_view t) { return sequence(t, false); },
        [](std::string_view t) { return sequence(t, true); },
        dashes,
        bulleted,
        semicolons,
        lines};
    for (const Finder find : finders) {
        std::vector<Start> starts = find(text);
        if (!starts.empty()) {
            return starts;
        }
    }
    return {};
}

void add_item(std::vector<std::string>& items, std::string_view text) {
    std::string item = one_line(text);
    while (!item.empty() && (item.back() == ';' || item.back() == ' ')) {
        item.pop_back();
    }
    if (!says_nothing(item)) {
        items.push_back(std::move(item));
    }
}

} // namespace

std::vector<std::string> list_items(std::string_view cell) {
    const std::string_view text = trim(cell);
    std::vector<std::string> items;
    if (says_nothing(text)) {
        return items;
    }
    const std::vector<Start> starts = find_starts(text);
    if (starts.empty()) {
        add_item(items, text);
        return items;
    }
    add_item(items, text.substr(0, starts.front().at));
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const std::size_t end = i + 1 < starts.size() ? starts[i + 1].at : text.size();
        if (starts[i].text < end) {
            add_item(items, text.substr(starts[i].text, end - starts[i].text));
        }
    }
    return items;
}

std::string one_line(std::string_view cell) {
    std::string out;
    for (const std::string_view line : split(cell, '\n')) {
        const std::string_view kept = trim(line);
        if (!out.empty() && !kept.empty()) {
            out.push_back(' ');
        }
        out.append(kept);
    }
    return out;
}

bool says_nothing(std::string_view cell) {
    const std::string folded = lower(squeeze(cell));
    if (folded.find_first_not_of("-–—_. …") == folded.npos) {
        return true;
    }
    return folded == "n/a" || folded == "nihil" || folded == "tidak ada";
}

} // namespace tertib
