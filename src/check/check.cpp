// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/check/check.hpp"

#include "check/log_rows.hpp"
#include "check/report_periods.hpp"
#include "tertib/base/version.hpp"
#include "tertib/check/case_judge.hpp"
#include "tertib/log/step_match.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <iterator>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

namespace tertib {
namespace {

[[nodiscard]] std::vector<std::string> texts_of(const Dictionary& dictionary) {
    std::vector<std::string> texts;
    texts.reserve(dictionary.size() + 1);
    for (Code code = 0; code <= dictionary.size(); ++code) {
        texts.emplace_back(dictionary.text(code));
    }
    return texts;
}

/// The map as far as it speaks of this version: a step that only another version has is none here.
[[nodiscard]] LogMap map_for(const LogMap& map, const Sop& sop,
                             const std::vector<CheckVersion>& versions) {
    LogMap own = map;
    for (MappedActivity& mapped : own.activities) {
        const bool elsewhere = std::ranges::any_of(versions, [&](const CheckVersion& version) {
            return version.sop != nullptr && version.sop->step(mapped.step) != nullptr;
        });
        if (sop.step(mapped.step) == nullptr && elsewhere) {
            mapped.step.clear();
        }
    }
    return own;
}

[[nodiscard]] std::vector<std::uint32_t> steps_of(const std::vector<StepMatch>& matches,
                                                  const Sop& sop) {
    std::vector<std::uint32_t> steps = {no_step};
    for (const StepMatch& match : matches) {
        const Step* const step =
            match.meaning == ActivityMeaning::step ? sop.step(match.step) : nullptr;
        steps.push_back(step == nullptr ? no_step
                                        : static_cast<std::uint32_t>(step - sop.steps().data()));
    }
    return steps;
}

/// A log with everything that judging it needs.
struct ReadyLog {
    LogQuality quality;
    LogRows rows;
    std::vector<Finding> unknown; ///< activities that are a step of no version
    CheckPlan plan;

    ReadyLog(const EventLog& log, const CheckSetup& setup)
        : quality(find_log_quality(log, setup.quality)),
          rows(log, setup.map, quality, setup.options.now),
          plan(plan_of(log, setup)) {}

private:
    [[nodiscard]] CheckPlan plan_of(const EventLog& log, const CheckSetup& setup) {
        std::vector<CheckVersion> versions = setup.versions;
        std::vector<StepMatch> nowhere;
        for (CheckVersion& version : versions) {
            if (version.sop == nullptr) {
                continue; // CheckPlan refuses it
            }
            const LogMap map = map_for(setup.map, *version.sop, setup.versions);
            std::vector<StepMatch> matches = match_steps(log, *version.sop, map);
            version.step_of_activity = steps_of(matches, *version.sop);
            keep_unknown(nowhere, std::move(matches));
        }
        unknown = unknown_activities(log, nowhere);
        return CheckPlan(std::move(versions), setup.calendar, setup.roster,
                         {.activities = texts_of(log.activities()),
                          .persons = texts_of(log.resources()),
                          .posts = texts_of(log.roles()),
                          .outcomes = texts_of(log.outcomes())},
                         options_for(log, setup));
    }

    /// Of an activity that is known to one version nothing is said.
    static void keep_unknown(std::vector<StepMatch>& all, std::vector<StepMatch> matches) {
        if (all.empty()) {
            all = std::move(matches);
            return;
        }
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (matches[i].meaning != ActivityMeaning::unknown) {
                all[i] = std::move(matches[i]);
            }
        }
    }

    [[nodiscard]] CheckOptions options_for(const EventLog& log, const CheckSetup& setup) const {
        CheckOptions options = setup.options;
        const auto add = [&](std::vector<DocumentColumn>& to,
                             const std::vector<MappedDocument>& from) {
            for (const MappedDocument& mapped : from) {
                if (const std::optional<std::uint32_t> bit = rows.bit_of(mapped.column)) {
                    to.push_back({.step = "", .text = mapped.document, .bit = *bit});
                }
            }
        };
        add(options.kelengkapan, setup.map.kelengkapan);
        add(options.produk, setup.map.produk);
        for (const Waiver& waiver : setup.waivers) {
            const Code of_case = waiver.cases == "*" ? no_code : log.cases().find(waiver.cases);
            if (waiver.cases == "*") {
                options.waivers.push_back({.waiver = waiver, .case_number = std::nullopt});
            } else if (of_case != no_code) {
                options.waivers.push_back({.waiver = waiver, .case_number = of_case});
            }
        }
        return options;
    }
};

/// Deals out cases to threads, a handful at a time, and puts together what they find. Which thread
/// gets which case is chance; parts merge to the same whole.
class Judging {
public:
    Judging(const EventLog& log, const ReadyLog& ready, const CheckRange& range)
        : log_(&log),
          ready_(&ready),
          range_(&range) {}

