// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "time/calendar_findings.hpp"

#include <algorithm>
#include <string>

namespace tertib {
namespace {

/// What a list in a sentence may hold before it ends in "…".
constexpr std::size_t most_runs = 5;
constexpr std::size_t most_sources = 3;

int year_of(LocalDay day) {
    return static_cast<int>(std::chrono::year_month_day(day).year());
}

LocalDay new_year(int year) {
    return LocalDay{std::chrono::year{year} / 1 / 1};
}

void set(std::uint8_t& marks, DayMark mark) {
    marks = static_cast<std::uint8_t>(marks | static_cast<std::uint8_t>(mark));
}

bool has(std::uint8_t marks, DayMark mark) {
    return (marks & static_cast<std::uint8_t>(mark)) != 0;
}

/// The marks of a day by a fact that decides something on it.
void mark(std::uint8_t& marks, const CalendarFact& fact) {
    switch (fact.sure) {
    case Sureness::yes: break;
    case Sureness::partly:
        // With a day of decree, it is that day which isn't sure (see mark_unsure_decrees).
        if (!fact.known_from) {
            set(marks, DayMark::unverified);
        }
        break;
    case Sureness::profile: set(marks, DayMark::profile); break;
    case Sureness::estimate: set(marks, DayMark::estimate); break;
    }
}

bool speaks(const CalendarDraft& draft, const CalendarFact& fact) {
    return draft.cuti_bersama == CutiBersama::observed || fact.layer != CalendarLayer::cuti_bersama;
}

/// Whether a fact counts on known_on rests on its day of decree, which isn't sure. It was decreed
/// before the days that it speaks of, so on known_on those before are no matter of doubt.
std::optional<DayRange> doubtful_days(const CalendarFact& fact, LocalDay known_on) {
    if (fact.sure != Sureness::partly || !fact.known_from) {
        return std::nullopt;
    }
    return days_within(std::max(fact.first, known_on), last_of(fact));
}

void mark_unsure_decrees(const CalendarDraft& draft, LocalDay known_on,
                         std::vector<std::uint8_t>& marks) {
    std::vector<std::int32_t> change(calendar_day_count + 1, 0);
    for (const CalendarFact& fact : draft.facts) {
        if (const auto range = doubtful_days(fact, known_on); range && speaks(draft, fact)) {
            ++change[range->first];
            --change[range->last + 1];
        }
    }
    std::int32_t open = 0;
    for (std::size_t day = 0; day < calendar_day_count; ++day) {
        open += change[day];
        if (open > 0) {
            set(marks[day], DayMark::unverified);
        }
    }
}

/// "a, b – c, …": runs of neighbours in a list that is told front to back.
class Runs {
public:
    void add(std::int64_t number) {
        if (runs_.empty() || runs_.back().second + 1 != number) {
            ++count_;
            if (count_ <= most_runs) {
                runs_.emplace_back(number, number);
            }
        } else {
            runs_.back().second = number;
        }
    }
    [[nodiscard]] bool empty() const { return runs_.empty(); }

