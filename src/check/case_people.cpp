// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "check/case_people.hpp"

namespace tertib {
namespace {

[[nodiscard]] bool is_known(const CheckRow& row) noexcept {
    return row.person != 0 && !has(row.doubt, RowDoubt::person);
}

} // namespace

CasePeople::CasePeople(const CheckPlan::Data& plan, const VersionPlan& version,
                       const TimeJudge& times)
    : version_(&version),
      times_(&times),
      posts_(plan, version) {}

void CasePeople::judge(const CaseScene& scene, CaseDocket& docket) {
    for (std::size_t place = 0; place < scene.size(); ++place) {
        if (scene.step(place) != no_step) {
            judge_row(scene, place, docket);
        }
    }
    for (const StepSet& steps : version_->four_eyes) {
        judge_four_eyes(scene, steps, docket);
    }
}

PostAnswer CasePeople::post_of(const CheckRow& row, std::uint32_t step) {
    if (row.person == 0) {
        return {.missing = CheckMissing::person};
    }
    if (has(row.doubt, RowDoubt::person)) {
        return {.missing = CheckMissing::reliable};
    }
    if (version_->steps[step].unassigned) {
        return {.missing = CheckMissing::pelaksana};
    }
    const CheckStamp& when = row.complete.known() ? row.complete : row.start;
    if (!when.known()) {
        return {.missing = CheckMissing::stamp};
    }
    const std::int64_t first = times_->day_of(when.first);
    const std::int64_t last = when.exact() ? first : times_->day_of(when.last);
    return posts_.answer(row.person, row.post, step, first, last);
}

void CasePeople::judge_row(const CaseScene& scene, std::size_t place, CaseDocket& docket) {
    constexpr CheckCode code = CheckCode::pelaksana;
    const std::uint32_t step = scene.step(place);
    if (version_->steps[step].outside) {
        return;
    }
    const CheckRow& row = scene.row(place);
    const PostAnswer answer = post_of(row, step);
    if (answer.verdict == CheckVerdict::satisfied) {
        docket.say(code, answer.verdict);
        return;
    }
    docket.tell({.code = code,
                 .verdict = answer.verdict,
                 .missing = answer.missing,
                 .step = step,
                 .row = row.row,
                 .activity = row.activity,
                 .person = row.person,
                 .seen = row.complete.known() ? row.complete : row.start});
}

void CasePeople::judge_four_eyes(const CaseScene& scene, const StepSet& steps,
                                 CaseDocket& docket) const {
    constexpr CheckCode code = CheckCode::four_eyes;
    for (std::size_t a = 0; a < scene.size(); ++a) {
        if (scene.step(a) == no_step || !steps.contains(scene.step(a))) {
            continue;
        }
        for (std::size_t b = a + 1; b < scene.size(); ++b) {
            if (scene.step(b) == no_step || !steps.contains(scene.step(b)) ||
                scene.step(b) == scene.step(a)) {
                continue;
            }
            const CheckRow& first = scene.row(a);
            const CheckRow& second = scene.row(b);
            const Evidence evidence{.code = code,
                                    .step = scene.step(b),
                                    .row = second.row,
                                    .other_step = scene.step(a),
                                    .other_row = first.row,
                                    .activity = second.activity,
                                    .person = second.person,
                                    .seen = second.complete};
            if (!is_known(first) || !is_known(second)) {
                const bool named = first.person != 0 && second.person != 0;
                docket.undecided(code, named ? CheckMissing::reliable : CheckMissing::person,
                                 evidence);
            } else if (first.person == second.person) {
                docket.tell(evidence);
            } else {
                docket.say(code, CheckVerdict::satisfied);
            }
        }
    }
}

} // namespace tertib
