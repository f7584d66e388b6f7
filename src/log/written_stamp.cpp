// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "log/written_stamp.hpp"

#include "tertib/base/text.hpp"
#include "time/ascii.hpp"
#include "time/months.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

namespace tertib {
namespace {

namespace chrono = std::chrono;
using chrono::microseconds;

/// A stamp has no more; the bound keeps hostile cells cheap.
constexpr std::size_t longest_stamp = 80;
constexpr std::size_t most_pieces = 24;

enum class PieceKind : std::uint8_t { number, word, sign };

struct Piece {
    PieceKind kind = PieceKind::sign;
    std::string_view text;
    int value = 0; ///< of a number

    [[nodiscard]] bool is(char c) const noexcept { return kind == PieceKind::sign && text[0] == c; }
    [[nodiscard]] bool is(std::string_view lowered) const noexcept {
        return kind == PieceKind::word && ascii::equal(text, lowered);
    }
    [[nodiscard]] std::size_t digits() const noexcept {
        return kind == PieceKind::number ? text.size() : 0;
    }
};

/// Numbers, words and signs, without the blanks between them.
class Pieces {
public:
    /// Nothing is found in a text with a piece that no stamp has.
    explicit Pieces(std::string_view text) {
        std::size_t at = 0;
        while (at < text.size()) {
            if (text[at] == ' ' || text[at] == '\t') {
                ++at;
                continue;
            }
            const std::size_t end = end_of_piece(text, at);
            if (count_ == most_pieces || !keep(text.substr(at, end - at))) {
                count_ = 0;
                return;
            }
            at = end;
        }
    }

    [[nodiscard]] bool done() const noexcept { return at_ >= count_; }
    [[nodiscard]] const Piece& next(std::size_t ahead = 0) const noexcept {
        static constexpr Piece nothing{.kind = PieceKind::sign, .text = "?"};
        return at_ + ahead < count_ ? pieces_[at_ + ahead] : nothing;
    }
    void skip(std::size_t count = 1) noexcept { at_ += count; }
    bool take(char sign) noexcept { return skip_if(next().is(sign)); }
    bool take(std::string_view word) noexcept { return skip_if(next().is(word)); }

private:
    bool skip_if(bool there) noexcept {
        at_ += there ? 1 : 0;
        return there;
    }
    static std::size_t end_of_piece(std::string_view text, std::size_t at) {
        const bool digit = ascii::digit(text[at]);
        const bool letter = ascii::letter(text[at]);
        std::size_t end = at + 1;
        while (end < text.size() &&
               ((digit && ascii::digit(text[end])) || (letter && ascii::letter(text[end])))) {
            ++end;
        }
        return end;
    }
    bool keep(std::string_view text) {
        constexpr std::size_t most_digits = 9;
        constexpr std::string_view signs = "/-.,:+'";
        Piece piece{.kind = PieceKind::sign, .text = text};
        if (ascii::digit(text[0])) {
            piece.kind = PieceKind::number;
            const auto [end, error] =
                std::from_chars(text.data(), text.data() + text.size(), piece.value);
            if (error != std::errc{} || text.size() > most_digits) {
                return false;
            }
        } else if (ascii::letter(text[0])) {
            piece.kind = PieceKind::word;
        } else if (signs.find(text[0]) == std::string_view::npos) {
            return false;
        }
        pieces_[count_++] = piece;
        return true;
    }

