// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/check/check_report.hpp"

#include "check/case_print.hpp"
#include "check/person_words.hpp"
#include "check/plan_data.hpp"
#include "check/report_periods.hpp"
#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"
#include "tertib/check/evidence_text.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <map>
#include <utility>

namespace tertib {
namespace {

constexpr std::int64_t microseconds_a_minute = 60'000'000;

/// What a check lacks of which the docket keeps no evidence, since every case lacks it.
[[nodiscard]] CheckMissing lacking_for_all(CheckCode code) noexcept {
    switch (code) {
    case CheckCode::input_missing:
    case CheckCode::output_missing: return CheckMissing::column;
    case CheckCode::overdue:
    case CheckCode::incomplete: return CheckMissing::now;
    case CheckCode::not_signed: return CheckMissing::pengesahan;
    case CheckCode::not_in_force: return CheckMissing::version;
    case CheckCode::step_unknown:
    case CheckCode::step_missing:
    case CheckCode::order:
    case CheckCode::repeat:
    case CheckCode::pelaksana:
    case CheckCode::late_step:
    case CheckCode::late_case:
    case CheckCode::late_path:
    case CheckCode::four_eyes:
    case CheckCode::out_of_hours: break;
    }
    return CheckMissing::flow;
}

/// What most cases lack for each check; of equals the one that comes first.
[[nodiscard]] std::array<CheckMissing, check_code_count> most_lacking(const CheckPart& part) {
    std::array<std::array<std::uint64_t, 32>, check_code_count> counts{};
    for (const Evidence& evidence : part.evidence) {
        if (evidence.verdict == CheckVerdict::undecidable) {
            ++counts[position(evidence.code)][static_cast<std::size_t>(evidence.missing)];
        }
    }
    std::array<CheckMissing, check_code_count> most{};
    for (std::size_t i = 0; i < check_code_count; ++i) {
        const auto top = std::ranges::max_element(counts[i]);
        most[i] = *top == 0 ? lacking_for_all(check_code_at(i))
                            : static_cast<CheckMissing>(top - counts[i].begin());
    }
    return most;
}

[[nodiscard]] std::vector<ReportCheck> report_checks(const CheckPlan& plan, const CheckPart& part) {
    const bool four_eyes = std::ranges::any_of(
        plan.data().versions, [](const auto& version) { return !version->four_eyes.empty(); });
    const std::array<CheckMissing, check_code_count> lacking = most_lacking(part);
    std::vector<ReportCheck> checks;
    for (std::size_t i = 0; i < check_code_count; ++i) {
        ReportCheck check{.code = check_code_at(i), .counts = part.checks[i]};
        const std::uint64_t decided =
            check.counts.of(CheckVerdict::satisfied) + check.counts.of(CheckVerdict::violated);
        if (check.code == CheckCode::four_eyes && !four_eyes) {
            check.state = CheckState::off;
        } else if (decided == 0 && check.counts.of(CheckVerdict::undecidable) > 0) {
            check.state = CheckState::undecidable;
            check.missing = lacking[i];
        }
        checks.push_back(check);
    }
    return checks;
}

/// The posts of a person on a day, as the roster has them.
[[nodiscard]] std::string held_posts(std::span<const PostHolding* const> holdings, LocalDay day) {
    constexpr std::array<std::string_view, 5> prefixes = {"", "Plt. ", "Plh. ", "a.n. ", "u.b. "};
    std::string posts;
    for (const PostHolding* const holding : holdings) {
        if (holding->from <= day && (!holding->until || day <= *holding->until)) {
            posts += posts.empty() ? "" : ", ";
            posts += prefixes[static_cast<std::size_t>(holding->kind)];
            posts += holding->pelaksana;
        }
    }
    return posts;
}

[[nodiscard]] std::string moment_of(const CheckStamp& stamp, Zone zone) {
    if (stamp.last == no_instant) {
        return {};
    }
    const Instant last{std::chrono::microseconds{stamp.last}};
    return stamp.exact() ? text(last, zone) : text(local_day(last, zone));
}

/// The words of the SOP that were not met.
[[nodiscard]] std::string norm_of(const CheckPlan& plan, const Evidence& evidence) {
    const Sop& sop = plan.sop(evidence.version);
    const Step* const step =
        evidence.step < sop.steps().size() ? &sop.steps()[evidence.step] : nullptr;
    const auto item = [&](const std::vector<std::string>& items) {
        return evidence.item < items.size() ? squeeze(items[evidence.item]) : std::string();
    };
    switch (evidence.code) {
    case CheckCode::late_case: {
        const std::string& service = plan.options().service_waktu;
        return !service.empty() ? service : sop.total() ? squeeze(sop.total()->text) : "";
    }
    case CheckCode::late_step:
    case CheckCode::overdue: return step == nullptr ? "" : squeeze(step->waktu.text);
    case CheckCode::input_missing: return step == nullptr ? "" : item(step->kelengkapan);
    case CheckCode::output_missing: return step == nullptr ? "" : item(step->produk);
    case CheckCode::order:
        return evidence.other_step < sop.steps().size()
                   ? squeeze(sop.steps()[evidence.other_step].uraian)
                   : "";
    case CheckCode::step_missing:
    case CheckCode::incomplete: return step == nullptr ? "" : squeeze(step->uraian);
    case CheckCode::pelaksana: {
        std::string names;
        for (const Mark& mark : step == nullptr ? std::vector<Mark>() : step->marks) {
            names += (names.empty() ? "" : ", ") + sop.pelaksana_name(mark.pelaksana);
        }
        return names;
    }
    case CheckCode::step_unknown:
    case CheckCode::repeat:
    case CheckCode::late_path:
    case CheckCode::not_in_force:
    case CheckCode::not_signed:
    case CheckCode::four_eyes:
    case CheckCode::out_of_hours: break;
    }
    return {};
}

} // namespace

struct CheckReport::Data {
    Data(ReportHead given, std::shared_ptr<const EventLog> of_log, CheckPlan by, CheckPart found)
        : head(std::move(given)),
          log(std::move(of_log)),
          plan(std::move(by)),
          part(std::move(found)),
          checks(report_checks(plan, part)),
          periods(report_periods(head, *log, plan, part)) {
        for (const PostHolding& holding : plan.data().roster.holdings()) {
            holdings[fold(holding.person)].push_back(&holding);
        }
        for (const CaseVerdicts& verdicts : part.verdicts) {
            ++ends[static_cast<std::size_t>(verdicts.end)];
            in_order += is_in_order(verdicts) ? 1 : 0;
        }
    }

