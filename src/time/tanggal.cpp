// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/tanggal.hpp"

#include "tertib/base/text.hpp"
#include "time/ascii.hpp"
#include "time/months.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>

namespace tertib {
namespace {

namespace chrono = std::chrono;

/// Longer texts are no date; the bound keeps memory small for hostile ones.
constexpr std::size_t longest_tanggal = 500;

/// Years that an SOP in force can name.
constexpr int first_year = 1900;
constexpr int last_year = 2199;

enum class Kind : std::uint8_t { number, month, word, separator, comma, filler, other };

struct Token {
    Kind kind = Kind::other;
    int value = 0;           ///< of a number or month
    std::size_t digits = 0;  ///< of a number
    std::string_view text{}; ///< as written
    Month month{};
};

/// Sees only what matters for a date: numbers, words and the signs between them.
class Scanner {
public:
    explicit Scanner(std::string_view text) : text_(text) {}

    std::vector<Token> run() {
        while (at_ < text_.size()) {
            const std::size_t begin = at_;
            Token token = ascii::digit(text_[at_])    ? number()
                          : ascii::letter(text_[at_]) ? word()
                                                      : sign();
            token.text = text_.substr(begin, at_ - begin);
            if (!blank_) {
                tokens_.push_back(token);
            }
            blank_ = false;
        }
        return std::move(tokens_);
    }

private:
    Token number() {
        const std::size_t begin = at_;
        while (at_ < text_.size() && ascii::digit(text_[at_])) {
            ++at_;
        }
        Token token{.kind = Kind::number, .digits = at_ - begin};
        const auto [end, error] =
            std::from_chars(text_.data() + begin, text_.data() + at_, token.value);
        token.kind = error == std::errc{} ? Kind::number : Kind::other;
        return token;
    }

    Token word() {
        const std::size_t begin = at_;
        while (at_ < text_.size() && ascii::letter(text_[at_])) {
            ++at_;
        }
        const auto month = find_month(text_.substr(begin, at_ - begin));
        return month ? Token{.kind = Kind::month,
                             .value = static_cast<int>(month->number),
                             .month = *month}
                     : Token{.kind = Kind::word};
    }

    Token sign() {
        const char32_t c = next_code_point(text_, at_);
        blank_ = is_space(c);
        if (c == U'/' || c == U'-' || c == U'.' || (c >= U'\u2010' && c <= U'\u2015')) {
            return {.kind = Kind::separator};
        }
        if (c == U',') {
            return {.kind = Kind::comma};
        }
        return {.kind = c == U'\u2026' || c == U'_' ? Kind::filler : Kind::other};
    }

    std::string_view text_;
    std::size_t at_ = 0;
    bool blank_ = false;
    std::vector<Token> tokens_;
};

bool is_word(const Token& token, std::string_view lowered) {
    return token.kind == Kind::word && ascii::equal(token.text, lowered);
}

/// The tokens of the date itself: without blanks to fill in, a place or a weekday before a comma,
/// "Ditetapkan di … pada tanggal" and a closing full stop.
std::span<const Token> core(std::span<const Token> tokens) {
    std::size_t begin = 0;
    bool dated = false; // a number or a month was met since begin
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token& token = tokens[i];
        const bool heading = is_word(token, "tanggal") || is_word(token, "tgl");
        if (heading || (token.kind == Kind::comma && !dated)) {
            begin = i + 1;
            dated = false;
        }
        // A place may look like a month misspelt.
        dated = dated || token.kind == Kind::number ||
                (token.kind == Kind::month && token.month.spelling == Spelling::known);
    }
    tokens = tokens.subspan(begin);
    const auto blank = [](const Token& token) {
        return token.kind == Kind::filler || token.kind == Kind::separator || token.text == ":";
    };
    while (!tokens.empty() && blank(tokens.front())) {
        tokens = tokens.subspan(1);
    }
    while (!tokens.empty() && blank(tokens.back())) {
        tokens = tokens.first(tokens.size() - 1);
    }
    return tokens;
}

class TanggalReader {
public:
    explicit TanggalReader(std::string_view text) : text_(text) {}

    TanggalReading run() {
        // A text that is too long has no tokens that matter.
        const bool too_long = text_.size() > longest_tanggal;
        const std::vector<Token> all = too_long ? std::vector<Token>{} : Scanner(text_).run();
        if (!too_long && says_nothing(all)) {
            return std::move(result_);
        }
        tanggal_.text = text_;
        if (too_long || !read(core(all))) {
            find("TANGGAL-UNREAD");
        }
        result_.tanggal = std::move(tanggal_);
        return std::move(result_);
    }

private:
    void find(std::string_view code, std::vector<Argument> arguments = {}) {
        const std::string evidence = squeeze(text_.substr(0, longest_tanggal));
        arguments.push_back({"tanggal", evidence});
        result_.findings.push_back(make_finding(code, {}, std::move(arguments), evidence));
    }

    /// Nothing, a dash, the blanks of an unfilled form, N/A.
    [[nodiscard]] bool says_nothing(std::span<const Token> all) const {
        const auto blank = [](const Token& token) {
            return token.kind == Kind::filler || token.kind == Kind::separator;
        };
        if (all.empty() || all.front().kind != Kind::word) {
            return std::ranges::all_of(all, blank);
        }
        const std::string word = fold(text_);
        return word == "n/a" || word == "n.a" || word == "na" || word == "nihil" ||
               word == "tidak ada";
    }

