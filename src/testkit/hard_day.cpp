// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/testkit/hard_day.hpp"

#include "tertib/base/error.hpp"

#include <optional>
#include <utility>

namespace tertib {

namespace {

/// A moment on the clock of WIB, as it is written here.
[[nodiscard]] Instant at(std::string_view text) {
    const std::optional<Stamp> stamp = read_stamp(text, wib());
    if (!stamp) {
        throw Error(ErrorCode::internal, "a hard day has no such moment: " + std::string(text));
    }
    return stamp->earliest;
}

[[nodiscard]] LocalDay day_of(std::string_view text) {
    return local_day(at(text), wib());
}

/// The Plh. holds the post while its holder is away for a week, by a letter that ends on Friday.
[[nodiscard]] Roster week_with_plh() {
    return Roster(
        {{.person = "Pejabat definitif", .pelaksana = "Kadis", .from = day_of("2025-01-02")},
         {.person = "Pejabat Plh.",
          .pelaksana = "Kadis",
          .kind = PostKind::plh,
          .from = day_of("2025-05-05"),
          .until = day_of("2025-05-09"),
          .surat = "800/Contoh-17/2025"}});
}

/// SKB perubahan kedua 2023: on 16 June 28 and 30 June became days off.
[[nodiscard]] HardDay cuti_bersama_overnight() {
    return {.name = "cuti-bersama-overnight",
            .code = "HARD-DAY-CUTI-BERSAMA",
            .calendars = {"id5@2023-06-15", "id5@2023-06-16"},
            .moments = {at("2023-06-15T10:00"), at("2023-06-16T08:00")},
            .waktu = "10 Hari Kerja"};
}

[[nodiscard]] HardDay first_day_of_ramadan() {
    return {.name = "first-day-of-ramadan",
            .code = "HARD-DAY-RAMADAN",
            .calendars = {"id5", "jabar5"},
            .moments = {at("2026-02-18T09:00"), at("2026-02-19T09:00")},
            .waktu = "360 Menit"};
}

[[nodiscard]] HardDay friday_break() {
    return {.name = "friday-break",
            .code = "HARD-DAY-FRIDAY",
            .calendars = {"id5"},
            .moments = {at("2025-05-15T11:00"), at("2025-05-16T11:00")},
            .waktu = "60 Menit"};
}

/// 2027 is an estimate, of 2028 nothing is known.
[[nodiscard]] HardDay year_end_without_decree() {
    return {.name = "year-end-without-decree",
            .code = "HARD-DAY-YEAR-END",
            .calendars = {"id5"},
            .moments = {at("2026-12-30T10:00"), at("2027-12-29T10:00")},
            .waktu = "5 Hari Kerja"};
}

[[nodiscard]] HardDay wit_office() {
    return {.name = "wit-office",
            .code = "HARD-DAY-WIT",
            .calendars = {"id5", "id5+09"},
            .moments = {at("2025-05-05T14:30")},
            .waktu = "60 Menit"};
}

[[nodiscard]] HardDay six_day_week() {
    return {.name = "six-day-week",
            .code = "HARD-DAY-SIX-DAYS",
            .calendars = {"id5", "contoh6"},
            .moments = {at("2025-05-16T11:00")},
            .waktu = "180 Menit"};
}

[[nodiscard]] HardDay plh_expires_mid_task() {
    return {.name = "plh-expires-mid-task",
            .code = "HARD-DAY-PLH",
            .calendars = {"id5"},
            .moments = {at("2025-05-09T15:00"), at("2025-05-14T09:00")},
            .waktu = "2 Hari Kerja",
            .roster = week_with_plh()};
}

} // namespace

std::vector<HardDay> hard_days() {
    return {cuti_bersama_overnight(),  first_day_of_ramadan(), friday_break(),
            year_end_without_decree(), wit_office(),           six_day_week(),
            plh_expires_mid_task()};
}

HardDay hard_day(std::string_view name) {
    std::string known;
    for (HardDay& day : hard_days()) {
        if (day.name == name) {
            return std::move(day);
        }
        known += known.empty() ? "" : ", ";
        known += day.name;
    }
    throw Error(ErrorCode::argument,
                "there is no hard day \"" + std::string(name) + "\", only " + known);
}

std::string text(const HardDay& day, Language language) {
    return text_of(day.code, language);
}

} // namespace tertib
