// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/xes_attribute.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <system_error>
#include <utility>

namespace tertib {
namespace {

using Named = std::pair<std::string_view, XesElement>;
constexpr std::array<Named, 15> elements = {{
    {"string", XesElement::text},
    {"date", XesElement::date},
    {"event", XesElement::event},
    {"int", XesElement::integer},
    {"trace", XesElement::trace},
    {"float", XesElement::real},
    {"boolean", XesElement::boolean},
    {"id", XesElement::id},
    {"list", XesElement::list},
    {"container", XesElement::container},
    {"values", XesElement::values},
    {"log", XesElement::log},
    {"global", XesElement::global},
    {"extension", XesElement::extension},
    {"classifier", XesElement::classifier},
}};

/// A number as a whole text; XML Schema allows a plus.
template <typename Number>
std::optional<LogValue> number(std::string_view text) {
    if (text.starts_with('+') && !text.starts_with("+-")) {
        text.remove_prefix(1);
    }
    Number value{};
    const char* const begin = text.data();
    const char* const end = begin + text.size();
    const auto [stop, error] = std::from_chars(begin, end, value);
    return error == std::errc() && stop == end ? std::optional<LogValue>(value) : std::nullopt;
}

std::optional<LogValue> real(std::string_view text) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    if (text == "INF" || text == "-INF") {
        return LogValue(text == "INF" ? infinity : -infinity);
    }
    if (text == "NaN") {
        return LogValue(std::numeric_limits<double>::quiet_NaN());
    }
    const bool spelled = text.find_first_of("nN") != std::string_view::npos; // inf, nan …
    return spelled ? std::nullopt : number<double>(text);
}

std::optional<LogValue> boolean(std::string_view text) {
    constexpr std::array<std::string_view, 4> yes = {"true", "1", "True", "TRUE"};
    constexpr std::array<std::string_view, 4> no = {"false", "0", "False", "FALSE"};
    if (std::ranges::find(yes, text) != yes.end()) {
        return LogValue(true);
    }
    return std::ranges::find(no, text) != no.end() ? std::optional<LogValue>(false) : std::nullopt;
}

} // namespace

XesElement xes_element(std::string_view name) noexcept {
    const auto* const found = std::ranges::find(elements, name, &Named::first);
    return found == elements.end() ? XesElement::unknown : found->second;
}

ColumnType column_type(XesElement element) noexcept {
    switch (element) {
    case XesElement::date: return ColumnType::stamp;
    case XesElement::integer: return ColumnType::integer;
    case XesElement::real: return ColumnType::real;
    case XesElement::boolean: return ColumnType::boolean;
    case XesElement::text:
    case XesElement::id:
    case XesElement::list:
    case XesElement::container:
    case XesElement::values:
    case XesElement::log:
    case XesElement::trace:
    case XesElement::event:
    case XesElement::global:
    case XesElement::extension:
    case XesElement::classifier:
    case XesElement::unknown: break;
    }
    return ColumnType::text;
}

std::optional<LogValue> xes_value(XesElement element, std::string_view text,
                                  XesStampReader& stamps) {
    switch (column_type(element)) {
    case ColumnType::text: return LogValue(text);
    case ColumnType::integer: return number<std::int64_t>(text);
    case ColumnType::real: return real(text);
    case ColumnType::boolean: return boolean(text);
    case ColumnType::stamp: {
        const std::optional<EventStamp> stamp = stamps.read(text);
        return stamp ? std::optional<LogValue>(*stamp) : std::nullopt;
    }
    }
    return std::nullopt;
}

} // namespace tertib
