// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/tiny_sop.hpp"
#include "tertib/base/text.hpp"
#include "tertib/check/case_judge.hpp"
#include "tertib/time/calendar_name.hpp"
#include "tertib/time/waktu.hpp"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// A log of cases written as text: rows apart by ";", each "ACTIVITY WHEN [PERSON] [=OUTCOME]
/// [as:POST]", with blanks in names as "_". WHEN is a completion ("2025-05-05T10:00", or only the
/// day), "START/COMPLETION", "START/" for work that was only begun, or "-".
///
///     TestLog log;
///     log.add("1 2025-05-05T08:00/2025-05-05T09:00 Ani; 2 2025-05-06 Budi =Ya");
struct TestLog {
    tertib::CheckTexts texts;
    std::vector<std::vector<tertib::CheckRow>> cases;

    static std::uint32_t code(std::vector<std::string>& texts, std::string text) {
        std::ranges::replace(text, '_', ' ');
        const auto found = std::ranges::find(texts, text);
        if (found == texts.end()) {
            texts.push_back(text);
            return static_cast<std::uint32_t>(texts.size() - 1);
        }
        return static_cast<std::uint32_t>(found - texts.begin());
    }

    static tertib::CheckStamp stamp(std::string_view text) {
        if (text.empty() || text == "-") {
            return {};
        }
        const tertib::Stamp read = tertib::read_stamp(text, tertib::wib()).value();
        return {.first = read.earliest.time_since_epoch().count(),
                .last = read.latest.time_since_epoch().count()};
    }

    tertib::CheckRow row(std::string_view text) {
        tertib::CheckRow row;
        std::size_t place = 0;
        for (const std::string_view word : tertib::split(text, ' ')) {
            if (word.empty()) {
                continue;
            }
            const std::size_t slash = word.find('/');
            if (word.starts_with("=")) {
                row.outcome = code(texts.outcomes, std::string(word.substr(1)));
            } else if (word.starts_with("as:")) {
                row.post = code(texts.posts, std::string(word.substr(3)));
            } else if (place == 0) {
                row.activity = code(texts.activities, std::string(word));
            } else if (place == 1 && slash != word.npos) {
                row.start = stamp(word.substr(0, slash));
                row.complete = stamp(word.substr(slash + 1));
            } else if (place == 1) {
                row.complete = stamp(word);
            } else {
                row.person = code(texts.persons, std::string(word));
            }
            place += word.starts_with("=") || word.starts_with("as:") ? 0 : 1;
        }
        return row;
    }

    void add(std::string_view text) {
        std::vector<tertib::CheckRow> rows;
        for (const std::string_view piece : tertib::split(text, ';')) {
            if (!tertib::trim(piece).empty()) {
                rows.push_back(row(piece));
                rows.back().row = static_cast<std::uint32_t>(rows.size());
            }
        }
        cases.push_back(std::move(rows));
    }
};

/// id5 as its holidays of 2023 and later became known; what was known before has always been, as a
/// plan reckons an edition for each day of news.
inline const tertib::Calendar& id5() {
    static const tertib::Calendar calendar = [] {
        tertib::CalendarDraft draft = tertib::builtin_calendar("id5")->draft();
        for (tertib::CalendarFact& fact : draft.facts) {
            if (fact.known_from && fact.first < tertib::LocalDay{std::chrono::days{19'358}}) {
                fact.known_from.reset();
            }
        }
        return tertib::Calendar(std::move(draft));
    }();
    return calendar;
}

inline tertib::Instant moment(std::string_view text) {
    return tertib::read_stamp(text, tertib::wib()).value().earliest;
}

/// The parts of an SOP in force since 2020 whose steps have these waktu, apart by ";" (the last one
/// for all others).
inline tertib::SopParts timed_parts(std::size_t steps, std::string_view flows,
                                    std::string_view waktu = "60 Menit") {
    tertib::SopParts parts = tiny_parts(steps, flows);
    const std::vector<std::string_view> texts = tertib::split(waktu, ';');
    for (std::size_t i = 0; i < parts.steps.size(); ++i) {
        const std::string_view text = texts[std::min(i, texts.size() - 1)];
        parts.steps[i].waktu = tertib::read_waktu(text).waktu;
    }
    parts.identity.tanggal_berlaku = tertib::read_tanggal("2 Januari 2020").tanggal;
    return parts;
}

inline tertib::CheckVersion version_of(tertib::SopParts parts) {
    tertib::CheckVersion version;
    version.sop = std::make_shared<const tertib::Sop>(std::move(parts));
    return version;
}

/// What a judge finds in the cases, numbered from 0.
inline tertib::CheckPart judged(const tertib::CheckPlan& plan, const TestLog& log) {
    tertib::CaseJudge judge(plan);
    for (std::uint32_t i = 0; i < log.cases.size(); ++i) {
        judge.take({.number = i, .rows = log.cases[i]});
    }
    return judge.finish();
}

inline tertib::CheckPart judged(tertib::SopParts parts, const TestLog& log,
                                tertib::CheckOptions options = {},
                                const tertib::Roster& roster = {}) {
    const tertib::CheckPlan plan({version_of(std::move(parts))}, id5(), roster, log.texts,
                                 std::move(options));
    return judged(plan, log);
}

/// What a check came to in one case, as text.
inline std::string verdict(const tertib::CheckPart& part, tertib::CheckCode code,
                           std::size_t number = 0) {
    return std::string(tertib::name(part.verdicts.at(number).of(code)));
}

/// The evidence of one check, as "STEP<OTHER@ROW" words, "?missing" where undecidable.
inline std::string evidence(const tertib::CheckPart& part, tertib::CheckCode code) {
    std::string all;
    for (const tertib::Evidence& each : part.evidence) {
        if (each.code != code) {
            continue;
        }
        all += all.empty() ? "" : " ";
        all += each.step == tertib::no_step ? "-" : std::to_string(each.step + 1);
        all += each.other_step == tertib::no_step ? "" : "<" + std::to_string(each.other_step + 1);
        all += each.row == tertib::no_row ? "" : "@" + std::to_string(each.row);
        all += each.missing == tertib::CheckMissing::nothing
                   ? ""
                   : "?" + std::string(tertib::name(each.missing));
    }
    return all;
}

/// The first evidence of a check.
inline tertib::Evidence first(const tertib::CheckPart& part, tertib::CheckCode code) {
    const auto found = std::ranges::find(part.evidence, code, &tertib::Evidence::code);
    return found == part.evidence.end() ? tertib::Evidence{} : *found;
}
