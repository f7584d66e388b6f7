// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/case_docket.hpp"
#include "check/case_scene.hpp"
#include "check/flow_verdict.hpp"
#include "check/ready_times.hpp"
#include "check/time_judge.hpp"

#include <cstdint>
#include <vector>

namespace tertib {

/// The checks of one case that are about time: LATE-STEP, LATE-CASE, LATE-PATH, OVERDUE,
/// OUT-OF-HOURS, and since when INCOMPLETE's steps are owed. For one version and one thread.
class CaseTimes {
public:
    CaseTimes(const CheckPlan::Data& plan, const VersionPlan& version, const TimeJudge& times);

    /// Goes through the rows: LATE-STEP, OUT-OF-HOURS, and what is counted of steps.
    void judge_rows(const CaseScene& scene, CaseDocket& docket, std::vector<StepCounts>& counts);
    /// What the whole case tells, once the rows are judged and its flow is known.
    void judge_case(const CaseScene& scene, const FlowVerdict& flow, CaseDocket& docket);

private:
    void expect_runs(const CaseScene& scene);
    void judge_hours(const CaseScene& scene, std::size_t place, CaseDocket& docket) const;
    [[nodiscard]] CheckVerdict judge_step(const CaseScene& scene, std::size_t place,
                                          CaseDocket& docket, StepCounts& counts);
    void count_work(const CheckStamp& from, const CheckStamp& until, StepCounts& counts) const;
    [[nodiscard]] CheckStamp clock_of(const CaseScene& scene) const;
    void judge_whole(const CaseScene& scene, CaseEnd end, CaseDocket& docket) const;
    void judge_path(const CaseScene& scene, CaseEnd end, CaseDocket& docket);
    [[nodiscard]] std::int64_t path_limit(const CaseScene& scene);
    void judge_overdue(const CaseScene& scene, const FlowVerdict& flow, CaseDocket& docket);
    [[nodiscard]] TimeAnswer judge_waiting(const CaseScene& scene, std::uint32_t step);
    void judge_complete(const FlowVerdict& flow, CaseDocket& docket);

    const CheckPlan::Data* plan_;
    const VersionPlan* version_;
    const TimeJudge* times_;
    ReadyTimes ready_;
    ReadyTimes due_; ///< the same of a case that takes all the time that it may
    StepSet seen_;   ///< steps that the case at hand has run
};

} // namespace tertib
