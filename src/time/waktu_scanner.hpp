// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/decimal.hpp"
#include "tertib/time/waktu.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tertib::scan {

/// The lexical half of reading a waktu: cuts a text into tokens in one pass, so that the parser
/// (waktu_parser.hpp) sees words and signs instead of bytes. White space is gone; every token
/// knows its bytes in the text, so that notes can be cut out of it as they were written.

/// What a token is. A word that the grammar knows is a kind of its own.
enum class Kind : std::uint8_t {
    number,      ///< digits: value, numeral
    fraction,    ///< 1/2, ½: value
    unit,        ///< menit, jam …: satuan
    one_unit,    ///< sehari, sebulan: one of satuan
    kerja,       ///< the word that makes days working days
    kalender,    ///< … and calendar days
    hari_kerja,  ///< HK
    second,      ///< detik
    times,       ///< x, ×, kali
    range,       ///< – - s.d. s/d sampai hingga
    dash,        ///< - – (a range or a minus, the parser decides)
    dengan,      ///< of "sampai dengan"
    slash,       ///< /
    atau,        ///< atau
    plus,        ///< +
    dan,         ///< dan, comma, &: parts that follow each other
    equals,      ///< =
    approximate, ///< ± ~ sekitar
    kurang,      ///< of "kurang lebih", "kurang dari"
    lebih,       ///< of "kurang lebih", "lebih dari"
    dari,        ///< dari
    paling,      ///< of "paling lama", "paling cepat"
    bound,       ///< maksimal, lama, lambat, selambat-lambatnya, <
    least,       ///< minimal, cepat, >
    filler,      ///< selama, dalam, waktu, saja
    per,         ///< per, tiap, setiap, @
    since,       ///< sejak, setelah, terhitung
    open,        ///< sesuai, tentatif, insidentil
    open_parenthesis,
    close_parenthesis,
    stop,  ///< . ; : (matters only at the end)
    word,  ///< any other word
    other, ///< any other sign
    end,
};

/// What is odd about a number in digits.
enum class Numeral : std::uint8_t {
    plain,
    dot_decimal, ///< 7.8
    comma_three, ///< 1,440: by the decimal comma, but perhaps thousands were meant
    malformed,   ///< 1.2.3
    too_large,   ///< can't be held exactly
};

struct Token {
    Kind kind = Kind::end;
    Satuan satuan = Satuan::menit;
    Numeral numeral = Numeral::plain;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t partner = 0; ///< of an open parenthesis: the index of the token that closes it
    Decimal value{};
};

/// The tokens of a text and a last one of kind end.
[[nodiscard]] std::vector<Token> tokens(std::string_view text);

} // namespace tertib::scan
