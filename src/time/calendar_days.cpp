// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "time/calendar_days.hpp"

#include "tertib/base/error.hpp"

#include <array>
#include <map>
#include <numeric>
#include <tuple>

namespace tertib {
namespace {

constexpr std::size_t most_forms = 65'535;
constexpr std::array layers_by_rank{CalendarLayer::unit, CalendarLayer::province,
                                    CalendarLayer::cuti_bersama, CalendarLayer::national};

/// Monday is 0. first_day was a Thursday.
std::size_t weekday_of(std::size_t day) {
    return (day + 3) % 7;
}
static_assert(std::chrono::weekday(first_day) == std::chrono::Thursday);

bool has_own_hours(const CalendarFact& fact) {
    return std::ranges::any_of(fact.hours, [](const DayHours& day) { return !day.empty(); });
}

/// Gives each day to the first that claims it. Days already given are skipped by following links
/// that are shortened on the way (a disjoint set), so that all claims together cost little more
/// than one pass over the days.
class Claims {
public:
    Claims() : next_(calendar_day_count + 1) {
        std::iota(next_.begin(), next_.end(), std::uint32_t{0});
    }

    template <typename Give>
    void claim(DayRange range, Give give) {
        for (std::size_t day = free_from(range.first); day <= range.last;
             day = free_from(day + 1)) {
            give(day);
            next_[day] = static_cast<std::uint32_t>(day + 1);
        }
    }

private:
    std::size_t free_from(std::size_t day) {
        while (next_[day] != day) {
            next_[day] = next_[next_[day]];
            day = next_[day];
        }
        return day;
    }

    std::vector<std::uint32_t> next_; ///< of a free day itself, else a later day
};

/// Resolves one draft as known on one date.
class Resolver {
public:
    Resolver(const CalendarDraft& draft, std::span<const FactIndex> order,
             std::optional<LocalDay> known_on)
        : draft_(draft) {
        for (const FactIndex index : order) {
            const CalendarFact& fact = draft.facts[index];
            const bool known = !fact.known_from || !known_on || *fact.known_from <= *known_on;
            const bool observed = draft.cuti_bersama == CutiBersama::observed ||
                                  fact.layer != CalendarLayer::cuti_bersama;
            if (known && observed) {
                known_.push_back(index);
            }
        }
    }

    [[nodiscard]] std::vector<FactIndex> hours_facts() const {
        std::vector<FactIndex> given(calendar_day_count, no_fact);
        const std::vector<FactIndex> ranked = ranked_hours();
        Claims claims;
        for (auto at = ranked.rbegin(); at != ranked.rend(); ++at) {
            claim(claims, *at, given);
        }
        return given;
    }

    [[nodiscard]] std::vector<FactIndex> day_facts() const {
        std::vector<FactIndex> given(calendar_day_count, no_fact);
        for (const CalendarLayer layer : layers_by_rank) {
            const auto libur = deciding(layer, CalendarFactKind::libur);
            const auto opening = deciding(layer, CalendarFactKind::opening);
            if (libur.empty() && opening.empty()) {
                continue;
            }
            for (std::size_t day = 0; day < calendar_day_count; ++day) {
                if (given[day] == no_fact) {
                    given[day] = later(at(libur, day), at(opening, day));
                }
            }
        }
        return given;
    }

private:
    [[nodiscard]] const CalendarFact& fact(FactIndex index) const { return draft_.facts[index]; }

    void claim(Claims& claims, FactIndex index, std::vector<FactIndex>& given) const {
        if (const auto range = days_within(fact(index).first, last_of(fact(index)))) {
            claims.claim(*range, [&](std::size_t day) { given[day] = index; });
        }
    }

    /// The facts of hours and periods that stand, those that win behind those that lose.
    [[nodiscard]] std::vector<FactIndex> ranked_hours() const {
        std::vector<FactIndex> weekly;
        for (const FactIndex index : known_) {
            const CalendarFactKind kind = fact(index).kind;
            if (kind == CalendarFactKind::hours || kind == CalendarFactKind::period) {
                weekly.push_back(index);
            }
        }
        const auto days = [&](FactIndex index) {
            const CalendarFact& each = fact(index);
            return std::tuple(each.layer, each.kind, each.first, last_of(each));
        };
        std::ranges::stable_sort(weekly, {}, days);
        std::vector<FactIndex> standing;
        for (std::size_t i = 0; i < weekly.size(); ++i) {
            const bool latest = i + 1 == weekly.size() || days(weekly[i]) != days(weekly[i + 1]);
            if (latest && fact(weekly[i]).op == CalendarOp::add) {
                standing.push_back(weekly[i]);
            }
        }
        std::ranges::stable_sort(standing, {}, [&](FactIndex index) {
            const CalendarFact& each = fact(index);
            return std::tuple(each.layer, each.kind, each.first, each.known_from, last_of(each));
        });
        return standing;
    }

    /// Of each day the fact of that layer and kind known last, whether it adds or takes back;
    /// empty if there are no such facts.
    [[nodiscard]] std::vector<FactIndex> deciding(CalendarLayer layer,
                                                  CalendarFactKind kind) const {
        const auto group =
            std::ranges::equal_range(known_, std::tuple(layer, kind), {}, [&](FactIndex index) {
                return std::tuple(fact(index).layer, fact(index).kind);
            });
        if (group.empty()) {
            return {};
        }
        std::vector<FactIndex> given(calendar_day_count, no_fact);
        Claims claims;
        for (auto at = group.end(); at != group.begin();) {
            claim(claims, *--at, given);
        }
        return given;
    }

