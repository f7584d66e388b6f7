// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "time/waktu_scanner.hpp"

#include "tertib/base/text.hpp"
#include "time/ascii.hpp"
#include "time/waktu_keywords.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace tertib::scan {
namespace {

struct Amount {
    Decimal value;
    Numeral numeral = Numeral::plain;
};

/// True for 1.440 and 12.345.678: one to three digits, not 0 first, then groups of three.
bool in_thousands(std::string_view digits) {
    const auto groups = split(digits, '.');
    const std::string_view first = groups.front();
    if (groups.size() < 2 || first.empty() || first.size() > 3 || first.front() == '0') {
        return false;
    }
    return std::all_of(groups.begin() + 1, groups.end(),
                       [](std::string_view group) { return group.size() == 3; });
}

/// The number made of the digits before and after the decimal sign; dots in them are passed over.
Amount decimal(std::string_view before, std::string_view after, Numeral numeral) {
    while (!after.empty() && after.back() == '0') {
        after.remove_suffix(1);
    }
    std::string digits;
    for (const std::string_view part : {before, after}) {
        std::ranges::copy_if(part, std::back_inserter(digits), ascii::digit);
    }
    std::int64_t units = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), units);
    if (error != std::errc{} || after.size() > std::size_t{Decimal::max_scale}) {
        return {Decimal{}, Numeral::too_large};
    }
    return {Decimal::from(units, static_cast<int>(after.size())), numeral};
}

/// Reads digits with dots and commas between them: the decimal comma and dots of thousands of
/// Indonesian, and the decimal dot that spreadsheets leave behind.
Amount amount(std::string_view text) {
    const std::size_t comma = text.find(',');
    const std::size_t dot = text.find('.');
    const std::string_view whole = text.substr(0, comma);
    const bool dots_are_thousands = dot == std::string_view::npos || in_thousands(whole);
    if (comma != std::string_view::npos) {
        const std::string_view rest = text.substr(comma + 1);
        if (rest.find_first_of(",.") != std::string_view::npos || !dots_are_thousands) {
            return {Decimal{}, Numeral::malformed};
        }
        const bool doubtful = dot == std::string_view::npos && rest.size() == 3 &&
                              whole.size() <= 3 && whole.front() != '0';
        return decimal(whole, rest, doubtful ? Numeral::comma_three : Numeral::plain);
    }
    if (dots_are_thousands) {
        return decimal(whole, {}, Numeral::plain);
    }
    const std::string_view rest = text.substr(dot + 1);
    if (rest.find('.') != std::string_view::npos) {
        return {Decimal{}, Numeral::malformed};
    }
    return decimal(text.substr(0, dot), rest, Numeral::dot_decimal);
}

/// 1/2, 1/4 and 3/4 at the front of the text, if no digit or further slash follows.
std::optional<Decimal> fraction(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, std::int64_t>, 3> known{
        {{"1/2", 50}, {"1/4", 25}, {"3/4", 75}}};
    for (const auto& [spelling, hundredths] : known) {
        const std::string_view rest = text.substr(std::min(spelling.size(), text.size()));
        if (text.starts_with(spelling) &&
            (rest.empty() || (!ascii::digit(rest.front()) && rest.front() != '/'))) {
            return Decimal::from(hundredths, 2);
        }
    }
    return std::nullopt;
}

/// What a sign means by itself.
Kind sign(char32_t code_point) noexcept {
    switch (code_point) {
    case U'-':
    case U'\u2010':
    case U'\u2011':
    case U'\u2012':
    case U'\u2013':
    case U'\u2014':
    case U'\u2212': return Kind::dash;
    case U'/': return Kind::slash;
    case U'+': return Kind::plus;
    case U',':
    case U'&': return Kind::dan;
    case U'=': return Kind::equals;
    case U'\u00B1':
    case U'~':
    case U'\u2248': return Kind::approximate;
    case U'\u00D7':
    case U'*': return Kind::times;
    case U'<':
    case U'\u2264': return Kind::bound;
    case U'>':
    case U'\u2265': return Kind::least;
    case U'@': return Kind::per;
    case U'(':
    case U'[': return Kind::open_parenthesis;
    case U')':
    case U']': return Kind::close_parenthesis;
    case U'.':
    case U';':
    case U':': return Kind::stop;
    case U'\'':
    case U'\u2019':
    case U'\u2032': return Kind::unit; // minutes
    case U'"':
    case U'\u201D':
    case U'\u2033': return Kind::second;
    default: return Kind::other;
    }
}

