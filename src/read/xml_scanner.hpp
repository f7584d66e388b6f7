// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "read/xml_window.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// What a hostile document must not pass; an Error(limit) names it.
struct XmlLimits {
    std::size_t max_depth = 256;                ///< elements within elements
    std::size_t max_tag = std::size_t{1} << 20; ///< of one tag with its attributes, in bytes
    std::size_t max_attributes = 64;            ///< of one tag
};

/// An attribute of a tag, its references decoded.
struct XmlAttribute {
    std::string_view name;
    std::string_view value;
};

/// What came next: an element that begins, one that is whole (<x/>), one that ends, or nothing.
enum class XmlToken : std::uint8_t { begin, whole, end, nothing };

/// Reads XML (1.0, UTF-8) tag by tag from a stream: for logs, which are tags and attributes only.
/// Text between tags is passed over and noted. A DOCTYPE is refused, and with it every entity but
/// the five that XML has.
///
///     XmlScanner scanner(source_of(bytes));
///     while (scanner.next() != XmlToken::nothing) use(scanner.name(), scanner.attributes());
///
/// Views live until the next call. Memory is that of the window; depth costs its names. Errors name
/// line and column.
class XmlScanner {
public:
    explicit XmlScanner(ByteSource source, const XmlLimits& limits = {});

    /// Throws Error(format) for what isn't well formed, Error(limit), Error(unsupported) for
    /// another encoding than UTF-8.
    [[nodiscard]] XmlToken next();

    /// Of the tag that came last; an end has no attributes.
    [[nodiscard]] std::string_view name() const noexcept { return name_; }
    [[nodiscard]] std::span<const XmlAttribute> attributes() const noexcept {
        return std::span(attributes_).first(count_);
    }
    /// How many elements are open, one that just began included.
    [[nodiscard]] std::size_t depth() const noexcept { return open_.size(); }
    /// The line on which the tag begins, and its place with the column.
    [[nodiscard]] std::int64_t line() const noexcept { return tag_line_.line; }
    [[nodiscard]] Position position() const { return XmlWindow::position(tag_line_, tag_); }

    /// How often text stood between tags, and the line of the first.
    [[nodiscard]] std::uint64_t text_count() const noexcept { return texts_; }
    [[nodiscard]] std::int64_t text_line() const noexcept { return text_line_; }
    /// Bytes that came from the source so far.
    [[nodiscard]] std::uint64_t bytes() const noexcept { return window_.bytes(); }

    /// Throws an Error whose text begins with the place of the tag that came last.
    [[noreturn]] void refuse(ErrorCode code, const std::string& reason) const {
        XmlWindow::refuse(code, position(), reason);
    }

private:
    [[nodiscard]] bool find_tag();
    [[nodiscard]] const char* pass_words(const char* at);
    void note_text();
    void take_oddity();
    void take_declaration();
    void pass_until(std::string_view mark, const char* what);
    [[nodiscard]] XmlToken take_begin();
    [[nodiscard]] XmlToken take_end();
    [[nodiscard]] const char* scan_attributes(const char* at);
    [[nodiscard]] const char* scan_attribute(const char* at);
    [[nodiscard]] const char* find_quote(const char* at);
    [[nodiscard]] const char* scan_value(const char* at, char quote);
    void add_attribute(std::string_view name, std::string_view value);
    void decode_values();
    void decode(std::string_view raw);
    [[nodiscard]] std::size_t decode_reference(std::string_view raw);
    [[nodiscard]] bool at_end(const char* at) const noexcept { return at == window_.end(); }
    void need_more(const char* what);
    void finish(const char* after);
    void check_depth();
    [[nodiscard]] std::string_view innermost() const noexcept;

    XmlLimits limits_;
    XmlWindow window_;
    std::string_view name_;
    std::vector<XmlAttribute> attributes_; ///< as many as a tag may have; count_ of them are its
    std::size_t count_ = 0;
    std::vector<std::size_t> encoded_; ///< attributes whose values must be decoded
    std::string decoded_;
    std::string names_;             ///< of the open elements, one behind the other
    std::vector<std::size_t> open_; ///< where each begins in names_
    bool lines_within_ = false;     ///< line ends in the tag being scanned
    bool encoded_value_ = false;    ///< the value being scanned must be decoded
    bool root_seen_ = false;
    XmlWindow::Mark tag_line_;
    const char* tag_ = nullptr; ///< where the tag begins in the window, until the next call
    std::uint64_t texts_ = 0;
    std::int64_t text_line_ = 0;
};

} // namespace tertib