    [[nodiscard]] static bool is_in_order(const CaseVerdicts& verdicts) {
        static const std::uint32_t weighty = [] {
            std::uint32_t bits = 0;
            for (std::size_t i = 0; i < check_code_count; ++i) {
                bits |= severity(check_code_at(i)) == Severity::info ? 0U : 1U << i;
            }
            return bits;
        }();
        for (std::size_t i = 0; i < check_code_count; ++i) {
            if (((weighty >> i) & 1U) != 0 &&
                verdicts.of(check_code_at(i)) == CheckVerdict::violated) {
                return false;
            }
        }
        return true;
    }

    [[nodiscard]] std::string person_of(std::uint32_t person, ShowPeople show) const {
        if (person == 0 || show == ShowPeople::roles) {
            return {};
        }
        return show == ShowPeople::names ? without_nip(plan.texts().persons.at(person))
                                         : "P" + std::to_string(person);
    }

    /// The post as the log names it at that event, else as the roster has it on that day.
    [[nodiscard]] std::string post_of(const Evidence& evidence) const {
        if (evidence.row < log->row_count()) {
            const std::string_view role = log->roles().text(log->row(evidence.row).role);
            if (!role.empty()) {
                return without_nip(role);
            }
        }
        if (evidence.person == 0 || !evidence.seen.known()) {
            return {};
        }
        const auto found = holdings.find(fold(plan.texts().persons.at(evidence.person)));
        const Instant seen{std::chrono::microseconds{evidence.seen.first}};
        return found == holdings.end() ? std::string()
                                       : held_posts(found->second, local_day(seen, head.zone));
    }