    std::array<Piece, most_pieces> pieces_{};
    std::size_t count_ = 0;
    std::size_t at_ = 0;
};

struct WrittenDay {
    LocalDay day;
    StampHint hint = StampHint::none;
};

std::optional<int> year_of(const Piece& piece) {
    if (piece.digits() == 2) {
        return 2000 + piece.value;
    }
    return piece.digits() == 4 ? std::optional(piece.value) : std::nullopt;
}

std::optional<LocalDay> day_of(int year, int month, int day) {
    if (month < 1 || day < 1) {
        return std::nullopt;
    }
    const chrono::year_month_day date{chrono::year{year},
                                      chrono::month{static_cast<unsigned>(month)},
                                      chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok()) {
        return std::nullopt;
    }
    const LocalDay found{date};
    return found < first_day || found > last_day ? std::nullopt : std::optional(found);
}

bool is_date_sign(const Piece& piece) {
    return piece.is('/') || piece.is('-') || piece.is('.');
}

/// 27 Juni 2023, 27-Jun-23, Juni 27, 2023.
std::optional<WrittenDay> take_named_day(Pieces& pieces) {
    const std::size_t word_at = pieces.next().kind == PieceKind::word ? 0
                                : is_date_sign(pieces.next(1))        ? 2
                                                                      : 1;
    if (pieces.next(word_at).kind != PieceKind::word) {
        return std::nullopt;
    }
    const std::optional<Month> month = find_month(pieces.next(word_at).text);
    if (!month || month->spelling != Spelling::known) {
        return std::nullopt;
    }
    std::size_t at = word_at + 1;
    const Piece day = pieces.next(word_at == 0 ? at++ : 0);
    at += is_date_sign(pieces.next(at)) || pieces.next(at).is(',') ? 1 : 0;
    const std::optional<int> year = year_of(pieces.next(at));
    if (day.digits() == 0 || day.digits() > 2 || !year) {
        return std::nullopt;
    }
    pieces.skip(at + 1);
    const std::optional<LocalDay> found = day_of(*year, static_cast<int>(month->number), day.value);
    return found ? std::optional(WrittenDay{*found}) : std::nullopt;
}

/// 27/06/2023, 6-27-23, 2023.06.27.
std::optional<WrittenDay> take_numeric_day(Pieces& pieces, DateOrder order) {
    const Piece first = pieces.next();
    const Piece second = pieces.next(2);
    const Piece third = pieces.next(4);
    constexpr std::size_t taken = 5;
    const bool shaped = is_date_sign(pieces.next(1)) && pieces.next(3).text == pieces.next(1).text;
    if (!shaped || second.digits() == 0 || second.digits() > 2) {
        return std::nullopt;
    }
    if (first.digits() == 4 && third.digits() >= 1 && third.digits() <= 2) {
        pieces.skip(taken);
        const std::optional<LocalDay> day = day_of(first.value, second.value, third.value);
        return day ? std::optional(WrittenDay{*day}) : std::nullopt;
    }
    const std::optional<int> year = year_of(third);
    if (first.digits() == 0 || first.digits() > 2 || !year) {
        return std::nullopt;
    }
    constexpr int months = 12;
    StampHint hint = StampHint::none;
    if (first.value > months) {
        hint = StampHint::day_first;
    } else if (second.value > months) {
        hint = StampHint::month_first;
    } else if (first.value != second.value) {
        hint = StampHint::ambiguous;
    }
    const bool swapped = hint == StampHint::month_first ||
                         (hint == StampHint::ambiguous && order == DateOrder::month_first);
    pieces.skip(taken);
    const std::optional<LocalDay> day = swapped ? day_of(*year, first.value, second.value)
                                                : day_of(*year, second.value, first.value);
    return day ? std::optional(WrittenDay{*day, hint}) : std::nullopt;
}

/// A weekday before a comma: "Jum'at, " or "Selasa, ". Which one isn't checked.
void pass_weekday(Pieces& pieces) {
    std::size_t at = 0;
    while (pieces.next(at).kind == PieceKind::word || pieces.next(at).is('\'')) {
        ++at;
    }
    if (at > 0 && at <= 3 && pieces.next(at).is(',')) {
        pieces.skip(at + 1);
    }
}

struct WrittenClock {
    microseconds moment{0};
    Precision precision = Precision::day;
};

bool is_clock_sign(const Piece& piece) {
    return piece.is(':') || piece.is('.');
}

/// AM and PM behind a clock of twelve hours; nothing where the hour is none of such a clock.
std::optional<int> hour_of(int hour, Pieces& pieces) {
    const bool after_noon = pieces.take("pm");
    if (!after_noon && !pieces.take("am")) {
        return hour;
    }
    if (hour < 1 || hour > 12) {
        return std::nullopt;
    }
    return hour % 12 + (after_noon ? 12 : 0);
}

/// The digits of a fraction of a second as microseconds.
std::int64_t fraction_of(const Piece& piece) {
    std::int64_t value = 0;
    std::int64_t unit = 100'000;
    for (const char digit : piece.text) {
        value += (digit - '0') * unit;
        unit /= 10;
    }
    return value;
}

/// 08.30, 08:30:15, 2:05 PM, 08:30:15.250; no clock at all is the whole day.
std::optional<WrittenClock> take_written_clock(Pieces& pieces) {
    static_cast<void>(pieces.take(','));
    for (const std::string_view word : {"pukul", "pkl", "jam", "t"}) {
        if (pieces.take(word)) {
            static_cast<void>(pieces.take('.'));
        }
    }
    WrittenClock clock;
    if (pieces.next().kind != PieceKind::number) {
        return clock;
    }
    const Piece hours = pieces.next();
    const Piece minutes = pieces.next(2);
    if (hours.digits() > 2 || !is_clock_sign(pieces.next(1)) || minutes.digits() != 2 ||
        minutes.value > 59) {
        return std::nullopt;
    }
    pieces.skip(3);
    clock.precision = Precision::minute;
    clock.moment = chrono::minutes{minutes.value};
    if (is_clock_sign(pieces.next()) && pieces.next(1).digits() == 2) {
        if (pieces.next(1).value > 59) {
            return std::nullopt;
        }
        clock.precision = Precision::exact;
        clock.moment += chrono::seconds{pieces.next(1).value};
        pieces.skip(2);
        if ((pieces.next().is('.') || pieces.next().is(',')) && pieces.next(1).digits() > 0) {
            clock.moment += microseconds{fraction_of(pieces.next(1))};
            pieces.skip(2);
        }
    }
    const std::optional<int> hour = hour_of(hours.value, pieces);
    if (!hour || *hour > 23) {
        return std::nullopt;
    }
    clock.moment += chrono::hours{*hour};
    return clock;
}

/// WIB, WITA, WIT, UTC, GMT, Z, +07:00, and nothing.
struct WrittenZone {
    Zone zone;
    ZoneSource source = ZoneSource::assumed;
};

std::optional<WrittenZone> take_written_zone(Pieces& pieces, std::string_view text, Zone assumed) {
    if (pieces.done()) {
        return WrittenZone{assumed, ZoneSource::assumed};
    }
    struct Named {
        std::string_view name;
        int hours;
    };
    for (const Named& named :
         {Named{"wib", 7}, {"wita", 8}, {"wit", 9}, {"utc", 0}, {"gmt", 0}, {"z", 0}}) {
        if (pieces.take(named.name) && pieces.done()) {
            return WrittenZone{Zone(chrono::hours{named.hours}), ZoneSource::written};
        }
    }
    if (!pieces.next().is('+') && !pieces.next().is('-')) {
        return std::nullopt;
    }
    const char* const begin = pieces.next().text.data();
    const std::optional<Zone> zone =
        Zone::parse(text.substr(static_cast<std::size_t>(begin - text.data())));
    return zone ? std::optional(WrittenZone{*zone, ZoneSource::written}) : std::nullopt;
}

/// 45104 or 45104,354167: days since 30 December 1899, in the years in which offices keep tables.
std::optional<WrittenStamp> read_serial(std::string_view text, Zone zone) {
    constexpr int unix_epoch = 25'569;
    constexpr int first_serial = 32'874; // 1990
    constexpr int last_serial = 73'050;  // 2099
    constexpr std::size_t serial_digits = 5;
    constexpr std::size_t most_fraction = 15;
    const std::size_t sign = text.find_first_of(".,");
    const std::string_view whole = text.substr(0, sign);
    const std::string_view fraction =
        sign == std::string_view::npos ? std::string_view{} : text.substr(sign + 1);
    int day = 0;
    std::int64_t part = 0;
    const auto read = std::from_chars(whole.data(), whole.data() + whole.size(), day);
    if (whole.size() != serial_digits || read.ec != std::errc{} ||
        read.ptr != whole.data() + whole.size() || day < first_serial || day > last_serial ||
        fraction.size() > most_fraction || (sign != std::string_view::npos && fraction.empty())) {
        return std::nullopt;
    }
    std::int64_t unit = 1;
    for (const char digit : fraction.substr(0, 9)) { // finer than a tenth of a millisecond
        unit *= 10;
        part = part * 10 + (digit - '0');
    }
    for (const char digit : fraction) {
        if (!ascii::digit(digit)) {
            return std::nullopt;
        }
    }
    // Such fractions are binary: the second that was meant is the nearest one.
    constexpr std::int64_t day_seconds = 86'400;
    const chrono::seconds of_day{(part * day_seconds * 2 + unit) / (2 * unit)};
    const LocalTime local = LocalDay{chrono::days{day - unix_epoch}} + of_day;
    const Precision precision = fraction.empty() ? Precision::day : Precision::exact;
    return WrittenStamp{{to_instant(local, zone), StampForm(precision, zone, ZoneSource::assumed)},
                        StampHint::serial};
}

/// 20230627
std::optional<WrittenStamp> read_compact(std::string_view text, Zone zone) {
    constexpr std::size_t compact_size = 8;
    int number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.size() != compact_size || read.ec != std::errc{} ||
        read.ptr != text.data() + text.size()) {
        return std::nullopt;
    }
    const std::optional<LocalDay> day = day_of(number / 10'000, number / 100 % 100, number % 100);
    if (!day) {
        return std::nullopt;
    }
    return WrittenStamp{
        {to_instant(*day, zone), StampForm(Precision::day, zone, ZoneSource::assumed)}};
}

} // namespace

std::optional<WrittenStamp> read_written_stamp(std::string_view text, Zone zone, DateOrder order) {
    if (const std::optional<EventStamp> iso = read_event_stamp(text, zone)) {
        return WrittenStamp{*iso};
    }
    text = trim(text);
    if (text.empty() || text.size() > longest_stamp) {
        return std::nullopt;
    }
    if (const std::optional<WrittenStamp> serial = read_serial(text, zone)) {
        return serial;
    }
    if (const std::optional<WrittenStamp> compact = read_compact(text, zone)) {
        return compact;
    }
    Pieces pieces(text);
    pass_weekday(pieces);
    std::optional<WrittenDay> day = take_named_day(pieces);
    if (!day) {
        day = take_numeric_day(pieces, order);
    }
    if (!day) {
        return std::nullopt;
    }
    const std::optional<WrittenClock> clock = take_written_clock(pieces);
    const std::optional<WrittenZone> own =
        clock ? take_written_zone(pieces, text, zone) : std::nullopt;
    if (!clock || !own) {
        return std::nullopt;
    }
    return WrittenStamp{{to_instant(day->day + clock->moment, own->zone),
                         StampForm(clock->precision, own->zone, own->source)},
                        day->hint};
}

EventStamp with_order_changed(const EventStamp& stamp) {
    const Zone zone = stamp.form.zone();
    const LocalTime local = to_local(stamp.instant, zone);
    const LocalDay day = chrono::floor<chrono::days>(local);
    const chrono::year_month_day date{day};
    const chrono::year_month_day other{date.year(), chrono::month{unsigned{date.day()}},
                                       chrono::day{unsigned{date.month()}}};
    return {to_instant(LocalDay{other} + (local - day), zone), stamp.form};
}

} // namespace tertib
