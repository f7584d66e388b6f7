// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/check/case_judge.hpp"

#include "check/case_docket.hpp"
#include "check/case_documents.hpp"
#include "check/case_people.hpp"
#include "check/case_scene.hpp"
#include "check/case_times.hpp"
#include "check/flow_judge.hpp"
#include "check/plan_data.hpp"
#include "check/time_judge.hpp"
#include "tertib/base/error.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace tertib {
namespace {

/// What one thread needs to judge cases by one version.
struct Bench {
    Bench(const CheckPlan::Data& plan, const VersionPlan& judged_by, const TimeJudge& judge)
        : version(&judged_by),
          flow(judged_by.moves, judged_by.paths,
               {.tokens = plan.options.limits.tokens,
                .places = plan.options.limits.places,
                .states = plan.options.limits.states,
                .orders = plan.options.limits.orders,
                .variants = plan.options.limits.variants}),
          times(plan, judged_by, judge),
          people(plan, judged_by, judge) {}

    const VersionPlan* version;
    FlowJudge flow;
    CaseTimes times;
    CasePeople people;
};

[[nodiscard]] FlowVerdict without_flow() {
    FlowVerdict verdict;
    verdict.missing = verdict.order = verdict.repeat = CheckVerdict::undecidable;
    verdict.why = CheckMissing::flow;
    verdict.standing.end = CaseEnd::unknown;
    return verdict;
}

} // namespace

struct CaseJudge::Work {
    explicit Work(CheckPlan given)
        : plan(std::move(given)),
          data(&plan.data()),
          times(*data),
          docket(*data, part),
          unsound(without_flow()) {
        for (const auto& version : data->versions) {
            benches.push_back(std::make_unique<Bench>(*data, *version, times));
        }
        begin_part();
    }

    void begin_part();
    void judge(const CheckCase& given);
    [[nodiscard]] InForce in_force_at(const CheckStamp& stamp);
    [[nodiscard]] std::optional<std::uint32_t> choose_version();
    void judge_events_in_force();
    CaseEnd judge_by(std::uint32_t version);
    void judge_flow(const FlowVerdict& verdict);
    [[nodiscard]] FlowVerdict with_begun(FlowVerdict verdict) const;
    void tell_missing(const FlowVerdict& verdict);
    void tell_deviations(const FlowVerdict& verdict);
    void judge_unknown_steps();
    void judge_signed(const VersionPlan& version);

    CheckPlan plan;
    const CheckPlan::Data* data;
    TimeJudge times;
    CheckPart part;
    CaseDocket docket;
    FlowVerdict unsound;
    FlowVerdict begun; ///< of a case with work that was only begun
    CaseScene scene;
    std::vector<std::unique_ptr<Bench>> benches;
    std::int64_t day_asked = INT64_MIN; ///< of the last question which version was in force
    InForce day_answer;
};

void CaseJudge::Work::begin_part() {
    part = CheckPart{};
    for (const auto& version : data->versions) {
        part.steps.emplace_back(version->steps.size());
    }
}

InForce CaseJudge::Work::in_force_at(const CheckStamp& stamp) {
    const std::int64_t first = times.day_of(stamp.first);
    const std::int64_t last = stamp.exact() ? first : times.day_of(stamp.last);
    if (first != last) {
        return data->periods.on(first, last);
    }
    if (first != day_asked || first == INT64_MIN) {
        day_asked = first;
        day_answer = data->periods.on(first, last);
    }
    return day_answer;
}

