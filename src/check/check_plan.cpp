// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/check/check_plan.hpp"

#include "check/plan_data.hpp"
#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"
#include "tertib/graph/soundness.hpp"
#include "tertib/time/waktu.hpp"

#include <algorithm>
#include <utility>

namespace tertib {
namespace {

[[nodiscard]] TimeAllowed time_allowed(const Waktu& waktu) {
    TimeAllowed allowed;
    switch (waktu.form) {
    case WaktuForm::open:
    case WaktuForm::none: return allowed;
    case WaktuForm::per_item: allowed.kind = TimeAllowed::Kind::per_item; return allowed;
    case WaktuForm::exact:
    case WaktuForm::range:
    case WaktuForm::sum:
    case WaktuForm::alternatives:
    case WaktuForm::elapsed: break;
    }
    try {
        allowed.alternatives = allowance(waktu).alternatives;
        allowed.kind = TimeAllowed::Kind::known;
    } catch (const Error& error) {
        if (error.code() != ErrorCode::argument) {
            throw;
        }
        allowed.kind = TimeAllowed::Kind::beyond; // an amount too large to reckon with
    }
    return allowed;
}

[[nodiscard]] bool is_stated(std::string_view text) {
    return !trim(text).empty() && trim(text) != "-";
}

[[nodiscard]] CheckVerdict signed_verdict(const Sop& sop) {
    const std::optional<Pengesahan>& disahkan = sop.identity().disahkan;
    if (disahkan &&
        (is_stated(disahkan->text) || is_stated(disahkan->jabatan) || is_stated(disahkan->nama))) {
        return CheckVerdict::satisfied;
    }
    const std::optional<Layout>& layout = sop.layout();
    return layout && layout->shows_signature ? CheckVerdict::violated : CheckVerdict::undecidable;
}

/// The steps that activities stand for, where nobody said it: by key, number, or uraian.
[[nodiscard]] std::vector<std::uint32_t> steps_by_text(const Sop& sop,
                                                       const std::vector<std::string>& texts) {
    std::map<std::string, std::uint32_t> known;
    const auto names = {&Step::uraian, &Step::no, &Step::key}; // the last wins
    for (const auto name : names) {
        for (std::uint32_t step = 0; step < sop.steps().size(); ++step) {
            const std::string plain = fold(sop.steps()[step].*name);
            const auto [place, fresh] = known.try_emplace(plain, step);
            if (!fresh && name != &Step::uraian) {
                place->second = step;
            } else if (!fresh && place->second != step) {
                place->second = no_step; // two steps of one uraian: it names neither
            }
        }
    }
    std::vector<std::uint32_t> steps(texts.size(), no_step);
    for (std::size_t code = 1; code < texts.size(); ++code) {
        const auto found = known.find(fold(texts[code]));
        if (found != known.end() && !found->first.empty()) {
            steps[code] = found->second;
        }
    }
    return steps;
}

[[nodiscard]] std::vector<DocumentBit> document_bits(const Step& step,
                                                     const std::vector<std::string>& items,
                                                     const std::vector<DocumentColumn>& columns) {
    std::vector<DocumentBit> bits;
    for (std::uint32_t item = 0; item < items.size(); ++item) {
        DocumentBit bit{.item = item};
        for (const DocumentColumn& column : columns) {
            const bool here = column.step.empty() || column.step == step.key;
            if (here && (column.text.empty() || fold(column.text) == fold(items[item]))) {
                bit.mask = std::uint64_t{1} << column.bit;
            }
        }
        bits.push_back(bit);
    }
    return bits;
}

[[nodiscard]] std::vector<std::uint32_t> exits_of(const StepGraph& graph, NodeIndex node,
                                                  const std::vector<std::string>& outcomes) {
    std::vector<std::uint32_t> exits;
    if (graph.exit(node) != Exit::choice) {
        return exits;
    }
    exits.assign(outcomes.size(), Run::no_exit);
    for (const Arc& arc : graph.digraph().successors(node)) {
        const std::optional<std::string>& outcome = graph.flow(arc.edge).outcome;
        for (std::size_t code = 1; outcome && code < outcomes.size(); ++code) {
            if (fold(outcomes[code]) == fold(*outcome)) {
                exits[code] = static_cast<std::uint32_t>(arc.edge);
            }
        }
    }
    return exits;
}

[[nodiscard]] StepSet steps_named(const Sop& sop, const std::vector<std::string>& keys) {
    StepSet set(sop.steps().size());
    for (std::size_t step = 0; step < sop.steps().size(); ++step) {
        if (std::ranges::find(keys, sop.steps()[step].key) != keys.end()) {
            set.insert(step);
        }
    }
    return set;
}

[[nodiscard]] FlowLimits flow_limits(const CheckLimits& limits) {
    return {.tokens = limits.tokens,
            .places = limits.places,
            .states = limits.states,
            .orders = limits.orders,
            .variants = limits.variants};
}

void expect_sop(const CheckVersion& version, const CheckLimits& limits) {
    if (version.sop == nullptr) {
        throw Error(ErrorCode::argument, "a version to check against needs an Sop");
    }
    if (version.sop->steps().size() > limits.steps) {
        throw Error(ErrorCode::limit, "the SOP has " + std::to_string(version.sop->steps().size()) +
                                          " steps; the limit check_steps is " +
                                          std::to_string(limits.steps));
    }
}

void expect_plan(const std::vector<CheckVersion>& versions, const CheckOptions& options) {
    if (versions.empty()) {
        throw Error(ErrorCode::argument, "nothing to check against: no version of an SOP");
    }
    for (const CheckVersion& version : versions) {
        expect_sop(version, options.limits);
    }
    if (options.judge_by && *options.judge_by >= versions.size()) {
        throw Error(ErrorCode::argument,
                    "there is no version " + std::to_string(*options.judge_by) + " to judge by");
    }
    for (const std::vector<DocumentColumn>* columns : {&options.kelengkapan, &options.produk}) {
        for (const DocumentColumn& column : *columns) {
            if (column.bit >= 64) {
                throw Error(ErrorCode::argument,
                            "columns of documents have the bits 0 to 63, not " +
                                std::to_string(column.bit));
            }
        }
    }
}

/// The first member of the plan's data: looks at all that is given before anything is made of it.
[[nodiscard]] CheckOptions checked(const std::vector<CheckVersion>& versions,
                                   CheckOptions options) {
    expect_plan(versions, options);
    return options;
}

[[nodiscard]] std::optional<LocalDay> today(const CheckOptions& options, Zone zone) {
    return options.now ? std::optional(local_day(*options.now, zone)) : std::nullopt;
}

} // namespace

VersionPlan::VersionPlan(CheckVersion given, const CheckTexts& texts, const CheckOptions& options)
    : sop(std::move(given.sop)),
      graph(*sop),
      paths(graph),
      moves(graph, flow_limits(options.limits)),
      sound(check_soundness(graph, {.max_states = options.limits.states}).verdict !=
            SoundnessVerdict::unsound),
      signed_verdict(tertib::signed_verdict(*sop)),
      step_of_activity(given.step_of_activity.empty() ? steps_by_text(*sop, texts.activities)
                                                      : std::move(given.step_of_activity)) {
    const std::optional<Waktu>& total = sop->total();
    if (!options.service_waktu.empty()) {
        whole = time_allowed(read_waktu(options.service_waktu).waktu);
    } else if (total) {
        whole = time_allowed(*total);
    }
    for (std::uint32_t& step : step_of_activity) {
        step = step < sop->steps().size() ? step : no_step;
    }
    for (std::size_t i = 0; i < sop->steps().size(); ++i) {
        const Step& step = sop->steps()[i];
        StepRule rule;
        rule.unassigned = step.marks.empty();
        rule.outside = !rule.unassigned && std::ranges::all_of(step.marks, [&](const Mark& mark) {
            return sop->outside_office(mark.pelaksana);
        });
        rule.allowed = time_allowed(step.waktu);
        rule.kelengkapan = document_bits(step, step.kelengkapan, options.kelengkapan);
        rule.produk = document_bits(step, step.produk, options.produk);
        rule.exit_of_outcome = exits_of(graph, StepGraph::step_node(i), texts.outcomes);
        steps.push_back(std::move(rule));
    }
    for (const FourEyes& each : given.four_eyes) {
        four_eyes.push_back(steps_named(*sop, each.steps));
    }
}

CheckPlan::Data::Data(std::vector<CheckVersion> given, const Calendar& calendar,
                      const Roster& posts, CheckTexts log_texts, CheckOptions wanted)
    : options(checked(given, std::move(wanted))),
      texts(std::move(log_texts)),
      roster(posts),
      editions(calendar, today(options, calendar.zone()), options.limits.calendar_editions),
      periods(given),
      waivers(check_code_count) {
    for (CheckVersion& version : given) {
        versions.push_back(std::make_unique<const VersionPlan>(std::move(version), texts, options));
    }
    for (std::uint32_t i = 0; i < options.waivers.size(); ++i) {
        const Waiver& waiver = options.waivers[i].waiver;
        if (const std::optional<CheckCode> code = check_code_from_name(waiver.code)) {
            waivers[position(*code)].push_back(i);
        }
        waived_steps.emplace_back();
        for (const auto& version : versions) {
            waived_steps.back().push_back(
                waiver.steps.empty() ? StepSet() : steps_named(*version->sop, waiver.steps));
        }
    }
}

CheckPlan::CheckPlan(std::vector<CheckVersion> versions, const Calendar& calendar,
                     const Roster& roster, CheckTexts texts, CheckOptions options)
    : data_(std::make_shared<const Data>(std::move(versions), calendar, roster, std::move(texts),
                                         std::move(options))) {}

std::size_t CheckPlan::version_count() const noexcept {
    return data_->versions.size();
}

const Sop& CheckPlan::sop(std::size_t version) const {
    return *data_->versions.at(version)->sop;
}

const CheckOptions& CheckPlan::options() const noexcept {
    return data_->options;
}

const CheckTexts& CheckPlan::texts() const noexcept {
    return data_->texts;
}

const Calendar& CheckPlan::calendar() const {
    return data_->editions.calendar(data_->editions.today());
}

std::uint32_t CheckPlan::step_of(std::size_t version, std::uint32_t activity) const {
    return data_->versions.at(version)->step_of(activity);
}

} // namespace tertib
