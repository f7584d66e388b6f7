// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/check/check_plan.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tertib {

/// Which versions may be, and which surely are, in force on a day.
struct InForce {
    CheckVerdict verdict = CheckVerdict::undecidable; ///< satisfied: one surely is; violated: none
    /// The one that is, or the only one that may be; nothing where none or several may be.
    std::optional<std::uint32_t> version;
};

/// When the versions of an SOP are in force: from the Tanggal Berlaku (of which often only the
/// month is known) until the day before the next one's, or until it was withdrawn. A draft is never
/// in force. Days count from 1970. Immutable; any thread.
class VersionPeriods {
public:
    explicit VersionPeriods(std::span<const CheckVersion> versions);

    /// On a day from `first` to `last`.
    [[nodiscard]] InForce on(std::int64_t first, std::int64_t last) const;

private:
    /// In force surely from `sure_from` to `sure_until`, possibly from `from` to `until`.
    struct Period {
        std::int64_t from = INT64_MIN;
        std::int64_t sure_from = INT64_MAX;
        std::int64_t sure_until = INT64_MAX;
        std::int64_t until = INT64_MAX;
        bool draft = false;
    };
    [[nodiscard]] static Period period_of(const CheckVersion& version);
    void end_where_next_begins();

    std::vector<Period> periods_;
};

} // namespace tertib
