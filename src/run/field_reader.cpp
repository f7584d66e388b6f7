// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "run/field_reader.hpp"

#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"

namespace tertib {

namespace {

constexpr std::size_t head_size = 5; // the field, and four bytes of length

[[nodiscard]] std::uint64_t big_endian(std::string_view bytes) noexcept {
    std::uint64_t value = 0;
    for (const char byte : bytes) {
        value = (value << 8U) | static_cast<unsigned char>(byte);
    }
    return value;
}

} // namespace

bool FieldReader::next() {
    if (rest_.empty()) {
        return false;
    }
    if (rest_.size() < head_size) {
        refuse("ends inside a field");
    }
    const auto field = static_cast<std::uint8_t>(rest_.front());
    const std::uint64_t size = big_endian(rest_.substr(1, head_size - 1));
    if (field == 0 || field < field_) {
        refuse("fields out of order");
    }
    repeated_ = field == field_;
    field_ = field;
    if (field < 64) {
        seen_ |= std::uint64_t{1} << field;
    }
    rest_.remove_prefix(head_size);
    if (size > rest_.size()) {
        refuse("ends inside a field");
    }
    value_ = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return true;
}

void FieldReader::once() const {
    if (repeated_) {
        refuse("a field is given twice");
    }
}

std::string FieldReader::text() const {
    once();
    if (value_.empty()) {
        refuse("a text is given without letters");
    }
    return text_in_list();
}

std::string FieldReader::text_in_list() const {
    if (!is_utf8(value_) || value_.find('\0') != std::string_view::npos) {
        refuse("a text isn't UTF-8");
    }
    return std::string(value_);
}

std::int64_t FieldReader::number(std::int64_t low, std::int64_t high) const {
    once();
    return number_in_list(low, high);
}

std::int64_t FieldReader::number_in_list(std::int64_t low, std::int64_t high) const {
    if (value_.size() != 8) {
        refuse("a number isn't eight bytes long");
    }
    const auto value = static_cast<std::int64_t>(big_endian(value_));
    if (value < low || value > high) {
        refuse("a number is out of range");
    }
    return value;
}

void FieldReader::must_have(std::initializer_list<std::uint8_t> fields) const {
    for (const std::uint8_t field : fields) {
        if ((seen_ >> field & 1U) == 0) {
            throw Error(ErrorCode::format,
                        std::string(what_) + ", field " + std::to_string(field) + ": is missing");
        }
    }
}

void FieldReader::refuse(std::string_view reason) const {
    throw Error(ErrorCode::format, std::string(what_) + ", field " + std::to_string(field_) + ": " +
                                       std::string(reason));
}

} // namespace tertib
