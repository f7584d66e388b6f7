// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/check/check_report.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace tertib {

/// What of a report speaks of one step of one version, in cases; waived ones are left out.
struct StepFigures {
    std::uint32_t version = 0;
    std::uint32_t step = 0;
    std::array<std::uint64_t, check_code_count> violated{};
    std::uint64_t open = 0; ///< cases in which it is owed: INCOMPLETE, or OVERDUE

    [[nodiscard]] std::uint64_t of(CheckCode code) const noexcept {
        return violated[position(code)];
    }
    /// Of checks that matter: of severity warning or error.
    [[nodiscard]] std::uint64_t weight() const;
};

/// Of the steps that evidence names, by version and step.
[[nodiscard]] std::vector<StepFigures> step_figures(const CheckReport& report);

/// Cases that came out violated without being waived.
[[nodiscard]] std::uint64_t unwaived(const CheckCounts& counts) noexcept;

/// Whether a check's coming out violated asks for something: not for info.
[[nodiscard]] bool matters(CheckCode code);

/// The names of a step's pelaksana, each once; "" if none is known.
[[nodiscard]] std::string pelaksana_of(const Sop& sop, const Step& step);

/// Who waits until a step is done: the pelaksana of the steps that the flow leads to, or "" for
/// those the office serves.
[[nodiscard]] std::string waiting_for(const Sop& sop, std::uint32_t step);

/// "Waktu baku langkah": what a check looks at, in few words.
[[nodiscard]] std::string title_of(CheckCode code, Language language);

} // namespace tertib
