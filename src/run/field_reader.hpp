// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <string>
#include <string_view>

namespace tertib {

/// Reads what FieldWriter wrote, field by field; every look is checked against the bytes there are.
/// Throws Error(format) that names the record, the field and the byte.
///
///     FieldReader in(bytes, "event");
///     while (in.next())
///         switch (in.field()) …
///     in.must_have({1, 2});
class FieldReader {
public:
    /// `what` names the record in messages; it must outlive the reader.
    FieldReader(std::string_view bytes, std::string_view what) : rest_(bytes), what_(what) {}

    /// Moves on to the next field, false at the end. Fields must not descend.
    [[nodiscard]] bool next();
    [[nodiscard]] std::uint8_t field() const noexcept { return field_; }
    /// Whether the field before was the same one: a list goes on.
    [[nodiscard]] bool repeated() const noexcept { return repeated_; }
    [[nodiscard]] std::string_view bytes() const noexcept { return value_; }
    /// Any bytes, given once.
    [[nodiscard]] std::string_view bytes_once() const {
        once();
        return value_;
    }
    /// Not empty, strict UTF-8, without NUL, given once.
    [[nodiscard]] std::string text() const;
    /// The same where the field is a list, whose texts may be empty.
    [[nodiscard]] std::string text_in_list() const;
    /// A number from `low` to `high`, given once.
    [[nodiscard]] std::int64_t number(std::int64_t low, std::int64_t high) const;
    /// The same in a list.
    [[nodiscard]] std::int64_t number_in_list(std::int64_t low, std::int64_t high) const;
    [[nodiscard]] std::uint32_t place() const {
        return static_cast<std::uint32_t>(number(0, std::numeric_limits<std::uint32_t>::max()));
    }
    [[nodiscard]] std::uint32_t place_in_list() const {
        return static_cast<std::uint32_t>(
            number_in_list(0, std::numeric_limits<std::uint32_t>::max()));
    }
    /// The field is a yes; a no is left out.
    [[nodiscard]] bool yes() const { return number(1, 1) == 1; }
    [[noreturn]] void refuse(std::string_view reason) const;
    /// After the last field: refuses a record that lacks one of these (all below 64).
    void must_have(std::initializer_list<std::uint8_t> fields) const;

private:
    void once() const;

    std::string_view rest_;
    std::string_view what_;
    std::string_view value_;
    std::uint8_t field_ = 0;
    bool repeated_ = false;
    std::uint64_t seen_ = 0; ///< bit n: field n was there
};

} // namespace tertib
