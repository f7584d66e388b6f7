// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "read/xes_stamp.hpp"
#include "tertib/log/extra_column.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace tertib {

/// The elements of XES.
enum class XesElement : std::uint8_t {
    text, ///< <string>
    date,
    integer,
    real, ///< <float>
    boolean,
    id,
    list,
    container,
    values,
    log,
    trace,
    event,
    global,
    extension,
    classifier,
    unknown,
};
inline constexpr std::size_t xes_attribute_kinds = 6; ///< those with a value: text … id

[[nodiscard]] XesElement xes_element(std::string_view name) noexcept;
[[nodiscard]] constexpr bool has_value(XesElement element) noexcept {
    return element <= XesElement::id;
}
[[nodiscard]] constexpr bool is_attribute(XesElement element) noexcept {
    return element <= XesElement::container;
}
/// The column that values of such elements go into.
[[nodiscard]] ColumnType column_type(XesElement element) noexcept;

/// The value as its element says that it is to be read, a view of `text` where it is a text;
/// nothing if it isn't such a value.
[[nodiscard]] std::optional<LogValue> xes_value(XesElement element, std::string_view text,
                                                XesStampReader& stamps);

} // namespace tertib