/// NOT-IN-FORCE, and the version to judge by if there is one.
std::optional<std::uint32_t> CaseJudge::Work::choose_version() {
    constexpr CheckCode code = CheckCode::not_in_force;
    const std::optional<std::uint32_t>& guide = data->options.judge_by;
    if (!scene.earliest().known()) {
        docket.undecided(code, CheckMissing::stamp);
        return guide ? guide
                     : (benches.size() == 1 ? std::optional<std::uint32_t>(0) : std::nullopt);
    }
    const InForce found = in_force_at(scene.earliest());
    const std::optional<std::uint32_t> version = found.version ? found.version : guide;
    docket.judge_by(version.value_or(0));
    switch (found.verdict) {
    case CheckVerdict::satisfied:
    case CheckVerdict::not_applicable: docket.say(code, found.verdict); break;
    case CheckVerdict::undecidable:
        docket.undecided(code, CheckMissing::version, {.seen = scene.earliest()});
        break;
    case CheckVerdict::violated: docket.tell({.code = code, .seen = scene.earliest()}); break;
    }
    if (data->options.version_at == VersionAt::event) {
        judge_events_in_force();
    }
    if (!version && found.verdict == CheckVerdict::undecidable) {
        docket.say_of_all_others(CheckVerdict::undecidable, CheckMissing::version);
    }
    return version;
}

void CaseJudge::Work::judge_events_in_force() {
    constexpr CheckCode code = CheckCode::not_in_force;
    for (std::size_t place = 0; place < scene.size(); ++place) {
        const CheckRow& row = scene.row(place);
        const CheckStamp& when = row.complete.known() ? row.complete : row.start;
        if (!when.known()) {
            docket.undecided(code, CheckMissing::stamp, {.row = row.row});
            continue;
        }
        const Evidence evidence{
            .code = code, .row = row.row, .activity = row.activity, .seen = when};
        switch (in_force_at(when).verdict) {
        case CheckVerdict::satisfied:
        case CheckVerdict::not_applicable: break;
        case CheckVerdict::undecidable:
            docket.undecided(code, CheckMissing::version, evidence);
            break;
        case CheckVerdict::violated: docket.tell(evidence); break;
        }
    }
}

void CaseJudge::Work::judge_unknown_steps() {
    for (std::size_t place = 0; place < scene.size(); ++place) {
        if (scene.step(place) != no_step) {
            docket.say(CheckCode::step_unknown, CheckVerdict::satisfied);
            continue;
        }
        const CheckRow& row = scene.row(place);
        docket.tell({.code = CheckCode::step_unknown,
                     .row = row.row,
                     .activity = row.activity,
                     .person = row.person,
                     .seen = row.complete.known() ? row.complete : row.start});
    }
}

void CaseJudge::Work::judge_signed(const VersionPlan& version) {
    constexpr CheckCode code = CheckCode::not_signed;
    if (version.signed_verdict == CheckVerdict::violated) {
        docket.share(code);
    } else {
        docket.say(code, version.signed_verdict);
    }
}

void CaseJudge::Work::tell_missing(const FlowVerdict& verdict) {
    constexpr CheckCode code = CheckCode::step_missing;
    if (verdict.missing == CheckVerdict::undecidable && verdict.missing_steps.empty()) {
        docket.undecided(code, verdict.why);
    }
    docket.say(code, verdict.missing);
    if (verdict.missing < CheckVerdict::undecidable) {
        return;
    }
    for (const std::uint32_t step : verdict.missing_steps) {
        docket.tell({.code = code,
                     .verdict = verdict.missing,
                     .missing = verdict.missing == CheckVerdict::violated ? CheckMissing::nothing
                                                                          : verdict.why,
                     .step = step});
    }
}

void CaseJudge::Work::tell_deviations(const FlowVerdict& verdict) {
    for (const FlowDeviation& each : verdict.deviations) {
        const bool repeat = each.kind == FlowDeviation::Kind::repeat;
        const std::uint32_t place = scene.place_of(each.run);
        const CheckRow& row = scene.row(place);
        Evidence evidence{.code = repeat ? CheckCode::repeat : CheckCode::order,
                          .step = scene.step(place),
                          .row = row.row,
                          .other_step = each.other_step,
                          .activity = row.activity,
                          .person = row.person,
                          .seen = row.complete};
        if (each.other_run != no_row) {
            evidence.other_row = scene.row(scene.place_of(each.other_run)).row;
        }
        docket.tell(evidence);
    }
}

