// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/check/check_part.hpp"
#include "tertib/check/check_plan.hpp"
#include "tertib/check/check_row.hpp"

#include <memory>

namespace tertib {

/// Checks cases one by one, in any order, and keeps what it found.
///
///     CaseJudge judge(plan);
///     for (const CheckCase& each : cases) judge.take(each);
///     CheckPart part = judge.finish();
///
/// Cases may be spread over several judges of one plan, on as many threads, and their parts merged
/// (check/check_part.hpp): the result is the same. Nothing is allocated for a case that is in order
/// once the judge has seen a few. A judge is for one thread at a time.
class CaseJudge {
public:
    explicit CaseJudge(CheckPlan plan);
    CaseJudge(const CaseJudge&) = delete;
    CaseJudge& operator=(const CaseJudge&) = delete;
    CaseJudge(CaseJudge&& other) noexcept;
    CaseJudge& operator=(CaseJudge&& other) noexcept;
    ~CaseJudge();

    /// Judges a case, all of it at once; what it borrows is not kept. Throws Error(argument) for
    /// documents that aren't as many as the rows.
    void take(const CheckCase& given);
    /// All that was found since the last finish. Throws Error(argument) if a case's number was
    /// taken twice.
    [[nodiscard]] CheckPart finish();

private:
    struct Work; // src/check/case_judge.cpp
    std::unique_ptr<Work> work_;
};

} // namespace tertib
