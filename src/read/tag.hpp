// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tertib {

/// A tag as found in the source; its views point into the scanned text.
struct Tag {
    enum class Side { opening, closing };
    Side side = Side::opening;
    std::string name;            ///< lower case
    std::string_view attributes; ///< as written, between the name and the ">"

    /// The value of an attribute with its entities decoded; nothing if it is absent.
    [[nodiscard]] std::optional<std::string> attribute(std::string_view wanted) const;
};

/// A stretch of text (entities not decoded), or a tag.
struct MarkupToken {
    std::string_view text;
    std::optional<Tag> tag;
};

/// Which "<" begin a tag: in a page all that look like one, in a cell of plain text only whole
/// tags with a name that HTML knows, so that "a < b" and "<nama pemohon>" stay as they are.
enum class MarkupKind { page, plain_cell };

/// Cuts tag soup into text and tags in linear time and without ever failing: tags may lack their
/// ">", attributes their quotes, comments their end. Comments and declarations yield nothing.
///
///     TagScanner scanner(html, MarkupKind::page);
///     while (std::optional<MarkupToken> token = scanner.next()) …
///
/// The text must outlive it.
class TagScanner {
public:
    TagScanner(std::string_view source, MarkupKind kind);

    [[nodiscard]] std::optional<MarkupToken> next();

    /// Passes over the content of the element just opened, its closing tag included: scripts and
    /// the like. Does nothing if there is no closing tag.
    void skip_element(std::string_view name);

private:
    /// A place where a search found nothing, so that it isn't made again: keeps time linear.
    enum Mark { comment_end, double_quote, single_quote, greater_than, mark_count };

    [[nodiscard]] std::size_t find_mark(Mark mark, std::size_t from);
    [[nodiscard]] std::optional<MarkupToken> markup();
    [[nodiscard]] std::optional<MarkupToken> declaration();
    [[nodiscard]] std::size_t tag_end(std::size_t from);

    std::string_view source_;
    MarkupKind kind_;
    std::size_t at_ = 0;
    bool absent_[mark_count] = {};
    std::string absent_elements_; ///< names without a closing tag further on, each between "/"
};

/// True for the names of HTML elements, in lower case.
[[nodiscard]] bool is_html_name(std::string_view name);

} // namespace tertib
