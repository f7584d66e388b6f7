// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tertib {

/// An exact decimal number, units / 10^scale: amounts such as 2,5 (jam) never pass through
/// floating point. Always in lowest terms (2,50 is 25/10^1), so equal numbers compare equal.
///
///     Decimal half = Decimal::from(5, 1);       // 0,5
///     half.text();                              // "0.5"
class Decimal {
public:
    /// The largest number of decimals that is kept.
    static constexpr int max_scale = 9;

    constexpr Decimal() = default;
    constexpr explicit Decimal(std::int64_t whole) : units_(whole) {}

    /// units / 10^scale in lowest terms; scale must be in 0 … max_scale.
    [[nodiscard]] static Decimal from(std::int64_t units, int scale);

    /// Reads "2", "-3", "2.5" (a dot, the form of JSON and text()); nothing else, no overflow.
    [[nodiscard]] static std::optional<Decimal> parse(std::string_view text);

    [[nodiscard]] std::int64_t units() const noexcept { return units_; }
    [[nodiscard]] int scale() const noexcept { return scale_; }
    [[nodiscard]] bool whole() const noexcept { return scale_ == 0; }
    [[nodiscard]] double approximately() const noexcept;
    [[nodiscard]] std::string text() const;

    /// The product, or nothing if it can't be held exactly.
    [[nodiscard]] std::optional<Decimal> times(std::int64_t factor) const;
    /// The sum, or nothing if it can't be held exactly.
    [[nodiscard]] std::optional<Decimal> plus(Decimal other) const;

    friend bool operator==(const Decimal&, const Decimal&) = default;
    friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);

private:
    std::int64_t units_ = 0;
    std::int32_t scale_ = 0;
};

} // namespace tertib
