// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "check_verb.hpp"

#include "calendar_file.hpp"
#include "check_words.hpp"
#include "input.hpp"
#include "reason.hpp"

#include "tertib/base/error.hpp"
#include "tertib/check/check.hpp"
#include "tertib/check/check_report_json.hpp"
#include "tertib/check/report_diff.hpp"
#include "tertib/time/waktu.hpp"
#include "tertib/write/check_csv.hpp"
#include "tertib/write/check_html.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>
#include <system_error>
#include <thread>
#include <utility>

namespace tertib::tool {
namespace {

Failure odd_value(const std::string& option, const std::string& text) {
    return {Exit::usage, "UI-USAGE-CHECK-VALUE", {{"option", option}, {"text", text}}};
}

/// One of the names of an option's values; nothing given is the first.
template <typename Value>
Value chosen(const std::string& option, const std::string& text,
             std::initializer_list<Value> values) {
    for (const Value value : values) {
        if (text.empty() || text == name(value)) {
            return value;
        }
    }
    throw odd_value(option, text);
}

std::optional<LocalDay> day_of(const std::string& option, const std::string& text) {
    if (text.empty()) {
        return std::nullopt;
    }
    const std::optional<LocalDay> day = read_day(text);
    if (!day) {
        throw Failure(Exit::usage, "UI-USAGE-DAY", {{"option", option}, {"text", text}});
    }
    return day;
}

/// The documents: those named, then those of the folder in the order of their names.
std::vector<std::string> document_paths(const CheckRequest& request) {
    std::vector<std::string> paths(request.files.begin(), request.files.end() - 1);
    if (!request.versions.empty()) {
        std::vector<std::string> found;
        std::error_code failed;
        for (const auto& entry : std::filesystem::directory_iterator(request.versions, failed)) {
            if (entry.is_regular_file(failed)) {
                found.push_back(entry.path().string());
            }
        }
        if (failed) {
            throw Failure(Exit::usage, "UI-USAGE-CHECK-FOLDER",
                          {{"folder", request.versions}, {"reason", failed.message()}});
        }
        std::ranges::sort(found);
        paths.insert(paths.end(), found.begin(), found.end());
    }
    if (paths.empty()) {
        throw Failure(Exit::usage, "UI-USAGE-CHECK");
    }
    return paths;
}

/// The versions of the SOP with what overlays add; of several each gets those made for it.
class Versions {
public:
    Versions(const CheckRequest& request, Language language) : language_(language) {
        const std::vector<std::string> paths = document_paths(request);
        if (paths.size() > 1 && !request.additions.assigns.empty()) {
            throw Failure(Exit::usage, "UI-USAGE-ASSIGN-ALL",
                          {{"count", std::to_string(paths.size())}});
        }
        std::vector<std::string> left = request.additions.overlays;
        for (const std::string& path : paths) {
            DocumentRequest document = request.additions;
            document.path = path;
            if (paths.size() > 1) {
                document.overlays = taken_for(path, left);
            }
            add(document);
        }
        if (paths.size() > 1 && !left.empty()) {
            throw Failure(Exit::usage, "UI-USAGE-OVERLAY-ALL", {{"file", left.front()}});
        }
    }

    std::vector<CheckVersion> versions;
    std::vector<Waiver> waivers;
    Exit exit = Exit::done;

private:
    [[nodiscard]] std::vector<std::string> taken_for(const std::string& path,
                                                     std::vector<std::string>& left) const {
        if (left.empty()) {
            return {};
        }
        DocumentRequest plain;
        plain.path = path;
        const std::string digest = load_documents(plain, language_).front().sop.digest();
        std::vector<std::string> taken;
        std::vector<std::string> others;
        for (std::string& overlay : left) {
            const bool ours = load_overlay(overlay).sop_digest == digest;
            (ours ? taken : others).push_back(std::move(overlay));
        }
        left = std::move(others);
        return taken;
    }

    void add(const DocumentRequest& request) {
        Document document = load_documents(request, language_).front();
        exit = std::max(exit, tell_overlays(document, language_));
        CheckVersion version;
        for (const std::string& path : request.overlays) {
            const Overlay overlay = load_overlay(path);
            version.four_eyes.insert(version.four_eyes.end(), overlay.four_eyes.begin(),
                                     overlay.four_eyes.end());
        }
        version.sop = std::make_shared<const Sop>(std::move(document.sop));
        versions.push_back(std::move(version));
        waivers.insert(waivers.end(), document.waivers.begin(), document.waivers.end());
    }

