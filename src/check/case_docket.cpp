// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "check/case_docket.hpp"

namespace tertib {
namespace {

/// What is missing for every case alike is told once, by the report's head.
[[nodiscard]] bool for_all_cases(CheckMissing missing) noexcept {
    return missing == CheckMissing::column || missing == CheckMissing::now ||
           missing == CheckMissing::flow || missing == CheckMissing::pengesahan;
}

} // namespace

void CaseDocket::open(std::uint32_t number) noexcept {
    verdicts_.fill(CheckVerdict::not_applicable);
    unwaived_ = sensitive_ = undecided_ = 0;
    number_ = number;
    version_ = 0;
}

void CaseDocket::say_of_all_others(CheckVerdict verdict, CheckMissing missing) {
    for (std::size_t i = 0; i < check_code_count; ++i) {
        if (check_code_at(i) == CheckCode::not_in_force) {
            continue;
        }
        if (verdict == CheckVerdict::undecidable) {
            undecided(check_code_at(i), missing);
        } else {
            say(check_code_at(i), verdict);
        }
    }
}

void CaseDocket::undecided(CheckCode code, CheckMissing missing, Evidence evidence) {
    evidence.code = code;
    evidence.verdict = CheckVerdict::undecidable;
    evidence.missing = missing;
    tell(evidence);
}

std::uint32_t CaseDocket::waiver_for(const Evidence& evidence) const {
    for (const std::uint32_t place : plan_->waivers[position(evidence.code)]) {
        const CheckWaiver& waiver = plan_->options.waivers[place];
        if (waiver.case_number && *waiver.case_number != number_) {
            continue;
        }
        if (waiver.waiver.steps.empty() ||
            (evidence.step != no_step &&
             plan_->waived_steps[place][version_].contains(evidence.step))) {
            return place + 1;
        }
    }
    return 0;
}

void CaseDocket::tell(Evidence evidence) {
    const std::uint32_t bit = 1U << position(evidence.code);
    say(evidence.code, evidence.verdict);
    evidence.case_number = number_;
    evidence.version = version_;
    if (evidence.sensitive == CalendarSensitive::yes) {
        sensitive_ |= bit;
    }
    if (evidence.verdict == CheckVerdict::violated) {
        evidence.waiver = waiver_for(evidence);
        unwaived_ |= evidence.waiver == 0 ? bit : 0U;
    } else {
        if ((undecided_ & bit) != 0 || for_all_cases(evidence.missing)) {
            return;
        }
        undecided_ |= bit;
    }
    part_->evidence.push_back(evidence);
}

void CaseDocket::share(CheckCode code) {
    say(code, CheckVerdict::violated);
    unwaived_ |= waiver_for({.code = code}) == 0 ? 1U << position(code) : 0U;
}

void CaseDocket::close(CaseEnd end, std::int64_t began, std::int64_t ended) {
    CaseVerdicts verdicts{
        .number = number_, .version = version_, .end = end, .began = began, .ended = ended};
    unsigned waived = 0;
    for (std::size_t i = 0; i < check_code_count; ++i) {
        CheckCounts& counts = part_->checks[i];
        const CheckVerdict verdict = verdicts_[i];
        ++counts.cases[static_cast<std::size_t>(verdict)];
        verdicts.verdicts |= static_cast<std::uint32_t>(verdict) << (2 * i);
        const bool excused = verdict == CheckVerdict::violated && ((unwaived_ >> i) & 1U) == 0;
        waived |= (excused ? 1U : 0U) << i;
        counts.waived += excused ? 1 : 0;
        counts.sensitive += (sensitive_ >> i) & 1U;
    }
    verdicts.waived = static_cast<std::uint16_t>(waived);
    part_->verdicts.push_back(verdicts);
    ++part_->cases;
}

} // namespace tertib
