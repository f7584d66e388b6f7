// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "run/field_writer.hpp"

#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"

#include <limits>

namespace tertib {

namespace {

[[noreturn]] void refuse(ErrorCode code, std::uint8_t field, std::string_view reason) {
    throw Error(code, "field " + std::to_string(field) + ": " + std::string(reason));
}

} // namespace

void FieldWriter::text_in_list(std::uint8_t field, std::string_view value) {
    if (!is_utf8(value) || value.find('\0') != std::string_view::npos) {
        refuse(ErrorCode::argument, field, "a text isn't UTF-8, or holds a NUL");
    }
    put(field, value);
}

void FieldWriter::needed_text(std::uint8_t field, std::string_view value) {
    if (value.empty()) {
        refuse(ErrorCode::argument, field, "a text that must be there is empty");
    }
    text_in_list(field, value);
}

void FieldWriter::count(std::uint8_t field, std::uint64_t value) {
    if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
        refuse(ErrorCode::argument, field, "a number is greater than 2^63 - 1");
    }
    number(field, static_cast<std::int64_t>(value));
}

void FieldWriter::head(std::uint8_t field, std::size_t size) {
    if (size > std::numeric_limits<std::uint32_t>::max()) {
        refuse(ErrorCode::limit, field, "its value is longer than 4294967295 bytes");
    }
    bytes_.push_back(static_cast<char>(field));
    for (int shift = 24; shift >= 0; shift -= 8) {
        bytes_.push_back(static_cast<char>((size >> static_cast<unsigned>(shift)) & 0xFFU));
    }
}

} // namespace tertib
