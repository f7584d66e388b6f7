// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/csv_sinks.hpp"

#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace tertib {
namespace {

/// The titles as an error shows them: all of a usual table, the first of a monstrous one.
std::string listed(const std::vector<std::string>& titles) {
    constexpr std::size_t most_shown = 20;
    constexpr std::size_t longest_shown = 60;
    std::string list;
    for (std::size_t i = 0; i < titles.size() && i < most_shown; ++i) {
        list += (i == 0 ? "" : ", ") + squeeze(titles[i].substr(0, longest_shown));
    }
    return list + (titles.size() > most_shown ? ", …" : "");
}

[[noreturn]] void refuse(const CsvTitles& titles, const std::string& reason) {
    if (titles.titles.empty()) {
        throw Error(ErrorCode::format, "the table has no line of titles",
                    {.file = titles.form.file});
    }
    throw Error(ErrorCode::format,
                "line " + std::to_string(titles.line) + ": " + reason +
                    "; the columns are: " + listed(titles.titles),
                {.file = titles.form.file, .row = static_cast<std::int64_t>(titles.line)});
}

std::size_t place_of(const CsvTitles& titles, const std::string& wanted) {
    const auto exact = std::ranges::find(titles.titles, wanted);
    if (exact != titles.titles.end()) {
        return static_cast<std::size_t>(exact - titles.titles.begin());
    }
    const auto folded = std::ranges::find(titles.titles, fold(wanted),
                                          [](const std::string& title) { return fold(title); });
    return folded == titles.titles.end() ? no_sink
                                         : static_cast<std::size_t>(folded - titles.titles.begin());
}

/// The place of a title that the map names; no_sink for none.
std::size_t mapped_place(const CsvTitles& titles, const std::string& wanted) {
    if (wanted.empty()) {
        return no_sink;
    }
    const std::size_t place = place_of(titles, wanted);
    if (place == no_sink) {
        refuse(titles, "the map names the column \"" + wanted + "\", which isn't there");
    }
    return place;
}

void assign_fields(CsvSinks& sinks, const CsvTitles& titles, const LogMap& map) {
    for (std::size_t i = 0; i < log_field_count; ++i) {
        const auto field = static_cast<LogField>(i);
        sinks.fields[i] = mapped_place(titles, mapped_title(map.columns, field));
        // Beside steps in columns of their own, who did what in which of them isn't known.
        const bool guessed = map.wide.empty() || field == LogField::of_case;
        const std::string& found = mapped_title(titles.columns, field);
        if (sinks.fields[i] == no_sink && guessed && !found.empty()) {
            sinks.fields[i] = place_of(titles, found);
        }
    }
}

void assign_wide(CsvSinks& sinks, const CsvTitles& titles, const LogMap& map) {
    for (const WideStep& step : map.wide) {
        WideSink sink{.step = step.step,
                      .start = mapped_place(titles, step.start),
                      .complete = mapped_place(titles, step.complete)};
        if (sink.start != no_sink || sink.complete != no_sink) {
            sinks.wide.push_back(std::move(sink));
        }
    }
    if (!sinks.wide.empty()) {
        sinks.fields[static_cast<std::size_t>(LogField::activity)] = no_sink;
        sinks.fields[static_cast<std::size_t>(LogField::start)] = no_sink;
        sinks.fields[static_cast<std::size_t>(LogField::complete)] = no_sink;
    }
}

/// What has no other place is kept by its title; one without a title by its number, one that comes
/// twice with its number behind it.
void assign_extras(CsvSinks& sinks, const CsvTitles& titles) {
    std::set<std::size_t> taken(sinks.fields.begin(), sinks.fields.end());
    for (const WideSink& step : sinks.wide) {
        taken.insert(step.start);
        taken.insert(step.complete);
    }
    std::set<std::string> names;
    for (std::size_t place = 0; place < titles.titles.size(); ++place) {
        if (taken.contains(place)) {
            continue;
        }
        const std::string number = "#" + std::to_string(place + 1);
        std::string name = titles.titles[place].empty() ? number : titles.titles[place];
        if (!names.insert(name).second) {
            name += " " + number;
            names.insert(name);
        }
        if (name == "lifecycle:transition") {
            sinks.transition = place;
        }
        sinks.extras.push_back({place, std::move(name)});
    }
}

} // namespace

CsvSinks assign_sinks(const CsvTitles& titles, const LogMap& map) {
    CsvSinks sinks;
    assign_fields(sinks, titles, map);
    assign_wide(sinks, titles, map);
    if (sinks.field(LogField::of_case) == no_sink) {
        refuse(titles, "no column says which case an event belongs to: name it in a map "
                       "(columns.case)");
    }
    if (sinks.wide.empty() && sinks.field(LogField::activity) == no_sink) {
        refuse(titles, "no column says which activity an event is: name it in a map "
                       "(columns.activity), or, of a table with one row a case, the column of "
                       "each step (wide)");
    }
    assign_extras(sinks, titles);
    return sinks;
}

} // namespace tertib
