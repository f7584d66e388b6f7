// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "write/text_output.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <type_traits>
#include <variant>

namespace tertib {
namespace {

std::string spelled_real(double value) {
    if (std::isnan(value)) {
        return "NaN";
    }
    if (std::isinf(value)) {
        return value > 0 ? "INF" : "-INF";
    }
    std::array<char, 32> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    return {digits.data(), end};
}

} // namespace

std::string spelled(const EventStamp& stamp) {
    // A zone that isn't the stamp's, so that its own is written beside a date too.
    const Zone far(std::chrono::hours{stamp.form.zone() == Zone(std::chrono::hours{18}) ? 0 : 18});
    return text(stamp, far);
}

std::string spelled(const LogValue& value) {
    return std::visit(
        [](const auto& each) -> std::string {
            using Value = std::remove_cvref_t<decltype(each)>;
            if constexpr (std::is_same_v<Value, std::monostate>) {
                return {};
            } else if constexpr (std::is_same_v<Value, std::string_view>) {
                return std::string(each);
            } else if constexpr (std::is_same_v<Value, std::int64_t>) {
                return std::to_string(each);
            } else if constexpr (std::is_same_v<Value, double>) {
                return spelled_real(each);
            } else if constexpr (std::is_same_v<Value, bool>) {
                return each ? "true" : "false";
            } else {
                return spelled(each);
            }
        },
        value);
}

} // namespace tertib
