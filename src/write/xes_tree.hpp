// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "write/text_output.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// One attribute that may be written.
struct XesLeaf {
    std::string_view element; ///< string, date, int, float, boolean, id
    std::size_t source = 0;   ///< which value: the caller's number
};

/// Attributes of one owner (the log, a trace, an event) as the tree that their names describe:
/// paths of keys with tabs between, an empty piece before the number of an item of a list
/// (log/xes_names.hpp). Built once, written for each owner with the values that it has.
///
///     XesTree tree;
///     tree.add("cost", {.element = "int", .source = 0});
///     tree.add("cost\tcurrency", {.element = "string", .source = 1});
///     tree.arrange();
///     tree.write(out, values, "\t\t\t");
class XesTree {
public:
    void add(std::string_view path, const XesLeaf& leaf);
    /// To be called when all are added.
    void arrange();

    /// Writes those whose value, at the leaf's number, isn't none. An attribute that holds others
    /// and has no value of its own is a container, or a list.
    void write(TextOutput& out, std::span<const LogValue> values, std::string_view indent);

private:
    struct Node {
        std::string key;
        std::size_t parent = 0;
        std::uint64_t item = 0; ///< of the parent's list, from 1; 0: no item
        std::vector<XesLeaf> leaves;
        std::vector<std::size_t> children;
        bool is_list = false; ///< stands for the list of the key, which holds the items
    };
    /// A node on its way to be written: entered, or to be closed.
    struct Move {
        std::size_t node = 0;
        bool closes = false;
        std::string_view element; ///< that is closed
    };

    [[nodiscard]] std::size_t child(std::size_t parent, std::string_view key, std::uint64_t item,
                                    bool is_list);
    void open(TextOutput& out, const Node& node, std::span<const LogValue> values);
    void push_children(const Node& node);
    void line(TextOutput& out, std::string_view indent) const;

    std::vector<Node> nodes_ = std::vector<Node>(1);
    std::vector<std::size_t> order_; ///< parents before their children
    std::vector<char> present_;
    std::vector<Move> moves_;
    std::size_t depth_ = 0;
    std::string_view indent_;
};

/// The text within an attribute's quotes.
void write_escaped(TextOutput& out, std::string_view text);

} // namespace tertib