    template <typename Write>
    [[nodiscard]] std::string text(Write write) const {
        std::string out;
        for (const auto& [first, last] : runs_) {
            out += out.empty() ? "" : ", ";
            out += write(first);
            out += first == last ? "" : " – " + write(last);
        }
        return count_ > most_runs ? out + ", …" : out;
    }

private:
    std::vector<std::pair<std::int64_t, std::int64_t>> runs_;
    std::size_t count_ = 0;
};

std::string years_text(const Runs& years) {
    return years.text([](std::int64_t year) { return std::to_string(year); });
}

std::string days_text(const Runs& days) {
    return days.text([](std::int64_t day) { return text(first_day + std::chrono::days{day}); });
}

Runs marked_days(const std::vector<std::uint8_t>& marks, DayRange range, DayMark mark) {
    Runs days;
    for (std::size_t day = range.first; day <= range.last; ++day) {
        if (has(marks[day], mark)) {
            days.add(static_cast<std::int64_t>(day));
        }
    }
    return days;
}

bool any_marked(const std::vector<std::uint8_t>& marks, std::optional<DayRange> range,
                DayMark mark) {
    if (!range) {
        return false;
    }
    const auto from = marks.begin() + static_cast<std::ptrdiff_t>(range->first);
    const auto to = marks.begin() + static_cast<std::ptrdiff_t>(range->last + 1);
    return std::any_of(from, to, [&](std::uint8_t each) { return has(each, mark); });
}

const DecreedYear* find_year(const CalendarDraft& draft, int year) {
    const auto at = std::ranges::lower_bound(draft.years, year, {}, &DecreedYear::year);
    return at != draft.years.end() && at->year == year ? &*at : nullptr;
}

/// True only where that is certain: of a year whose day of decree wasn't collected it is known
/// that it wasn't decreed before the year ahead of it began.
bool not_yet_decreed(const DecreedYear& year, LocalDay known_on) {
    return known_on < year.known_from.value_or(new_year(year.year - 1));
}

/// The sources of what isn't verified on the days, each once.
std::string doubtful_sources(const CalendarDraft& draft, std::optional<LocalDay> known_on,
                             LocalDay first, LocalDay last) {
    std::vector<std::string> sources;
    for (const CalendarFact& fact : draft.facts) {
        const bool rests = fact.sure == Sureness::partly && speaks(draft, fact) &&
                           fact.first <= last && last_of(fact) >= first &&
                           (!fact.known_from || (known_on && last_of(fact) >= *known_on));
        if (rests && !fact.source.empty() && std::ranges::count(sources, fact.source) == 0) {
            sources.push_back(fact.source);
        }
        if (sources.size() > most_sources) {
            sources.back() = "…";
            break;
        }
    }
    std::string out;
    for (const std::string& source : sources) {
        out += (out.empty() ? "" : "; ") + source;
    }
    return out.empty() ? "–" : out;
}

} // namespace

std::vector<std::uint8_t> mark_days(const CalendarDraft& draft, const CalendarDays& days,
                                    std::optional<LocalDay> known_on) {
    std::vector<std::uint8_t> marks(calendar_day_count, 0);
    for (std::size_t day = 0; day < calendar_day_count; ++day) {
        const FactIndex decides = days.day_fact[day];
        const FactIndex hours = days.hours_fact[day];
        if (decides != no_fact) {
            mark(marks[day], draft.facts[decides]);
        }
        const bool off = decides != no_fact && draft.facts[decides].kind == CalendarFactKind::libur;
        if (hours != no_fact && !off) {
            mark(marks[day], draft.facts[hours]);
        }
    }
    if (known_on) {
        mark_unsure_decrees(draft, *known_on, marks);
    }
    return marks;
}

std::vector<Finding> calendar_findings(const CalendarDraft& draft,
                                       const std::vector<std::uint8_t>& marks,
                                       std::optional<LocalDay> known_on, LocalDay first,
                                       LocalDay last) {
    const auto range = days_within(first, last);
    std::vector<Finding> findings;
    if (!range) {
        return findings;
    }
    const auto say = [&](std::string_view code, std::vector<Argument> arguments) {
        findings.push_back(make_finding(code, {}, std::move(arguments)));
    };
    Runs uncovered;
    Runs estimated;
    Runs undecreed;
    const LocalDay from = std::max(first, first_day);
    const LocalDay to = std::min(last, last_day);
    for (int year = year_of(from); year <= year_of(to); ++year) {
        const DecreedYear* const decreed = find_year(draft, year);
        // In a year not decreed any day may yet become a holiday, so its estimates count as a whole.
        const LocalDay start = decreed == nullptr ? new_year(year) : std::max(from, new_year(year));
        const LocalDay end = new_year(year + 1) - std::chrono::days{1};
        const auto within = days_within(start, decreed == nullptr ? end : std::min(to, end));
        if (any_marked(marks, within, DayMark::estimate)) {
            estimated.add(year);
        }
        if (decreed == nullptr) {
            uncovered.add(year);
        } else if (known_on && not_yet_decreed(*decreed, *known_on)) {
            undecreed.add(year);
        }
    }
    if (!uncovered.empty()) {
        say("CAL-COVERAGE", {{"years", years_text(uncovered)}});
    }
    if (!estimated.empty()) {
        say("CAL-ESTIMATE", {{"years", years_text(estimated)}});
    }
    if (const Runs days = marked_days(marks, *range, DayMark::profile); !days.empty()) {
        say("CAL-HOURS-PROFILE", {{"days", days_text(days)}});
    }
    if (known_on && !undecreed.empty()) {
        say("CAL-NOT-DECREED", {{"known_on", text(*known_on)}, {"years", years_text(undecreed)}});
    }
    if (const Runs days = marked_days(marks, *range, DayMark::unverified); !days.empty()) {
        say("CAL-UNVERIFIED", {{"days", days_text(days)},
                               {"sources", doubtful_sources(draft, known_on, first, last)}});
    }
    return findings;
}

} // namespace tertib
