// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/run/decide.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// Whether a command would be done now.
enum class Chance : std::uint8_t {
    possible,
    wanting, ///< yes, once what its refusal asks for is supplied: a reason, an outcome …
    refused,
};

/// A button for a screen: a verb, and why it can't be pressed, or what must be filled in with it.
struct Option {
    std::string_view verb;
    Chance chance = Chance::possible;
    std::optional<Finding> refusal;
    /// The outcomes that are drawn (complete, skip), or the steps to which work may go back
    /// (return).
    std::vector<std::string> choices;

    friend bool operator==(const Option&, const Option&) = default;
};

/// Why an open task is where it is.
struct TaskReason {
    TaskId task;
    std::string uraian;
    TaskState state = TaskState::ready;
    std::string holder;                 ///< "" if nobody has it
    std::vector<std::string> pelaksana; ///< who may do it
    Instant since{};
    std::optional<Instant> due;
    std::optional<Instant> waiting_since;
    std::vector<std::string> missing; ///< kelengkapan that earlier steps owe
    std::vector<Option> options;

    friend bool operator==(const TaskReason&, const TaskReason&) = default;
};

/// Why a case is where it is, as one person sees it.
struct Why {
    std::string case_id;
    Actor by;      ///< who asked
    Instant now{}; ///< when
    CaseStatus status = CaseStatus::none;
    std::vector<TaskReason> tasks;
    std::vector<std::string> parked; ///< steps or gateways whose work waits to meet others
    std::vector<Option> options;     ///< for the whole case

    friend bool operator==(const Why&, const Why&) = default;
};

/// Who holds the case, since when, what is missing, and which commands this person can give now.
/// Each answer is that of decide() itself, asked with as little as possible: a screen that shows
/// these buttons never offers what would be refused. recompute and migrate are among them where the
/// context names a newer calendar, another version. Pure; it asks some thirty commands, so it is
/// for looking at one case.
[[nodiscard]] Why why(const CaseContext& context, const CaseState& state, const Actor& by,
                      Instant now);

/// "possible", "wanting", "refused"
[[nodiscard]] std::string_view name(Chance chance) noexcept;

} // namespace tertib
