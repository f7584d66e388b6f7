// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "write/xes_tree.hpp"

#include "log/xes_names.hpp"
#include "tertib/base/text.hpp"

#include <algorithm>
#include <charconv>
#include <utility>
#include <variant>

namespace tertib {
namespace {

/// A number of an item, 0 for what is none.
std::uint64_t item_number(std::string_view text) {
    std::uint64_t number = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    return error == std::errc() && stop == end ? number : 0;
}

bool is_none(const LogValue& value) noexcept {
    return std::holds_alternative<std::monostate>(value);
}

/// Characters that an attribute's value can't hold as they are.
bool is_special(char c) noexcept {
    return c == '&' || c == '<' || c == '>' || c == '"' || static_cast<unsigned char>(c) < 0x20;
}

std::string_view spelled_special(char c) noexcept {
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\t': return "&#9;";
    case '\n': return "&#10;";
    case '\r': return "&#13;";
    default: return "\xEF\xBF\xBD";
    }
}

} // namespace

void write_escaped(TextOutput& out, std::string_view text) {
    while (!text.empty()) {
        const auto* const special = std::ranges::find_if(text, is_special);
        const auto plain = static_cast<std::size_t>(special - text.begin());
        out << text.substr(0, plain);
        if (plain == text.size()) {
            return;
        }
        out << spelled_special(text[plain]);
        text.remove_prefix(plain + 1);
    }
}

std::size_t XesTree::child(std::size_t parent, std::string_view key, std::uint64_t item,
                           bool is_list) {
    for (const std::size_t each : nodes_[parent].children) {
        const Node& node = nodes_[each];
        if (node.key == key && node.item == item && node.is_list == is_list) {
            return each;
        }
    }
    const std::size_t made = nodes_.size();
    nodes_.push_back({.key = std::string(key),
                      .parent = parent,
                      .item = item,
                      .leaves = {},
                      .children = {},
                      .is_list = is_list});
    nodes_[parent].children.push_back(made);
    return made;
}

void XesTree::add(std::string_view path, const XesLeaf& leaf) {
    const std::vector<std::string_view> pieces = split(path, xes_separator);
    std::size_t node = 0;
    std::uint64_t item = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        // key, "", number, key of the item: the key is a list.
        const bool is_list =
            i + 3 < pieces.size() && pieces[i + 1].empty() && item_number(pieces[i + 2]) != 0;
        node = child(node, pieces[i], item, is_list);
        item = 0;
        if (is_list) {
            item = item_number(pieces[i + 2]);
            i += 2;
        }
    }
    nodes_[node].leaves.push_back(leaf);
}

void XesTree::arrange() {
    order_.clear();
    order_.push_back(0);
    for (std::size_t i = 0; i < order_.size(); ++i) {
        std::vector<std::size_t>& children = nodes_[order_[i]].children;
        if (nodes_[order_[i]].is_list) {
            std::ranges::sort(children, [&](std::size_t a, std::size_t b) {
                return std::pair(nodes_[a].item, a) < std::pair(nodes_[b].item, b);
            });
        }
        order_.insert(order_.end(), children.begin(), children.end());
    }
}

void XesTree::write(TextOutput& out, std::span<const LogValue> values, std::string_view indent) {
    present_.assign(nodes_.size(), 0);
    for (std::size_t i = order_.size(); i-- > 1;) {
        const Node& node = nodes_[order_[i]];
        const bool valued = std::ranges::any_of(
            node.leaves, [&](const XesLeaf& leaf) { return !is_none(values[leaf.source]); });
        if (valued || present_[order_[i]] != 0) {
            present_[order_[i]] = 1;
            present_[node.parent] = 1;
        }
    }
    moves_.clear();
    depth_ = 0;
    indent_ = indent;
    push_children(nodes_.front());
    while (!moves_.empty()) {
        const Move move = moves_.back();
        moves_.pop_back();
        if (!move.closes) {
            open(out, nodes_[move.node], values);
            continue;
        }
        --depth_;
        if (nodes_[move.node].is_list) {
            line(out, "\t");
            out << "</values>";
        }
        line(out, {});
        out << "</" << move.element << ">";
    }
}

void XesTree::line(TextOutput& out, std::string_view more) const {
    out << "\n" << indent_;
    for (std::size_t i = 0; i < depth_; ++i) {
        out << "\t";
    }
    out << more;
}

/// The last goes first onto the stack.
void XesTree::push_children(const Node& node) {
    for (std::size_t i = node.children.size(); i-- > 0;) {
        if (present_[node.children[i]] != 0) {
            moves_.push_back({.node = node.children[i], .closes = false, .element = {}});
        }
    }
}

/// Writes the node's attributes; what lies within goes into the first of them.
void XesTree::open(TextOutput& out, const Node& node, std::span<const LogValue> values) {
    const bool holds =
        std::ranges::any_of(node.children, [&](std::size_t each) { return present_[each] != 0; });
    std::string_view holder = node.is_list ? "list" : "container";
    std::size_t holder_leaf = node.leaves.size();
    for (std::size_t i = 0; i < node.leaves.size(); ++i) {
        const XesLeaf& leaf = node.leaves[i];
        if (is_none(values[leaf.source])) {
            continue;
        }
        if (holds && holder_leaf == node.leaves.size()) {
            holder = leaf.element;
            holder_leaf = i;
            continue; // the last to be written, since its children follow
        }
        line(out, {});
        out << "<" << leaf.element << " key=\"";
        write_escaped(out, node.key);
        out << "\" value=\"";
        write_escaped(out, spelled(values[leaf.source]));
        out << "\"/>";
    }
    if (!holds) {
        return;
    }
    line(out, {});
    out << "<" << holder << " key=\"";
    write_escaped(out, node.key);
    if (holder_leaf != node.leaves.size()) {
        out << "\" value=\"";
        write_escaped(out, spelled(values[node.leaves[holder_leaf].source]));
    }
    out << "\">";
    if (node.is_list) {
        line(out, "\t");
        out << "<values>";
    }
    ++depth_;
    moves_.push_back({.node = static_cast<std::size_t>(&node - nodes_.data()),
                      .closes = true,
                      .element = holder});
    push_children(node);
}

} // namespace tertib