    ReportHead head;
    std::shared_ptr<const EventLog> log;
    CheckPlan plan;
    CheckPart part;
    std::vector<ReportCheck> checks;
    std::vector<ReportPeriod> periods;
    std::map<std::string, std::vector<const PostHolding*>> holdings; ///< by person, folded
    std::array<std::uint64_t, 3> ends{};                             ///< by CaseEnd
    std::uint64_t in_order = 0;
};

CheckReport::CheckReport(ReportHead head, std::shared_ptr<const EventLog> log, CheckPlan plan,
                         CheckPart part)
    : data_(std::make_shared<const Data>(std::move(head), std::move(log), std::move(plan),
                                         std::move(part))) {}

const ReportHead& CheckReport::head() const noexcept {
    return data_->head;
}

const EventLog& CheckReport::log() const noexcept {
    return *data_->log;
}

const CheckPlan& CheckReport::plan() const noexcept {
    return data_->plan;
}

const CheckPart& CheckReport::part() const noexcept {
    return data_->part;
}

std::span<const ReportCheck> CheckReport::checks() const noexcept {
    return data_->checks;
}

const ReportCheck& CheckReport::of(CheckCode code) const noexcept {
    return data_->checks[position(code)];
}

std::size_t CheckReport::checks_asked() const noexcept {
    return check_code_count - static_cast<std::size_t>(std::ranges::count(
                                  data_->checks, CheckState::off, &ReportCheck::state));
}

std::size_t CheckReport::checks_judged() const noexcept {
    return static_cast<std::size_t>(
        std::ranges::count(data_->checks, CheckState::judged, &ReportCheck::state));
}

std::span<const ReportPeriod> CheckReport::periods() const noexcept {
    return data_->periods;
}

std::uint64_t CheckReport::cases_in_order() const noexcept {
    return data_->in_order;
}

std::uint64_t CheckReport::cases_of(CaseEnd end) const noexcept {
    return data_->ends[static_cast<std::size_t>(end)];
}

ReportRow CheckReport::row(std::size_t row, ShowPeople show) const {
    if (row >= row_count()) {
        throw Error(ErrorCode::argument, "there is no row " + std::to_string(row));
    }
    const Evidence& evidence = part().evidence[row];
    const Sop& sop = plan().sop(evidence.version);
    const bool late = evidence.late_work > 0 || evidence.late_days >= 0;
    ReportRow line{.case_id = log().cases().text(evidence.case_number),
                   .code = evidence.code,
                   .severity = severity(evidence.code),
                   .verdict = evidence.verdict,
                   .missing = evidence.missing,
                   .waiver = evidence.waiver == 0
                                 ? nullptr
                                 : &plan().options().waivers[evidence.waiver - 1].waiver,
                   .nomor = squeeze(sop.identity().nomor),
                   .norm = norm_of(plan(), evidence),
                   .observed = moment_of(evidence.seen, head().zone),
                   .due = moment_of({.first = evidence.due, .last = evidence.due}, head().zone),
                   .late_minutes = late ? evidence.late_work / microseconds_a_minute : 0,
                   .late_days = evidence.late_days,
                   .person = data_->person_of(evidence.person, show),
                   .pelaksana = data_->post_of(evidence),
                   .version = evidence.version,
                   .sensitive = evidence.sensitive};
    if (evidence.step < sop.steps().size()) {
        line.step = sop.steps()[evidence.step].key;
    }
    if (evidence.code == CheckCode::step_unknown) {
        line.observed = squeeze(plan().texts().activities.at(evidence.activity));
    } else if (evidence.code == CheckCode::pelaksana && !line.pelaksana.empty()) {
        line.observed = line.pelaksana;
    }
    for (const std::uint32_t event : {evidence.row, evidence.other_row}) {
        if (event < log().row_count()) {
            line.places.push_back(log().row(event).place);
        }
    }
    return line;
}

std::string CheckReport::message(std::size_t row, Language language) const {
    return text_of(plan(), part().evidence.at(row), language);
}

std::string_view CheckReport::case_id(std::size_t place) const {
    return log().cases().text(part().verdicts.at(place).number);
}

std::uint64_t CheckReport::case_digest(std::size_t place) const {
    return case_print(log(), part().verdicts.at(place).number);
}

bool operator==(const CheckReport& a, const CheckReport& b) {
    bool alike = a.plan().version_count() == b.plan().version_count();
    for (std::size_t i = 0; alike && i < a.plan().version_count(); ++i) {
        alike = a.plan().sop(i).digest() == b.plan().sop(i).digest();
    }
    return alike && a.head() == b.head() && a.part() == b.part();
}

CheckReport merged(const CheckReport& a, const CheckReport& b) {
    ReportHead head = b.head();
    head.stopped = a.head().stopped;
    if (!(head == a.head())) {
        throw Error(ErrorCode::argument, "the reports are not of one log checked in one way");
    }
    head.stopped = a.head().stopped || b.head().stopped;
    return {std::move(head), a.data_->log, a.plan(), merged(CheckPart(a.part()), b.part())};
}

std::optional<double> on_time_share(const StepCounts& step) noexcept {
    const auto of = [&](CheckVerdict verdict) {
        return static_cast<double>(step.lateness[static_cast<std::size_t>(verdict)]);
    };
    const double decided = of(CheckVerdict::satisfied) + of(CheckVerdict::violated);
    return decided == 0 ? std::nullopt : std::optional(of(CheckVerdict::satisfied) / decided);
}

std::optional<std::int64_t> duration_quantile(const StepCounts& step, double share) {
    std::uint64_t all = 0;
    for (const std::uint64_t count : step.durations) {
        all += count;
    }
    if (all == 0) {
        return std::nullopt;
    }
    const double wanted = std::max(1.0, std::ceil(share * static_cast<double>(all)));
    std::uint64_t passed = 0;
    for (std::size_t bucket = 0; bucket < step.durations.size(); ++bucket) {
        passed += step.durations[bucket];
        if (static_cast<double>(passed) >= wanted) {
            return bucket_start(bucket + 1) - 1;
        }
    }
    return bucket_start(step.durations.size()) - 1;
}

std::optional<double> mean_duration(const StepCounts& step) noexcept {
    std::uint64_t all = 0;
    for (const std::uint64_t count : step.durations) {
        all += count;
    }
    constexpr double seconds_a_minute = 60;
    return all == 0 ? std::nullopt
                    : std::optional(static_cast<double>(step.work_seconds) / seconds_a_minute /
                                    static_cast<double>(all));
}

} // namespace tertib
