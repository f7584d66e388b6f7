// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/xes_stamp.hpp"

#include <algorithm>
#include <cstring>

namespace tertib {
namespace {

constexpr std::size_t day_size = 10;
constexpr std::size_t clock_size = 19;    ///< with the day: 2024-05-06T07:08:09
constexpr std::size_t longest_offset = 6; ///< +07:00

bool digits_at(std::string_view text, std::size_t at) {
    return text[at] >= '0' && text[at] <= '9' && text[at + 1] >= '0' && text[at + 1] <= '9';
}

int number_at(std::string_view text, std::size_t at) {
    return 10 * (text[at] - '0') + (text[at + 1] - '0');
}

/// The digits after the seconds' point, in microseconds; nothing unless there are 1 … 6.
std::optional<std::chrono::microseconds> fraction_of(std::string_view digits) {
    if (digits.empty() || digits.size() > 6) {
        return std::nullopt;
    }
    std::int64_t value = 0;
    for (std::size_t i = 0; i < 6; ++i) {
        const char digit = i < digits.size() ? digits[i] : '0';
        if (digit < '0' || digit > '9') {
            return std::nullopt;
        }
        value = 10 * value + (digit - '0');
    }
    return std::chrono::microseconds{value};
}

} // namespace

bool XesStampReader::find_day(std::string_view text) {
    if (std::memcmp(day_text_.data(), text.data(), day_size) == 0) {
        return true;
    }
    const std::optional<LocalDay> day = read_day(text.substr(0, day_size));
    if (!day || *day < first_day || *day > last_day) {
        return false;
    }
    day_ = *day;
    std::copy_n(text.begin(), day_size, day_text_.begin());
    return true;
}

/// With day, seconds and Z or an offset in hours and minutes; nothing for whatever looks otherwise.
std::optional<EventStamp> XesStampReader::read_usual(std::string_view text) {
    if (text.size() <= clock_size) {
        return std::nullopt;
    }
    const std::size_t offset_size = text.back() == 'Z' ? 1 : longest_offset;
    if (text.size() < clock_size + offset_size) {
        return std::nullopt;
    }
    const std::string_view offset = text.substr(text.size() - offset_size);
    if (offset != offset_text_) {
        const std::optional<Zone> zone = Zone::parse(offset);
        if (!zone) {
            return std::nullopt;
        }
        offset_ = zone->offset();
        form_ = StampForm(Precision::exact, *zone, ZoneSource::written);
        offset_text_ = offset;
    }
    if (text[10] != 'T' || text[13] != ':' || text[16] != ':' || !digits_at(text, 11) ||
        !digits_at(text, 14) || !digits_at(text, 17) || !find_day(text)) {
        return std::nullopt;
    }
    const int hours = number_at(text, 11);
    const int minutes = number_at(text, 14);
    const int seconds = number_at(text, 17);
    if (hours > 23 || minutes > 59 || seconds > 59) {
        return std::nullopt;
    }
    std::chrono::microseconds moment = std::chrono::hours{hours} + std::chrono::minutes{minutes} +
                                       std::chrono::seconds{seconds} - offset_;
    if (text.size() > clock_size + offset_size) {
        const std::string_view rest =
            text.substr(clock_size, text.size() - clock_size - offset_size);
        const std::optional<std::chrono::microseconds> fraction = fraction_of(rest.substr(1));
        if (rest.front() != '.' || !fraction) {
            return std::nullopt;
        }
        moment += *fraction;
    }
    return EventStamp{.instant = Instant{day_.time_since_epoch() + moment}, .form = form_};
}

std::optional<EventStamp> XesStampReader::read(std::string_view text) {
    const std::optional<EventStamp> usual = read_usual(text);
    return usual ? usual : read_event_stamp(text, zone_);
}

} // namespace tertib
