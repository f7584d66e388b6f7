// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/overrun_policy.hpp"

#include "run/field_writer.hpp"
#include "tertib/base/digest.hpp"
#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"

#include <algorithm>
#include <utility>

namespace tertib {

namespace {

[[noreturn]] void refuse_rule(std::size_t rule, const std::string& what) {
    throw Error(ErrorCode::argument, "rule " + std::to_string(rule + 1) + " " + what);
}

void check_rule(const OverrunRule& rule, std::size_t place) {
    std::vector<std::string> steps = rule.steps;
    std::ranges::sort(steps);
    if (std::ranges::adjacent_find(steps) != steps.end()) {
        refuse_rule(place, "names a step twice");
    }
    if ((rule.side == OverrunSide::at) != trim(rule.waktu).empty()) {
        refuse_rule(place, rule.waktu.empty() ? "doesn't say how long before or after the deadline"
                                              : "is for the deadline itself: it has no waktu");
    }
    const bool gives = rule.what != OverrunAct::notify;
    if (gives == trim(rule.pelaksana).empty()) {
        refuse_rule(place, gives ? "doesn't say to which pelaksana"
                                 : "only records: it names no pelaksana");
    }
    if (rule.what != OverrunAct::reassign && !rule.person.empty()) {
        refuse_rule(place, "gives the task to nobody, and names a person");
    }
}

[[nodiscard]] ReadyWaktu ready_rule(const OverrunRule& rule, std::size_t place) {
    if (rule.side == OverrunSide::at) {
        return {};
    }
    const Waktu waktu = read_waktu(rule.waktu).waktu;
    if (waktu.form != WaktuForm::exact && waktu.form != WaktuForm::elapsed) {
        refuse_rule(place, "has a waktu that is no plain amount of time: " + rule.waktu);
    }
    ReadyWaktu ready_one = ready(WaktuRequest{.waktu = waktu});
    if (rule.side == OverrunSide::before) {
        for (Allowance& allowance : ready_one.alternatives) {
            allowance = reversed(allowance);
        }
        ready_one.direction = TimeDirection::backward;
    }
    return ready_one;
}

[[nodiscard]] std::string digest_of(const std::string& policy,
                                    const std::vector<OverrunRule>& rules) {
    FieldWriter out;
    out.text(1, policy);
    for (const OverrunRule& rule : rules) {
        FieldWriter one;
        for (const std::string& step : rule.steps) {
            one.text_in_list(1, step);
        }
        one.number(2, static_cast<std::int64_t>(rule.when));
        one.number(3, static_cast<std::int64_t>(rule.side));
        one.text(4, rule.waktu);
        one.number(5, static_cast<std::int64_t>(rule.what));
        one.text(6, rule.pelaksana);
        one.text(7, rule.person);
        out.put(2, one.bytes());
    }
    return sha256_hex("tertib.overrun/1\n" + out.bytes());
}

} // namespace

OverrunPolicy::OverrunPolicy(std::string name, std::vector<OverrunRule> rules)
    : name_(std::move(name)),
      rules_(std::move(rules)) {
    waktu_.reserve(rules_.size());
    for (std::size_t i = 0; i < rules_.size(); ++i) {
        check_rule(rules_[i], i);
        waktu_.push_back(ready_rule(rules_[i], i));
    }
    digest_ = digest_of(name_, rules_);
}

bool OverrunPolicy::is_for(std::size_t rule, std::string_view step) const {
    const std::vector<std::string>& steps = rules_[rule].steps;
    return steps.empty() || std::ranges::find(steps, step) != steps.end();
}

std::optional<Instant> OverrunPolicy::moment(std::size_t rule, const Calendar& calendar,
                                             Instant due, Instant missed_from) const {
    if (rules_[rule].side == OverrunSide::at) {
        return missed_from;
    }
    const std::optional<Instant> shifted =
        tertib::due(calendar.table(), calendar.zone(), due, waktu_[rule]);
    // Nothing is done about a deadline after it before it is missed.
    return shifted && rules_[rule].side == OverrunSide::after
               ? std::optional(std::max(*shifted, missed_from))
               : shifted;
}

std::string_view name(OverrunWhen when) noexcept {
    switch (when) {
    case OverrunWhen::not_started: return "not_started";
    case OverrunWhen::not_completed: return "not_completed";
    }
    return "";
}

std::string_view name(OverrunSide side) noexcept {
    switch (side) {
    case OverrunSide::at: return "at";
    case OverrunSide::before: return "before";
    case OverrunSide::after: return "after";
    }
    return "";
}

std::string_view name(OverrunAct what) noexcept {
    switch (what) {
    case OverrunAct::notify: return "notify";
    case OverrunAct::reassign: return "reassign";
    case OverrunAct::escalate: return "escalate";
    }
    return "";
}

} // namespace tertib
