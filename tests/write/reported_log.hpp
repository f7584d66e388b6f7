// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/test_log.hpp"
#include "tertib/check/check.hpp"
#include "tertib/log/log_builder.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <utility>

/// Three steps one after the other, an hour each, of a pelaksana each.
inline tertib::SopParts reported_parts() {
    tertib::SopParts parts = timed_parts(3, "start>1 1>2 2>3 3>end");
    parts.identity.nomor = "62/2025";
    parts.identity.nama = "Pelayanan surat";
    parts.identity.unit_kerja = {"Dinas Contoh", "Bidang Data"};
    parts.identity.dasar_hukum = {"Peraturan contoh"};
    parts.pelaksana = {"Loket", "Kasi", "Kadis"};
    for (std::uint32_t i = 0; i < 3; ++i) {
        parts.steps[i].marks = {{.pelaksana = tertib::PelaksanaIndex{i}}};
    }
    return parts;
}

/// A log from lines "CASE ACTIVITY START/COMPLETION [PERSON [POST]]" apart by ";", as TestLog has
/// them; a stamp may be left out on either side of the stroke.
inline std::shared_ptr<const tertib::EventLog> log_of(std::string_view lines) {
    tertib::LogBuilder builder({.place_unit = tertib::PlaceUnit::line});
    std::uint32_t place = 1;
    for (const std::string_view line : tertib::split(lines, ';')) {
        std::vector<std::string> words;
        for (const std::string_view word : tertib::split(tertib::trim(line), ' ')) {
            words.emplace_back(word);
            std::ranges::replace(words.back(), '_', ' ');
        }
        words.resize(5);
        const std::size_t stroke = words[2].find('/');
        tertib::LogEvent event{.case_code = builder.case_code(words[0]),
                               .activity = builder.activity(words[1]),
                               .resource = builder.resource(words[3]),
                               .role = builder.role(words[4]),
                               .place = ++place};
        const auto stamp = [](const std::string& text) {
            return text.empty() ? tertib::EventStamp{}
                                : tertib::read_event_stamp(text, tertib::wib()).value();
        };
        event.start = stamp(words[2].substr(0, stroke));
        event.complete = stamp(words[2].substr(stroke + 1));
        builder.add(event);
    }
    return std::make_shared<const tertib::EventLog>(std::move(builder).finish());
}

/// A is in order, B late at step 2 and open past its deadline at 3, C did 3 before 2.
inline constexpr std::string_view reported_lines =
    "A 1 2025-05-05T08:00/2025-05-05T08:30 Ani Loket; A 2 2025-05-05T08:30/2025-05-05T09:00 Budi "
    "Kasi; A 3 2025-05-05T09:00/2025-05-05T09:30 Citra Kadis;"
    "B 1 2025-05-05T08:00/2025-05-05T08:30 Ani Loket; B 2 2025-05-05T08:30/2025-05-05T11:30 Budi "
    "Kasi;"
    "C 1 2025-07-07T08:00/2025-07-07T08:30 Ani Loket; C 3 2025-07-07T08:30/2025-07-07T09:00 Citra "
    "Kadis; C 2 2025-07-07T09:00/2025-07-07T09:20 Budi Kasi";

inline tertib::CheckReport
reported(std::string_view lines = reported_lines, tertib::SopParts parts = reported_parts(),
         tertib::CheckOptions options = {.now = moment("2025-07-08T10:00")},
         const tertib::CheckRange& range = {}) {
    tertib::CheckSetup setup{.versions = {version_of(std::move(parts))}, .calendar = id5()};
    setup.options = std::move(options);
    return tertib::check(log_of(lines), setup, range);
}
