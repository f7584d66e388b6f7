// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/xml_scanner.hpp"

#include "read/xml_character.hpp"
#include "tertib/base/text.hpp"

#include <algorithm>
#include <utility>

namespace tertib {
namespace {

std::string_view between(const char* from, const char* to) noexcept {
    return {from, static_cast<std::size_t>(to - from)};
}

/// The text of an error must not be as long as a hostile name.
std::string shown(std::string_view name) {
    constexpr std::size_t longest = 60;
    if (name.size() <= longest) {
        return std::string(name);
    }
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return std::string(name.substr(0, end)) + "…";
}

} // namespace

XmlScanner::XmlScanner(ByteSource source, const XmlLimits& limits)
    : limits_(limits),
      window_(std::move(source), limits.max_tag),
      attributes_(limits.max_attributes) {}

std::string_view XmlScanner::innermost() const noexcept {
    return std::string_view(names_).substr(open_.back());
}

XmlToken XmlScanner::next() {
    while (find_tag()) {
        tag_ = window_.at();
        tag_line_ = window_.mark();
        if (at_end(tag_ + 1)) {
            need_more("a tag");
            continue;
        }
        const char second = tag_[1];
        if (second == '!' || second == '?') {
            take_oddity();
            continue;
        }
        return second == '/' ? take_end() : take_begin();
    }
    tag_ = window_.at();
    tag_line_ = window_.mark();
    if (!open_.empty()) {
        refuse(ErrorCode::format, "the text ends, but <" + shown(innermost()) + "> doesn't");
    }
    if (!root_seen_) {
        refuse(ErrorCode::format, "the text ends without an element");
    }
    name_ = {};
    count_ = 0;
    return XmlToken::nothing;
}

/// Goes to the next "<"; false at the end of the text.
bool XmlScanner::find_tag() {
    const char* at = window_.at();
    while (*at != '<') {
        if (*at == '\n') {
            window_.begin_line(++at);
        } else if (is_xml(*at, XmlKind::blank)) {
            ++at;
        } else if (at_end(at)) {
            window_.take(at);
            if (!window_.more()) {
                return false;
            }
            at = window_.at();
        } else {
            at = pass_words(at);
        }
    }
    window_.take(at);
    return true;
}

/// Passes over text that is none of a log's, up to a line's end at most.
const char* XmlScanner::pass_words(const char* at) {
    if (open_.empty()) {
        window_.refuse(ErrorCode::format, at, "text stands outside of all elements");
    }
    if (*at == '\0') {
        window_.refuse(ErrorCode::format, at, "a control character that XML doesn't allow");
    }
    note_text();
    return std::find_if(at, window_.end(),
                        [](char c) { return c == '<' || c == '\n' || c == '\0'; });
}

void XmlScanner::note_text() {
    if (texts_++ == 0) {
        text_line_ = window_.mark().line;
    }
}

void XmlScanner::need_more(const char* what) {
    if (!window_.more()) {
        window_.refuse(ErrorCode::format, window_.at(),
                       "the text ends within " + std::string(what));
    }
    tag_ = window_.at();
    tag_line_ = window_.mark();
}

/// A comment, a processing instruction, CDATA, or what only a DTD has.
void XmlScanner::take_oddity() {
    constexpr std::string_view longest = "<![CDATA[";
    while (window_.end() - window_.at() < static_cast<std::ptrdiff_t>(longest.size()) &&
           window_.more()) {
    }
    tag_ = window_.at();
    const std::string_view front = between(tag_, window_.end());
    if (front.starts_with("<!--")) {
        window_.take(tag_ + 4);
        pass_until("-->", "a comment");
    } else if (front.starts_with(longest)) {
        if (open_.empty()) {
            window_.refuse(ErrorCode::format, tag_, "text stands outside of all elements");
        }
        note_text();
        window_.take(tag_ + longest.size());
        pass_until("]]>", "CDATA");
    } else if (front.starts_with("<?xml") && front.size() > 5 && is_xml(front[5], XmlKind::blank)) {
        take_declaration();
    } else if (front.starts_with("<?")) {
        window_.take(tag_ + 2);
        pass_until("?>", "a processing instruction");
    } else {
        window_.refuse(
            ErrorCode::limit, tag_,
            "a DOCTYPE or other declaration is refused (limit: no DTD and no entities of "
            "one's own)");
    }
}

void XmlScanner::take_declaration() {
    while (between(window_.at(), window_.end()).find("?>") == std::string_view::npos) {
        need_more("the XML declaration");
    }
    std::string_view text = between(window_.at(), window_.end());
    text = text.substr(0, text.find("?>"));
    const std::size_t member = text.find("encoding");
    if (member != std::string_view::npos) {
        const std::size_t open = std::min(text.find_first_of("\"'", member), text.size() - 1);
        const std::size_t close = std::min(text.find(text[open], open + 1), text.size());
        const std::string encoding = lower(text.substr(open + 1, close - open - 1));
        if (encoding != "utf-8" && encoding != "utf8" && encoding != "us-ascii" &&
            encoding != "ascii") {
            window_.refuse(ErrorCode::unsupported, window_.at(),
                           "the text says that it is " + shown(encoding) + "; save it as UTF-8");
        }
    }
    window_.pass(text.data() + text.size() + 2);
}

void XmlScanner::pass_until(std::string_view mark, const char* what) {
    while (true) {
        const std::string_view seen = between(window_.at(), window_.end());
        const std::size_t found = seen.find(mark);
        if (found != std::string_view::npos) {
            window_.pass(seen.data() + found + mark.size());
            return;
        }
        const std::size_t kept = std::min(seen.size(), mark.size() - 1);
        window_.pass(window_.end() - kept);
        need_more(what);
    }
}

XmlToken XmlScanner::take_begin() {
    while (true) {
        const char* const name = tag_ + 1;
        if (!is_xml(*name, XmlKind::begins_name)) {
            window_.refuse(ErrorCode::format, name, "a tag's name is expected after <");
        }
        const char* const name_end = pass_xml(name, XmlKind::in_name);
        count_ = 0;
        encoded_.clear();
        lines_within_ = false;
        const char* const stop = scan_attributes(name_end);
        if (stop != nullptr) {
            name_ = between(name, name_end);
            const bool whole = *stop == '/';
            finish(stop + (whole ? 2 : 1));
            if (!encoded_.empty()) {
                decode_values();
            }
            check_depth();
            if (whole) {
                return XmlToken::whole;
            }
            open_.push_back(names_.size());
            names_ += name_;
            return XmlToken::begin;
        }
        need_more("a tag");
    }
}

void XmlScanner::check_depth() {
    if (open_.empty() && root_seen_) {
        refuse(ErrorCode::format, "a second element <" + shown(name_) + "> follows the first");
    }
    if (open_.size() >= limits_.max_depth) {
        refuse(ErrorCode::limit, "the elements are nested deeper than " +
                                     std::to_string(limits_.max_depth) + " (limit max_depth)");
    }
    root_seen_ = true;
}

/// Everything up to the tag's ">" or "/>", where it stops; nullptr where the window ends before.
const char* XmlScanner::scan_attributes(const char* at) {
    while (true) {
        const char* next = at;
        for (; is_xml(*next, XmlKind::blank); ++next) {
            lines_within_ = lines_within_ || *next == '\n';
        }
        if (*next == '>') {
            return next;
        }
        if (at_end(next) || (*next == '/' && at_end(next + 1))) {
            return nullptr;
        }
        if (*next == '/' && next[1] == '>') {
            return next;
        }
        if (next == at || !is_xml(*next, XmlKind::begins_name)) {
            window_.refuse(ErrorCode::format, next,
                           "an attribute or the end of the tag is expected");
        }
        at = scan_attribute(next);
        if (at == nullptr) {
            return nullptr;
        }
    }
}

const char* XmlScanner::scan_attribute(const char* at) {
    const char* const name_end = pass_xml(at, XmlKind::in_name);
    const char* next = name_end;
    if (next[0] != '=' || (next[1] != '"' && next[1] != '\'')) {
        next = find_quote(next);
        if (next == nullptr) {
            return nullptr;
        }
    } else {
        ++next;
    }
    const char* const value = next + 1;
    encoded_value_ = false;
    const char* value_end = pass_plain_xml(value, window_.end(), *next);
    if (*value_end != *next) {
        value_end = scan_value(value_end, *next);
        if (value_end == nullptr) {
            return nullptr;
        }
    }
    add_attribute(between(at, name_end), between(value, value_end));
    return value_end + 1;
}

/// The quote that begins a value, behind = and white space; nullptr where the window ends before.
const char* XmlScanner::find_quote(const char* at) {
    const char* next = pass_xml(at, XmlKind::blank);
    if (at_end(next)) {
        return nullptr;
    }
    if (*next != '=') {
        window_.refuse(ErrorCode::format, next, "= is expected after the name of an attribute");
    }
    next = pass_xml(next + 1, XmlKind::blank);
    lines_within_ = lines_within_ || std::find(at, next, '\n') != next;
    if (at_end(next)) {
        return nullptr;
    }
    if (*next != '"' && *next != '\'') {
        window_.refuse(ErrorCode::format, next, "the value of an attribute stands in quotes");
    }
    return next;
}

/// The closing quote of a value that must be decoded; nullptr where the window ends before.
const char* XmlScanner::scan_value(const char* at, char quote) {
    while (*at != quote) {
        if (at_end(at)) {
            return nullptr;
        }
        if (*at != '&' && !is_xml(*at, XmlKind::blank)) {
            window_.refuse(ErrorCode::format, at,
                           *at == '<' ? "< may not stand in a value; write &lt;"
                                      : "a control character that XML doesn't allow");
        }
        encoded_value_ = true;
        lines_within_ = lines_within_ || *at == '\n';
        at = pass_plain_xml(at + 1, window_.end(), quote);
    }
    return at;
}

void XmlScanner::add_attribute(std::string_view name, std::string_view value) {
    const char* const at = name.data();
    for (const XmlAttribute& before : attributes()) {
        if (before.name == name) {
            window_.refuse(ErrorCode::format, at,
                           "the attribute " + shown(name) + " is here twice");
        }
    }
    if (count_ == attributes_.size()) {
        window_.refuse(ErrorCode::limit, at,
                       "a tag has more than " + std::to_string(limits_.max_attributes) +
                           " attributes (limit max_attributes)");
    }
    if (encoded_value_) {
        encoded_.push_back(count_);
    }
    attributes_[count_++] = {name, value};
}

/// Passes over the tag that was scanned.
void XmlScanner::finish(const char* after) {
    if (static_cast<std::size_t>(after - tag_) > limits_.max_tag) {
        window_.refuse(ErrorCode::limit, tag_,
                       "what begins here has more than " + std::to_string(limits_.max_tag) +
                           " bytes (limit max_tag)");
    }
    if (lines_within_) {
        window_.pass(after);
    } else {
        window_.take(after);
    }
}

void XmlScanner::decode_values() {
    std::size_t room = 0;
    for (const std::size_t index : encoded_) {
        room += attributes_[index].value.size(); // what a reference means is never longer
    }
    decoded_.clear();
    decoded_.reserve(room);
    for (const std::size_t index : encoded_) {
        const std::size_t begin = decoded_.size();
        decode(attributes_[index].value);
        attributes_[index].value = std::string_view(decoded_).substr(begin);
    }
}

/// Appends the value as XML means it: references as what they stand for, white space as blanks.
void XmlScanner::decode(std::string_view raw) {
    while (!raw.empty()) {
        const std::size_t plain = std::min(raw.find_first_of("&\t\n\r"), raw.size());
        decoded_ += raw.substr(0, plain);
        raw.remove_prefix(plain);
        if (raw.empty()) {
            return;
        }
        if (raw.front() == '&') {
            raw.remove_prefix(decode_reference(raw));
            continue;
        }
        decoded_ += ' ';
        raw.remove_prefix(raw.starts_with("\r\n") ? 2 : 1);
    }
}

/// Appends what the reference means that the text begins with; how long it is.
std::size_t XmlScanner::decode_reference(std::string_view raw) {
    constexpr std::size_t longest = 64;
    const std::size_t end = raw.substr(0, longest).find(';');
    const std::string_view reference = raw.substr(1, end == std::string_view::npos ? 0 : end - 1);
    const std::uint32_t character = xml_reference(reference);
    if (character == 0) {
        const char* const at = raw.data();
        XmlWindow::refuse(ErrorCode::format, XmlWindow::position(tag_line_, at),
                          end == std::string_view::npos
                              ? "& begins a reference, which must end in ;"
                              : "&" + shown(reference) + "; is no reference that XML knows");
    }
    append_code_point(decoded_, character);
    return end + 1;
}

XmlToken XmlScanner::take_end() {
    while (true) {
        const char* const name = tag_ + 2;
        const char* const name_end = pass_xml(name, XmlKind::in_name);
        const char* const stop = pass_xml(name_end, XmlKind::blank);
        if (at_end(stop)) {
            need_more("a tag");
            continue;
        }
        name_ = between(name, name_end);
        if (*stop != '>' || open_.empty() || name_ != innermost()) {
            refuse(ErrorCode::format, open_.empty()
                                          ? "a tag ends what didn't begin"
                                          : "</" + shown(innermost()) + "> is expected here");
        }
        count_ = 0;
        lines_within_ = std::find(name_end, stop, '\n') != stop;
        names_.resize(open_.back());
        open_.pop_back();
        finish(stop + 1);
        return XmlToken::end;
    }
}

} // namespace tertib