    /// The fact of a day if it adds.
    [[nodiscard]] FactIndex at(const std::vector<FactIndex>& given, std::size_t day) const {
        const FactIndex index = given.empty() ? no_fact : given[day];
        return index != no_fact && fact(index).op == CalendarOp::add ? index : no_fact;
    }

    [[nodiscard]] FactIndex later(FactIndex libur, FactIndex opening) const {
        if (libur == no_fact || opening == no_fact) {
            return libur == no_fact ? opening : libur;
        }
        return fact(opening).known_from >= fact(libur).known_from ? opening : libur;
    }

    const CalendarDraft& draft_;
    std::vector<FactIndex> known_; ///< in canonical order
};

/// The kinds of day, each once.
class Forms {
public:
    Forms(const CalendarDraft& draft, std::vector<DayHours>& forms)
        : draft_(draft),
          forms_(forms),
          cached_(draft.facts.size()) {
        forms_.assign(1, {});
    }

    std::uint16_t of(FactIndex index, std::size_t weekday) {
        std::array<std::uint16_t, 7>& cache = cached_[index];
        const DayHours& hours = draft_.facts[index].hours[weekday];
        if (!hours.empty() && cache[weekday] == 0) {
            cache[weekday] = number_of(hours);
        }
        return cache[weekday];
    }

private:
    struct Less {
        bool operator()(const DayHours& a, const DayHours& b) const {
            return std::ranges::lexicographical_compare(
                a, b, [](const WorkSpan& x, const WorkSpan& y) {
                    return std::tuple(x.from, x.to) < std::tuple(y.from, y.to);
                });
        }
    };

    std::uint16_t number_of(const DayHours& hours) {
        const auto [at, fresh] = numbers_.emplace(hours, static_cast<std::uint16_t>(forms_.size()));
        if (fresh && forms_.size() >= most_forms) {
            throw Error(ErrorCode::limit, "the calendar has more than " +
                                              std::to_string(most_forms) + " kinds of working day");
        }
        if (fresh) {
            forms_.push_back(hours);
        }
        return at->second;
    }

    const CalendarDraft& draft_;
    std::vector<DayHours>& forms_;
    std::vector<std::array<std::uint16_t, 7>> cached_; ///< 0: none yet, or a day off
    std::map<DayHours, std::uint16_t, Less> numbers_;
};

/// The fact whose hours a day has, or no_fact for a day off.
FactIndex working_fact(const CalendarDraft& draft, FactIndex hours, FactIndex day) {
    if (day == no_fact) {
        return hours;
    }
    const CalendarFact& decides = draft.facts[day];
    if (decides.kind == CalendarFactKind::libur) {
        return no_fact;
    }
    return has_own_hours(decides) ? day : hours;
}

/// Whether anybody works on a day in the range by the opening's own hours.
bool works_by_own_hours(const CalendarFact& opening, DayRange range) {
    const std::size_t last = std::min(range.last, range.first + 6);
    for (std::size_t day = range.first; day <= last; ++day) {
        if (!opening.hours[weekday_of(day)].empty()) {
            return true;
        }
    }
    return false;
}

} // namespace

LocalDay last_of(const CalendarFact& fact) noexcept {
    if (fact.last) {
        return *fact.last;
    }
    return fact.kind == CalendarFactKind::hours ? LocalDay::max() : fact.first;
}

std::vector<FactIndex> canonical_order(std::span<const CalendarFact> facts) {
    std::vector<FactIndex> order(facts.size());
    std::iota(order.begin(), order.end(), FactIndex{0});
    std::ranges::stable_sort(order, {}, [&](FactIndex index) {
        const CalendarFact& fact = facts[index];
        return std::tuple(fact.layer, fact.kind, fact.known_from, fact.first, last_of(fact));
    });
    return order;
}

CalendarDays resolve_days(const CalendarDraft& draft, std::span<const FactIndex> order,
                          std::optional<LocalDay> known_on) {
    const Resolver resolver(draft, order, known_on);
    CalendarDays days;
    days.hours_fact = resolver.hours_facts();
    days.day_fact = resolver.day_facts();
    days.form_of_day.assign(calendar_day_count, 0);
    Forms forms(draft, days.forms);
    for (std::size_t day = 0; day < calendar_day_count; ++day) {
        const FactIndex works = working_fact(draft, days.hours_fact[day], days.day_fact[day]);
        if (works != no_fact) {
            days.form_of_day[day] = forms.of(works, weekday_of(day));
        }
    }
    return days;
}

void refuse_idle_openings(const CalendarDraft& draft, const CalendarDays& days) {
    // How many days before each have hours by the week or the period, open or off.
    std::vector<std::uint32_t> before(calendar_day_count + 1, 0);
    for (std::size_t day = 0; day < calendar_day_count; ++day) {
        const FactIndex hours = days.hours_fact[day];
        const bool works = hours != no_fact && !draft.facts[hours].hours[weekday_of(day)].empty();
        before[day + 1] = before[day] + (works ? 1 : 0);
    }
    for (const CalendarFact& fact : draft.facts) {
        if (fact.kind != CalendarFactKind::opening || fact.op != CalendarOp::add) {
            continue;
        }
        const auto range = days_within(fact.first, last_of(fact));
        const bool works =
            !range || (has_own_hours(fact) ? works_by_own_hours(fact, *range)
                                           : before[range->last + 1] > before[range->first]);
        if (!works) {
            throw Error(ErrorCode::argument, "the opening from " + text(fact.first) +
                                                 " of the layer " + std::string(name(fact.layer)) +
                                                 " has no hours for any of its days");
        }
    }
}

} // namespace tertib
