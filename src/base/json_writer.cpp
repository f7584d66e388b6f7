// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "base/json_writer.hpp"

#include "tertib/base/text.hpp"

namespace tertib {
namespace {

/// A name out of a step of a JSON pointer (RFC 6901, section 4).
std::string unescaped(std::string_view step) {
    std::string name;
    for (std::size_t at = 0; at < step.size(); ++at) {
        const bool escape = step[at] == '~' && at + 1 < step.size();
        if (escape && (step[at + 1] == '0' || step[at + 1] == '1')) {
            name += step[++at] == '0' ? '~' : '/';
        } else {
            name += step[at];
        }
    }
    return name;
}

void append_escape(std::string& out, char32_t control) {
    constexpr std::string_view digits = "0123456789abcdef";
    out += "\\u00";
    out += digits[control >> 4];
    out += digits[control & 15U];
}

} // namespace

std::string json_quoted(std::string_view text) {
    std::string out = "\"";
    out.reserve(text.size() + 2);
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        switch (c) {
        case U'"': out += "\\\""; break;
        case U'\\': out += "\\\\"; break;
        case U'\n': out += "\\n"; break;
        case U'\r': out += "\\r"; break;
        case U'\t': out += "\\t"; break;
        default:
            if (c < 0x20 || c == 0x7f) {
                append_escape(out, c);
            } else {
                append_code_point(out, c);
            }
        }
    }
    return out + '"';
}

std::string pointer_step(std::string_view name) {
    std::string step = "/";
    for (const char c : name) {
        if (c == '~') {
            step += "~0";
        } else if (c == '/') {
            step += "~1";
        } else {
            step += c;
        }
    }
    return step;
}

void JsonWriter::add_later(std::string_view pointer, std::string json) {
    const std::size_t slash = pointer.rfind('/');
    if (slash == std::string_view::npos) {
        return; // the whole document, or no pointer: there is no object for it
    }
    later_[std::string(pointer.substr(0, slash))].emplace_back(unescaped(pointer.substr(slash + 1)),
                                                               std::move(json));
}

void JsonWriter::begin(char bracket, Shape shape) {
    before_value();
    const bool on_line = !levels_.empty() && levels_.back().shape == Shape::line;
    out_ += bracket;
    Level level;
    level.shape = on_line ? Shape::line : shape;
    level.object = bracket == '{';
    levels_.push_back(std::move(level));
}

void JsonWriter::end(char bracket) {
    const Level level = std::move(levels_.back());
    levels_.pop_back();
    if (level.count > 0 && level.shape == Shape::block) {
        new_line(levels_.size());
    }
    out_ += bracket;
}

void JsonWriter::end_object() {
    write_later();
    end('}');
}

void JsonWriter::new_line(std::size_t depth) {
    out_ += '\n';
    out_.append(2 * depth, ' ');
}

void JsonWriter::before_value() {
    if (levels_.empty() || levels_.back().object) {
        return; // in an object the key has already made room
    }
    Level& level = levels_.back();
    if (level.count++ > 0) {
        out_ += level.shape == Shape::line ? ", " : ",";
    }
    if (level.shape == Shape::block) {
        new_line(levels_.size());
    }
}

void JsonWriter::key(std::string_view name) {
    Level& level = levels_.back();
    if (level.count++ > 0) {
        out_ += level.shape == Shape::line ? ", " : ",";
    }
    if (level.shape == Shape::block) {
        new_line(levels_.size());
    }
    out_ += json_quoted(name);
    out_ += ": ";
    if (!later_.empty()) {
        level.key = name;
        level.keys.emplace(name);
    }
}

void JsonWriter::text(std::string_view value) {
    raw(json_quoted(value));
}
void JsonWriter::number(std::int64_t value) {
    raw(std::to_string(value));
}
void JsonWriter::number(Decimal value) {
    raw(value.text());
}
void JsonWriter::truth(bool value) {
    raw(value ? "true" : "false");
}
void JsonWriter::null() {
    raw("null");
}

void JsonWriter::raw(std::string_view json) {
    before_value();
    out_ += json;
}

void JsonWriter::member(std::string_view name, std::string_view value) {
    key(name);
    text(value);
}

void JsonWriter::member_number(std::string_view name, std::int64_t value) {
    key(name);
    number(value);
}

void JsonWriter::member_truth(std::string_view name, bool value) {
    key(name);
    truth(value);
}

void JsonWriter::member_or_null(std::string_view name, const std::optional<std::string>& value) {
    key(name);
    if (value) {
        text(*value);
    } else {
        null();
    }
}

void JsonWriter::member(std::string_view name, std::span<const std::string> values) {
    key(name);
    begin_array(values.size() < 2 ? Shape::line : Shape::block);
    for (const std::string& value : values) {
        text(value);
    }
    end_array();
}

std::string JsonWriter::pointer() const {
    std::string pointer;
    for (std::size_t i = 0; i + 1 < levels_.size(); ++i) {
        const Level& level = levels_[i];
        pointer += level.object ? pointer_step(level.key) : "/" + std::to_string(level.count - 1);
    }
    return pointer;
}

void JsonWriter::write_later() {
    if (later_.empty()) {
        return;
    }
    const auto found = later_.find(pointer());
    if (found == later_.end()) {
        return;
    }
    for (const auto& [name, json] : found->second) {
        if (!levels_.back().keys.contains(name)) {
            key(name);
            raw(json);
        }
    }
}

std::string JsonWriter::take() {
    out_ += '\n';
    return std::move(out_);
}

} // namespace tertib