class Scanner {
public:
    explicit Scanner(std::string_view text) : text_(text) { tokens_.reserve(text.size() / 4 + 4); }

    std::vector<Token> run() {
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (ascii::digit(c)) {
                number();
            } else if (ascii::letter(c)) {
                word();
            } else {
                other();
            }
        }
        close_what_is_open();
        add({.kind = Kind::end, .begin = text_.size()}, text_.size());
        return std::move(tokens_);
    }

private:
    std::size_t end_of_letters(std::size_t from) const noexcept {
        while (from < text_.size() && ascii::letter(text_[from])) {
            ++from;
        }
        return from;
    }

    void add(Token token, std::size_t end) {
        token.end = end;
        tokens_.push_back(token);
        at_ = end;
    }

    void number() {
        std::size_t end = at_;
        const auto digit_at = [this](std::size_t at) {
            return at < text_.size() && ascii::digit(text_[at]);
        };
        if (const auto part = fraction(text_.substr(at_))) {
            add({.kind = Kind::fraction, .begin = at_, .value = *part}, at_ + 3);
            return;
        }
        while (digit_at(end) || (end < text_.size() && (text_[end] == '.' || text_[end] == ',') &&
                                 digit_at(end + 1))) {
            ++end;
        }
        const Amount read = amount(text_.substr(at_, end - at_));
        add({.kind = Kind::number, .numeral = read.numeral, .begin = at_, .value = read.value},
            end);
    }

    /// s.d., s/d, s.d and sd: "sampai dengan".
    std::size_t end_of_sampai_dengan() const noexcept {
        const std::string_view rest = text_.substr(at_);
        const bool found = rest.size() >= 3 && ascii::lower(rest[0]) == 's' &&
                           (rest[1] == '.' || rest[1] == '/') && ascii::lower(rest[2]) == 'd' &&
                           (rest.size() == 3 || !ascii::letter(rest[3]));
        return found ? at_ + 3 : at_;
    }

    void word() {
        const std::size_t begin = at_;
        if (const std::size_t end = end_of_sampai_dengan(); end > at_) {
            add({.kind = Kind::range, .begin = at_}, end);
        } else {
            std::size_t end_of_word = end_of_letters(at_);
            const Keyword* keyword = nullptr;
            // Only known compounds are one word: "dua-tiga hari" is a range.
            if (end_of_word + 1 < text_.size() && text_[end_of_word] == '-') {
                const std::size_t compound = end_of_letters(end_of_word + 1);
                keyword = find_keyword(text_.substr(at_, compound - at_));
                end_of_word = keyword != nullptr ? compound : end_of_word;
            }
            if (keyword == nullptr) {
                keyword = find_keyword(text_.substr(at_, end_of_word - at_));
            }
            const Keyword known = keyword != nullptr ? *keyword : Keyword{};
            add({.kind = known.kind, .satuan = known.satuan, .begin = begin}, end_of_word);
        }
        if (at_ < text_.size() && text_[at_] == '.') {
            ++at_; // the dot of an abbreviation: "maks."
        }
    }

    void other() {
        const std::size_t begin = at_;
        std::size_t end = at_;
        const char32_t code_point = next_code_point(text_, end);
        if (is_space(code_point)) {
            at_ = end;
            return;
        }
        if (const std::string_view rest = text_.substr(begin);
            rest.starts_with("+/-") || rest.starts_with("+-")) {
            add({.kind = Kind::approximate, .begin = begin}, begin + rest.find('-') + 1);
            return;
        }
        if (code_point >= U'\u00BC' && code_point <= U'\u00BE') { // ¼ ½ ¾
            const auto quarters = static_cast<std::int64_t>(code_point - U'\u00BC') + 1;
            add({.kind = Kind::fraction, .begin = begin, .value = Decimal::from(25 * quarters, 2)},
                end);
            return;
        }
        const Kind kind = sign(code_point);
        if (kind == Kind::open_parenthesis) {
            open_.push_back(tokens_.size());
        } else if (kind == Kind::close_parenthesis && !open_.empty()) {
            tokens_[open_.back()].partner = tokens_.size();
            open_.pop_back();
        }
        add({.kind = kind, .begin = begin}, end);
    }

    /// A parenthesis that is never closed reaches to the end.
    void close_what_is_open() {
        for (const std::size_t index : open_) {
            tokens_[index].partner = tokens_.size();
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<Token> tokens_;
    std::vector<std::size_t> open_;
};

} // namespace

std::vector<Token> tokens(std::string_view text) {
    return Scanner(text).run();
}

} // namespace tertib::scan
