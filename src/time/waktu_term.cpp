// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "time/waktu_term.hpp"

#include "tertib/base/text.hpp"
#include "time/number_words.hpp"
#include "time/waktu_amount.hpp"

#include <utility>

namespace tertib::scan {
namespace {

enum class Stated : std::uint8_t { nothing, kerja, kalender };

struct Unit {
    Satuan satuan = Satuan::menit;
    Stated stated = Stated::nothing;
};

/// One end of a range, or the whole of an exact amount: 3 · 3 Hari · 2 x 24 jam.
struct Bound {
    Decimal number;
    std::optional<Decimal> factor; ///< the 2 of 2 x 24 jam
    std::optional<Unit> unit;
};

/// The product of two decimals of which at least one must be whole.
std::optional<Decimal> product(Decimal a, Decimal b) {
    if (a.whole()) {
        return b.times(a.units());
    }
    return b.whole() ? a.times(b.units()) : std::nullopt;
}

bool can_be_working(Satuan satuan) noexcept {
    return satuan <= Satuan::hari;
}
bool can_be_calendar(Satuan satuan) noexcept {
    return satuan >= Satuan::hari;
}

/// What stands between two numbers of one term.
enum class Between : std::uint8_t { nothing, range, choice };

class TermParser {
public:
    TermParser(Cursor& cursor, WaktuPolicy policy) : cursor_(cursor), policy_(policy) {}

    TermReading run() {
        auto lower = bound();
        if (!lower) {
            fail("WAKTU-UNREAD");
            return std::move(read_);
        }
        const Between between = pass_between(*lower);
        if (between == Between::nothing) {
            exact(*lower);
            return std::move(read_);
        }
        auto upper = bound();
        if (!upper) {
            fail("WAKTU-UNREAD");
            return std::move(read_);
        }
        share(*lower, *upper);
        between == Between::range ? range(*lower, *upper) : choice(*lower, *upper);
        return std::move(read_);
    }

private:
    void fail(std::string_view code) {
        if (read_.failure.empty()) {
            read_.failure = code;
        }
    }

    /// Words before an amount: maksimal, kurang lebih, ±, selama …
    void prefixes() {
        while (true) {
            const Kind next = cursor_.kind(1);
            switch (cursor_.kind()) {
            case Kind::approximate: read_.approximate = true; break;
            case Kind::kurang:
            case Kind::lebih: {
                const bool less = cursor_.kind() == Kind::kurang;
                if (next != Kind::dari && next != (less ? Kind::lebih : Kind::kurang)) {
                    return;
                }
                read_.approximate = read_.approximate || next != Kind::dari;
                read_.least = read_.least || (next == Kind::dari && !less);
                cursor_.advance();
                break;
            }
            case Kind::least: read_.least = true; break;
            case Kind::paling:
            case Kind::bound:
            case Kind::filler:
                if (next == Kind::stop || next == Kind::equals) { // "maksimal:", "<="
                    cursor_.advance();
                }
                break;
            default: return;
            }
            cursor_.advance();
        }
    }

    std::optional<Bound> bound() {
        prefixes();
        Bound bound;
        if (cursor_.kind() == Kind::one_unit) {
            bound.number = Decimal(1);
            bound.unit = stated(cursor_.token().satuan);
            return bound;
        }
        const auto first = number();
        if (!first) {
            return std::nullopt;
        }
        bound.number = *first;
        if (cursor_.kind() == Kind::times) {
            cursor_.advance();
            const auto second = number();
            if (!second) {
                return std::nullopt;
            }
            bound.factor = bound.number;
            bound.number = *second;
        }
        bound.unit = unit();
        return bound;
    }

    std::optional<Decimal> number() {
        auto value = digits();
        if (!value) {
            value = read_number_words(cursor_);
        }
        if (value && cursor_.kind() == Kind::open_parenthesis) {
            repeated(*value);
        }
        return value;
    }

    /// 15 · 2,5 · 1/2 · 1 ½ · 1 setengah
    std::optional<Decimal> digits() {
        const Token token = cursor_.token();
        if (cursor_.kind() == Kind::fraction) {
            return fraction();
        }
        if (cursor_.kind() != Kind::number || !sound(token)) {
            return std::nullopt;
        }
        cursor_.advance();
        if (cursor_.kind() == Kind::fraction) {
            return token.value.plus(fraction());
        }
        Cursor ahead = cursor_;
        const auto half = read_number_words(ahead);
        if (half && *half > Decimal(0) && *half < Decimal(1)) {
            cursor_ = ahead;
            return token.value.plus(*half);
        }
        return token.value;
    }