    /// Those cases, in ascending order.
    [[nodiscard]] CheckPart judge(const std::vector<Code>& cases) {
        next_ = 0;
        cases_ = &cases;
        whole_ = CaseJudge(ready_->plan).finish(); // of no case, but with all its steps
        work_together(std::min<std::size_t>(range_->threads, cases.size() / handful));
        if (failure_) {
            std::rethrow_exception(failure_);
        }
        return std::move(whole_);
    }
    [[nodiscard]] bool stopped() const noexcept { return stopped_; }

private:
    static constexpr std::size_t handful = 64;
    static constexpr std::uint64_t rows_between_looks = 4'096;

    void work_together(std::size_t count) {
        std::vector<std::jthread> threads; // joined whatever happens
        try {
            while (threads.size() + 1 < count) {
                threads.emplace_back([this] { work(Watch()); });
            }
        } catch (const std::system_error&) {
            // No more threads to be had: those that there are do it all.
        }
        work(range_->watch);
    }

    void work(const Watch& watch) {
        try {
            CaseJudge judge(ready_->plan);
            LogRows::Room room;
            std::uint64_t looked = 0;
            while (!stopped_) {
                const std::size_t first = next_.fetch_add(handful);
                if (first >= cases_->size()) {
                    break;
                }
                const std::size_t last = std::min(first + handful, cases_->size());
                for (std::size_t i = first; i < last; ++i) {
                    const CheckCase given = ready_->rows.of((*cases_)[i], room);
                    judge.take(given);
                    done_ += given.rows.size();
                }
                if (watch && done_ >= looked + rows_between_looks) {
                    looked = done_;
                    stopped_ = watch({.done = looked, .total = log_->row_count()}) == Go::stop;
                }
            }
            CheckPart part = judge.finish();
            const std::lock_guard lock(mutex_);
            whole_ = merged(std::move(whole_), part);
        } catch (...) {
            const std::lock_guard lock(mutex_);
            failure_ = std::current_exception();
            stopped_ = true;
        }
    }

    const EventLog* log_;
    const ReadyLog* ready_;
    const CheckRange* range_;
    const std::vector<Code>* cases_ = nullptr;
    std::atomic<std::size_t> next_ = 0;
    std::atomic<std::uint64_t> done_ = 0;
    std::atomic<bool> stopped_ = false;
    std::mutex mutex_;
    CheckPart whole_;
    std::exception_ptr failure_;
};

[[nodiscard]] std::vector<Code> cases_within(const EventLog& log, const CheckRange& range) {
    std::vector<Code> cases;
    const auto last = static_cast<Code>(std::min<std::size_t>(range.last_case, log.case_count()));
    for (Code code = std::max<Code>(range.first_case, 1); code <= last && code != no_code; ++code) {
        cases.push_back(code);
    }
    return cases;
}

} // namespace

CheckPlan make_check_plan(const EventLog& log, const CheckSetup& setup) {
    return ReadyLog(log, setup).plan;
}

CheckReport check(std::shared_ptr<const EventLog> log, const CheckSetup& setup,
                  const CheckRange& range) {
    ReadyLog ready(*log, setup);
    ReportHead head{.tertib_version = std::string(version()),
                    .log_digest = hex(digest(*log)),
                    .data = setup.reading,
                    .calendar = setup.calendar.label(),
                    .calendar_digest = setup.calendar.digest(),
                    .zone = setup.calendar.zone(),
                    .by = range.by,
                    .count_by = range.count_by,
                    .from = range.from,
                    .until = range.until};
    std::ranges::move(ready.quality.findings, std::back_inserter(head.data));
    std::ranges::move(ready.unknown, std::back_inserter(head.data));
    Judging judging(*log, ready, range);
    std::vector<Code> cases = cases_within(*log, range);
    CheckPart part = judging.judge(cases);
    if (range.from || range.until) {
        // When a case is counted is known only once it was judged; its steps are counted anew.
        cases.clear();
        for (const CaseVerdicts& verdicts : part.verdicts) {
            if (counted_within(head, setup.options.now, verdicts)) {
                cases.push_back(verdicts.number);
            }
        }
        if (!judging.stopped()) {
            part = judging.judge(cases);
        }
    }
    head.stopped = judging.stopped();
    return CheckReport(std::move(head), std::move(log), std::move(ready.plan), std::move(part));
}

} // namespace tertib
