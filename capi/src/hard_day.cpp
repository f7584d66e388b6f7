// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/testkit/hard_day.hpp"

#include "calendar.hpp"
#include "guard.hpp"
#include "roster.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace tertib::capi;

/// A hard day with the texts that C borrows; `posts` point into its roster, whose holdings stay
/// where they are when it is moved.
struct tertib_hard_day {
    tertib::HardDay day;
    std::string name;
    std::string waktu;
    std::vector<std::string> calendars;
    BothTexts text;
    std::vector<tertib_post_holding> posts;
};

struct tertib_hard_days {
    std::vector<tertib_hard_day> list;
};

namespace {

tertib_post_holding post_of(const tertib::PostHolding& holding) {
    const std::optional<tertib::LocalDay>& until = holding.until;
    return {.person = holding.person.c_str(),
            .pelaksana = holding.pelaksana.c_str(),
            .surat = holding.surat.empty() ? nullptr : holding.surat.c_str(),
            .from = date_of(holding.from),
            .until = until ? date_of(*until) : tertib_date{0, 0, 0},
            .kind = kind_in_c(holding.kind)};
}

tertib_hard_day borrowed(tertib::HardDay day) {
    tertib_hard_day made{
        .day = std::move(day), .name = {}, .waktu = {}, .calendars = {}, .text = {}, .posts = {}};
    made.name = made.day.name;
    made.waktu = made.day.waktu;
    made.calendars = {made.day.calendars.begin(), made.day.calendars.end()};
    made.text = {.id = text(made.day, tertib::Language::id),
                 .en = text(made.day, tertib::Language::en)};
    made.posts.reserve(made.day.roster.holdings().size());
    for (const tertib::PostHolding& holding : made.day.roster.holdings()) {
        made.posts.push_back(post_of(holding));
    }
    return made;
}

} // namespace

tertib_status tertib_hard_days_create(tertib_hard_days** out, tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(out, "out");
        std::vector<tertib::HardDay> days = tertib::hard_days();
        tertib_hard_days made;
        made.list.reserve(days.size());
        for (tertib::HardDay& day : days) {
            made.list.push_back(borrowed(std::move(day)));
        }
        *out = new_handle(std::move(made));
    });
}

size_t tertib_hard_days_count(const tertib_hard_days* days) {
    return days != nullptr ? days->list.size() : 0;
}

const tertib_hard_day* tertib_hard_days_at(const tertib_hard_days* days, size_t index) {
    return index < tertib_hard_days_count(days) ? &days->list[index] : nullptr;
}

const tertib_hard_day* tertib_hard_days_find(const tertib_hard_days* days, const char* name) {
    if (days == nullptr || name == nullptr) {
        return nullptr;
    }
    for (const tertib_hard_day& day : days->list) {
        if (day.name == name) {
            return &day;
        }
    }
    return nullptr;
}

void tertib_hard_days_free(tertib_hard_days* days) {
    free_handle(days);
}

const char* tertib_hard_day_name(const tertib_hard_day* day) {
    return day != nullptr ? day->name.c_str() : nullptr;
}

const char* tertib_hard_day_text(const tertib_hard_day* day, int32_t language) {
    return day != nullptr ? day->text.in(language) : nullptr;
}

const char* tertib_hard_day_waktu(const tertib_hard_day* day) {
    return day != nullptr ? day->waktu.c_str() : nullptr;
}

size_t tertib_hard_day_calendar_count(const tertib_hard_day* day) {
    return day != nullptr ? day->calendars.size() : 0;
}

const char* tertib_hard_day_calendar_at(const tertib_hard_day* day, size_t index) {
    return day != nullptr ? text_at(day->calendars, index) : nullptr;
}

size_t tertib_hard_day_moment_count(const tertib_hard_day* day) {
    return day != nullptr ? day->day.moments.size() : 0;
}

int64_t tertib_hard_day_moment_at(const tertib_hard_day* day, size_t index) {
    return index < tertib_hard_day_moment_count(day)
               ? day->day.moments[index].time_since_epoch().count()
               : TERTIB_NO_TIME;
}

const tertib_post_holding* tertib_hard_day_posts(const tertib_hard_day* day, size_t* count) {
    const bool any = day != nullptr && !day->posts.empty();
    if (count != nullptr) {
        *count = any ? day->posts.size() : 0;
    }
    return any ? day->posts.data() : nullptr;
}
