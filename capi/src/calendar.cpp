// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "calendar.hpp"

#include "findings.hpp"
#include "guard.hpp"

#include "tertib/base/error.hpp"
#include "tertib/time/calendar_diff_json.hpp"
#include "tertib/time/calendar_json.hpp"
#include "tertib/time/calendar_name.hpp"
#include "tertib/time/calendar_year.hpp"
#include "tertib/time/calendar_year_json.hpp"
#include "tertib/time/deadline.hpp"
#include "tertib/time/working_between.hpp"
#include "tertib/time/working_between_json.hpp"

#include <chrono>
#include <span>
#include <utility>

using namespace tertib::capi;

tertib_calendar::tertib_calendar(tertib::Calendar made)
    : calendar(std::move(made)),
      label(calendar.label()) {}

namespace {

using tertib::Error;
using tertib::ErrorCode;

/// Runs a call that makes a calendar out of another, or out of nothing.
template <class Make>
tertib_status make_calendar(tertib_calendar** out, tertib_error** error, const Make& make) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(out, "out");
        *out = new_handle(tertib_calendar(make()));
    });
}

/// Runs a call that fills a buffer with a text about a calendar.
template <class Write>
tertib_status write_calendar(const tertib_calendar* calendar, tertib_buf* out, tertib_error** error,
                             const Write& write) {
    if (out != nullptr) {
        *out = {nullptr, 0};
    }
    return guarded(error, [&] {
        require(calendar, "calendar");
        require(out, "out");
        fill(out, write(calendar->calendar));
    });
}

} // namespace

namespace tertib::capi {

std::optional<LocalDay> day_of(tertib_date date) noexcept {
    if (date.year < 1970 || date.year > 2200 || date.month < 1 || date.month > 12 || date.day < 1 ||
        date.day > 31) {
        return std::nullopt;
    }
    const std::chrono::year_month_day day(std::chrono::year(date.year),
                                          std::chrono::month(static_cast<unsigned>(date.month)),
                                          std::chrono::day(static_cast<unsigned>(date.day)));
    return day.ok() ? std::optional(LocalDay(day)) : std::nullopt;
}

tertib_date date_of(LocalDay day) noexcept {
    const std::chrono::year_month_day date(day);
    return {static_cast<int>(date.year()),
            static_cast<std::int32_t>(static_cast<unsigned>(date.month())),
            static_cast<std::int32_t>(static_cast<unsigned>(date.day()))};
}

LocalDay require_day(tertib_date date, const char* name) {
    const std::optional<LocalDay> day = day_of(date);
    if (!day) {
        throw Error(ErrorCode::argument,
                    std::string(name) + " is no date from 1970-01-01 to 2200-12-31");
    }
    return *day;
}

Zone zone_of(std::int32_t minutes) {
    return Zone(std::chrono::minutes(minutes));
}

Instant require_instant(std::int64_t instant, const char* name) {
    constexpr std::chrono::microseconds first = first_day.time_since_epoch() - std::chrono::days(1);
    constexpr std::chrono::microseconds end = last_day.time_since_epoch() + std::chrono::days(2);
    if (instant < first.count() || instant >= end.count()) {
        throw Error(ErrorCode::argument,
                    std::string(name) + " lies outside 1970-01-01 to 2200-12-31");
    }
    return Instant(std::chrono::microseconds(instant));
}

} // namespace tertib::capi

tertib_status tertib_calendar_from_name(const char* name, tertib_calendar** out,
                                        tertib_error** error) {
    return make_calendar(out, error, [&] {
        require(name, "name");
        return tertib::calendar_from_name(text_of_c(name, "the name"));
    });
}

tertib_status tertib_calendar_from_json(const char* json, size_t size, tertib_calendar** out,
                                        tertib_error** error) {
    return make_calendar(
        out, error, [&] { return tertib::calendar_from_json(utf8_of(json, size, "the JSON")); });
}

tertib_status tertib_calendar_to_json(const tertib_calendar* calendar, tertib_buf* out,
                                      tertib_error** error) {
    return write_calendar(calendar, out, error,
                          [](const tertib::Calendar& made) { return tertib::to_json(made); });
}

tertib_status tertib_calendar_as_known_on(const tertib_calendar* calendar, tertib_date date,
                                          tertib_calendar** out, tertib_error** error) {
    return make_calendar(out, error, [&] {
        require(calendar, "calendar");
        return calendar->calendar.as_known_on(require_day(date, "date"));
    });
}

tertib_status tertib_calendar_in_zone(const tertib_calendar* calendar, int32_t offset,
                                      tertib_calendar** out, tertib_error** error) {
    return make_calendar(out, error, [&] {
        require(calendar, "calendar");
        return calendar->calendar.in_zone(zone_of(offset));
    });
}

void tertib_calendar_free(tertib_calendar* calendar) {
    free_handle(calendar);
}

const char* tertib_calendar_name(const tertib_calendar* calendar) {
    return calendar != nullptr ? calendar->calendar.name().c_str() : nullptr;
}

