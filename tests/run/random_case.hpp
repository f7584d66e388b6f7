// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fault/dice.hpp"
#include "tertib/run/decide.hpp"
#include "tertib/time/calendar.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Random cases for tests: small sound Sops, and commands that mostly make sense. Every choice is
// drawn from the dice given, so a run is replayed from its seed on every machine.
namespace tertib::test {

/// The seed of the random tests of run: that in RC_PARAMS ("seed=7"), else a fixed one.
[[nodiscard]] std::uint64_t run_seed();

/// An Sop ready to run, with an office around it.
struct Scene {
    std::shared_ptr<const ReadySop> sop;
    const Calendar* calendar = nullptr;
    std::optional<Roster> roster;

    [[nodiscard]] CaseContext context() const {
        return {.sop = sop.get(), .calendar = calendar, .roster = roster ? &*roster : nullptr};
    }
};

/// A sound Sop of at most a dozen steps: sequences, decisions, loops, parallel parts with and
/// without gateways, steps of several pelaksana, optional ones, produk that later steps need.
[[nodiscard]] Scene random_scene(Dice& dice, const Calendar& calendar);

/// Another version of its Sop: other waktu, at times one more step before the end or another uraian.
[[nodiscard]] std::shared_ptr<const ReadySop> next_version(Dice& dice, const Scene& scene);

/// Monday, 5 May 2025, 09:00 WIB: when random cases begin.
[[nodiscard]] Instant first_moment();

/// Who may do the task at that moment: its holder, or somebody of one of its posts that still has
/// to. A task whose holder's name was erased has none.
[[nodiscard]] Actor actor_for(const Scene& scene, const Task& task, Instant at);

/// A command recorded a little after `now`; about one in ten is senseless.
[[nodiscard]] Command random_command(Dice& dice, const Scene& scene, const CaseState& state,
                                     Instant now);

/// "start>1 1>2:Ya": the flows.
[[nodiscard]] std::string flows_of(const Sop& sop);
/// One line to replay a command by.
[[nodiscard]] std::string line_of(const Command& command, Zone zone);
/// Several lines, all that a state holds.
[[nodiscard]] std::string lines_of(const CaseState& state, Zone zone);

} // namespace tertib::test
