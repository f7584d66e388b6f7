// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "log/tiny_log.hpp"
#include "tertib/check/check.hpp"
#include "test_log.hpp"

#include <memory>
#include <string>
#include <utility>

/// Two steps of an hour each, the first of Tim, the second of Kadis, in force since 2020.
inline tertib::CheckSetup two_step_setup() {
    tertib::SopParts parts = timed_parts(2, "start>1 1>2 2>end");
    parts.identity.nomor = "7/2020";
    parts.identity.unit_kerja = {"Dinas", "Bidang Data"};
    parts.pelaksana = {"Tim", "Kadis"};
    parts.steps[0].marks = {{.pelaksana = tertib::PelaksanaIndex{0}}};
    parts.steps[1].marks = {{.pelaksana = tertib::PelaksanaIndex{1}}};
    return {
        .versions = {version_of(std::move(parts))},
        .calendar = id5(),
        .roster = tertib::Roster(
            {{.person = "Ani", .pelaksana = "Tim", .from = *tertib::read_day("2020-01-01")},
             {.person = "Budi", .pelaksana = "Kadis", .from = *tertib::read_day("2020-01-01")}}),
        .options = {.now = moment("2025-06-30T16:00")}};
}

inline std::shared_ptr<const tertib::EventLog>
shared_log(const std::vector<tertib::TinyRow>& rows) {
    return std::make_shared<const tertib::EventLog>(tertib::tiny_log(rows));
}

/// A case in order, one that is late, one by the wrong person, one that hasn't ended, and one with
/// an activity that is no step.
inline std::shared_ptr<const tertib::EventLog> five_cases() {
    return shared_log({{"A", "1", "2025-05-05T08:30", "Ani", "2025-05-05T08:00"},
                       {"A", "2", "2025-05-05T09:00", "Budi"},
                       {"B", "1", "2025-05-06T08:30", "Ani", "2025-05-06T08:00"},
                       {"B", "2", "2025-06-10T13:40", "Budi"},
                       {"C", "1", "2025-05-07T08:30", "Ani", "2025-05-07T08:00"},
                       {"C", "2", "2025-05-07T09:00", "Ani"},
                       {"D", "1", "2025-05-08T08:30", "Ani", "2025-05-08T08:00"},
                       {"E", "1", "2025-05-09T08:30", "Ani", "2025-05-09T08:00"},
                       {"E", "Rapat", "2025-05-09T08:40", "Ani"},
                       {"E", "2", "2025-05-09T09:00", "Budi"}});
}
