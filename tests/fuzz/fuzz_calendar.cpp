// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0

// Whatever the bytes, reading a calendar ends in a value or in tertib::Error; what was read comes
// back equal, and answers for every day without trouble.
#include "tertib/base/error.hpp"
#include "tertib/time/calendar_diff.hpp"
#include "tertib/time/calendar_json.hpp"
#include "tertib/time/calendar_name.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string_view>

namespace {

void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

std::optional<tertib::Calendar> read_or_nothing(std::string_view json) {
    try {
        return tertib::calendar_from_json(json, {.facts = 1'000});
    } catch (const tertib::Error&) {
        return std::nullopt;
    }
}

void check_name(std::string_view text) {
    const tertib::CalendarName name = tertib::read_calendar_name(text);
    require(text.starts_with(name.base));
    require(name.known_on || name.zone || name.base == text);
}

void check_calendar(const tertib::Calendar& calendar) {
    using namespace tertib;
    require(calendar_from_json(to_json(calendar)) == calendar);
    const CalendarName label = read_calendar_name(calendar.label());
    require(label.base == calendar.name());
    require(label.zone.value_or(wib()) == calendar.zone());
    const Calendar then = calendar.as_known_on(*read_day("2023-06-10"));
    for (const CalendarChange& change : calendar_diff(calendar, then, first_day, last_day)) {
        require(change.before.hours.size() <= max_day_spans);
        require(change.after.hours.size() <= max_day_spans);
    }
    require(then.findings(LocalDay::min(), LocalDay::max()).size() <= 5);
    require(
        then.as_known_on(*read_day("2020-01-01")).with_cuti_bersama(CutiBersama::worked).zone() ==
        calendar.zone());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    check_name(text);
    if (const auto calendar = read_or_nothing(text)) {
        check_calendar(*calendar);
    }
    return 0;
}
