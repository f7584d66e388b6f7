// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0

#include "base/parsed_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace tertib {
namespace {

using detail::JsonNode;
using detail::JsonTree;
using detail::no_node;

/// Takes the parser's events. Every function answers whether to go on; trouble that is ours is
/// thrown (the parser holds nothing that this would leak).
class TreeMaker {
public:
    TreeMaker(JsonTree& tree, const JsonLimits& limits) : tree_(tree), limits_(limits) {}

    bool null() { return add(JsonKind::null, "null"); }
    bool boolean(bool value) { return add(JsonKind::truth, value ? "true" : "false"); }
    bool number_integer(std::int64_t value) { return add(JsonKind::number, std::to_string(value)); }
    bool number_unsigned(std::uint64_t value) {
        return add(JsonKind::number, std::to_string(value));
    }
    bool number_float(double, const std::string& written) { return add(JsonKind::number, written); }
    bool string(std::string& value) {
        const bool added = add(JsonKind::text, value);
        refuse_nul(value);
        return added;
    }
    bool binary(nlohmann::json::binary_t&) { return false; } // no such thing in JSON text

    bool start_object(std::size_t) { return open(JsonKind::object); }
    bool key(std::string& name) {
        key_ = keep(name);
        key_size_ = static_cast<std::uint32_t>(name.size());
        return true;
    }
    bool end_object() {
        refuse_twice();
        open_.pop_back();
        return true;
    }
    bool start_array(std::size_t) { return open(JsonKind::array); }
    bool end_array() {
        open_.pop_back();
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception&) {
        broken_at_ = position;
        return false;
    }

    [[nodiscard]] std::size_t broken_at() const noexcept { return broken_at_; }

private:
    struct Open {
        std::uint32_t node = no_node;
        std::uint32_t last = no_node; ///< the value that came last
    };

    std::uint32_t keep(std::string_view text) {
        const std::size_t at = tree_.texts.size();
        tree_.texts += text;
        return static_cast<std::uint32_t>(at);
    }

    bool add(JsonKind kind, std::string_view text) {
        if (tree_.nodes.size() >= limits_.values) {
            throw Error(ErrorCode::limit, "the JSON text has more than " +
                                              std::to_string(limits_.values) + " values");
        }
        JsonNode node;
        node.kind = kind;
        node.text_at = keep(text);
        node.text_size = static_cast<std::uint32_t>(text.size());
        const auto index = static_cast<std::uint32_t>(tree_.nodes.size());
        if (!open_.empty()) {
            link(node, index);
        }
        tree_.nodes.push_back(node);
        return true;
    }

    void link(JsonNode& node, std::uint32_t index) {
        Open& around = open_.back();
        JsonNode& parent = tree_.nodes[around.node];
        node.parent = around.node;
        if (parent.kind == JsonKind::object) {
            node.key_at = key_;
            node.key_size = key_size_;
        } else {
            node.key_at = parent.size;
        }
        ++parent.size;
        (around.last == no_node ? parent.first : tree_.nodes[around.last].next) = index;
        around.last = index;
    }

    bool open(JsonKind kind) {
        if (open_.size() >= limits_.depth) {
            throw Error(ErrorCode::limit, "the JSON text is nested more than " +
                                              std::to_string(limits_.depth) + " levels deep");
        }
        add(kind, {});
        open_.push_back({static_cast<std::uint32_t>(tree_.nodes.size() - 1), no_node});
        return true;
    }

    void refuse_nul(std::string_view text) const {
        if (text.find('\0') != std::string_view::npos) {
            JsonView(&tree_, static_cast<std::uint32_t>(tree_.nodes.size() - 1))
                .refuse("holds the character U+0000");
        }
    }

    /// Readers differ in which of two members of one name they take, so there must be one.
    void refuse_twice() const {
        std::vector<std::string_view> keys;
        const JsonView object(&tree_, open_.back().node);
        keys.reserve(object.size());
        for (const JsonView value : object) {
            keys.push_back(value.key());
        }
        std::ranges::sort(keys);
        const auto twice = std::ranges::adjacent_find(keys);
        if (twice != keys.end()) {
            object.refuse("has two members " + shown(*twice));
        }
        const auto nul = std::ranges::find_if(
            keys, [](std::string_view key) { return key.find('\0') != std::string_view::npos; });
        if (nul != keys.end()) {
            object.refuse("has a member with U+0000 in its name");
        }
    }

    JsonTree& tree_;
    const JsonLimits& limits_;
    std::vector<Open> open_;
    std::uint32_t key_ = 0;
    std::uint32_t key_size_ = 0;
    std::size_t broken_at_ = 0;
};

/// Line and column of the byte that the parser stumbled over; it counts from 1.
Position position_of(std::string_view text, std::size_t byte) {
    const std::string_view before = text.substr(0, byte > 0 ? std::min(byte - 1, text.size()) : 0);
    Position position;
    position.row = 1 + std::ranges::count(before, '\n');
    const std::size_t line = before.rfind('\n');
    position.column = static_cast<std::int64_t>(
        line == std::string_view::npos ? before.size() + 1 : before.size() - line);
    return position;
}

} // namespace

ParsedJson ParsedJson::read(std::string_view text, JsonLimits limits) {
    // Places of texts are kept in 32 bits, whatever the limit says.
    limits.bytes = std::min(limits.bytes, std::size_t{1} << 31);
    if (text.size() > limits.bytes) {
        throw Error(ErrorCode::limit,
                    "the JSON text has more than " + std::to_string(limits.bytes) + " bytes");
    }
    ParsedJson document;
    TreeMaker maker(document.tree_, limits);
    if (!nlohmann::json::sax_parse(text.begin(), text.end(), &maker)) {
        const Position position = position_of(text, maker.broken_at());
        throw Error(ErrorCode::format,
                    "not JSON in UTF-8 from line " + std::to_string(position.row) + ", column " +
                        std::to_string(position.column) + " on",
                    position);
    }
    return document;
}

} // namespace tertib