    Decimal fraction() {
        if (cursor_.spelling().find('/') != std::string_view::npos) {
            remark("WAKTU-FRACTION", {{"number", std::string(cursor_.spelling())}});
        }
        const Decimal value = cursor_.token().value;
        cursor_.advance();
        return value;
    }

    bool sound(const Token& token) {
        const std::vector<Argument> arguments{{"number", std::string(cursor_.spelling())},
                                              {"value", token.value.text()}};
        switch (token.numeral) {
        case Numeral::plain: return true;
        case Numeral::dot_decimal: remark("WAKTU-DOT-DECIMAL", arguments); return true;
        case Numeral::comma_three: remark("WAKTU-COMMA-THREE", arguments); return true;
        case Numeral::malformed: fail("WAKTU-UNREAD"); return false;
        case Numeral::too_large: fail("WAKTU-TOO-LARGE"); return false;
        }
        return false;
    }

    /// The number once more in parentheses: "7 (tujuh) Hari", "tujuh (7) Hari", and with the unit
    /// inside "7 (tujuh Hari Kerja)". Other parentheses are left to the caller.
    void repeated(Decimal value) {
        Cursor inside = cursor_.inside_parenthesis();
        const std::string words = squeeze(trim(inside.text_to_end()));
        auto again = read_number_words(inside);
        if (!again && inside.kind() == Kind::number && inside.kind(1) == Kind::end) {
            again = inside.token().value;
            inside.advance();
        }
        const Kind next = cursor_.behind_parenthesis().kind();
        const bool unit_inside = inside.kind() == Kind::unit || inside.kind() == Kind::hari_kerja;
        const bool unit_outside = next == Kind::unit || next == Kind::hari_kerja ||
                                  next == Kind::times || next == Kind::kerja;
        if (again && (inside.kind() == Kind::end || (unit_inside && !unit_outside))) {
            if (*again != value) {
                remark("WAKTU-WORD-DIFFERS", {{"number", value.text()}, {"word", words}});
            }
            if (unit_inside) {
                std::swap(cursor_, inside);
                unit_inside_ = unit();
                std::swap(cursor_, inside);
            }
        } else if (unit_outside) {
            remark("WAKTU-WORD-UNREAD", {{"number", value.text()}, {"word", words}});
        } else {
            return;
        }
        if (inside.kind() != Kind::end && unit_inside) {
            fail("WAKTU-UNREAD");
        }
        cursor_.leave_parenthesis();
    }

    std::optional<Unit> unit() {
        if (unit_inside_) {
            return std::exchange(unit_inside_, std::nullopt);
        }
        const Kind kind = cursor_.kind();
        const bool english = (kind == Kind::kerja || kind == Kind::kalender) &&
                             cursor_.kind(1) == Kind::unit; // working days
        if (kind == Kind::hari_kerja) {
            cursor_.advance();
            return Unit{Satuan::hari, Stated::kerja};
        }
        if (english) {
            cursor_.advance();
            const Satuan satuan = cursor_.token().satuan;
            const bool working = kind == Kind::kerja;
            if (working ? !can_be_working(satuan) : !can_be_calendar(satuan)) {
                fail("WAKTU-UNREAD");
            }
            cursor_.advance();
            return Unit{satuan, working ? Stated::kerja : Stated::kalender};
        }
        return kind == Kind::unit ? std::optional(stated(cursor_.token().satuan)) : std::nullopt;
    }

    /// Passes over the unit and what follows it: Hari Kerja, Hari Kalender, Jam Kerja.
    Unit stated(Satuan satuan) {
        cursor_.advance();
        if (cursor_.kind() == Kind::kerja && can_be_working(satuan)) {
            cursor_.advance();
            return {satuan, Stated::kerja};
        }
        if (cursor_.kind() == Kind::kalender && can_be_calendar(satuan)) {
            cursor_.advance();
            return {satuan, Stated::kalender};
        }
        return {satuan, Stated::nothing};
    }

