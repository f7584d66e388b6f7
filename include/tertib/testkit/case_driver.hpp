// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/model/overlay.hpp"
#include "tertib/model/roster.hpp"
#include "tertib/store/store.hpp"
#include "tertib/testkit/case_path.hpp"
#include "tertib/testkit/test_clock.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// How a step is done where it isn't done as usual.
struct StepOrders {
    std::optional<Actor> by; ///< nothing: somebody who may, found by the driver
    std::optional<std::vector<std::string>> produk; ///< delivered; nothing: all that the step names
    std::optional<std::string> target;              ///< for an outcome that isn't drawn
    std::vector<std::string> missing;
    std::string excuse; ///< "": DriverOptions::excuse where a kelengkapan is owed
    std::string result;
    std::string reason;
    std::string dasar;
    std::optional<Instant> at; ///< when it happened; nothing: now

    friend bool operator==(const StepOrders&, const StepOrders&) = default;
};

/// What a hook is told: an item of a path that is being done, or has been.
struct DrivenStep {
    std::string case_id;
    std::string step; ///< "start", or a step's key
    std::string outcome;
    Actor by;
    Instant now{};
    std::vector<Event> events; ///< that were written; none before the step

    friend bool operator==(const DrivenStep&, const DrivenStep&) = default;
};
using StepHook = std::function<void(const DrivenStep&)>;

struct DriverOptions {
    std::optional<Overlay> overlay; ///< added to the Sop
    /// Given to the store, and asked who holds a post on the day.
    std::shared_ptr<const Roster> roster;
    /// Said where a step is completed without a kelengkapan that an earlier step owes, as on a path
    /// past the step that makes it; "": that is refused.
    std::string excuse;
};

/// Walks cases of one Sop along given paths, as the people of an office would, so that a portal's
/// own code can be tried against them.
///
///     TestClock clock(calendar_from_name("id5"), "2025-05-05T09:00");
///     Store store = test_store();
///     CaseDriver driver(store, clock, sop);
///     driver.after_step([&](const DrivenStep& step) { portal.on_step(step); });
///     driver.walk("K-1", {"1", "2=Setuju", "3"});
///
/// Each step is completed by somebody of its pelaksana (the holder, if it is claimed; each of them
/// in turn, where all must), with all of its produk; where a step is open more than once, the task
/// that came first. Cases run by the clock's calendar; the clock moves only where the test moves
/// it, in a hook too. A refusal that nobody asked for is an Error(argument) which names case, step,
/// command and code.
///
/// Borrows the store and the clock. For one thread at a time.
class CaseDriver {
public:
    /// Registers the Sop and the calendar. Throws Error(argument) for an Sop that can't be run, and
    /// for an overlay with an entry that fits nothing.
    CaseDriver(Store& store, TestClock& clock, const Sop& sop, DriverOptions options = {});

    /// Called before and after each step that the driver does (also "start"), in the order given.
    void before_step(StepHook hook) { before_.push_back(std::move(hook)); }
    void after_step(StepHook hook) { after_.push_back(std::move(hook)); }

    /// Starts the case, or does one item of a path; orders.by for a task that all must complete: by
    /// this one alone. The events that were written.
    std::vector<Event> start(const std::string& case_id, const StartCase& action = {},
                             const StepOrders& orders = {});
    std::vector<Event> complete(const std::string& case_id, std::string_view item,
                                const StepOrders& orders = {});
    /// Does every item of the path, the first after starting the case if it isn't there; `last` is
    /// for the last one. Where the case stands then.
    CaseState walk(const std::string& case_id, const CasePath& path, const StepOrders& last = {});

    /// Any other command, by somebody who may as far as the driver can tell. No hooks are called.
    std::vector<Event> act(const std::string& case_id, Action action,
                           const StepOrders& orders = {});
    /// The same where a refusal is an answer: for testing what is refused.
    [[nodiscard]] Reply ask(const std::string& case_id, Action action,
                            const StepOrders& orders = {});

    /// Throws Error(argument) if there is no such case.
    [[nodiscard]] CaseState state(const std::string& case_id) const;
    /// The Sop that the cases run by, with the overlay.
    [[nodiscard]] const Sop& sop() const noexcept { return sop_->sop(); }

private:
    [[nodiscard]] Command command(const std::string& case_id, Action action,
                                  const StepOrders& orders) const;
    [[nodiscard]] Reply submit(Command command);
    [[nodiscard]] std::vector<Event> done(const Command& command, const std::string& item);
    [[nodiscard]] Actor actor_for(const std::string& case_id, const TaskName& task) const;
    [[nodiscard]] Actor holder_of(const std::vector<std::string>& posts) const;
    [[nodiscard]] std::string post_of(const std::string& person,
                                      const std::vector<std::string>& posts) const;
    [[nodiscard]] const Task* find_task(const CaseState& state, const TaskName& task) const;
    [[nodiscard]] std::vector<Event> one_post(const std::string& case_id, const PathItem& item,
                                              const StepOrders& orders);
    [[nodiscard]] CompleteTask completion(const std::string& case_id, const PathItem& item,
                                          const StepOrders& orders) const;

    Store* store_;
    TestClock* clock_;
    DriverOptions options_;
    std::shared_ptr<const ReadySop> sop_;
    std::vector<StepHook> before_;
    std::vector<StepHook> after_;
};

} // namespace tertib
