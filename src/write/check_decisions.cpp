// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "write/check_decisions.hpp"

#include "tertib/check/evidence_text.hpp"

#include <algorithm>

namespace tertib {
namespace {

std::optional<LocalDay> day_after(const CheckReport& report, int count) {
    const std::optional<Instant> now = report.plan().options().now;
    if (!now) {
        return std::nullopt;
    }
    return working_days_after(report.plan().calendar(), local_day(*now, report.head().zone), count);
}

const Identity& identity_of(const CheckReport& report, std::uint32_t version) {
    return report.plan().sop(version).identity();
}

/// The post that put an SOP in force, else the unit whose it is, else whoever keeps the SOP.
std::string owner_of(const CheckReport& report, std::uint32_t version, Language language) {
    const Identity& identity = identity_of(report, version);
    if (identity.disahkan && !identity.disahkan->jabatan.empty()) {
        return identity.disahkan->jabatan;
    }
    if (identity.unit_kerja.empty()) {
        return text_of("UI-REPORT-OWNER", language);
    }
    // From the highest office down: the first line is whose unit it is, and a unit's name may go on
    // in the next line.
    std::string unit;
    for (std::size_t i = identity.unit_kerja.size() > 1 ? 1 : 0; i < identity.unit_kerja.size();
         ++i) {
        unit += (unit.empty() ? "" : " ") + identity.unit_kerja[i];
    }
    return unit;
}

/// The step with the most cases of a check, or nullptr.
const StepFigures* worst_step(std::span<const StepFigures> steps, CheckCode code) {
    const auto most = std::ranges::max_element(
        steps, {}, [code](const StepFigures& each) { return each.of(code); });
    return most == steps.end() || most->of(code) == 0 ? nullptr : &*most;
}

/// Up to three cases that are longest past the deadline of a step.
std::string longest_open(const CheckReport& report, const StepFigures& step, Language language) {
    std::vector<const Evidence*> late;
    for (const Evidence& each : report.part().evidence) {
        if (each.code == CheckCode::overdue && each.verdict == CheckVerdict::violated &&
            each.waiver == 0 && each.version == step.version && each.step == step.step) {
            late.push_back(&each);
        }
    }
    const std::size_t shown = std::min<std::size_t>(3, late.size());
    std::ranges::sort(late, [](const Evidence* a, const Evidence* b) {
        if (a->late_work != b->late_work) {
            return a->late_work > b->late_work;
        }
        return a->late_days != b->late_days ? a->late_days > b->late_days : comes_before(*a, *b);
    });
    std::string all;
    for (std::size_t i = 0; i < shown; ++i) {
        all += all.empty() ? "" : ", ";
        all += report.log().cases().text(late[i]->case_number);
        all += " (" + lateness_text(*late[i], language) + ")";
    }
    return all;
}

std::optional<CheckDecision> overdue(const CheckReport& report, std::span<const StepFigures> steps,
                                     Language language) {
    const StepFigures* worst = worst_step(steps, CheckCode::overdue);
    if (worst == nullptr) {
        return std::nullopt;
    }
    const Sop& sop = report.plan().sop(worst->version);
    const Step& step = sop.steps()[worst->step];
    const std::string who = pelaksana_of(sop, step);
    const std::vector<Argument> arguments = {
        {"count", std::to_string(unwaived(report.of(CheckCode::overdue).counts))},
        {"step", step.key},
        {"uraian", step.uraian},
        {"cases", longest_open(report, *worst, language)}};
    return CheckDecision{.what = text_of("UI-REPORT-DECIDE-OVERDUE", language, arguments),
                         .who = who.empty() ? owner_of(report, worst->version, language) : who,
                         .day = day_after(report, 1)};
}

std::optional<CheckDecision> violated(const CheckReport& report, std::span<const StepFigures> steps,
                                      Language language) {
    const ReportCheck* worst = nullptr;
    for (const ReportCheck& each : report.checks()) {
        if (each.code == CheckCode::overdue || !matters(each.code) || unwaived(each.counts) == 0) {
            continue;
        }
        if (worst == nullptr || severity(each.code) > severity(worst->code) ||
            (severity(each.code) == severity(worst->code) &&
             unwaived(each.counts) > unwaived(worst->counts))) {
            worst = &each;
        }
    }
    if (worst == nullptr) {
        return std::nullopt;
    }
    std::vector<Argument> arguments = {{"title", title_of(worst->code, language)},
                                       {"count", std::to_string(unwaived(worst->counts))}};
    const StepFigures* step = worst_step(steps, worst->code);
    const std::uint32_t version = step == nullptr ? 0 : step->version;
    if (step != nullptr) {
        const Step& named = report.plan().sop(version).steps()[step->step];
        arguments.push_back({"step", named.key});
        arguments.push_back({"uraian", named.uraian});
    }
    return CheckDecision{.what = text_of(step == nullptr ? "UI-REPORT-DECIDE-VIOLATED/whole"
                                                         : "UI-REPORT-DECIDE-VIOLATED",
                                         language, arguments),
                         .who = owner_of(report, version, language),
                         .day = day_after(report, 5)};
}

std::optional<CheckDecision> unjudged(const CheckReport& report, Language language) {
    const ReportCheck* worst = nullptr;
    const auto lacking = [](const ReportCheck& each) {
        return each.counts.of(CheckVerdict::undecidable);
    };
    for (const ReportCheck& each : report.checks()) {
        if (each.state != CheckState::off && matters(each.code) && lacking(each) > 0 &&
            (worst == nullptr || lacking(each) > lacking(*worst))) {
            worst = &each;
        }
    }
    if (worst == nullptr) {
        return std::nullopt;
    }
    const std::size_t asked = report.checks_asked();
    std::vector<Argument> arguments = {{"title", title_of(worst->code, language)},
                                       {"count", std::to_string(lacking(*worst))},
                                       {"unjudged", std::to_string(asked - report.checks_judged())},
                                       {"asked", std::to_string(asked)}};
    std::string what = text_of(report.checks_judged() < asked ? "UI-REPORT-DECIDE-UNJUDGED"
                                                              : "UI-REPORT-DECIDE-UNJUDGED/cases",
                               language, arguments);
    if (worst->missing != CheckMissing::nothing) {
        const std::string code = "CHECK-UNDECIDABLE/" + std::string(name(worst->missing));
        what += " " + text_of(code, language);
    }
    return CheckDecision{.what = std::move(what),
                         .who = owner_of(report, 0, language),
                         .day = day_after(report, 10)};
}

} // namespace

std::vector<CheckDecision> decisions_of(const CheckReport& report,
                                        std::span<const StepFigures> steps, Language language) {
    std::vector<CheckDecision> all;
    for (std::optional<CheckDecision> each :
         {overdue(report, steps, language), violated(report, steps, language),
          unjudged(report, language)}) {
        if (each) {
            all.push_back(std::move(*each));
        }
    }
    return all;
}

std::optional<LocalDay> working_days_after(const Calendar& calendar, LocalDay day, int count) {
    for (int tried = 0; tried < 730 && day < last_day; ++tried) {
        day += std::chrono::days{1};
        if (!calendar.day(day).hours.empty() && --count <= 0) {
            return day;
        }
    }
    return std::nullopt;
}

} // namespace tertib