void CaseJudge::Work::judge_flow(const FlowVerdict& verdict) {
    tell_missing(verdict);
    for (const auto& [code, own] : {std::pair{CheckCode::order, verdict.order},
                                    std::pair{CheckCode::repeat, verdict.repeat}}) {
        if (own == CheckVerdict::undecidable) {
            docket.undecided(code, verdict.why);
        } else if (own != CheckVerdict::violated) {
            docket.say(code, own);
        }
    }
    tell_deviations(verdict);
}

/// A case in which work was begun and not completed hasn't ended, whatever its flow says.
FlowVerdict CaseJudge::Work::with_begun(FlowVerdict verdict) const {
    std::vector<std::uint32_t> steps;
    for (std::size_t place = 0; place < scene.size(); ++place) {
        if (scene.step(place) != no_step && CaseScene::only_begun(scene.row(place))) {
            steps.push_back(scene.step(place));
        }
    }
    std::ranges::sort(steps);
    const auto twice = std::ranges::unique(steps);
    steps.erase(twice.begin(), twice.end());
    verdict.missing = CheckVerdict::not_applicable;
    verdict.missing_steps.clear();
    verdict.standing.end = CaseEnd::open;
    verdict.standing.waiting.assign(1, steps);
    return verdict;
}

CaseEnd CaseJudge::Work::judge_by(std::uint32_t number) {
    Bench& bench = *benches[number];
    scene.take_steps(*bench.version);
    const FlowVerdict* verdict = &unsound;
    if (bench.version->sound) {
        verdict = &bench.flow.judge(scene.runs(), scene.known());
    }
    if (scene.any_only_begun() && verdict->standing.end != CaseEnd::open) {
        begun = with_begun(*verdict);
        verdict = &begun;
    }
    judge_unknown_steps();
    judge_flow(*verdict);
    bench.people.judge(scene, docket);
    judge_documents(*bench.version, scene, docket);
    judge_signed(*bench.version);
    bench.times.judge_rows(scene, docket, part.steps[number]);
    bench.times.judge_case(scene, *verdict, docket);
    return verdict->standing.end;
}

void CaseJudge::Work::judge(const CheckCase& given) {
    docket.open(given.number);
    scene.arrange(given);
    part.events += given.rows.size();
    CaseEnd end = CaseEnd::unknown;
    if (const std::optional<std::uint32_t> version = choose_version()) {
        docket.judge_by(*version);
        end = judge_by(*version);
    }
    docket.close(end, scene.earliest().first, scene.last_instant());
}

CaseJudge::CaseJudge(CheckPlan plan) : work_(std::make_unique<Work>(std::move(plan))) {}
CaseJudge::CaseJudge(CaseJudge&& other) noexcept = default;
CaseJudge& CaseJudge::operator=(CaseJudge&& other) noexcept = default;
CaseJudge::~CaseJudge() = default;

void CaseJudge::take(const CheckCase& given) {
    if (!given.documents.empty() && given.documents.size() != given.rows.size()) {
        throw Error(ErrorCode::argument, "what a case says of documents must have a cell for each "
                                         "row: " +
                                             std::to_string(given.documents.size()) + " and " +
                                             std::to_string(given.rows.size()));
    }
    work_->judge(given);
}

CheckPart CaseJudge::finish() {
    CheckPart part = std::exchange(work_->part, CheckPart{});
    work_->begin_part();
    std::ranges::sort(part.verdicts, {}, &CaseVerdicts::number);
    std::ranges::sort(part.evidence, comes_before);
    const auto twice = std::ranges::adjacent_find(part.verdicts, {}, &CaseVerdicts::number);
    if (twice != part.verdicts.end()) {
        throw Error(ErrorCode::argument,
                    "case number " + std::to_string(twice->number) + " was judged twice");
    }
    return part;
}

} // namespace tertib
