// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/plan_data.hpp"
#include "tertib/check/check_part.hpp"

#include <array>
#include <cstdint>

namespace tertib {

/// Takes down what the checks of one case find, and counts it when the case is closed: so each check
/// has exactly one verdict a case. Of what is violated everything is kept; of what is undecidable the
/// first of each check, unless the same is missing for all cases.
class CaseDocket {
public:
    CaseDocket(const CheckPlan::Data& plan, CheckPart& part) : plan_(&plan), part_(&part) {}

    void open(std::uint32_t number) noexcept;
    void judge_by(std::uint32_t version) noexcept { version_ = version; }
    [[nodiscard]] std::uint32_t version() const noexcept { return version_; }

    /// A verdict that needs no evidence.
    void say(CheckCode code, CheckVerdict verdict) noexcept {
        CheckVerdict& own = verdicts_[position(code)];
        own = weightier(own, verdict);
    }
    /// Every check that isn't decided yet.
    void say_of_all_others(CheckVerdict verdict, CheckMissing missing);
    void undecided(CheckCode code, CheckMissing missing, Evidence evidence = {});
    /// A violation or something undecidable; case, version and waiver are filled in.
    void tell(Evidence evidence);
    /// A violation that all cases of the version share: told once of the version, not of each case.
    void share(CheckCode code);
    void sensitive(CheckCode code) noexcept { sensitive_ |= 1U << position(code); }
    [[nodiscard]] CheckVerdict verdict(CheckCode code) const noexcept {
        return verdicts_[position(code)];
    }

    void close(CaseEnd end, std::int64_t began, std::int64_t ended);

private:
    [[nodiscard]] std::uint32_t waiver_for(const Evidence& evidence) const;

    const CheckPlan::Data* plan_;
    CheckPart* part_;
    std::array<CheckVerdict, check_code_count> verdicts_{};
    std::uint32_t unwaived_ = 0; ///< a bit a check: something of it isn't waived
    std::uint32_t sensitive_ = 0;
    std::uint32_t undecided_ = 0; ///< evidence of it is kept
    std::uint32_t number_ = 0;
    std::uint32_t version_ = 0;
};

} // namespace tertib
