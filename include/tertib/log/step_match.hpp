// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/finding.hpp"
#include "tertib/log/event_log.hpp"
#include "tertib/log/log_map.hpp"
#include "tertib/model/sop.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// What an activity of a log is to an SOP.
enum class ActivityMeaning : std::uint8_t {
    unknown, ///< matches no step
    step,
    left_out, ///< the map says that it is no step
    wait,     ///< stops the clock
    resume,   ///< lets it go on
};

/// By what an activity was matched.
enum class MatchBasis : std::uint8_t { none, map, number, text };

/// A step that an unknown activity may have meant.
struct StepCandidate {
    std::string step;    ///< its key
    double likeness = 0; ///< 0 … 1 (similarity of base/text.hpp)

    friend bool operator==(const StepCandidate&, const StepCandidate&) = default;
};

struct StepMatch {
    ActivityMeaning meaning = ActivityMeaning::unknown;
    MatchBasis basis = MatchBasis::none;
    std::string step;                   ///< the key, "" for none
    std::vector<StepCandidate> nearest; ///< of an unknown one: three at most, the likest first

    friend bool operator==(const StepMatch&, const StepMatch&) = default;
};

/// What one activity means: as the map says; else the step whose number it is ("3", "3.", "Langkah
/// 3", "3. Menelaah berkas"); else the step of the same text after folding. A number whose words are
/// another step's, and a text that several steps share, match nothing: never guessed. Throws
/// Error(argument) for a step of the map that the SOP lacks.
[[nodiscard]] StepMatch match_step(std::string_view activity, const Sop& sop, const LogMap& map);

/// The same for each activity of a log: at its code less 1.
[[nodiscard]] std::vector<StepMatch> match_steps(const EventLog& log, const Sop& sop,
                                                 const LogMap& map);

/// A finding LOG-ACTIVITY-UNKNOWN for each activity that matches nothing, with how often it comes
/// and the nearest steps.
[[nodiscard]] std::vector<Finding> unknown_activities(const EventLog& log,
                                                      const std::vector<StepMatch>& matches);

/// "unknown", "step", "no_step", "wait", "resume"; "none", "map", "number", "text".
[[nodiscard]] std::string_view name(ActivityMeaning meaning) noexcept;
[[nodiscard]] std::string_view name(MatchBasis basis) noexcept;

} // namespace tertib
