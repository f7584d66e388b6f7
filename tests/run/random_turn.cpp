// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "run/random_turn.hpp"

#include "tertib/time/tanggal.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tertib::test {

namespace {

using std::chrono::minutes;

[[nodiscard]] Calendar with_fact(const Calendar& calendar, CalendarFactKind kind,
                                 std::string_view first, std::string_view last) {
    CalendarDraft draft = calendar.draft();
    draft.facts.push_back({.layer = CalendarLayer::unit,
                           .kind = kind,
                           .first = *read_day(first),
                           .last = *read_day(last),
                           .name = kind == CalendarFactKind::libur ? "Banjir" : "Piket"});
    draft.version = std::string(first);
    return Calendar(std::move(draft));
}

/// Takes out a step that has one way in and one way out.
void drop_step(Dice& dice, SopParts& parts) {
    const std::string key = parts.steps[dice.below(parts.steps.size())].key;
    std::vector<std::size_t> in;
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < parts.flow.size(); ++i) {
        if (parts.flow[i].to == key) {
            in.push_back(i);
        }
        if (parts.flow[i].from == key) {
            out.push_back(i);
        }
    }
    const bool simple = parts.steps.size() > 1 && in.size() == 1 && out.size() == 1 &&
                        !parts.flow[out[0]].outcome && parts.flow[out[0]].to != key;
    if (simple) {
        parts.flow[in[0]].to = parts.flow[out[0]].to;
        parts.flow.erase(parts.flow.begin() + static_cast<std::ptrdiff_t>(out[0]));
        std::erase_if(parts.steps, [&](const Step& step) { return step.key == key; });
    }
}

/// Another version: other pelaksana and produk, at times with a step less.
[[nodiscard]] std::shared_ptr<const ReadySop> reshaped(Dice& dice, const ReadySop& sop) {
    while (true) {
        SopParts parts = sop.sop().parts();
        for (Step& step : parts.steps) {
            if (dice.one_in(4)) {
                step.marks = {
                    {PelaksanaIndex{static_cast<std::uint32_t>(dice.below(3))}, Symbol::process}};
            }
            if (dice.one_in(6)) {
                step.participation = step.participation == Participation::all ? Participation::any
                                                                              : Participation::all;
            }
            if (dice.one_in(4)) {
                step.produk = {"Notulen"};
            }
        }
        if (dice.one_in(2)) {
            drop_step(dice, parts);
        }
        parts.identity.nomor += "*";
        const ReadySopResult result =
            ready_sop(std::make_shared<const Sop>(std::move(parts)),
                      {.unknown_pelaksana = UnknownPelaksana::everyone, .soundness = {}});
        if (result.sop) {
            return result.sop;
        }
    }
}

[[nodiscard]] OverrunPolicy random_policy(Dice& dice) {
    static const std::array<std::string, 4> waktu{"15 Menit", "2 Jam", "1 Hari", "1 x 24 Jam"};
    static const std::array<std::string, 3> posts{"kadis", "Sekretaris", "Staf"};
    std::vector<OverrunRule> rules(1 + dice.below(3));
    for (OverrunRule& rule : rules) {
        rule.when = dice.one_in(3) ? OverrunWhen::not_started : OverrunWhen::not_completed;
        rule.side = static_cast<OverrunSide>(dice.below(3));
        rule.waktu = rule.side == OverrunSide::at ? "" : waktu[dice.below(waktu.size())];
        rule.what = static_cast<OverrunAct>(dice.below(3));
        rule.pelaksana = rule.what == OverrunAct::notify ? "" : posts[dice.below(posts.size())];
        rule.person = rule.what == OverrunAct::reassign && dice.one_in(2) ? "Cici" : "";
        rule.steps = dice.one_in(4) ? std::vector<std::string>{"1"} : std::vector<std::string>{};
    }
    return OverrunPolicy("Loket", std::move(rules));
}

