// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/log/step_match.hpp"

#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"
#include "time/ascii.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <span>
#include <utility>

namespace tertib {
namespace {

/// The steps of an SOP as activities may name them, made once for all activities.
class StepIndex {
public:
    StepIndex(const Sop& sop, const LogMap& map) : sop_(&sop) {
        for (const MappedActivity& mapped : map.activities) {
            if (!mapped.step.empty() && sop.step(mapped.step) == nullptr) {
                throw Error(ErrorCode::argument, "the map sends the activity \"" + mapped.activity +
                                                     "\" to step " + mapped.step +
                                                     ", which the SOP doesn't have");
            }
            mapped_[fold(mapped.activity)] = mapped.step;
        }
        add_all(map.wait, ActivityMeaning::wait);
        add_all(map.resume, ActivityMeaning::resume);
        for (const Step& step : sop.steps()) {
            by_text_[fold(step.uraian)].push_back(&step);
            if (const std::optional<int> number = number_of(step.no)) {
                by_number_[*number].push_back(&step);
            }
        }
    }

    [[nodiscard]] StepMatch match(std::string_view activity) const {
        const std::string folded = fold(activity);
        if (const auto clock = clocks_.find(folded); clock != clocks_.end()) {
            return {.meaning = clock->second, .basis = MatchBasis::map};
        }
        if (const auto mapped = mapped_.find(folded); mapped != mapped_.end()) {
            return {.meaning =
                        mapped->second.empty() ? ActivityMeaning::left_out : ActivityMeaning::step,
                    .basis = MatchBasis::map,
                    .step = mapped->second};
        }
        if (const Step* const step = sop_->step(trim(activity)); step != nullptr) {
            return found(*step, MatchBasis::number); // its key as it is: 3#2, r12
        }
        if (const Step* const step = by_number(activity); step != nullptr) {
            return found(*step, MatchBasis::number);
        }
        if (const Step* const step = only(by_text_, folded); step != nullptr) {
            return found(*step, MatchBasis::text);
        }
        StepMatch unknown;
        unknown.nearest = nearest(activity);
        return unknown;
    }

private:
    static StepMatch found(const Step& step, MatchBasis basis) {
        return {.meaning = ActivityMeaning::step, .basis = basis, .step = step.key};
    }

    void add_all(const std::vector<std::string>& activities, ActivityMeaning meaning) {
        for (const std::string& activity : activities) {
            clocks_[fold(activity)] = meaning;
        }
    }

    template <typename Map, typename Key>
    static const Step* only(const Map& map, const Key& key) {
        const auto steps = map.find(key);
        return steps == map.end() || steps->second.size() != 1 ? nullptr : steps->second.front();
    }

    /// The number that a text begins with, behind "Langkah" or "Tahap" too, and what follows it.
    struct Numbered {
        int number = 0;
        std::string_view rest;
    };
    static std::optional<Numbered> leading_number(std::string_view text) {
        text = trim(text);
        for (const std::string_view word : {"langkah ", "tahap ", "step "}) {
            if (ascii::equal(text.substr(0, word.size()), word)) {
                text = trim(text.substr(word.size()));
            }
        }
        Numbered numbered;
        const auto [end, error] =
            std::from_chars(text.data(), text.data() + text.size(), numbered.number);
        if (error != std::errc{} || !ascii::digit(text.front())) {
            return std::nullopt;
        }
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        // "3 hari …" and "3a" are no numbers of steps; "3." and "3)" and "3 - " are.
        const bool marked = text.empty() || text.front() == '.' || text.front() == ')' ||
                            text.front() == ':' || trim(text).starts_with('-');
        if (!marked) {
            return std::nullopt;
        }
        while (!text.empty() && (ascii_sign(text.front()) || text.front() == ' ')) {
            text.remove_prefix(1);
        }
        numbered.rest = text;
        return numbered;
    }
    static bool ascii_sign(char c) noexcept { return c == '.' || c == ')' || c == ':' || c == '-'; }

    static std::optional<int> number_of(std::string_view no) {
        const std::optional<Numbered> numbered = leading_number(no);
        return numbered && numbered->rest.empty() ? std::optional(numbered->number) : std::nullopt;
    }

