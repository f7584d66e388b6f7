// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/markup.hpp"

#include "read/entity.hpp"
#include "tertib/base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace tertib {
namespace {

constexpr auto block_names = std::to_array<std::string_view>(
    {"address", "article", "aside", "blockquote", "caption", "center",  "dd",    "details",
     "div",     "dl",      "dt",    "figure",     "footer",  "form",    "h1",    "h2",
     "h3",      "h4",      "h5",    "h6",         "header",  "hr",      "main",  "nav",
     "option",  "p",       "pre",   "section",    "select",  "summary", "table", "tr"});

static_assert(std::ranges::is_sorted(block_names));

constexpr std::size_t max_lists = 64;

/// A whole number at the start of an attribute, or `otherwise`.
std::uint32_t number_or(const std::optional<std::string>& value, std::uint32_t otherwise) {
    constexpr std::uint32_t largest = 1'000'000;
    if (!value) {
        return otherwise;
    }
    std::uint32_t number = 0;
    const auto [stop, error] =
        std::from_chars(value->data(), value->data() + value->size(), number);
    return error == std::errc() ? std::min(number, largest) : otherwise;
}

bool is_blank(char32_t c) {
    constexpr char32_t no_break_space = 0xA0;
    return c == ' ' || (c >= '\t' && c <= '\r') || c == no_break_space;
}

std::string letters(std::uint32_t number, char first) {
    std::string text;
    for (; number > 0; number = (number - 1) / 26) {
        text.insert(text.begin(), static_cast<char>(first + static_cast<char>((number - 1) % 26)));
    }
    return text;
}

} // namespace

void MarkupText::add_character(char32_t code_point) {
    if (blanks_ == Blanks::squeezed && is_blank(code_point)) {
        add_gap();
        return;
    }
    if (gap_) {
        text_ += ' ';
        gap_ = false;
    }
    after_marker_ = after_marker_ && is_blank(code_point);
    append_code_point(text_, code_point);
}

void MarkupText::add_gap() {
    gap_ = !text_.empty() && text_.back() != '\n' && text_.back() != ' ';
}

void MarkupText::add_text(std::string_view raw) {
    for (std::size_t at = 0; at < raw.size();) {
        if (const std::optional<Entity> entity = entity_at(raw, at)) {
            add_character(entity->code_point);
            at += entity->size;
        } else {
            add_character(next_code_point(raw, at));
        }
    }
}

void MarkupText::add_plain(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        add_character(next_code_point(text, at));
    }
}

void MarkupText::break_line() {
    gap_ = false;
    if (!text_.empty() && text_.back() != '\n' && !after_marker_) {
        text_ += '\n';
    }
}

void MarkupText::open_list(const Tag& tag) {
    if (lists_.size() == max_lists) {
        ++unlisted_;
        return;
    }
    const std::string style = lower(tag.attribute("style").value_or(""));
    const std::string type = tag.attribute("type").value_or("");
    const auto styled = [&style](std::string_view word) {
        return style.find(word) != std::string::npos;
    };
    List list;
    if (styled("list-style: none") || styled("list-style:none") ||
        styled("list-style-type: none") || styled("list-style-type:none")) {
        list.style = List::Style::none;
    } else if (type == "a" || styled("lower-alpha") || styled("lower-latin")) {
        list.style = List::Style::lower_letter;
    } else if (type == "A" || styled("upper-alpha") || styled("upper-latin")) {
        list.style = List::Style::upper_letter;
    } else if (tag.name == "ol") {
        list.style = List::Style::number;
    }
    list.next = number_or(tag.attribute("start"), 1);
    lists_.push_back(list);
}

void MarkupText::begin_item() {
    after_marker_ = false;
    break_line();
    List loose;
    List& list = lists_.empty() ? loose : lists_.back();
    const std::uint32_t number = list.next++;
    switch (list.style) {
    case List::Style::bullet: text_ += "- "; break;
    case List::Style::none: return;
    case List::Style::number: text_ += std::to_string(number) + ". "; break;
    case List::Style::lower_letter: text_ += letters(number, 'a') + ". "; break;
    case List::Style::upper_letter: text_ += letters(number, 'A') + ". "; break;
    }
    after_marker_ = true;
}

void MarkupText::add_tag(const Tag& tag) {
    const bool opening = tag.side == Tag::Side::opening;
    if (tag.name == "br") {
        gap_ = false;
        if (!text_.empty() && !after_marker_) {
            text_ += '\n';
        }
    } else if (tag.name == "li") {
        if (opening) {
            begin_item();
        } else {
            after_marker_ = false;
            break_line();
        }
    } else if (tag.name == "ul" || tag.name == "ol") {
        break_line();
        if (opening) {
            open_list(tag);
        } else if (unlisted_ > 0) {
            --unlisted_;
        } else if (!lists_.empty()) {
            lists_.pop_back();
        }
    } else if (tag.name == "td" || tag.name == "th") {
        add_gap();
    } else if (tag.name == "img" && opening) {
        add_gap();
        add_plain(tag.attribute("alt").value_or(""));
        add_gap();
    } else if (std::ranges::binary_search(block_names, tag.name)) {
        break_line();
    }
}

std::string MarkupText::take() {
    std::string text(trim(text_));
    text_.clear();
    lists_.clear();
    unlisted_ = 0;
    gap_ = false;
    after_marker_ = false;
    return text;
}

std::string strip_markup(std::string_view cell) {
    if (cell.find_first_of("<&") == std::string_view::npos) {
        return std::string(cell);
    }
    MarkupText text(MarkupText::Blanks::kept);
    TagScanner scanner(cell, MarkupKind::plain_cell);
    while (const std::optional<MarkupToken> token = scanner.next()) {
        if (!token->tag) {
            text.add_text(token->text);
        } else if (token->tag->name == "script" || token->tag->name == "style") {
            scanner.skip_element(token->tag->name);
        } else {
            text.add_tag(*token->tag);
        }
    }
    return text.take();
}

} // namespace tertib