    Language language_;
};

/// The calendar, and by which knowledge of it is reckoned: a day pins it.
Calendar calendar_of(const CheckRequest& request, CheckOptions& options) {
    const Calendar calendar = load_calendar(request.calendar);
    if (const std::optional<LocalDay> day = read_day(request.known)) {
        return calendar.as_known_on(*day);
    }
    options.known = chosen("--known", request.known,
                           {CalendarKnown::now, CalendarKnown::promised, CalendarKnown::completed});
    return calendar;
}

CheckOptions options_of(const CheckRequest& request, std::size_t versions) {
    CheckOptions options;
    options.measured_from = chosen("--measured-from", request.measured_from,
                                   {MeasuredFrom::ready, MeasuredFrom::started});
    options.version_at =
        chosen("--version-at", request.version_at, {VersionAt::case_begin, VersionAt::event});
    if (request.guide > versions) {
        throw odd_value("--guide", std::to_string(request.guide));
    }
    if (request.guide > 0) {
        options.judge_by = static_cast<std::uint32_t>(request.guide - 1);
    }
    if (!request.service_waktu.empty()) {
        const WaktuForm form = read_waktu(request.service_waktu).waktu.form;
        if (form == WaktuForm::open || form == WaktuForm::none || form == WaktuForm::per_item) {
            throw odd_value("--service-waktu", request.service_waktu);
        }
        options.service_waktu = request.service_waktu;
    }
    return options;
}

Roster roster_for(const CheckRequest& request, const LogMap& map) {
    LogMap all = map;
    std::string file = request.log.map;
    if (!request.people.empty()) {
        file = request.people;
        LogRequest people;
        people.map = request.people;
        LogMap given = load_map(people);
        all.people.insert(all.people.end(), given.people.begin(), given.people.end());
    }
    try {
        return roster_of(all);
    } catch (const Error& error) {
        throw unreadable(file, error, InputKind::json);
    }
}

CheckRange range_of(const CheckRequest& request) {
    constexpr unsigned most_threads = 64;
    CheckRange range;
    range.by = chosen("--by", request.by,
                      {PeriodBy::none, PeriodBy::month, PeriodBy::quarter, PeriodBy::semester,
                       PeriodBy::unit_kerja});
    range.count_by = chosen("--count-by", request.count_by, {CountBy::end, CountBy::start});
    range.from = day_of("--from", request.from);
    range.until = day_of("--to", request.until);
    const unsigned threads =
        request.threads > 0 ? request.threads : std::thread::hardware_concurrency();
    range.threads = std::clamp(threads, 1U, most_threads);
    return range;
}

std::optional<ReportOutline> previous_report(const std::string& path) {
    constexpr std::size_t most_bytes = std::size_t{1} << 30;
    if (path.empty()) {
        return std::nullopt;
    }
    const std::string bytes = read_input(path, most_bytes);
    try {
        return outline_from_json(bytes);
    } catch (const Error& error) {
        throw unreadable(path, error, InputKind::json);
    }
}

/// Says every few seconds how far long work has come.
Watch told_progress(Language language) {
    constexpr std::chrono::seconds pause{5};
    auto next = std::make_shared<std::chrono::steady_clock::time_point>(
        std::chrono::steady_clock::now() + pause);
    return [next, language, pause](const Progress& progress) {
        if (std::chrono::steady_clock::now() >= *next) {
            *next = std::chrono::steady_clock::now() + pause;
            const std::vector<Argument> arguments = {{"done", std::to_string(progress.done)},
                                                     {"total", std::to_string(progress.total)}};
            say("tertib: " + text_of("UI-CHECK-PROGRESS", language, arguments));
        }
        return Go::on;
    };
}

CheckTable table_of(const CheckRequest& request) {
    const std::optional<CheckTable> table =
        check_table_from_name(request.table.empty() ? "rows" : request.table);
    if (!table) {
        throw odd_value("--table", request.table);
    }
    return *table;
}

std::string answer_of(const CheckReport& report, const CheckRequest& request, ShowPeople show,
                      const Manner& manner, const std::vector<DiffLine>* diff) {
    const std::optional<unsigned> threshold =
        request.threshold > 0 ? std::optional(request.threshold) : std::nullopt;
    std::string text;
    const auto gather = [&text](std::string_view piece) { text += piece; };
    if (request.html) {
        write_check_html(report, gather,
                         {.language = manner.language, .people = show, .threshold = threshold});
    } else if (request.csv) {
        write_check_csv(report, table_of(request), gather,
                        {.language = manner.language, .people = show, .threshold = threshold});
    } else {
        text =
            manner.answer == Answer::json
                ? to_json(report, show, diff)
                : text_of_check(report, {.calendar = request.calendar, .show = show, .diff = diff},
                                manner);
    }
    return text;
}

} // namespace

Outcome check_verb(const CheckRequest& request, const Manner& manner) {
    CheckRange range = range_of(request);
    (void)table_of(request); // a wrong name is told before the work
    const ShowPeople show = chosen("--show", request.show,
                                   {ShowPeople::roles, ShowPeople::pseudonyms, ShowPeople::names});
    const std::optional<ReportOutline> previous = previous_report(request.previous);
    Versions documents(request, manner.language);
    CheckOptions options = options_of(request, documents.versions.size());
    const Calendar calendar = calendar_of(request, options);
    if (!request.now.empty()) {
        options.now = read_moment("--now", request.now, calendar.zone()).latest;
    }
    LogRequest source = request.log;
    source.path = request.files.back();
    auto [reading, map] = load_log(source, LogUse::looked);
    const CheckSetup setup{.versions = std::move(documents.versions),
                           .calendar = calendar,
                           .roster = roster_for(request, map),
                           .map = map,
                           .waivers = std::move(documents.waivers),
                           .options = std::move(options),
                           .reading = std::move(reading.findings)};
    range.watch = told_progress(manner.language);
    const auto log = std::make_shared<const EventLog>(std::move(reading.log));
    const CheckReport report = [&] {
        try {
            return check(log, setup, range);
        } catch (const Error& error) {
            throw Failure(Exit::unreadable, "UI-CHECK-FAILED", {{"reason", error.what()}});
        }
    }();
    std::optional<std::vector<DiffLine>> diff;
    if (previous) {
        diff = report_diff(*previous, outline_of(report));
    }
    const std::vector<DiffLine>* const changed = diff ? &*diff : nullptr;
    return {.text = answer_of(report, request, show, manner, changed),
            .exit = report.came_out_negative() ? Exit::negative : documents.exit};
}

} // namespace tertib::tool
