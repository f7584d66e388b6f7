// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/decimal.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace tertib {

/// Adds up an Indonesian number that is fed word by word, as the words come:
///
///     NumberWords number;
///     number.feed("dua"); number.feed("puluh"); number.feed("lima");
///     number.value();                           // 25
///
/// Takes nol … sembilan, se-/belas/puluh/ratus/ribu, setengah, seperempat and perempat, also
/// written together ("duapuluh lima"), in any case. A word that doesn't continue the number is
/// refused and changes nothing, so that "dua lima" isn't taken for one number.
class NumberWords {
public:
    /// True if the word continues the number.
    [[nodiscard]] bool feed(std::string_view word) noexcept;

    /// The number so far, nothing if no word was taken yet or a fragment is left over.
    [[nodiscard]] std::optional<Decimal> value() const;

private:
    enum class Morpheme : std::uint8_t;
    struct Piece;
    static Piece first_piece(std::string_view word) noexcept;

    bool take(Morpheme morpheme, std::int32_t digit) noexcept;
    bool take_digit(std::int32_t digit) noexcept;
    bool take_tens(std::int32_t amount) noexcept;
    bool take_thousand(std::int32_t times) noexcept;
    bool take_quarters(std::int32_t quarters) noexcept;
    [[nodiscard]] std::int32_t group() const noexcept;

    std::int32_t thousands_ = 0; ///< what stands before "ribu"
    std::int32_t hundreds_ = 0;
    std::int32_t tens_ = 0;     ///< 10 … 19 by belas, or a multiple of ten
    std::int32_t digit_ = -1;   ///< a digit whose place isn't known yet
    std::int32_t quarters_ = 0; ///< quarters: 2 for setengah
    bool any_ = false;
};

} // namespace tertib