const char* tertib_calendar_version(const tertib_calendar* calendar) {
    return calendar != nullptr ? calendar->calendar.version().c_str() : nullptr;
}

const char* tertib_calendar_digest(const tertib_calendar* calendar) {
    return calendar != nullptr ? calendar->calendar.digest().c_str() : nullptr;
}

const char* tertib_calendar_label(const tertib_calendar* calendar) {
    return calendar != nullptr ? calendar->label.c_str() : nullptr;
}

tertib_date tertib_calendar_known_on(const tertib_calendar* calendar) {
    if (calendar == nullptr) {
        return {0, 0, 0};
    }
    const std::optional<tertib::LocalDay> known_on = calendar->calendar.known_on();
    return known_on ? date_of(*known_on) : tertib_date{0, 0, 0};
}

int32_t tertib_calendar_zone(const tertib_calendar* calendar) {
    return calendar != nullptr
               ? static_cast<std::int32_t>(calendar->calendar.zone().offset().count())
               : 0;
}

int32_t tertib_calendar_equal(const tertib_calendar* calendar, const tertib_calendar* other) {
    if (calendar == nullptr || other == nullptr) {
        return TERTIB_E_ARGUMENT;
    }
    return calendar->calendar == other->calendar ? 1 : 0;
}

int32_t tertib_calendar_is_working_day(const tertib_calendar* calendar, tertib_date date) {
    const std::optional<tertib::LocalDay> day = day_of(date);
    if (calendar == nullptr || !day) {
        return TERTIB_E_ARGUMENT;
    }
    return calendar->calendar.table().is_working_day(*day) ? 1 : 0;
}

size_t tertib_calendar_hours_count(const tertib_calendar* calendar, tertib_date date) {
    const std::optional<tertib::LocalDay> day = day_of(date);
    return calendar != nullptr && day ? calendar->calendar.table().hours(*day).size() : 0;
}

tertib_work_span tertib_calendar_hours_at(const tertib_calendar* calendar, tertib_date date,
                                          size_t index) {
    const std::optional<tertib::LocalDay> day = day_of(date);
    if (!day || index >= tertib_calendar_hours_count(calendar, date)) {
        return {0, 0};
    }
    const tertib::WorkSpan span = calendar->calendar.table().hours(*day)[index];
    return {span.from, span.to};
}

int64_t tertib_calendar_between(const tertib_calendar* calendar, int64_t from, int64_t until) {
    if (calendar == nullptr) {
        return TERTIB_NO_TIME;
    }
    const tertib::Zone zone = calendar->calendar.zone();
    const auto local = [&](std::int64_t instant) {
        return tertib::to_local(tertib::Instant(std::chrono::microseconds(instant)), zone);
    };
    const auto work = calendar->calendar.table().between(local(from), local(until));
    return work ? work->time.count() : TERTIB_NO_TIME;
}

tertib_status tertib_calendar_between_column(const tertib_calendar* calendar, const int64_t* from,
                                             const int64_t* until, size_t n, int64_t* out,
                                             tertib_error** error) {
    return guarded(error, [&] {
        require(calendar, "calendar");
        if (n == 0) {
            return;
        }
        require(from, "from");
        require(until, "until");
        require(out, "out");
        tertib::between_column(calendar->calendar.table(), calendar->calendar.zone(), {from, n},
                               {until, n}, {out, n});
    });
}

tertib_status tertib_calendar_findings(const tertib_calendar* calendar, tertib_date first,
                                       tertib_date last, tertib_findings** out,
                                       tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(calendar, "calendar");
        require(out, "out");
        *out = new_handle(findings_of(
            calendar->calendar.findings(require_day(first, "first"), require_day(last, "last"))));
    });
}

tertib_status tertib_calendar_year_to_json(const tertib_calendar* calendar, int32_t year,
                                           tertib_buf* out, tertib_error** error) {
    return write_calendar(calendar, out, error, [&](const tertib::Calendar& made) {
        return tertib::to_json(tertib::calendar_year(made, year), made);
    });
}

tertib_status tertib_calendar_diff_to_json(const tertib_calendar* before,
                                           const tertib_calendar* after, tertib_date first,
                                           tertib_date last, tertib_buf* out,
                                           tertib_error** error) {
    return write_calendar(before, out, error, [&](const tertib::Calendar& made) {
        require(after, "after");
        return tertib::calendar_diff_json(made, after->calendar, require_day(first, "first"),
                                          require_day(last, "last"));
    });
}

tertib_status tertib_calendar_between_to_json(const tertib_calendar* calendar, int64_t from,
                                              int64_t until, tertib_buf* out,
                                              tertib_error** error) {
    return write_calendar(calendar, out, error, [&](const tertib::Calendar& made) {
        const auto between = tertib::working_between(made, require_instant(from, "from"),
                                                     require_instant(until, "until"));
        if (!between) {
            throw Error(ErrorCode::argument, "from or until lies outside 1970-01-01 to 2200-12-31");
        }
        return tertib::to_json(*between, made);
    });
}
