// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/base/decimal.hpp"

#include "tertib/base/error.hpp"

#include <charconv>
#include <cmath>
#include <system_error>

namespace tertib {
namespace {

constexpr std::int64_t power_of_ten(int exponent) {
    std::int64_t power = 1;
    for (int i = 0; i < exponent; ++i) {
        power *= 10;
    }
    return power;
}

} // namespace

Decimal Decimal::from(std::int64_t units, int scale) {
    if (scale < 0 || scale > max_scale) {
        throw Error(ErrorCode::argument, "a decimal has 0 to 9 places");
    }
    while (scale > 0 && units % 10 == 0) {
        units /= 10;
        --scale;
    }
    Decimal number;
    number.units_ = units;
    number.scale_ = scale;
    return number;
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
    const std::size_t dot = text.find('.');
    std::string digits(text);
    int scale = 0;
    if (dot != text.npos) {
        const std::size_t places = text.size() - dot - 1;
        const bool after_digit = dot > 0 && text[dot - 1] >= '0' && text[dot - 1] <= '9';
        if (places == 0 || places > std::size_t{max_scale} || !after_digit) {
            return std::nullopt;
        }
        scale = static_cast<int>(places);
        digits.erase(dot, 1);
    }
    std::int64_t units = 0;
    const char* end = digits.data() + digits.size();
    const auto [stop, problem] = std::from_chars(digits.data(), end, units);
    if (problem != std::errc{} || stop != end || digits.empty()) {
        return std::nullopt;
    }
    return from(units, scale);
}

double Decimal::approximately() const noexcept {
    return static_cast<double>(units_) / static_cast<double>(power_of_ten(scale_));
}

std::string Decimal::text() const {
    if (scale_ == 0) {
        return std::to_string(units_);
    }
    std::string digits = std::to_string(units_);
    const std::string sign = units_ < 0 ? "-" : "";
    digits.erase(0, sign.size());
    const auto places = static_cast<std::size_t>(scale_);
    if (digits.size() <= places) {
        digits.insert(0, places + 1 - digits.size(), '0');
    }
    return sign + digits.insert(digits.size() - places, ".");
}

std::optional<Decimal> Decimal::times(std::int64_t factor) const {
    std::int64_t product = 0;
    if (__builtin_mul_overflow(units_, factor, &product)) {
        return std::nullopt;
    }
    return from(product, scale_);
}

std::optional<Decimal> Decimal::plus(Decimal other) const {
    const int common = scale_ > other.scale_ ? scale_ : other.scale_;
    std::int64_t a = 0;
    std::int64_t b = 0;
    std::int64_t sum = 0;
    if (__builtin_mul_overflow(units_, power_of_ten(common - scale_), &a) ||
        __builtin_mul_overflow(other.units_, power_of_ten(common - other.scale_), &b) ||
        __builtin_add_overflow(a, b, &sum)) {
        return std::nullopt;
    }
    return from(sum, common);
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
    // 64-bit units times at most 10^9 fit 128 bits.
    __extension__ using Wide = __int128;
    const Wide left = static_cast<Wide>(a.units_) * power_of_ten(b.scale_);
    const Wide right = static_cast<Wide>(b.units_) * power_of_ten(a.scale_);
    if (left < right) {
        return std::strong_ordering::less;
    }
    return left > right ? std::strong_ordering::greater : std::strong_ordering::equal;
}

} // namespace tertib
