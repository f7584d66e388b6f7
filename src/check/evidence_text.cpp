// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/check/evidence_text.hpp"

#include "tertib/base/text.hpp"

#include <chrono>
#include <string_view>
#include <vector>

namespace tertib {
namespace {

/// The day where the stamp is no better known, else the instant.
[[nodiscard]] std::string stamp_text(const CheckStamp& stamp, Zone zone) {
    if (stamp.last == no_instant) {
        return "-";
    }
    const Instant last{std::chrono::microseconds{stamp.last}};
    return stamp.exact() ? text(last, zone) : text(local_day(last, zone));
}

[[nodiscard]] std::string pelaksana_text(const Sop& sop, const Step& step) {
    std::string all;
    for (const Mark& mark : step.marks) {
        all += (all.empty() ? "" : ", ") + sop.pelaksana_name(mark.pelaksana);
    }
    return all;
}

[[nodiscard]] std::string item_text(const Evidence& evidence, const Step& step) {
    const std::vector<std::string>& items =
        evidence.code == CheckCode::output_missing ? step.produk : step.kelengkapan;
    return evidence.item < items.size() ? squeeze(items[evidence.item]) : "";
}

[[nodiscard]] std::vector<Argument> arguments_of(const CheckPlan& plan, const Evidence& evidence,
                                                 Language language) {
    const Sop& sop = plan.sop(evidence.version);
    const Zone zone = plan.calendar().zone();
    std::vector<Argument> arguments{
        {"from", stamp_text(evidence.from, zone)},
        {"seen", stamp_text(evidence.seen, zone)},
        {"due", stamp_text({.first = evidence.due, .last = evidence.due}, zone)},
        {"late", lateness_text(evidence, language)},
    };
    if (evidence.activity < plan.texts().activities.size()) {
        arguments.push_back({"activity", squeeze(plan.texts().activities[evidence.activity])});
    }
    if (evidence.step < sop.steps().size()) {
        const Step& step = sop.steps()[evidence.step];
        arguments.push_back({"step", step.key});
        arguments.push_back({"waktu", squeeze(step.waktu.text)});
        arguments.push_back({"pelaksana", pelaksana_text(sop, step)});
        arguments.push_back({"item", item_text(evidence, step)});
    }
    if (evidence.other_step < sop.steps().size()) {
        arguments.push_back({"other", sop.steps()[evidence.other_step].key});
    }
    return arguments;
}

/// The further text that fits better than that of the code alone, "" for none.
[[nodiscard]] std::string_view variant_of(const CheckPlan& plan, const Evidence& evidence) {
    if (evidence.code == CheckCode::order && evidence.other_step == no_step) {
        return "/elsewhere";
    }
    if (evidence.code == CheckCode::incomplete && evidence.step == no_step) {
        return "/any";
    }
    if (evidence.code == CheckCode::late_step &&
        plan.options().measured_from == MeasuredFrom::started) {
        return "/started";
    }
    return "";
}

} // namespace

std::string lateness_text(const Evidence& evidence, Language language) {
    constexpr std::int64_t minute = 60'000'000;
    const bool id = language == Language::id;
    if (evidence.late_days >= 0) {
        const char* const days = evidence.late_days == 1 ? " day" : " days";
        return std::to_string(evidence.late_days) + (id ? " hari" : days);
    }
    return std::to_string(evidence.late_work / minute) + (id ? " menit kerja" : " working minutes");
}

std::string text_of(const CheckPlan& plan, const Evidence& evidence, Language language) {
    if (evidence.verdict == CheckVerdict::undecidable) {
        return text_of(std::string("CHECK-UNDECIDABLE") + "/" + std::string(name(evidence.missing)),
                       language);
    }
    std::string code(message_code(evidence.code));
    code += variant_of(plan, evidence);
    return text_of(code, language, arguments_of(plan, evidence, language));
}

} // namespace tertib
