// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "time/number_words.hpp"

#include "time/ascii.hpp"

#include <algorithm>
#include <array>

namespace tertib {

enum class NumberWords::Morpheme : std::uint8_t {
    digit,
    belas,
    puluh,
    sebelas,
    sepuluh,
    ratus,
    seratus,
    ribu,
    seribu,
    quarters, ///< setengah, seperempat
    perempat, ///< makes quarters of the digit before it
    none,
};

struct NumberWords::Piece {
    std::string_view spelling;
    Morpheme morpheme = Morpheme::none;
    std::int32_t digit = 0;
};

NumberWords::Piece NumberWords::first_piece(std::string_view word) noexcept {
    // No spelling begins with another one, so the first that fits is the only one.
    static constexpr std::array<Piece, 21> pieces{{
        {"nol", Morpheme::digit, 0},         {"satu", Morpheme::digit, 1},
        {"dua", Morpheme::digit, 2},         {"tiga", Morpheme::digit, 3},
        {"empat", Morpheme::digit, 4},       {"lima", Morpheme::digit, 5},
        {"enam", Morpheme::digit, 6},        {"tujuh", Morpheme::digit, 7},
        {"delapan", Morpheme::digit, 8},     {"sembilan", Morpheme::digit, 9},
        {"sebelas", Morpheme::sebelas, 0},   {"sepuluh", Morpheme::sepuluh, 0},
        {"seratus", Morpheme::seratus, 0},   {"seribu", Morpheme::seribu, 0},
        {"setengah", Morpheme::quarters, 2}, {"seperempat", Morpheme::quarters, 1},
        {"perempat", Morpheme::perempat, 0}, {"belas", Morpheme::belas, 0},
        {"puluh", Morpheme::puluh, 0},       {"ratus", Morpheme::ratus, 0},
        {"ribu", Morpheme::ribu, 0},
    }};
    const auto* found = std::ranges::find_if(pieces, [word](const Piece& piece) {
        return ascii::equal(word.substr(0, piece.spelling.size()), piece.spelling);
    });
    return found == pieces.end() ? Piece{} : *found;
}

bool NumberWords::feed(std::string_view word) noexcept {
    if (word.empty()) {
        return false;
    }
    NumberWords next = *this;
    while (!word.empty()) {
        const Piece piece = first_piece(word);
        if (piece.morpheme == Morpheme::none || !next.take(piece.morpheme, piece.digit)) {
            return false;
        }
        word.remove_prefix(piece.spelling.size());
    }
    *this = next;
    return true;
}

bool NumberWords::take(Morpheme morpheme, std::int32_t digit) noexcept {
    if (quarters_ > 0) {
        return false; // a fraction ends the number
    }
    const std::int32_t pending = digit_;
    bool taken = false;
    switch (morpheme) {
    case Morpheme::digit: taken = take_digit(digit); break;
    case Morpheme::belas:
        digit_ = -1;
        taken = pending >= 2 && take_tens(10 + pending);
        break;
    case Morpheme::puluh:
        digit_ = -1;
        taken = pending >= 2 && take_tens(10 * pending);
        break;
    case Morpheme::sebelas: taken = take_tens(11); break;
    case Morpheme::sepuluh: taken = take_tens(10); break;
    case Morpheme::ratus:
    case Morpheme::seratus:
        taken = hundreds_ == 0 && tens_ == 0 &&
                (morpheme == Morpheme::ratus ? pending >= 2 : pending < 0);
        hundreds_ = morpheme == Morpheme::ratus ? pending : 1;
        digit_ = -1;
        break;
    case Morpheme::ribu: taken = group() >= 2 && take_thousand(group()); break;
    case Morpheme::seribu: taken = group() == 0 && pending < 0 && take_thousand(1); break;
    case Morpheme::quarters: taken = take_quarters(digit); break;
    case Morpheme::perempat:
        digit_ = -1;
        taken = pending >= 1 && pending <= 3 && group() == 0 && thousands_ == 0 &&
                take_quarters(pending);
        break;
    case Morpheme::none: break;
    }
    any_ = any_ || taken;
    return taken;
}

bool NumberWords::take_digit(std::int32_t digit) noexcept {
    const bool teens = tens_ > 10 && tens_ < 20;
    const bool started = any_;
    if (digit_ >= 0 || teens || tens_ == 10 || (digit == 0 && started)) {
        return false;
    }
    digit_ = digit;
    return true;
}

bool NumberWords::take_tens(std::int32_t amount) noexcept {
    if (tens_ != 0 || digit_ >= 0) {
        return false;
    }
    tens_ = amount;
    return true;
}

bool NumberWords::take_thousand(std::int32_t times) noexcept {
    if (thousands_ != 0) {
        return false;
    }
    thousands_ = times;
    hundreds_ = 0;
    tens_ = 0;
    digit_ = -1;
    return true;
}

bool NumberWords::take_quarters(std::int32_t quarters) noexcept {
    quarters_ = quarters;
    return digit_ != 0; // "nol setengah" isn't said
}

std::int32_t NumberWords::group() const noexcept {
    return 100 * hundreds_ + tens_ + std::max(digit_, 0);
}

std::optional<Decimal> NumberWords::value() const {
    if (!any_) {
        return std::nullopt;
    }
    const std::int64_t whole = std::int64_t{1000} * thousands_ + group();
    return Decimal::from(100 * whole + std::int64_t{25} * quarters_, 2);
}

} // namespace tertib
