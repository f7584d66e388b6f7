// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/log/extra_column.hpp"

#include "tertib/base/error.hpp"

namespace tertib {
namespace {

constexpr Code present = 1;
constexpr Code boolean_no = 1;
constexpr Code boolean_yes = 2;

} // namespace

ExtraColumn::ExtraColumn(std::string name, ColumnType type, ColumnScope scope)
    : name_(std::move(name)),
      type_(type),
      scope_(scope) {}

LogValue ExtraColumn::value(std::size_t index) const {
    const Code code = codes_[index];
    if (code == no_code) {
        return std::monostate{};
    }
    switch (type_) {
    case ColumnType::text: return texts_.text(code);
    case ColumnType::integer: return integers_[index];
    case ColumnType::real: return reals_[index];
    case ColumnType::boolean: return code == boolean_yes;
    case ColumnType::stamp:
        return EventStamp{Instant{std::chrono::microseconds{integers_[index]}}, forms_[index]};
    }
    throw Error(ErrorCode::internal, "a column of a type that isn't known");
}

void ExtraColumn::set_text(std::size_t index, std::string_view text) {
    codes_.set(index, texts_.add(text));
}

void ExtraColumn::set(std::size_t index, const LogValue& value) {
    if (std::holds_alternative<std::monostate>(value)) {
        codes_.set(index, no_code);
        return;
    }
    // The alternatives are in the order of the types, behind "none".
    if (value.index() != static_cast<std::size_t>(type_) + 1) {
        throw Error(ErrorCode::argument, "column " + name_ + " holds values of type " +
                                             std::string(tertib::name(type_)));
    }
    if (const auto* text = std::get_if<std::string_view>(&value)) {
        set_text(index, *text);
    } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        integers_.set(index, *integer);
        codes_.set(index, present);
    } else if (const auto* real = std::get_if<double>(&value)) {
        reals_.set(index, *real);
        codes_.set(index, present);
    } else if (const auto* yes = std::get_if<bool>(&value)) {
        codes_.set(index, *yes ? boolean_yes : boolean_no);
    } else if (const auto* stamp = std::get_if<EventStamp>(&value)) {
        integers_.set(index, stamp->instant.time_since_epoch().count());
        forms_.set(index, stamp->form);
        codes_.set(index, stamp->known() ? present : no_code);
    }
}

void ExtraColumn::finish(std::size_t size) {
    codes_.finish(size);
    // Values that no row has aren't kept at all: value() asks codes_ first.
    if (type_ == ColumnType::integer || type_ == ColumnType::stamp) {
        integers_.finish(size);
    }
    if (type_ == ColumnType::stamp) {
        forms_.finish(size);
    }
    if (type_ == ColumnType::real) {
        reals_.finish(size);
    }
}

std::size_t ExtraColumn::bytes() const noexcept {
    return codes_.bytes() + texts_.bytes() + integers_.bytes() + reals_.bytes() + forms_.bytes();
}

std::string_view name(ColumnType type) noexcept {
    switch (type) {
    case ColumnType::text: return "text";
    case ColumnType::integer: return "integer";
    case ColumnType::real: return "real";
    case ColumnType::boolean: return "boolean";
    case ColumnType::stamp: return "stamp";
    }
    return "";
}

} // namespace tertib
