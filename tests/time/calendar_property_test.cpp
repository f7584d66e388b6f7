// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0

// Calendars on many and on random facts.
#include "calendar_facts.hpp"
#include "scale.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <random>
#include <tuple>

using namespace tertib;

// About a tenth of a second; painting each fact's days would take minutes.
TEST_CASE("many facts with long ranges are resolved") {
    CalendarDraft draft{.name = "x"};
    for (int i = 0; i < 100'000; ++i) {
        CalendarFact fact = i % 2 == 0 ? libur("1970-01-01", CalendarLayer::unit)
                                       : opening("1970-01-01", CalendarLayer::unit);
        fact.first = first_day + std::chrono::days(i % 400);
        fact.last = last_day - std::chrono::days(i % 300);
        fact.known_from = first_day + std::chrono::days(i % 7'000);
        fact.op = i % 5 == 0 ? CalendarOp::remove : CalendarOp::add;
        draft.facts.push_back(fact);
    }
    for (int i = 0; i < 2'000; ++i) {
        draft.facts[static_cast<std::size_t>(i)] =
            hours_from("1970-01-01", every_day(from_to(i % 10, 12 + i % 10)));
    }
    const Calendar calendar(draft);
    const Calendar then = calendar.as_known_on(day("1980-01-01"));
    CHECK(calendar.findings(first_day, last_day).size() == 1);
}

namespace {

/// A plain reading of calendar.hpp's rules, one day at a time.
class NaiveCalendar {
public:
    NaiveCalendar(const CalendarDraft& draft, std::optional<LocalDay> known_on)
        : draft_(draft),
          known_on_(known_on) {}

    [[nodiscard]] DayHours hours(LocalDay day) const {
        const CalendarFact* const weekly = hours_fact(day);
        const std::size_t weekday = (std::chrono::weekday(day).iso_encoding() + 6) % 7; // Monday 0
        const DayHours own = weekly == nullptr ? DayHours() : weekly->hours[weekday];
        for (const CalendarLayer layer : {CalendarLayer::unit, CalendarLayer::province,
                                          CalendarLayer::cuti_bersama, CalendarLayer::national}) {
            const CalendarFact* const libur = last(layer, CalendarFactKind::libur, day);
            const CalendarFact* const opening = last(layer, CalendarFactKind::opening, day);
            if (opening != nullptr &&
                (libur == nullptr || opening->known_from >= libur->known_from)) {
                const bool has_own = std::ranges::any_of(
                    opening->hours, [](const DayHours& each) { return !each.empty(); });
                return has_own ? opening->hours[weekday] : own;
            }
            if (libur != nullptr) {
                return {};
            }
        }
        return own;
    }

private:
    [[nodiscard]] bool known(const CalendarFact& fact) const {
        return (!fact.known_from || !known_on_ || *fact.known_from <= *known_on_) &&
               (draft_.cuti_bersama == CutiBersama::observed ||
                fact.layer != CalendarLayer::cuti_bersama);
    }
    static LocalDay end(const CalendarFact& fact) {
        return fact.last.value_or(fact.kind == CalendarFactKind::hours ? LocalDay::max()
                                                                       : fact.first);
    }
    static bool covers(const CalendarFact& fact, LocalDay day) {
        return fact.first <= day && day <= end(fact);
    }
    /// The add of that layer and kind that stands on the day, or nullptr.
    [[nodiscard]] const CalendarFact* last(CalendarLayer layer, CalendarFactKind kind,
                                           LocalDay day) const {
        const CalendarFact* best = nullptr;
        for (const CalendarFact& fact : draft_.facts) {
            if (fact.layer != layer || fact.kind != kind || !known(fact) || !covers(fact, day)) {
                continue;
            }
            const auto rank = [](const CalendarFact& each) {
                return std::tuple(each.known_from, each.first, end(each));
            };
            if (best == nullptr || rank(fact) >= rank(*best)) {
                best = &fact;
            }
        }
        return best != nullptr && best->op == CalendarOp::add ? best : nullptr;
    }
    /// Whether the fact is the last said of its layer, kind and days, and adds.
    [[nodiscard]] bool stands(const CalendarFact& fact) const {
        const CalendarFact* best = nullptr;
        for (const CalendarFact& each : draft_.facts) {
            if (known(each) && each.layer == fact.layer && each.kind == fact.kind &&
                each.first == fact.first && end(each) == end(fact) &&
                (best == nullptr || each.known_from >= best->known_from)) {
                best = &each;
            }
        }
        return best == &fact && fact.op == CalendarOp::add;
    }
    [[nodiscard]] const CalendarFact* hours_fact(LocalDay day) const {
        const CalendarFact* best = nullptr;
        const auto rank = [](const CalendarFact& each) {
            return std::tuple(each.layer, each.kind, each.first, each.known_from, end(each));
        };
        for (const CalendarFact& fact : draft_.facts) {
            const bool weekly =
                fact.kind == CalendarFactKind::hours || fact.kind == CalendarFactKind::period;
            if (weekly && known(fact) && covers(fact, day) && stands(fact) &&
                (best == nullptr || rank(fact) >= rank(*best))) {
                best = &fact;
            }
        }
        return best;
    }

    const CalendarDraft& draft_;
    std::optional<LocalDay> known_on_;
};

using Random = std::mt19937;

int below(Random& random, int bound) {
    return static_cast<int>(random() % static_cast<unsigned>(bound));
}

CalendarFact random_fact(Random& random) {
    const std::array layers{CalendarLayer::national, CalendarLayer::cuti_bersama,
                            CalendarLayer::province, CalendarLayer::unit};
    CalendarFact fact = libur("2025-05-01", layers[static_cast<std::size_t>(below(random, 4))]);
    fact.kind = static_cast<CalendarFactKind>(
        fact.layer == CalendarLayer::cuti_bersama ? 2 + below(random, 2) : below(random, 4));
    fact.first += std::chrono::days(below(random, 12));
    if (below(random, 3) != 0 || fact.kind == CalendarFactKind::period) {
        fact.last = fact.first + std::chrono::days(below(random, 8));
    }
    if (below(random, 3) != 0) {
        fact.known_from = day("2025-01-01") + std::chrono::days(below(random, 4));
    }
    fact.op = below(random, 4) == 0 ? CalendarOp::remove : CalendarOp::add;
    if (fact.op == CalendarOp::add && fact.kind != CalendarFactKind::libur &&
        below(random, 4) != 0) {
        for (DayHours& hours : fact.hours) {
            if (below(random, 3) != 0) {
                hours = from_to(below(random, 12), 12 + below(random, 12));
            }
        }
    }
    return fact;
}

} // namespace

TEST_CASE("days are those of a plain reading of the rules, on random facts and dates") {
    Random random(20260622);
    const std::size_t rounds = 20 + scaled(100); // enough that some are calendars at all
    std::size_t tried = 0;
    for (std::size_t round = 0; round < rounds; ++round) {
        CalendarDraft draft = office_draft({});
        const int facts = 1 + below(random, 12);
        for (int i = 0; i < facts; ++i) {
            draft.facts.push_back(random_fact(random));
        }
        draft.cuti_bersama = below(random, 5) == 0 ? CutiBersama::worked : CutiBersama::observed;
        std::optional<Calendar> calendar;
        try {
            calendar = Calendar(draft);
        } catch (const Error&) {
            continue; // an opening of nothing, hours taken back that aren't there
        }
        ++tried;
        std::vector<std::optional<LocalDay>> dates{std::nullopt};
        for (int i = -1; i < 5; ++i) {
            dates.emplace_back(day("2025-01-01") + std::chrono::days(i));
        }
        for (const auto& date : dates) {
            const Calendar then = date ? calendar->as_known_on(*date) : *calendar;
            const NaiveCalendar naive(calendar->draft(), date);
            for (int i = 0; i < 24; ++i) {
                const LocalDay each = day("2025-04-29") + std::chrono::days(i);
                INFO("round " << round << ", day " << text(each));
                const CalendarDay answer = then.day(each);
                REQUIRE(DayHours(answer.hours.begin(), answer.hours.end()) == naive.hours(each));
            }
        }
    }
    CHECK(6 * tried >= rounds);
}