    /// Without the separators between, and without a time of day behind an ISO date.
    bool read(std::span<const Token> tokens) {
        std::vector<Token> parts;
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            const Token& token = tokens[i];
            const bool sign = token.kind == Kind::separator || token.kind == Kind::comma;
            const bool doubled = sign && i > 0 && tokens[i - 1].kind == token.kind;
            if (doubled) {
                return false;
            }
            if (!sign && !(is_word(token, "tahun") && i > 0 && tokens.size() > i + 1) &&
                !is_word(token, "bulan")) {
                parts.push_back(token);
            }
        }
        drop_midnight(parts);
        return parts.size() <= 3 && pattern(parts);
    }

    /// Spreadsheets write days as 2023-06-27 00:00:00.
    static void drop_midnight(std::vector<Token>& parts) {
        if (parts.size() < 6 || parts[0].digits != 4 || parts[2].kind != Kind::number) {
            return;
        }
        std::size_t zeros = 0;
        const bool midnight = std::all_of(parts.begin() + 3, parts.end(), [&](const Token& token) {
            const bool zero = token.kind == Kind::number && token.value == 0;
            zeros += zero ? 1 : 0;
            return zero || token.text == ":" || is_word(token, "t") || is_word(token, "z");
        });
        if (midnight && zeros >= 2) {
            parts.resize(3);
        }
    }

    bool pattern(const std::vector<Token>& parts) {
        const auto is = [&parts](std::initializer_list<Kind> kinds) {
            return std::ranges::equal(parts, kinds, {}, &Token::kind);
        };
        if (is({Kind::number, Kind::month, Kind::number})) {
            return named(parts[0], parts[1], parts[2]);
        }
        if (is({Kind::month, Kind::number, Kind::number}) && parts[1].digits <= 2) {
            return named(parts[1], parts[0], parts[2]); // June 27, 2023
        }
        if (is({Kind::number, Kind::number, Kind::number})) {
            return numeric(parts);
        }
        if (is({Kind::month, Kind::number})) {
            return month_only(parts[0], parts[1]);
        }
        if (is({Kind::number, Kind::number})) {
            const bool iso = parts[0].digits == 4;
            return month_only(parts[iso ? 1 : 0], parts[iso ? 0 : 1]);
        }
        const bool year =
            is({Kind::number}) || (is({Kind::word, Kind::number}) && is_word(parts[0], "tahun"));
        if (year && parts.back().digits == 4 && year_of(parts.back())) {
            find("TANGGAL-NO-MONTH");
            return true;
        }
        return false;
    }

    /// The year, if it is one; of two digits, in 2000–2099.
    static std::optional<int> year_of(const Token& token) {
        if (token.digits == 2) {
            return 2000 + token.value;
        }
        const bool plausible = token.value >= first_year && token.value <= last_year;
        return token.digits == 4 && plausible ? std::optional(token.value) : std::nullopt;
    }

    bool named(const Token& day, const Token& month, const Token& year) {
        if (day.digits > 2) { // 2023 Juni 27
            return day.digits == 4 && year.digits <= 2 && settle(year, month, day);
        }
        return settle(day, month, year);
    }

    bool numeric(const std::vector<Token>& parts) {
        if (parts[0].digits == 4) {
            return parts[1].digits <= 2 && parts[2].digits <= 2 &&
                   settle(parts[2], parts[1], parts[0]);
        }
        if (parts[0].digits > 2 || parts[1].digits > 2) {
            return false;
        }
        const bool month_first = parts[1].value > 12 && parts[0].value <= 12;
        const bool settled = month_first ? settle(parts[1], parts[0], parts[2])
                                         : settle(parts[0], parts[1], parts[2]);
        if (settled && month_first && tanggal_.date) {
            find("TANGGAL-ORDER", {{"date", iso(*tanggal_.date)}});
        }
        return settled;
    }

    static std::string iso(chrono::year_month_day date) {
        const auto two = [](unsigned number) {
            return (number < 10 ? "0" : "") + std::to_string(number);
        };
        return std::to_string(int(date.year())) + "-" + two(unsigned(date.month())) + "-" +
               two(unsigned(date.day()));
    }

    bool settle(const Token& day, const Token& month, const Token& year) {
        const auto read_year = year_of(year);
        if (!read_year || day.digits > 2) {
            return false;
        }
        const chrono::year_month_day date{chrono::year(*read_year),
                                          chrono::month(static_cast<unsigned>(month.value)),
                                          chrono::day(static_cast<unsigned>(day.value))};
        if (!date.ok()) {
            find("TANGGAL-NO-SUCH-DAY");
            return true;
        }
        tanggal_.date = date;
        tanggal_.month = date.year() / date.month();
        remark(month, year, *read_year);
        return true;
    }

    bool month_only(const Token& month, const Token& year) {
        const auto read_year = year_of(year);
        // "3 21" or "12/24" may be a day and a month: only a year in full makes numbers a month.
        const bool clear = month.kind == Kind::month || (year.digits == 4 && month.digits <= 2);
        if (!read_year || !clear || month.value < 1 || month.value > 12) {
            return false;
        }
        tanggal_.month =
            chrono::year(*read_year) / chrono::month(static_cast<unsigned>(month.value));
        find("TANGGAL-NO-DAY");
        remark(month, year, *read_year);
        return true;
    }

    void remark(const Token& month, const Token& year, int read_year) {
        if (month.kind == Kind::month && month.month.spelling == Spelling::misspelt) {
            find("TANGGAL-MONTH-SPELLING",
                 {{"written", std::string(month.text)}, {"month", std::string(month.month.name)}});
        }
        if (year.digits == 2) {
            find("TANGGAL-YEAR-SHORT", {{"year", std::to_string(read_year)}});
        }
    }

    std::string_view text_;
    Tanggal tanggal_;
    TanggalReading result_;
};

} // namespace

TanggalReading read_tanggal(std::string_view text) {
    return TanggalReader(text).run();
}

} // namespace tertib
