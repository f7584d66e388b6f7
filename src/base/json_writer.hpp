// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/decimal.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tertib {

/// Writes one JSON text from front to back: members stand in the order of the calls, decimals are
/// exact, bytes that are not UTF-8 become U+FFFD. Indented by two blanks; a container begun as
/// `line` stays on one line with all that is in it. The caller keeps the grammar (a key before
/// each value of an object, ends that match); nothing is recursive.
///
///     JsonWriter json;
///     json.begin_object();
///     json.member("nomor", "62/1687");
///     json.end_object();
///     std::string text = json.take();       // "{\n  \"nomor\": \"62/1687\"\n}\n"
class JsonWriter {
public:
    enum class Shape : std::uint8_t { block, line };

    /// Has a member written at the end of the object that its pointer (RFC 6901) names, unless the
    /// object has one of that name or doesn't come. `json` must be valid JSON.
    void add_later(std::string_view pointer, std::string json);

    void begin_object(Shape shape = Shape::block) { begin('{', shape); }
    void end_object();
    void begin_array(Shape shape = Shape::block) { begin('[', shape); }
    void end_array() { end(']'); }

    void key(std::string_view name);
    void text(std::string_view value);
    void number(std::int64_t value);
    void number(Decimal value);
    void truth(bool value);
    void null();
    void raw(std::string_view json); ///< a value that is JSON already

    void member(std::string_view name, std::string_view value);
    void member_number(std::string_view name, std::int64_t value);
    void member_truth(std::string_view name, bool value);
    void member_or_null(std::string_view name, const std::optional<std::string>& value);
    void member(std::string_view name, std::span<const std::string> values);

    /// The finished text with a line end. The writer must not be used afterwards.
    [[nodiscard]] std::string take();

private:
    struct Level {
        Shape shape = Shape::block;
        std::size_t count = 0; ///< values so far
        std::string key;       ///< of the value that comes next or is open, in an object
        bool object = false;
        std::set<std::string, std::less<>> keys; ///< kept only where members may come later
    };
    using Later = std::vector<std::pair<std::string, std::string>>;

    void begin(char bracket, Shape shape);
    void end(char bracket);
    void before_value();
    void new_line(std::size_t depth);
    [[nodiscard]] std::string pointer() const;
    void write_later();

    std::string out_;
    std::vector<Level> levels_;
    std::map<std::string, Later, std::less<>> later_; ///< by the pointer of the object
};

/// The text as a JSON string with its quotes.
[[nodiscard]] std::string json_quoted(std::string_view text);

/// One step of a JSON pointer: "/" and the name with ~ and / escaped.
[[nodiscard]] std::string pointer_step(std::string_view name);

} // namespace tertib