    /// Passes over what joins two numbers: a range, or "1 atau 2 hari", which shares its unit.
    Between pass_between(const Bound& lower) {
        const Kind kind = cursor_.kind();
        // A tilde between two numbers is a range, before one it says "about".
        const bool tilde = kind == Kind::approximate && cursor_.spelling() == "~";
        const bool choice = kind == Kind::atau && !lower.unit;
        if (kind != Kind::range && kind != Kind::dash && !tilde && !choice) {
            return Between::nothing;
        }
        Cursor ahead = cursor_;
        ahead.advance();
        if (kind == Kind::range && ahead.kind() == Kind::dengan) {
            ahead.advance();
        }
        if (!starts_amount(ahead)) {
            return Between::nothing;
        }
        cursor_ = ahead;
        return choice ? Between::choice : Between::range;
    }

    /// "1 - 3 Hari", "1-3 x 24 jam": the first end has the unit and the factor of the second.
    static void share(Bound& lower, const Bound& upper) {
        if (!lower.unit && !lower.factor && upper.factor) {
            lower.factor = lower.number;
            lower.number = upper.number;
        }
        if (!lower.unit) {
            lower.unit = upper.unit;
        }
    }

    std::optional<WaktuPart> part(const Bound& bound) {
        if (!bound.unit) {
            const Kind kind = cursor_.kind();
            const bool bare = kind == Kind::end || kind == Kind::open_parenthesis ||
                              kind == Kind::stop || kind == Kind::slash;
            fail(kind == Kind::second ? "WAKTU-SECONDS"
                 : bare               ? "WAKTU-UNIT-MISSING"
                                      : "WAKTU-UNREAD");
            return std::nullopt;
        }
        const auto amount = bound.factor ? product(*bound.factor, bound.number) : bound.number;
        if (!amount) {
            fail("WAKTU-TOO-LARGE");
            return std::nullopt;
        }
        WaktuPart part{.min = *amount, .max = *amount, .satuan = bound.unit->satuan};
        reckon(part, bound, bound.unit->stated);
        return part;
    }

    void reckon(WaktuPart& part, const Bound& bound, Stated stated) const {
        const bool by_the_clock = bound.factor && bound.number == Decimal(24) &&
                                  part.satuan == Satuan::jam && stated == Stated::nothing;
        if (by_the_clock) {
            part.reckoning = Reckoning::elapsed;
        } else if (stated != Stated::nothing) {
            part.reckoning = stated == Stated::kerja ? Reckoning::working : Reckoning::calendar;
        } else if (part.satuan == Satuan::hari) {
            part.reckoning = policy_.bare_hari;
            part.assumed = true;
        } else if (part.satuan > Satuan::hari) {
            part.reckoning = Reckoning::calendar;
            part.assumed = true;
        }
    }

    void exact(const Bound& bound) {
        if (const auto whole = part(bound)) {
            read_.terms.push_back({.part = *whole});
        }
    }

    void range(const Bound& lower, const Bound& upper) {
        const auto low = part(lower);
        const auto high = part(upper);
        if (!low || !high) {
            return;
        }
        const auto both = in_one_unit(*low, *high);
        if (!both) {
            fail("WAKTU-RANGE-UNITS");
            return;
        }
        WaktuPart whole = both->first;
        whole.max = both->second.max;
        if (whole.max < whole.min) {
            remark("WAKTU-RANGE-REVERSED", {});
            std::swap(whole.min, whole.max);
        }
        read_.terms.push_back({.part = whole, .range = true});
    }

    void choice(const Bound& lower, const Bound& upper) {
        exact(lower);
        exact(upper);
        if (read_.terms.size() == 2) {
            read_.terms.back().join = Join::alternative;
        }
    }

    void remark(std::string_view code, std::vector<Argument> arguments) {
        read_.remarks.push_back({code, std::move(arguments)});
    }

    Cursor& cursor_;
    WaktuPolicy policy_;
    TermReading read_;
    std::optional<Unit> unit_inside_;
};

} // namespace

TermReading read_term(Cursor& cursor, WaktuPolicy policy) {
    return TermParser(cursor, policy).run();
}

bool starts_amount(const Cursor& cursor) {
    switch (cursor.kind()) {
    case Kind::number:
    case Kind::fraction:
    case Kind::one_unit:
    case Kind::approximate:
    case Kind::kurang:
    case Kind::lebih:
    case Kind::paling:
    case Kind::bound:
    case Kind::least:
    case Kind::filler: return true;
    case Kind::word: return NumberWords().feed(cursor.spelling());
    default: return false;
    }
}

std::optional<Decimal> read_number_words(Cursor& cursor) {
    NumberWords words;
    while (cursor.kind() == Kind::word && words.feed(cursor.spelling())) {
        cursor.advance();
    }
    return words.value();
}

} // namespace tertib::scan
