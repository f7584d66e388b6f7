// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/catalogue.hpp"
#include "tertib/plan/plan.hpp"

#include <optional>
#include <string>

namespace tertib {

/// The days that an applicant may be told when a file is received. Nothing where no day can be
/// told: the flow can't be finished, or no waktu on the way names a time.
///
///     Plan plan = make_plan(sop, office, received);
///     receipt_text(plan, sop, Language::id);
///     // "Perkiraan selesai: Kamis, 26 Juni 2025; paling lambat: Senin, 30 Juni 2025. …"
///
/// Plain values; any thread.
struct ReceiptDates {
    std::optional<LocalDay> likely; ///< the day on which the main run finishes
    std::optional<LocalDay> latest; ///< the day on which the worst run finishes

    friend bool operator==(const ReceiptDates&, const ReceiptDates&) = default;
};

[[nodiscard]] ReceiptDates receipt_dates(const Plan& plan);

/// The same as sentences to print on the receipt, with what the dates leave out: steps whose waktu
/// is open, the bound on repeats, outcomes that weren't tried. `sop` is the one that was planned.
[[nodiscard]] std::string receipt_text(const Plan& plan, const Sop& sop, Language language);

} // namespace tertib
