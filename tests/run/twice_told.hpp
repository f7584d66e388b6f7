// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "run/random_turn.hpp"
#include "run/reference_case.hpp"
#include "tertib/run/decide.hpp"
#include "tertib/run/migration.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace tertib::test {

/// What is asked, or something that is wrong on purpose.
struct Asked {
    std::function<Judgement(const CaseContext&, const CaseState&, const Command&)> decide =
        [](const CaseContext& context, const CaseState& state, const Command& command) {
            return tertib::decide(context, state, command); // the office has a decide() too
        };
    std::function<std::vector<Event>(const CaseContext&, const CaseState&, Instant)> tick =
        tertib::tick;
};

/// One case told twice, by the library and by the book, with the clock, with calendars that change
/// and with versions of its Sop.
///
///     TwiceTold pair(world, {});
///     pair.take(turn);     // "", or what differs
class TwiceTold {
public:
    /// The world is borrowed and must outlive it.
    TwiceTold(const World& world, Asked asked);

    [[nodiscard]] std::string take(const Turn& turn);
    /// Whether the events alone make the same state again.
    [[nodiscard]] std::string replay() const;

    [[nodiscard]] const Scene& scene() const { return scene_; }
    [[nodiscard]] const CaseState& state() const { return state_; }
    [[nodiscard]] const std::optional<Finding>& refusal() const { return refusal_; }
    /// What the last turn brought.
    [[nodiscard]] const std::vector<Event>& events() const { return events_; }

private:
    [[nodiscard]] CaseContext context() const;
    [[nodiscard]] std::string ask(const Turn& turn);
    [[nodiscard]] std::string tick(const Turn& turn);
    [[nodiscard]] CaseState applied(CaseState state, const std::vector<Event>& events) const;
    [[nodiscard]] std::string compared() const;
    [[nodiscard]] std::string compare_plan(const CaseContext& context, const Turn& turn,
                                           const Judgement& answer) const;

    const World& world_;
    Asked asked_;
    Scene scene_;
    ReferenceCase book_;
    CaseState state_;
    std::optional<Finding> refusal_;
    std::vector<Event> events_;
    std::string untold_; ///< what the dry run of the last turn told wrongly
    std::vector<Event> journal_;
};

/// What a plan to migrate tells wrongly of what it does to a case, "" if nothing.
[[nodiscard]] std::string untold(const MigrationPlan& plan, const CaseState& before, const Sop& old,
                                 const CaseState& after, const Sop& next);

} // namespace tertib::test
