// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/plan/receipt.hpp"

#include "time/date_text.hpp"

#include <algorithm>
#include <vector>

namespace tertib {

namespace {

std::optional<LocalDay> day_of(const PlannedRun& run, Zone zone) {
    const bool timed = std::ranges::any_of(
        run.visits, [](const PlannedVisit& visit) { return !visit.open && !visit.skipped; });
    if (run.stuck || !timed) {
        return std::nullopt;
    }
    return local_day(run.finish, zone);
}

/// The steps on the way of the main or the worst run whose waktu names no time, in order.
std::vector<std::string> open_on_the_way(const Plan& plan, const Sop& sop) {
    std::vector<bool> open(sop.steps().size(), false);
    for (const PlannedRun* run : {&plan.main, &plan.worst}) {
        for (const PlannedVisit& visit : run->visits) {
            open[visit.step] = open[visit.step] || visit.open;
        }
    }
    std::vector<std::string> keys;
    for (std::size_t i = 0; i < open.size(); ++i) {
        if (open[i]) {
            keys.push_back(sop.steps()[i].key);
        }
    }
    return keys;
}

} // namespace

ReceiptDates receipt_dates(const Plan& plan) {
    return {.likely = day_of(plan.main, plan.zone), .latest = day_of(plan.worst, plan.zone)};
}

std::string receipt_text(const Plan& plan, const Sop& sop, Language language) {
    const ReceiptDates dates = receipt_dates(plan);
    const auto words = [language](std::optional<LocalDay> day) {
        return day ? long_date(*day, language) : text_of("PLAN-RECEIPT/unknown", language);
    };
    const std::vector<Argument> days{{"likely", words(dates.likely)},
                                     {"latest", words(dates.latest)}};
    std::string text = text_of("PLAN-RECEIPT", language, days);
    std::string keys;
    for (const std::string& key : open_on_the_way(plan, sop)) {
        keys += (keys.empty() ? "" : ", ") + key;
    }
    if (!keys.empty()) {
        text +=
            " " + text_of("PLAN-RECEIPT/open", language, std::vector<Argument>{{"steps", keys}});
    }
    if (!plan.repeating.empty() && plan.rounds > 0) {
        const std::vector<Argument> rounds{{"rounds", std::to_string(plan.rounds)}};
        text += " " + text_of("PLAN-RECEIPT/rounds", language, rounds);
    }
    if (!plan.every_outcome) {
        text += " " + text_of("PLAN-RECEIPT/tried", language);
    }
    return text;
}

} // namespace tertib
