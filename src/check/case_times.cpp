// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "check/case_times.hpp"

#include <algorithm>
#include <optional>

namespace tertib {
namespace {

/// What the rows' evidence has in common.
[[nodiscard]] Evidence evidence_of(CheckCode code, const CheckRow& row, std::uint32_t step) {
    return {.code = code,
            .step = step,
            .row = row.row,
            .activity = row.activity,
            .person = row.person,
            .seen = row.complete};
}

void take(Evidence& evidence, const TimeAnswer& answer, const CheckStamp& from) {
    evidence.verdict = answer.verdict;
    evidence.missing = answer.missing;
    evidence.sensitive = answer.sensitive;
    evidence.due = answer.due;
    evidence.late_work = answer.late_work;
    evidence.late_days = answer.late_days;
    evidence.from = from;
}

/// Says a verdict, with evidence where there is something to tell.
void conclude(CaseDocket& docket, Evidence evidence, const TimeAnswer& answer,
              const CheckStamp& from) {
    if (answer.verdict < CheckVerdict::undecidable) {
        docket.say(evidence.code, answer.verdict);
        if (answer.sensitive == CalendarSensitive::yes) {
            docket.sensitive(evidence.code);
        }
        return;
    }
    take(evidence, answer, from);
    docket.tell(evidence);
}

} // namespace

CaseTimes::CaseTimes(const CheckPlan::Data& plan, const VersionPlan& version,
                     const TimeJudge& times)
    : plan_(&plan),
      version_(&version),
      times_(&times),
      ready_(version),
      due_(version),
      seen_(version.steps.size()) {}

void CaseTimes::judge_rows(const CaseScene& scene, CaseDocket& docket,
                           std::vector<StepCounts>& counts) {
    ready_.begin(scene.began());
    if (scene.known() == OrderKnown::coarse) {
        expect_runs(scene);
    }
    seen_.clear();
    for (std::size_t place = 0; place < scene.size(); ++place) {
        judge_hours(scene, place, docket);
        const std::uint32_t step = scene.step(place);
        const CheckRow& row = scene.row(place);
        if (step == no_step || CaseScene::only_begun(row)) {
            continue;
        }
        StepCounts& own = counts[step];
        ++own.runs;
        own.repeats += seen_.contains(step) ? 1 : 0;
        seen_.insert(step);
        const CheckVerdict verdict = judge_step(scene, place, docket, own);
        ++own.lateness[static_cast<std::size_t>(verdict)];
        if (row.complete.known()) {
            ready_.completed(step, row.complete);
        }
    }
}

/// Where stamps are coarse, what a row waited for may stand behind it in their order.
void CaseTimes::expect_runs(const CaseScene& scene) {
    for (const FlowRun& run : scene.runs()) {
        const CheckRow& row =
            scene.row(scene.place_of(static_cast<std::uint32_t>(&run - scene.runs().data())));
        if (row.complete.known() && !ready_.has_run(run.run.step)) {
            ready_.completed(run.run.step, row.complete);
        }
    }
}

void CaseTimes::judge_hours(const CaseScene& scene, std::size_t place, CaseDocket& docket) const {
    const std::uint32_t step = scene.step(place);
    const CheckRow& row = scene.row(place);
    if (step != no_step && version_->steps[step].outside) {
        return;
    }
    for (const CheckStamp* stamp : {&row.start, &row.complete}) {
        if (!stamp->known()) {
            continue;
        }
        const CheckVerdict verdict =
            has(row.doubt, RowDoubt::time) ? CheckVerdict::undecidable : times_->in_hours(*stamp);
        if (verdict == CheckVerdict::satisfied) {
            docket.say(CheckCode::out_of_hours, verdict);
            continue;
        }
        Evidence evidence = evidence_of(CheckCode::out_of_hours, row, step);
        evidence.seen = *stamp;
        evidence.verdict = verdict;
        if (verdict == CheckVerdict::undecidable) {
            evidence.missing =
                has(row.doubt, RowDoubt::time) ? CheckMissing::reliable : CheckMissing::precision;
        }
        docket.tell(evidence);
    }
}

CheckVerdict CaseTimes::judge_step(const CaseScene& scene, std::size_t place, CaseDocket& docket,
                                   StepCounts& counts) {
    const std::uint32_t step = scene.step(place);
    const CheckRow& row = scene.row(place);
    const StepRule& rule = version_->steps[step];
    const bool ready = plan_->options.measured_from == MeasuredFrom::ready;
    const CheckStamp from = ready ? ready_.ready(step, row.complete) : row.start;
    count_work(from, row.complete, counts);
    if (rule.outside || rule.allowed.kind == TimeAllowed::Kind::none) {
        return CheckVerdict::not_applicable;
    }
    const auto undecided = [&](CheckMissing missing) {
        docket.undecided(CheckCode::late_step, missing,
                         evidence_of(CheckCode::late_step, row, step));
        return CheckVerdict::undecidable;
    };
    if (!row.complete.known()) {
        return undecided(CheckMissing::stamp);
    }
    if (has(row.doubt, RowDoubt::time)) {
        return undecided(CheckMissing::reliable);
    }
    const TimeAnswer answer = times_->judge(
        rule.allowed, {.from = from, .until = row.complete, .stops = scene.given().stops});
    conclude(docket, evidence_of(CheckCode::late_step, row, step), answer, from);
    return answer.verdict;
}

void CaseTimes::count_work(const CheckStamp& from, const CheckStamp& until,
                           StepCounts& counts) const {
    if (!from.known() || !until.known() || !from.exact() || !until.exact()) {
        return;
    }
    constexpr std::int64_t second = 1'000'000;
    const std::int64_t work = times_->work_between(from.first, until.first);
    counts.work_seconds += static_cast<std::uint64_t>(work / second);
    if (counts.durations.empty()) {
        counts.durations.resize(duration_buckets);
    }
    ++counts.durations[duration_bucket(work / (60 * second))];
}

void CaseTimes::judge_case(const CaseScene& scene, const FlowVerdict& flow, CaseDocket& docket) {
    const CaseEnd end = flow.standing.end;
    judge_whole(scene, end, docket);
    judge_path(scene, end, docket);
    judge_overdue(scene, flow, docket);
    judge_complete(flow, docket);
}

/// When the whole case's clock started: where the applicant's own step comes first, when that was
/// completed.
CheckStamp CaseTimes::clock_of(const CaseScene& scene) const {
    for (std::size_t place = 0; place < scene.size(); ++place) {
        const std::uint32_t step = scene.step(place);
        if (step == no_step) {
            continue;
        }
        if (version_->steps[step].outside && scene.row(place).complete.known()) {
            return scene.row(place).complete;
        }
        break;
    }
    return scene.began();
}

void CaseTimes::judge_whole(const CaseScene& scene, CaseEnd end, CaseDocket& docket) const {
    constexpr CheckCode code = CheckCode::late_case;
    const TimeAllowed& whole = version_->whole;
    if (whole.kind == TimeAllowed::Kind::none) {
        return;
    }
    const CheckStamp from = clock_of(scene);
    CheckStamp until = scene.last_completion();
    const auto judged = [&] {
        return times_->judge(whole, {.from = from, .until = until, .stops = scene.given().stops});
    };
    TimeAnswer answer{.verdict = CheckVerdict::undecidable, .missing = CheckMissing::end};
    if (until.known()) {
        answer = judged();
    }
    const std::optional<Instant>& now = plan_->options.now;
    if (end == CaseEnd::open && answer.verdict != CheckVerdict::violated && now) {
        until.first = until.last = now->time_since_epoch().count();
        answer = judged();
    }
    if (end != CaseEnd::ended && answer.verdict == CheckVerdict::satisfied) {
        answer.verdict = CheckVerdict::undecidable;
        answer.missing = end == CaseEnd::open ? CheckMissing::end : CheckMissing::outcome;
    }
    conclude(docket, {.code = code, .seen = until}, answer, from);
}

/// The last instant at which the case, had every step of it taken all its time, was on time;
/// no_instant where that can't be reckoned.
std::int64_t CaseTimes::path_limit(const CaseScene& scene) {
    const CheckStamp began = clock_of(scene);
    if (!began.known() || !began.exact()) {
        return no_instant;
    }
    due_.begin(began);
    std::int64_t latest = no_instant;
    for (const FlowRun& run : scene.runs()) {
        const std::uint32_t step = run.run.step;
        if (!run.when.exact()) {
            return no_instant;
        }
        CheckStamp end = run.when; // what is outside the office takes the time that it took
        if (!version_->steps[step].outside) {
            const CheckStamp from = due_.ready(step, {});
            const std::optional<TimeJudge::Limit> limit =
                from.known() ? times_->limit(version_->steps[step].allowed, from.last,
                                             run.when.first, scene.given().stops)
                             : std::nullopt;
            if (!limit) {
                return no_instant;
            }
            end.first = end.last = limit->due;
            latest = std::max(latest, limit->last_on_time);
        } else {
            latest = std::max(latest, end.last);
        }
        due_.completed(step, end);
    }
    return latest;
}

void CaseTimes::judge_path(const CaseScene& scene, CaseEnd end, CaseDocket& docket) {
    constexpr CheckCode code = CheckCode::late_path;
    if (end == CaseEnd::open || scene.runs().empty()) {
        return;
    }
    bool timed = false;
    for (const FlowRun& run : scene.runs()) {
        const StepRule& rule = version_->steps[run.run.step];
        if (rule.outside) {
            continue;
        }
        if (rule.allowed.kind == TimeAllowed::Kind::none) {
            return; // a path with a step of open time has no length
        }
        if (rule.allowed.kind != TimeAllowed::Kind::known) {
            docket.undecided(code, rule.allowed.kind == TimeAllowed::Kind::per_item
                                       ? CheckMissing::items
                                       : CheckMissing::reckoning);
            return;
        }
        timed = true;
    }
    if (!timed) {
        return;
    }
    if (end == CaseEnd::unknown) {
        docket.undecided(code, CheckMissing::outcome);
        return;
    }
    // Where every step kept its time since it was ready, the whole did.
    if (plan_->options.measured_from == MeasuredFrom::ready &&
        docket.verdict(CheckCode::late_step) == CheckVerdict::satisfied) {
        docket.say(code, CheckVerdict::satisfied);
        return;
    }
    const std::int64_t limit = path_limit(scene);
    if (limit == no_instant) {
        docket.undecided(code,
                         scene.began().known() ? CheckMissing::precision : CheckMissing::start);
        return;
    }
    if (scene.last_completion().last <= limit) {
        docket.say(code, CheckVerdict::satisfied);
        return;
    }
    Evidence evidence{
        .code = code, .from = clock_of(scene), .due = limit, .seen = scene.last_completion()};
    evidence.late_work = times_->work_between(limit, evidence.seen.first);
    docket.tell(evidence);
}

TimeAnswer CaseTimes::judge_waiting(const CaseScene& scene, std::uint32_t step) {
    const StepRule& rule = version_->steps[step];
    if (rule.outside) {
        return {};
    }
    const std::optional<Instant>& at = plan_->options.now;
    if (!at) {
        return {.verdict = CheckVerdict::undecidable, .missing = CheckMissing::now};
    }
    const std::int64_t now = at->time_since_epoch().count();
    const CheckStamp until{.first = now, .last = now};
    return times_->judge(
        rule.allowed,
        {.from = ready_.ready(step, until), .until = until, .stops = scene.given().stops});
}

void CaseTimes::judge_overdue(const CaseScene& scene, const FlowVerdict& flow, CaseDocket& docket) {
    constexpr CheckCode code = CheckCode::overdue;
    if (flow.standing.end == CaseEnd::ended) {
        return;
    }
    if (!plan_->options.now) {
        docket.undecided(code, CheckMissing::now);
        return;
    }
    const std::int64_t now = plan_->options.now->time_since_epoch().count();
    bool in_all_ways = !flow.standing.waiting.empty();
    bool applicable = false;
    CheckMissing missing = CheckMissing::nothing;
    std::vector<Evidence> found;
    for (const std::vector<std::uint32_t>& way : flow.standing.waiting) {
        bool here = false;
        for (const std::uint32_t step : way) {
            const TimeAnswer answer = judge_waiting(scene, step);
            applicable = applicable || answer.verdict != CheckVerdict::not_applicable;
            if (answer.verdict == CheckVerdict::undecidable) {
                missing = answer.missing;
            }
            if (answer.verdict != CheckVerdict::violated) {
                continue;
            }
            const bool needless = version_->paths.optional().contains(step);
            here = here || !needless;
            missing = needless ? CheckMissing::outcome : missing;
            Evidence evidence{.code = code, .step = step, .seen = {.first = now, .last = now}};
            take(evidence, answer, ready_.ready(step, {.first = now, .last = now}));
            const auto same = [step](const Evidence& each) { return each.step == step; };
            if (std::ranges::none_of(found, same) && !needless) {
                found.push_back(evidence);
            }
        }
        in_all_ways = in_all_ways && here;
    }
    if (in_all_ways) {
        for (const Evidence& evidence : found) {
            docket.tell(evidence);
        }
    } else if (!found.empty() || missing != CheckMissing::nothing) {
        docket.undecided(code, found.empty() ? missing : CheckMissing::outcome);
    } else if (applicable) {
        docket.say(code, CheckVerdict::satisfied);
    }
}

void CaseTimes::judge_complete(const FlowVerdict& flow, CaseDocket& docket) {
    constexpr CheckCode code = CheckCode::incomplete;
    switch (flow.standing.end) {
    case CaseEnd::ended: docket.say(code, CheckVerdict::satisfied); return;
    case CaseEnd::unknown: docket.undecided(code, CheckMissing::outcome); return;
    case CaseEnd::open: break;
    }
    bool any = false;
    if (flow.standing.waiting.size() == 1) {
        for (const std::uint32_t step : flow.standing.waiting.front()) {
            docket.tell({.code = code, .step = step, .from = ready_.ready(step, {})});
            any = true;
        }
    }
    if (!any) {
        docket.tell({.code = code}); // which way it goes on isn't known
    }
}

} // namespace tertib