    [[nodiscard]] const Step* by_number(std::string_view activity) const {
        const std::optional<Numbered> numbered = leading_number(activity);
        if (!numbered) {
            return nullptr;
        }
        const Step* const step = only(by_number_, numbered->number);
        if (step == nullptr || numbered->rest.empty()) {
            return step;
        }
        // The words decide whether number and words speak of the same step.
        const std::string words_of = fold(numbered->rest);
        const auto others = by_text_.find(words_of);
        const bool of_another = others != by_text_.end() &&
                                std::ranges::find(others->second, step) == others->second.end();
        return of_another ? nullptr : step;
    }

    [[nodiscard]] std::vector<StepCandidate> nearest(std::string_view activity) const {
        constexpr std::size_t most = 3;
        constexpr double least_likeness = 0.2;
        std::vector<StepCandidate> all;
        for (const Step& step : sop_->steps()) {
            const double likeness = similarity(activity, step.uraian);
            if (likeness >= least_likeness) {
                all.push_back({step.key, likeness});
            }
        }
        std::ranges::sort(all, [](const StepCandidate& a, const StepCandidate& b) {
            return std::pair(-a.likeness, std::string_view(a.step)) <
                   std::pair(-b.likeness, std::string_view(b.step));
        });
        all.resize(std::min(all.size(), most));
        return all;
    }

    const Sop* sop_;
    std::map<std::string, std::string> mapped_;
    std::map<std::string, ActivityMeaning> clocks_;
    std::map<std::string, std::vector<const Step*>> by_text_;
    std::map<int, std::vector<const Step*>> by_number_;
};

std::string listed(const std::vector<StepCandidate>& candidates) {
    std::string list;
    for (const StepCandidate& candidate : candidates) {
        list += (list.empty() ? "" : ", ") + candidate.step;
    }
    return list.empty() ? "-" : list;
}

} // namespace

StepMatch match_step(std::string_view activity, const Sop& sop, const LogMap& map) {
    return StepIndex(sop, map).match(activity);
}

std::vector<StepMatch> match_steps(const EventLog& log, const Sop& sop, const LogMap& map) {
    const StepIndex index(sop, map);
    std::vector<StepMatch> matches;
    matches.reserve(log.activities().size());
    for (std::size_t code = 1; code <= log.activities().size(); ++code) {
        matches.push_back(index.match(log.activities().text(static_cast<Code>(code))));
    }
    return matches;
}

std::vector<Finding> unknown_activities(const EventLog& log,
                                        const std::vector<StepMatch>& matches) {
    std::vector<std::uint64_t> counts(log.activities().size() + 1, 0);
    std::vector<std::uint32_t> places(counts.size(), 0);
    for (std::size_t i = 0; i < log.chunk_count(); ++i) {
        const LogChunk chunk = log.chunk(i);
        for (std::size_t row = 0; row < chunk.size(); ++row) {
            const Code activity = chunk.activities[row];
            if (counts[activity]++ == 0) {
                places[activity] = chunk.places[row];
            }
        }
    }
    std::vector<Finding> findings;
    for (std::size_t i = 0; i < matches.size(); ++i) {
        if (matches[i].meaning != ActivityMeaning::unknown) {
            continue;
        }
        const std::string activity(log.activities().text(static_cast<Code>(i + 1)));
        findings.push_back(make_finding("LOG-ACTIVITY-UNKNOWN",
                                        {.row = places[i + 1], .column = 0, .step = {}},
                                        {{"activity", activity},
                                         {"count", std::to_string(counts[i + 1])},
                                         {"nearest", listed(matches[i].nearest)}},
                                        activity));
    }
    return findings;
}

std::string_view name(ActivityMeaning meaning) noexcept {
    switch (meaning) {
    case ActivityMeaning::unknown: return "unknown";
    case ActivityMeaning::step: return "step";
    case ActivityMeaning::left_out: return "no_step";
    case ActivityMeaning::wait: return "wait";
    case ActivityMeaning::resume: return "resume";
    }
    return "";
}

std::string_view name(MatchBasis basis) noexcept {
    switch (basis) {
    case MatchBasis::none: return "none";
    case MatchBasis::map: return "map";
    case MatchBasis::number: return "number";
    case MatchBasis::text: return "text";
    }
    return "";
}

} // namespace tertib
