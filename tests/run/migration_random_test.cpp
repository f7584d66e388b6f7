// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "run/twice_told.hpp"
#include "scale.hpp"
#include "tertib/run/timely.hpp"
#include "tertib/time/calendar_name.hpp"

#include <algorithm>
#include <iostream>
#include <map>

using namespace tertib;
using namespace tertib::test;

namespace {

/// What differs first when the turns are taken, "" if nothing.
[[nodiscard]] std::string difference(const World& world, const Asked& asked,
                                     const std::vector<Turn>& turns) {
    TwiceTold pair(world, asked);
    for (const Turn& turn : turns) {
        if (std::string found = pair.take(turn); !found.empty()) {
            return found;
        }
    }
    return pair.replay();
}

/// Leaves out turns as long as something still differs.
[[nodiscard]] std::vector<Turn> shrunk(const World& world, const Asked& asked,
                                       std::vector<Turn> turns) {
    for (std::size_t i = turns.size(); i > 0; --i) {
        std::vector<Turn> fewer = turns;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i - 1));
        if (!difference(world, asked, fewer).empty()) {
            turns = std::move(fewer);
            i = turns.size() + 1; // what stayed before may go now
        }
    }
    return turns;
}

struct Tally {
    std::size_t sequences = 0;
    std::size_t turns = 0;
    std::map<std::string, std::size_t> refusals;
    std::map<EventKind, std::size_t> events;
    std::size_t rules = 0; ///< of the policy that the clock followed
    std::size_t moved = 0; ///< deadlines that a recompute moved
};

struct Failure {
    std::vector<Turn> turns;
    std::string text;
};

void count(const TwiceTold& pair, Tally& tally) {
    ++tally.turns;
    if (pair.refusal()) {
        ++tally.refusals[pair.refusal()->code];
    }
    for (const Event& event : pair.events()) {
        ++tally.events[event.kind];
        tally.rules += event.rule != 0 ? 1U : 0U;
        tally.moved += event.kind == EventKind::recomputed ? event.dues.size() : 0U;
    }
}

[[nodiscard]] std::optional<Failure> run_one(Dice& dice, const World& world, const Asked& asked,
                                             Tally& tally) {
    TwiceTold pair(world, asked);
    std::vector<Turn> turns;
    Instant now = first_moment();
    const std::size_t length = 8 + dice.below(20);
    ++tally.sequences;
    std::string found;
    while (turns.size() < length && found.empty()) {
        turns.push_back(random_turn(dice, world, pair.scene(), pair.state(), now));
        found = pair.take(turns.back());
        now = std::max(now, pair.state().recorded);
        count(pair, tally);
    }
    if (found.empty() && pair.replay().empty()) {
        return std::nullopt;
    }
    Failure failure{.turns = shrunk(world, asked, std::move(turns)), .text = lines_of(world)};
    for (const Turn& turn : failure.turns) {
        failure.text += "\n" + line_of(turn, wib());
    }
    failure.text += "\n" + difference(world, asked, failure.turns);
    return failure;
}

constexpr std::size_t sequences_of_world = 40;

/// Runs so many sequences, a new world after every forty; stops at the first that fails.
[[nodiscard]] std::optional<Failure> run_many(std::size_t number, std::uint64_t seed,
                                              const Asked& asked, Tally& tally) {
    const std::vector<Calendar> calendars = calendars_like(*builtin_calendar("id5"));
    for (std::size_t i = 0; i < number;) {
        Dice dice(seed + i);
        const World world = random_world(dice, calendars);
        for (std::size_t k = 0; k < sequences_of_world && i < number; ++k, ++i) {
            if (std::optional<Failure> failure = run_one(dice, world, asked, tally)) {
                failure->text = "seed " + std::to_string(seed) + ", sequence " + std::to_string(i) +
                                ":\n" + failure->text;
                return failure;
            }
        }
    }
    return std::nullopt;
}

} // namespace

TEST_CASE("the clock, recomputed deadlines and migrations go as the book says") {
    Tally tally;
    const std::uint64_t seed = run_seed();
    const std::optional<Failure> failure = run_many(scaled(60'000), seed, {}, tally);
    std::cout << "clocks and versions: seed " << seed << ", " << tally.sequences << " sequences, "
              << tally.turns << " turns, " << tally.events[EventKind::migrated] << " migrations, "
              << tally.events[EventKind::recomputed] << " recomputed with " << tally.moved
              << " deadlines moved, " << tally.rules << " rules followed\n";
    if (failure) {
        FAIL(failure->text);
    }
    if (tally.sequences >= 2'000) {
        for (const EventKind kind :
             {EventKind::overdue, EventKind::service_overdue, EventKind::recomputed,
              EventKind::migrated, EventKind::warned, EventKind::escalated}) {
            CAPTURE(name(kind));
            CHECK(tally.events[kind] > 0);
        }
        for (const std::string code :
             {"MIGRATE-NOWHERE", "MIGRATE-SAME", "MIGRATE-ENDS", "MIGRATE-RECORDS",
              "MIGRATE-UNREACHABLE", "DUE-BEFORE-NOW", "DUE-BEFORE-PROMISED"}) {
            CAPTURE(code);
            CHECK(tally.refusals[code] > 0);
        }
        CHECK(tally.moved > 0);
    }
}

TEST_CASE("a migration, a recompute or a clock that is broken is found, and told in few turns") {
    Asked forgets_dues;
    forgets_dues.decide = [](const CaseContext& context, const CaseState& state,
                             const Command& command) {
        Judgement answer = decide(context, state, command);
        for (Event& event : answer.events) {
            if (event.kind == EventKind::migrated || event.kind == EventKind::recomputed) {
                event.dues.clear();
            }
        }
        return answer;
    };
    Asked loses_produk;
    loses_produk.decide = [](const CaseContext& context, const CaseState& state,
                             const Command& command) {
        Judgement answer = decide(context, state, command);
        for (Event& event : answer.events) {
            for (MovedRecord& record : event.records) {
                record.produk.clear();
            }
        }
        return answer;
    };
    Asked out_of_order;
    out_of_order.tick = [](const CaseContext& context, const CaseState& state, Instant now) {
        std::vector<Event> events = tick(context, state, now);
        if (events.size() > 1) {
            events.pop_back();
        }
        return events;
    };
    for (const Asked& broken : {forgets_dues, loses_produk, out_of_order}) {
        Tally tally;
        const std::optional<Failure> failure = run_many(5'000, 1, broken, tally);
        REQUIRE(failure);
        INFO(failure->text);
        CHECK(failure->turns.size() <= 8);
    }
}
