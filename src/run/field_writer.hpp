// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace tertib {

/// Writes the fields of the journal's encoding: one byte for the field, four for the length of its
/// value, most significant first, then the value. Fields come in ascending order; what is empty is
/// left out, so each value has one encoding. A field that repeats is a list. What FieldReader
/// would refuse is never written: Error(argument), or Error(limit) beyond 4 GiB.
class FieldWriter {
public:
    /// UTF-8 without NUL.
    void text(std::uint8_t field, std::string_view value) {
        if (!value.empty()) {
            text_in_list(field, value);
        }
    }
    /// The same where the field is a list, whose texts may be empty.
    void text_in_list(std::uint8_t field, std::string_view value);
    /// A text without which the record means nothing.
    void needed_text(std::uint8_t field, std::string_view value);
    /// Eight bytes, two's complement, most significant first.
    void number(std::uint8_t field, std::int64_t value) {
        head(field, 8);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes_.push_back(
                static_cast<char>((static_cast<std::uint64_t>(value) >> shift) & 0xFFU));
        }
    }
    void number_unless_zero(std::uint8_t field, std::int64_t value) {
        if (value != 0) {
            number(field, value);
        }
    }
    /// A number of things, at most 2^63 - 1.
    void count(std::uint8_t field, std::uint64_t value);
    void count_unless_zero(std::uint8_t field, std::uint64_t value) {
        if (value != 0) {
            count(field, value);
        }
    }
    /// A field that may hold nothing at all.
    void put(std::uint8_t field, std::string_view value) {
        head(field, value.size());
        bytes_.append(value);
    }
    void byte(char value) { bytes_.push_back(value); }
    void reserve(std::size_t size) { bytes_.reserve(size); }

    [[nodiscard]] const std::string& bytes() const noexcept { return bytes_; }
    [[nodiscard]] std::string take() { return std::move(bytes_); }

private:
    void head(std::uint8_t field, std::size_t size);

    std::string bytes_;
};

} // namespace tertib
