// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/tag.hpp"

#include "read/entity.hpp"

#include <algorithm>
#include <array>

namespace tertib {
namespace {

using namespace std::string_view_literals;

constexpr auto npos = std::string_view::npos;

constexpr auto html_names = std::to_array<std::string_view>(
    {"a",        "abbr",   "address", "article", "aside",  "b",     "big",    "blockquote",
     "body",     "br",     "button",  "caption", "center", "cite",  "code",   "col",
     "colgroup", "dd",     "del",     "details", "div",    "dl",    "dt",     "em",
     "figure",   "font",   "footer",  "form",    "h1",     "h2",    "h3",     "h4",
     "h5",       "h6",     "head",    "header",  "hr",     "html",  "i",      "img",
     "input",    "ins",    "kbd",     "label",   "li",     "link",  "main",   "mark",
     "meta",     "nav",    "nobr",    "ol",      "option", "p",     "pre",    "s",
     "samp",     "script", "section", "select",  "small",  "span",  "strike", "strong",
     "style",    "sub",    "summary", "sup",     "svg",    "table", "tbody",  "td",
     "tfoot",    "th",     "thead",   "title",   "tr",     "tt",    "u",      "ul",
     "var"});

static_assert(std::ranges::is_sorted(html_names));

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_name_char(char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == ':' || c == '-' || c == '_';
}

char lower_ascii(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lower_ascii(std::string_view text) {
    std::string low(text);
    std::ranges::transform(low, low.begin(), [](char c) { return lower_ascii(c); });
    return low;
}

/// Reads attributes one after the other: name, name=value, name="value", name='value'.
class AttributeCursor {
public:
    explicit AttributeCursor(std::string_view text) : text_(text) {}

    struct Attribute {
        std::string_view name;
        std::string_view value;
    };

    std::optional<Attribute> next() {
        skip_while([](char c) { return is_blank(c) || c == '/' || c == '='; });
        if (at_ >= text_.size()) {
            return std::nullopt;
        }
        Attribute found;
        found.name = take_while([](char c) { return !is_blank(c) && c != '='; });
        skip_while(is_blank);
        if (at_ < text_.size() && text_[at_] == '=') {
            ++at_;
            skip_while(is_blank);
            found.value = value();
        }
        return found;
    }

private:
    template <typename Predicate>
    void skip_while(Predicate predicate) {
        while (at_ < text_.size() && predicate(text_[at_])) {
            ++at_;
        }
    }

    template <typename Predicate>
    std::string_view take_while(Predicate predicate) {
        const std::size_t start = at_;
        skip_while(predicate);
        return text_.substr(start, at_ - start);
    }

    std::string_view value() {
        const char quote = at_ < text_.size() ? text_[at_] : ' ';
        const std::size_t close = quote == '"' || quote == '\'' ? text_.find(quote, at_ + 1) : npos;
        if (close == npos) {
            return take_while([](char c) { return !is_blank(c); });
        }
        const std::string_view inside = text_.substr(at_ + 1, close - at_ - 1);
        at_ = close + 1;
        return inside;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

} // namespace

std::optional<std::string> Tag::attribute(std::string_view wanted) const {
    AttributeCursor cursor(attributes);
    while (const auto found = cursor.next()) {
        if (lower_ascii(found->name) == wanted) {
            return decode_entities(found->value);
        }
    }
    return std::nullopt;
}

bool is_html_name(std::string_view name) {
    return std::ranges::binary_search(html_names, name);
}

TagScanner::TagScanner(std::string_view source, MarkupKind kind) : source_(source), kind_(kind) {}

std::size_t TagScanner::find_mark(Mark mark, std::size_t from) {
    constexpr std::array<std::string_view, mark_count> texts = {"-->", "\"", "'", ">"};
    if (absent_[mark]) {
        return npos;
    }
    const std::size_t found = source_.find(texts[mark], from);
    absent_[mark] = found == npos;
    return found;
}

std::optional<MarkupToken> TagScanner::next() {
    while (at_ < source_.size()) {
        const std::size_t start = at_;
        if (source_[start] == '<') {
            if (std::optional<MarkupToken> token = markup()) {
                return token;
            }
            if (at_ > start) {
                continue; // a comment or a declaration
            }
        }
        at_ = std::min(source_.find('<', start + 1), source_.size());
        return MarkupToken{source_.substr(start, at_ - start), std::nullopt};
    }
    return std::nullopt;
}

/// At a "<": a tag, or nothing with at_ moved behind what yields nothing, or nothing with at_ as
/// it was where the "<" is text.
std::optional<MarkupToken> TagScanner::markup() {
    const std::string_view rest = source_.substr(at_ + 1);
    if (rest.starts_with('!') || rest.starts_with('?')) {
        return declaration();
    }
    Tag tag;
    tag.side = rest.starts_with('/') ? Tag::Side::closing : Tag::Side::opening;
    const std::size_t name_start = at_ + (tag.side == Tag::Side::closing ? 2 : 1);
    if (name_start >= source_.size() || !is_letter(source_[name_start])) {
        return std::nullopt;
    }
    std::size_t name_end = name_start;
    while (name_end < source_.size() && is_name_char(source_[name_end])) {
        ++name_end;
    }
    tag.name = lower_ascii(source_.substr(name_start, name_end - name_start));
    if (kind_ == MarkupKind::plain_cell && !is_html_name(tag.name)) {
        return std::nullopt;
    }
    const std::size_t end = tag_end(name_end);
    if (end == npos || (kind_ == MarkupKind::plain_cell && source_[end] == '<')) {
        return std::nullopt;
    }
    tag.attributes = source_.substr(name_end, end - name_end);
    at_ = source_[end] == '<' ? end : end + 1;
    return MarkupToken{{}, std::move(tag)};
}

/// <!-- … -->, <!doctype …>, <![if …]>, <?xml …>: passed over.
std::optional<MarkupToken> TagScanner::declaration() {
    constexpr std::string_view opening = "<!--";
    if (source_.substr(at_).starts_with(opening)) {
        // "<!-->" is a whole comment to browsers; one without an end hides nothing here.
        const std::size_t end = find_mark(comment_end, at_ + 2);
        at_ = end == npos ? at_ + opening.size() : std::max(end + 3, at_ + opening.size());
        return std::nullopt;
    }
    const std::size_t end = find_mark(greater_than, at_);
    if (kind_ == MarkupKind::page && end != npos) {
        at_ = end + 1;
    }
    return std::nullopt;
}

/// The ">" that ends a tag, or the "<" of the next one where it is missing; quoted values may
/// hold both. npos at the end of the text.
std::size_t TagScanner::tag_end(std::size_t from) {
    for (std::size_t i = from; i < source_.size();) {
        const char c = source_[i];
        if (c == '>' || c == '<') {
            return i;
        }
        ++i;
        if (c != '=') {
            continue;
        }
        while (i < source_.size() && is_blank(source_[i])) {
            ++i;
        }
        if (i < source_.size() && (source_[i] == '"' || source_[i] == '\'')) {
            const Mark quote = source_[i] == '"' ? double_quote : single_quote;
            const std::size_t close = find_mark(quote, i + 1);
            i = close == npos ? i + 1 : close + 1;
        }
    }
    return npos;
}

void TagScanner::skip_element(std::string_view name) {
    const std::string key = "/" + std::string(name) + "/";
    if (absent_elements_.find(key) != std::string::npos) {
        return;
    }
    for (std::size_t at = source_.find("</", at_); at != npos; at = source_.find("</", at + 2)) {
        const std::string_view found = source_.substr(at + 2, name.size());
        const std::size_t after = at + 2 + name.size();
        const bool whole = after >= source_.size() || !is_name_char(source_[after]);
        if (whole && lower_ascii(found) == name) {
            const std::size_t end = find_mark(greater_than, after);
            at_ = end == npos ? source_.size() : end + 1;
            return;
        }
    }
    absent_elements_ += key;
}

} // namespace tertib
