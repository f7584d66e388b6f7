// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "run/random_case.hpp"
#include "run/reference_sop.hpp"
#include "tertib/run/overrun_policy.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tertib::test {

/// What a case may come to while it runs: versions of its Sop, calendars, and a policy for what
/// runs out of time.
struct World {
    Scene scene; ///< with the first version and the first calendar
    std::vector<std::shared_ptr<const ReadySop>> versions;
    std::vector<ReferenceSop> books; ///< of the versions
    std::vector<Calendar> calendars;
    std::optional<OverrunPolicy> policy;

    World() = default;
    World(World&&) = default;
    World& operator=(World&&) = default;
};

/// Calendars like it: with days off, and with a holiday that is worked.
[[nodiscard]] std::vector<Calendar> calendars_like(const Calendar& calendar);

[[nodiscard]] World random_world(Dice& dice, const std::vector<Calendar>& calendars);

/// One thing that is asked of a case: a command, or what the clock did.
struct Turn {
    Command command;
    std::optional<Instant> tick; ///< instead of the command
    std::vector<Instant>
        between;              ///< the moments at which the same may be asked in parts, ascending
    std::size_t version = 0;  ///< to come to: of a migration
    std::size_t calendar = 0; ///< to come to: of a recompute
};

/// Drawn for the case as it stands in the scene, a little after `now`.
[[nodiscard]] Turn random_turn(Dice& dice, const World& world, const Scene& scene,
                               const CaseState& state, Instant now);

/// One line to replay a turn by.
[[nodiscard]] std::string line_of(const Turn& turn, Zone zone);
/// The versions, and the rules of the policy.
[[nodiscard]] std::string lines_of(const World& world);

} // namespace tertib::test
