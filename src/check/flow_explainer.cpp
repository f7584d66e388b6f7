// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "check/flow_explainer.hpp"

#include <algorithm>
#include <utility>

namespace tertib {

FlowExplainer::FlowExplainer(const FlowMoves& moves, const StepPaths& paths, const StepSet& needed)
    : moves_(&moves),
      paths_(&paths),
      needed_(&needed),
      ran_(moves.step_count()),
      later_(moves.step_count()),
      passed_(moves.step_count()) {}

FlowVerdict FlowExplainer::run(std::span<const FlowRun> runs) {
    runs_ = runs;
    for (const FlowRun& each : runs) {
        later_.insert(each.run.step);
    }
    std::optional<PossiblePlaces> first = moves_->first();
    over_ = !first;
    places_ = first ? *std::move(first) : PossiblePlaces{};
    for (std::uint32_t place = 0; place < runs.size() && !over_; ++place) {
        later_.erase(runs[place].run.step);
        follow(place);
        ran_.insert(runs[place].run.step);
    }
    conclude();
    return std::move(verdict_);
}

std::optional<PossiblePlaces> FlowExplainer::step_past(const StepSet& skipped, Run run) {
    const std::optional<PossiblePlaces> here = moves_->passing(places_, skipped);
    std::optional<PossiblePlaces> next = here ? moves_->after(*here, run) : std::nullopt;
    over_ = over_ || !next;
    return next && !next->empty() ? std::move(next) : std::nullopt;
}

void FlowExplainer::follow(std::uint32_t place) {
    const Run run = runs_[place].run;
    if (std::optional<PossiblePlaces> next = step_past(paths_->optional(), run)) {
        places_ = *std::move(next);
        moved_ = run.step;
        return;
    }
    StepSet absent = paths_->optional();
    absent |= *needed_;
    // Right after itself it would have come back only over steps that nobody saw.
    if (moved_ != run.step) {
        if (std::optional<PossiblePlaces> next = step_past(absent, run)) {
            places_ = *std::move(next);
            moved_ = run.step;
            deviate(FlowDeviation::Kind::passed, place, *needed_);
            return;
        }
    }
    if (ran_.contains(run.step)) {
        deviate(FlowDeviation::Kind::repeat, place, StepSet(moves_->step_count()));
        return;
    }
    if (passed_.contains(run.step)) {
        return; // its part was told where it was passed over
    }
    absent |= later_;
    StepSet early = paths_->before(run.step);
    early -= ran_;
    if (std::optional<PossiblePlaces> next = step_past(absent, run)) {
        places_ = *std::move(next);
        moved_ = run.step;
        StepSet late = early;
        late &= later_;
        passed_ |= late;
        early = late.empty() ? early : late;
    }
    deviate(FlowDeviation::Kind::order, place, early);
}

/// Of steps that should have come before, the one that comes last in the flow.
std::uint32_t FlowExplainer::nearest(const StepSet& steps, std::uint32_t step) const {
    std::uint32_t found = no_step;
    std::size_t depth = 0;
    for (const std::uint32_t each : steps.steps()) {
        const std::size_t own = paths_->before(each).size() + 1;
        if (own > depth && each != step) {
            found = each;
            depth = own;
        }
    }
    return found;
}

void FlowExplainer::deviate(FlowDeviation::Kind kind, std::uint32_t place, const StepSet& absent) {
    const std::uint32_t step = runs_[place].run.step;
    StepSet before = absent;
    before &= paths_->before(step);
    FlowDeviation deviation{.kind = kind, .run = place, .other_step = nearest(before, step)};
    for (std::uint32_t i = place + 1; i < runs_.size(); ++i) {
        if (runs_[i].run.step == deviation.other_step) {
            deviation.other_run = i;
            break;
        }
    }
    verdict_.deviations.push_back(deviation);
}

void FlowExplainer::conclude() {
    FlowVerdict& verdict = verdict_;
    if (over_) {
        verdict = FlowVerdict{};
        verdict.missing = verdict.order = verdict.repeat = CheckVerdict::undecidable;
        verdict.why = CheckMissing::budget;
        verdict.standing.end = CaseEnd::unknown;
        return;
    }
    verdict.standing = standing_at(*moves_, places_, paths_->optional());
    const CaseEnd end = verdict.standing.end;
    if (end == CaseEnd::ended) {
        // What never ran is STEP-MISSING's to tell.
        std::erase_if(verdict.deviations, [](const FlowDeviation& each) {
            return each.kind == FlowDeviation::Kind::passed;
        });
    }
    const auto any = [&](FlowDeviation::Kind kind) {
        return std::ranges::any_of(verdict.deviations,
                                   [kind](const FlowDeviation& each) { return each.kind == kind; });
    };
    const bool out_of_order = any(FlowDeviation::Kind::order) || any(FlowDeviation::Kind::passed);
    verdict.order = out_of_order ? CheckVerdict::violated : CheckVerdict::satisfied;
    verdict.repeat =
        any(FlowDeviation::Kind::repeat) ? CheckVerdict::violated : CheckVerdict::satisfied;
    if (end == CaseEnd::open) {
        return;
    }
    verdict.missing = CheckVerdict::satisfied;
    if (!needed_->empty()) {
        verdict.missing_steps = needed_->steps();
        verdict.missing =
            end == CaseEnd::ended ? CheckVerdict::violated : CheckVerdict::undecidable;
        verdict.why = end == CaseEnd::ended ? CheckMissing::nothing : CheckMissing::outcome;
    }
}

} // namespace tertib
