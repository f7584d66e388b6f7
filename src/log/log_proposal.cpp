// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/log/log_proposal.hpp"

#include "log/log_heading.hpp"
#include "log/written_stamp.hpp"
#include "tertib/base/text.hpp"
#include "tertib/log/post_prefix.hpp"
#include "tertib/log/step_match.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace tertib {
namespace {

/// The step whose uraian is so much like the words, and so much more than any other's, that a
/// person need only confirm it.
std::string likely_step(std::string_view words_of, const Sop* sop) {
    constexpr double least_likeness = 0.5;
    constexpr double least_lead = 0.15;
    double best = 0;
    double second = 0;
    std::string key;
    if (sop == nullptr) {
        return key;
    }
    for (const Step& step : sop->steps()) {
        const double likeness = similarity(words_of, step.uraian);
        if (likeness > best) {
            second = best;
            best = likeness;
            key = step.key;
        } else {
            second = std::max(second, likeness);
        }
    }
    return best >= least_likeness && best - second >= least_lead ? key : std::string();
}

/// Whether nearly all that stands in a column reads as stamps, and something does.
bool holds_stamps(std::span<const std::vector<std::string>> rows, std::size_t column) {
    constexpr std::size_t least_percent = 80;
    std::size_t filled = 0;
    std::size_t read = 0;
    for (const std::vector<std::string>& row : rows) {
        if (column >= row.size() || row[column].empty() || row[column] == "-") {
            continue;
        }
        ++filled;
        read += read_written_stamp(row[column], wib(), DateOrder::day_first) ? 1 : 0;
    }
    return read > 0 && read * 100 >= filled * least_percent;
}

/// A column of dates: what of, and whether it is a beginning.
struct DateColumn {
    std::string what;
    std::string start;
    std::string complete;
};

/// "Tgl Mulai Telaah" and "Tgl Selesai Telaah" are one step's.
void add_column(std::vector<DateColumn>& columns, const std::string& title) {
    constexpr std::string_view begin_word = "mulai ";
    constexpr std::string_view end_word = "selesai ";
    std::string what = without_date_word(title);
    const bool begins = what.starts_with(begin_word);
    if (begins || what.starts_with(end_word)) {
        what = what.substr(begins ? begin_word.size() : end_word.size());
    }
    const auto same = std::ranges::find_if(columns, [&](const DateColumn& column) {
        return column.what == what && (begins ? column.start : column.complete).empty();
    });
    DateColumn& column =
        same == columns.end() ? columns.emplace_back(DateColumn{.what = what}) : *same;
    (begins ? column.start : column.complete) = title;
}

/// The days on which someone was seen in a post.
struct Seen {
    std::optional<LocalDay> first;
    std::optional<LocalDay> last;

    void on(const EventStamp& stamp) {
        if (stamp.known()) {
            const LocalDay day = local_day(stamp.instant, stamp.form.zone());
            first = first ? std::min(*first, day) : day;
            last = last ? std::max(*last, day) : day;
        }
    }
};

using Holders = std::map<std::pair<Code, Code>, Seen>; ///< by resource and role

Holders holders_of(const EventLog& log) {
    Holders holders;
    for (std::size_t i = 0; i < log.chunk_count(); ++i) {
        const LogChunk chunk = log.chunk(i);
        for (std::size_t row = 0; row < chunk.size(); ++row) {
            if (chunk.resources[row] == no_code) {
                continue;
            }
            Seen& seen = holders[{chunk.resources[row], chunk.roles[row]}];
            seen.on({chunk.starts[row], chunk.start_forms[row]});
            seen.on({chunk.completes[row], chunk.complete_forms[row]});
        }
    }
    return holders;
}

/// A post as the SOP names it, where it names it.
std::string post_name(std::string_view written, const Sop* sop) {
    if (sop != nullptr) {
        const std::optional<PelaksanaIndex> column = sop->find_pelaksana(written);
        if (column) {
            return sop->pelaksana_name(*column);
        }
    }
    return std::string(written);
}

MappedPerson person_of(const EventLog& log, std::pair<Code, Code> who, const Seen& seen,
                       const Sop* sop) {
    const PrefixedName name = read_post_prefix(log.resources().text(who.first));
    const PrefixedName post = read_post_prefix(log.roles().text(who.second));
    MappedPerson person;
    person.person = log.resources().text(who.first);
    person.pelaksana = post_name(post.name, sop);
    person.kind = post.kind == PostKind::definitive ? name.kind : post.kind;
    if (person.kind != PostKind::definitive) {
        person.from = seen.first;
        person.until = seen.last;
    }
    return person;
}

void propose_people(LogMap& map, const EventLog& log, const Sop* sop) {
    std::set<std::string> known;
    for (const MappedPerson& person : map.people) {
        known.insert(fold(person.person));
    }
    for (const auto& [who, seen] : holders_of(log)) {
        if (!known.contains(fold(log.resources().text(who.first)))) {
            map.people.push_back(person_of(log, who, seen, sop));
        }
    }
}

void propose_activities(LogMap& map, const EventLog& log, const Sop& sop) {
    const std::vector<StepMatch> matches = match_steps(log, sop, map);
    for (std::size_t i = 0; i < matches.size(); ++i) {
        if (matches[i].meaning == ActivityMeaning::unknown) {
            const std::string_view activity = log.activities().text(static_cast<Code>(i + 1));
            map.activities.push_back({std::string(activity), likely_step(activity, &sop)});
        }
    }
}

} // namespace

std::vector<WideStep> propose_wide(std::span<const std::string> titles,
                                   std::span<const std::vector<std::string>> rows, const Sop* sop) {
    std::vector<DateColumn> columns;
    for (std::size_t i = 0; i < titles.size(); ++i) {
        if (names_a_date(titles[i]) && holds_stamps(rows, i)) {
            add_column(columns, titles[i]);
        }
    }
    std::vector<WideStep> steps;
    std::set<std::string> taken;
    std::size_t open = 0;
    for (DateColumn& column : columns) {
        std::string step = likely_step(column.what, sop);
        if (step.empty() || !taken.insert(step).second) {
            step = "?" + std::to_string(++open);
        }
        steps.push_back({std::move(step), std::move(column.start), std::move(column.complete)});
    }
    return steps;
}

LogMap propose_map(const EventLog& log, const Sop* sop, LogMap given) {
    if (sop != nullptr) {
        propose_activities(given, log, *sop);
    }
    propose_people(given, log, sop);
    return given;
}

} // namespace tertib