/// Where the steps of open tasks go: mostly told if they have no successor.
[[nodiscard]] MigrateCase random_migration(Dice& dice, const Scene& scene, const Sop& next,
                                           const CaseState& state) {
    MigrateCase migrate;
    const auto some_step = [&] { return next.steps()[dice.below(next.steps().size())].key; };
    for (const Task& task : state.tasks) {
        const Step& step = scene.sop->sop().steps()[task.step];
        const Step* same = next.step(step.key);
        const bool lost = same == nullptr || same->uraian != step.uraian;
        if (dice.one_in(lost ? 2 : 12)) {
            migrate.steps[step.key] = dice.one_in(4) ? std::string(end_node) : some_step();
        }
    }
    if (dice.one_in(40)) {
        migrate.steps[dice.one_in(2) ? "99" : "1"] = dice.one_in(2) ? "99" : some_step();
    }
    return migrate;
}

} // namespace

std::vector<Calendar> calendars_like(const Calendar& calendar) {
    return {calendar, with_fact(calendar, CalendarFactKind::libur, "2025-05-06", "2025-05-07"),
            with_fact(calendar, CalendarFactKind::libur, "2025-05-08", "2025-05-08"),
            with_fact(calendar, CalendarFactKind::opening, "2025-05-12", "2025-05-13")};
}

World random_world(Dice& dice, const std::vector<Calendar>& calendars) {
    World world;
    world.calendars = calendars;
    world.scene = random_scene(dice, calendars.front());
    const Scene& scene = world.scene;
    world.versions = {scene.sop, next_version(dice, scene), reshaped(dice, *scene.sop)};
    world.versions.push_back(reshaped(dice, *world.versions[1]));
    for (const std::shared_ptr<const ReadySop>& each : world.versions) {
        world.books.emplace_back(each->sop());
    }
    if (!dice.one_in(3)) {
        world.policy = random_policy(dice);
    }
    return world;
}

Turn random_turn(Dice& dice, const World& world, const Scene& scene, const CaseState& state,
                 Instant now) {
    Turn turn;
    turn.command = random_command(dice, scene, state, now);
    const std::uint64_t roll = dice.below(100);
    if (state.status == CaseStatus::none || roll < 50) {
        return turn;
    }
    if (roll < 75) {
        const std::uint64_t length = 1 + dice.below(dice.one_in(3) ? 6000 : 400);
        turn.tick = now + minutes(length);
        for (std::size_t parts = dice.below(4); parts > 0; --parts) {
            turn.between.push_back(now + minutes(dice.below(length)));
        }
        std::ranges::sort(turn.between);
        return turn;
    }
    if (roll < 87) {
        turn.calendar = dice.below(world.calendars.size());
        turn.command.action = RecomputeCase{};
        return turn;
    }
    turn.version = dice.below(world.versions.size());
    turn.command.action = random_migration(dice, scene, world.versions[turn.version]->sop(), state);
    turn.command.reason = dice.one_in(15) ? " " : "revisi SOP";
    return turn;
}

std::string line_of(const Turn& turn, Zone zone) {
    if (turn.tick) {
        return "tick " + text(*turn.tick, zone);
    }
    std::string line = line_of(turn.command, zone);
    if (const auto* migrate = std::get_if<MigrateCase>(&turn.command.action)) {
        line += " to version " + std::to_string(turn.version);
        for (const auto& [from, to] : migrate->steps) {
            line += " " + from + "=" + to;
        }
    }
    if (std::holds_alternative<RecomputeCase>(turn.command.action)) {
        line += " by calendar " + std::to_string(turn.calendar);
    }
    return line;
}

std::string lines_of(const World& world) {
    std::string all;
    for (const std::shared_ptr<const ReadySop>& each : world.versions) {
        all += flows_of(each->sop()) + "\n";
    }
    for (const OverrunRule& rule :
         world.policy ? world.policy->rules() : std::vector<OverrunRule>{}) {
        all += "rule " + std::string(name(rule.when)) + " " + std::string(name(rule.side)) + " " +
               rule.waktu + " " + std::string(name(rule.what)) + " " + rule.pelaksana + " " +
               rule.person + (rule.steps.empty() ? "" : " of step 1") + "\n";
    }
    return all + (world.scene.roster ? "(roster)" : "");
}

} // namespace tertib::test
