// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/case_docket.hpp"
#include "check/case_scene.hpp"
#include "check/post_table.hpp"
#include "check/time_judge.hpp"

#include <cstddef>

namespace tertib {

/// The checks of one case that are about people: PELAKSANA and FOUR-EYES. For one version and one
/// thread.
class CasePeople {
public:
    CasePeople(const CheckPlan::Data& plan, const VersionPlan& version, const TimeJudge& times);

    void judge(const CaseScene& scene, CaseDocket& docket);

private:
    void judge_row(const CaseScene& scene, std::size_t place, CaseDocket& docket);
    [[nodiscard]] PostAnswer post_of(const CheckRow& row, std::uint32_t step);
    void judge_four_eyes(const CaseScene& scene, const StepSet& steps, CaseDocket& docket) const;

    const VersionPlan* version_;
    const TimeJudge* times_;
    PostTable posts_;
};

} // namespace tertib
