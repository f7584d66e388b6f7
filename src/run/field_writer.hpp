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
/// left out, so each value has one encoding. A field that repeats is a list.
class FieldWriter {
public:
    void text(std::uint8_t field, std::string_view value) {
        if (!value.empty()) {
            put(field, value);
        }
    }
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
    void head(std::uint8_t field, std::size_t size) {
        bytes_.push_back(static_cast<char>(field));
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes_.push_back(static_cast<char>((size >> static_cast<unsigned>(shift)) & 0xFFU));
        }
    }

    std::string bytes_;
};

} // namespace tertib
