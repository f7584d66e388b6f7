// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/sim/deviation.hpp"
#include "tertib/time/instant.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// Why a check must find something: it was planted there, it follows from what was planted in the
/// same case (a step that is late may make its case late), or the SOP itself makes it so.
enum class TruthReason : std::uint8_t { planted, follows, sop };

/// One check that must be violated in one case.
struct TruthEntry {
    std::string of_case; ///< its id; "*": every case that is judged by the SOP
    std::string step;    ///< key; "" where the check is of the case as a whole, or of no step
    Deviation code{};
    TruthReason reason = TruthReason::planted;

    friend bool operator==(const TruthEntry&, const TruthEntry&) = default;
};

/// All that a check of a generated log must find violated, and nothing else: `tertib.truth/1`
/// (docs/schema/truth.json). A plain value, in the order of the cases.
///
/// What isn't violated may still be undecidable, as it would be for the same cases in life: a step
/// without pelaksana, an outcome that isn't drawn.
struct Truth {
    std::string sop_digest;
    std::uint64_t seed = 0;
    Instant now{}; ///< the moment to check at
    std::vector<TruthEntry> entries;

    friend bool operator==(const Truth&, const Truth&) = default;
};

/// "planted", "follows", "sop"
[[nodiscard]] std::string_view name(TruthReason reason) noexcept;

} // namespace tertib
