// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "base/json_view.hpp"

#include "base/json_writer.hpp"
#include "tertib/base/text.hpp"

#include <charconv>

namespace tertib {
namespace {

std::string_view kind_name(JsonKind kind) {
    switch (kind) {
    case JsonKind::null: return "null";
    case JsonKind::truth: return "true or false";
    case JsonKind::number: return "a number";
    case JsonKind::text: return "a text";
    case JsonKind::array: return "a list";
    case JsonKind::object: return "an object";
    }
    return "";
}

/// The first code points of a text, so that a message stays readable.
std::string cut(std::string_view text) {
    constexpr std::size_t longest = 80;
    std::size_t at = 0;
    for (std::size_t n = 0; n < longest && at < text.size(); ++n) {
        [[maybe_unused]] const char32_t skipped = next_code_point(text, at);
    }
    return at < text.size() ? std::string(text.substr(0, at)) + "…" : std::string(text);
}

/// A value, or the bracket that begins it.
void write_start(JsonWriter& json, JsonKind kind, std::string_view text) {
    if (kind == JsonKind::array) {
        json.begin_array(JsonWriter::Shape::line);
    } else if (kind == JsonKind::object) {
        json.begin_object(JsonWriter::Shape::line);
    } else if (kind == JsonKind::text) {
        json.text(text);
    } else {
        json.raw(text);
    }
}

void write_end(JsonWriter& json, JsonKind kind) {
    if (kind == JsonKind::array) {
        json.end_array();
    } else if (kind == JsonKind::object) {
        json.end_object();
    }
}

} // namespace

std::string shown(std::string_view text) {
    return json_quoted(cut(text));
}

std::string_view JsonView::raw_text() const {
    return std::string_view(tree_->texts).substr(node().text_at, node().text_size);
}

std::string_view JsonView::key() const {
    const std::uint32_t parent = node().parent;
    if (parent == detail::no_node || tree_->nodes[parent].kind != JsonKind::object) {
        return {};
    }
    return std::string_view(tree_->texts).substr(node().key_at, node().key_size);
}

std::optional<JsonView> JsonView::find(std::string_view name) const {
    must_be(JsonKind::object);
    for (const JsonView value : *this) {
        if (value.key() == name) {
            return value;
        }
    }
    return std::nullopt;
}

std::optional<JsonView> JsonView::find_value(std::string_view name) const {
    const std::optional<JsonView> value = find(name);
    return value && !value->is_null() ? value : std::nullopt;
}

JsonView JsonView::member(std::string_view name) const {
    const std::optional<JsonView> value = find(name);
    if (!value) {
        refuse("has no member " + shown(name));
    }
    return *value;
}

JsonView JsonView::array() const {
    must_be(JsonKind::array);
    return *this;
}

JsonView JsonView::object() const {
    must_be(JsonKind::object);
    return *this;
}

std::string_view JsonView::text() const {
    must_be(JsonKind::text);
    return raw_text();
}

bool JsonView::truth() const {
    must_be(JsonKind::truth);
    return raw_text() == "true";
}

std::uint32_t JsonView::count() const {
    must_be(JsonKind::number);
    const std::string_view written = raw_text();
    std::uint32_t value = 0;
    const auto [end, trouble] =
        std::from_chars(written.data(), written.data() + written.size(), value);
    if (trouble != std::errc() || end != written.data() + written.size()) {
        refuse("is no whole number from 0 to 4294967295");
    }
    return value;
}

std::int64_t JsonView::whole(std::int64_t low, std::int64_t high) const {
    must_be(JsonKind::number);
    const std::string_view written = raw_text();
    std::int64_t value = 0;
    const auto [end, trouble] =
        std::from_chars(written.data(), written.data() + written.size(), value);
    if (trouble != std::errc() || end != written.data() + written.size() || value < low ||
        value > high) {
        refuse("is no whole number from " + std::to_string(low) + " to " + std::to_string(high));
    }
    return value;
}

Decimal JsonView::decimal() const {
    must_be(JsonKind::number);
    const std::optional<Decimal> value = Decimal::parse(raw_text());
    if (!value) {
        refuse("is no decimal number that can be kept exactly (digits, at most 9 decimals)");
    }
    return *value;
}

std::vector<std::string> JsonView::texts() const {
    std::vector<std::string> all;
    all.reserve(array().size());
    for (const JsonView value : *this) {
        all.emplace_back(value.text());
    }
    return all;
}

std::string JsonView::text_or_empty(std::string_view name) const {
    const std::optional<JsonView> value = find(name);
    return value ? std::string(value->text()) : std::string();
}

std::vector<std::string> JsonView::texts_or_empty(std::string_view name) const {
    const std::optional<JsonView> value = find(name);
    return value ? value->texts() : std::vector<std::string>();
}

bool JsonView::truth_or_false(std::string_view name) const {
    const std::optional<JsonView> value = find(name);
    return value && value->truth();
}

std::optional<std::string> JsonView::optional_text(std::string_view name) const {
    const std::optional<JsonView> value = find_value(name);
    return value ? std::optional(std::string(value->text())) : std::nullopt;
}

std::string JsonView::pointer() const {
    std::vector<std::uint32_t> path;
    for (std::uint32_t at = node_; tree_->nodes[at].parent != detail::no_node;
         at = tree_->nodes[at].parent) {
        path.push_back(at);
    }
    std::string pointer;
    for (auto at = path.rbegin(); at != path.rend(); ++at) {
        const detail::JsonNode& step = tree_->nodes[*at];
        pointer += tree_->nodes[step.parent].kind == JsonKind::array
                       ? "/" + std::to_string(step.key_at)
                       : pointer_step(JsonView(tree_, *at).key());
    }
    return pointer;
}

std::string JsonView::json() const {
    const std::vector<detail::JsonNode>& nodes = tree_->nodes;
    JsonWriter json;
    std::uint32_t at = node_;
    while (true) {
        const detail::JsonNode& value = nodes[at];
        if (at != node_ && nodes[value.parent].kind == JsonKind::object) {
            json.key(JsonView(tree_, at).key());
        }
        write_start(json, value.kind, JsonView(tree_, at).raw_text());
        if (value.first != detail::no_node) {
            at = value.first;
            continue;
        }
        write_end(json, value.kind);
        while (at != node_ && nodes[at].next == detail::no_node) {
            at = nodes[at].parent;
            write_end(json, nodes[at].kind);
        }
        if (at == node_) {
            break;
        }
        at = nodes[at].next;
    }
    std::string text = json.take();
    text.pop_back(); // the line end
    return text;
}

void JsonView::must_be(JsonKind wanted) const {
    if (kind() != wanted) {
        refuse("must be " + std::string(kind_name(wanted)) + ", not " +
               std::string(kind_name(kind())));
    }
}

void JsonView::refuse_word(std::string_view known) const {
    refuse("is " + shown(text()) + ", but must be one of " + std::string(known));
}

void JsonView::refuse(std::string_view reason) const {
    const std::string place = pointer();
    std::string message = "the document";
    if (!place.empty()) {
        const std::string quoted = json_quoted(cut(place)); // control characters made visible
        message = quoted.substr(1, quoted.size() - 2);
    }
    throw Error(ErrorCode::format, message + ": " + std::string(reason));
}

} // namespace tertib
