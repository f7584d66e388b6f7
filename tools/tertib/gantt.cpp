// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "gantt.hpp"

#include "plan_words.hpp"

#include "tertib/base/text.hpp"

#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tertib::tool {
namespace {

using Minutes = std::chrono::minutes;

constexpr std::size_t indent = 2;
constexpr std::size_t most_columns = 60;
constexpr std::string_view work_mark = "█";
constexpr std::string_view slack_mark = "░";
constexpr std::string_view closed_mark = "·";
constexpr std::string_view moment_mark = "◆";

/// The columns of the drawing: each `step` long, from the first column's beginning.
struct Scale {
    LocalTime first{};
    Minutes step{};
    std::size_t columns = 0;
    bool hours = false; ///< labels are times of day, else days

    [[nodiscard]] LocalTime begin(std::size_t column) const {
        return first + step * static_cast<std::int64_t>(column);
    }
};

Scale scale_of(const PlannedRun& run, Zone zone, std::size_t room) {
    constexpr std::chrono::days day{1};
    const LocalTime from = to_local(run.visits.front().earliest_start, zone);
    const LocalTime until = std::max(to_local(run.finish, zone), from + Minutes{1});
    Scale scale;
    // Two days or less are drawn by the clock.
    scale.hours = until - from <= 2 * day;
    scale.step = scale.hours ? Minutes{15} : Minutes{day};
    scale.first = scale.hours ? LocalTime{std::chrono::floor<std::chrono::hours>(from)}
                              : LocalTime{std::chrono::floor<std::chrono::days>(from)};
    const auto length = std::chrono::ceil<Minutes>(until - scale.first);
    while (static_cast<std::size_t>((length + scale.step - Minutes{1}) / scale.step) > room) {
        scale.step += scale.hours ? Minutes{15} : Minutes{day};
    }
    scale.columns = static_cast<std::size_t>((length + scale.step - Minutes{1}) / scale.step);
    return scale;
}

bool works(const WorkingTable& table, LocalTime from, LocalTime until) {
    return from < until && table.between(from, until).value_or(Work{}) > Work{};
}

std::string bar(const PlannedVisit& visit, const Scale& scale, const Calendar& calendar) {
    const Zone zone = calendar.zone();
    const WorkingTable& table = calendar.table();
    const LocalTime start = to_local(visit.earliest_start, zone);
    const LocalTime finish = to_local(visit.earliest_finish, zone);
    const LocalTime latest = to_local(visit.latest_finish, zone);
    std::string line;
    std::size_t pending = 0; // blanks are written only before more marks: no line ends in one
    const bool worked = works(table, start, finish);
    for (std::size_t i = 0; i < scale.columns; ++i) {
        const LocalTime from = scale.begin(i);
        const LocalTime to = scale.begin(i + 1);
        const bool last = i + 1 == scale.columns;
        std::string_view mark;
        if (!worked && start >= from && (start < to || last)) {
            mark = moment_mark;
        } else if (works(table, std::max(from, start), std::min(to, finish))) {
            mark = work_mark;
        } else if (works(table, std::max(from, finish), std::min(to, latest))) {
            mark = slack_mark;
        } else if (to > start && from < latest && !works(table, from, to)) {
            mark = closed_mark;
        }
        if (mark.empty()) {
            ++pending;
            continue;
        }
        line.append(std::exchange(pending, 0), ' ');
        line += mark;
    }
    return line;
}

/// Labels where columns begin, as many as there is room for.
std::string axis(const Scale& scale) {
    std::string line;
    for (std::size_t i = 0; i < scale.columns; ++i) {
        const LocalTime at = scale.begin(i);
        const LocalDay day{std::chrono::floor<std::chrono::days>(at)};
        const auto minute = std::chrono::floor<Minutes>(at - LocalTime{day}).count();
        const auto digits = [](std::int64_t number) {
            return (number < 10 ? "0" : "") + std::to_string(number);
        };
        const std::string label =
            scale.hours ? digits(minute / 60) + ":" + digits(minute % 60) : text(day).substr(5);
        const bool whole = !scale.hours || minute % 60 == 0;
        const bool fits = line.empty() || line.size() + 1 <= i;
        if (whole && fits && i + label.size() <= std::max(scale.columns, label.size())) {
            line.append(i - line.size(), ' ');
            line += label;
        }
    }
    return line;
}

} // namespace

void add_gantt(Page& page, const PlannedRun& run, const Sop& sop, const Calendar& calendar,
               std::size_t width) {
    if (run.visits.empty()) {
        return;
    }
    std::size_t label = 0;
    for (const PlannedVisit& visit : run.visits) {
        label = std::max(label, display_width(visit_words(visit, sop)));
    }
    label = std::min<std::size_t>(label, 16);
    const std::size_t used = indent + label + 2;
    const std::size_t room =
        std::clamp<std::size_t>(width > used ? width - used : 0, 10, most_columns);
    const Scale scale = scale_of(run, calendar.zone(), room);
    page.heading(page.text("UI-PLAN-GANTT"));
    page.paragraph(page.text("UI-PLAN-GANTT-LEGEND", {{"work", std::string(work_mark)},
                                                      {"slack", std::string(slack_mark)},
                                                      {"closed", std::string(closed_mark)},
                                                      {"moment", std::string(moment_mark)}}),
                   indent, Tone::faint);
    page.verbatim(std::string(label + 2, ' ') + axis(scale), indent, Tone::faint);
    for (const PlannedVisit& visit : run.visits) {
        std::string name = visit_words(visit, sop);
        const std::size_t wide = display_width(name);
        name.append(wide < label ? label - wide : 0, ' ');
        page.verbatim(name + "  " + bar(visit, scale, calendar), indent);
    }
}

} // namespace tertib::tool
