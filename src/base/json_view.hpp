// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/decimal.hpp"
#include "tertib/base/error.hpp"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

enum class JsonKind : std::uint8_t { null, truth, number, text, array, object };

namespace detail {

inline constexpr std::uint32_t no_node = 0xFFFF'FFFF;

/// A value. All values of a document lie in one vector, so nothing is ever taken apart by
/// recursion; texts, numbers as written and names lie in one string.
struct JsonNode {
    std::uint32_t parent = no_node;
    std::uint32_t next = no_node;  ///< the next value of the same container
    std::uint32_t first = no_node; ///< the first value inside
    std::uint32_t size = 0;        ///< values inside
    std::uint32_t key_at = 0;      ///< the name; in an array the index
    std::uint32_t key_size = 0;
    std::uint32_t text_at = 0;
    std::uint32_t text_size = 0;
    JsonKind kind = JsonKind::null;
};

struct JsonTree {
    std::vector<JsonNode> nodes;
    std::string texts;
};

} // namespace detail

/// A value of a ParsedJson, with access that is checked: whatever isn't as asked throws
/// Error(format) whose message begins with the value's JSON pointer. Borrowed: valid as long as
/// the ParsedJson is. Small; pass it by value.
class JsonView {
public:
    /// Walks over the values of an array or object (in the order written), for range-for.
    class Iterator {
    public:
        using iterator_category = std::input_iterator_tag;
        using value_type = JsonView;
        using difference_type = std::ptrdiff_t;
        using pointer = void;
        using reference = JsonView;

        Iterator(const detail::JsonTree* tree, std::uint32_t node) : tree_(tree), node_(node) {}
        [[nodiscard]] JsonView operator*() const { return {tree_, node_}; }
        Iterator& operator++() {
            node_ = tree_->nodes[node_].next;
            return *this;
        }
        friend bool operator==(const Iterator& a, const Iterator& b) { return a.node_ == b.node_; }

    private:
        const detail::JsonTree* tree_;
        std::uint32_t node_;
    };

    JsonView(const detail::JsonTree* tree, std::uint32_t node) : tree_(tree), node_(node) {}

    [[nodiscard]] JsonKind kind() const { return node().kind; }
    [[nodiscard]] bool is_null() const { return kind() == JsonKind::null; }
    [[nodiscard]] std::string_view key() const; ///< the name in its object, "" elsewhere
    [[nodiscard]] std::size_t size() const { return node().size; }
    [[nodiscard]] Iterator begin() const { return {tree_, node().first}; }
    [[nodiscard]] Iterator end() const { return {tree_, detail::no_node}; }

    /// The member of that name, or nothing; this must be an object.
    [[nodiscard]] std::optional<JsonView> find(std::string_view name) const;
    /// The same, but nothing also for a null.
    [[nodiscard]] std::optional<JsonView> find_value(std::string_view name) const;
    [[nodiscard]] JsonView member(std::string_view name) const; ///< must be there

    [[nodiscard]] JsonView array() const;  ///< this, which must be an array
    [[nodiscard]] JsonView object() const; ///< this, which must be an object
    [[nodiscard]] std::string_view text() const;
    [[nodiscard]] bool truth() const;
    [[nodiscard]] std::uint32_t count() const; ///< a whole number from 0 on
    /// A whole number from `low` to `high`.
    [[nodiscard]] std::int64_t whole(std::int64_t low, std::int64_t high) const;
    [[nodiscard]] Decimal decimal() const;
    [[nodiscard]] std::vector<std::string> texts() const; ///< an array of texts

    [[nodiscard]] std::string text_or_empty(std::string_view name) const;
    [[nodiscard]] std::vector<std::string> texts_or_empty(std::string_view name) const;
    [[nodiscard]] bool truth_or_false(std::string_view name) const;
    [[nodiscard]] std::optional<std::string> optional_text(std::string_view name) const;

    /// The value of an enumeration that this text names; `all` are those that there are.
    template <typename Enum>
    [[nodiscard]] Enum word(std::span<const Enum> all) const {
        const std::string_view written = text();
        for (const Enum value : all) {
            if (name(value) == written) {
                return value;
            }
        }
        std::string known;
        for (const Enum value : all) {
            known += known.empty() ? "" : ", ";
            known += name(value);
        }
        refuse_word(known);
    }

    [[nodiscard]] std::string pointer() const; ///< RFC 6901, "" for the whole document
    [[nodiscard]] std::string json() const;    ///< as JSON text on one line

    /// Throws Error(format): pointer and reason in one line.
    [[noreturn]] void refuse(std::string_view reason) const;

private:
    [[nodiscard]] const detail::JsonNode& node() const { return tree_->nodes[node_]; }
    [[nodiscard]] std::string_view raw_text() const;
    void must_be(JsonKind kind) const;
    [[noreturn]] void refuse_word(std::string_view known) const;

    const detail::JsonTree* tree_;
    std::uint32_t node_;
};

/// A text of someone else as it may stand in a one-line message: quoted, cut when long.
[[nodiscard]] std::string shown(std::string_view text);

} // namespace tertib
