// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/check/case_judge.hpp"
#include "tertib/sim/log_generator.hpp"
#include "tertib/time/calendar.hpp"

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

/// What the checks find in a generated log, as "CASE CODE STEP" lines to be compared with its truth.
/// Of checks that are of the case as a whole no step is told.
class JudgedLog {
public:
    JudgedLog(const tertib::Sop& sop, const tertib::Calendar& calendar,
              const tertib::GeneratedLog& made, const tertib::GeneratorOptions& options)
        : made_(made) {
        tertib::CheckOptions wanted{.now = made.truth.now};
        for (const auto& [mapped, columns] : {std::pair(&made.map.kelengkapan, &wanted.kelengkapan),
                                              std::pair(&made.map.produk, &wanted.produk)}) {
            for (const tertib::MappedDocument& each : *mapped) {
                columns->push_back({.step = "",
                                    .text = each.document,
                                    .bit = static_cast<std::uint32_t>(columns_.size())});
                columns_.push_back(made.log.column(each.column));
            }
        }
        const tertib::CheckPlan plan(
            {{.sop = std::make_shared<const tertib::Sop>(sop), .four_eyes = options.four_eyes}},
            calendar, made.roster, texts(), wanted);
        tertib::CaseJudge judge(plan);
        for (tertib::Code code = 1; code <= made.log.case_count(); ++code) {
            take(judge, code);
        }
        part_ = judge.finish();
        for (const tertib::Evidence& each : part_.evidence) {
            if (each.verdict == tertib::CheckVerdict::violated) {
                found_.insert(line(sop, each));
            }
        }
        expect(sop);
    }

    [[nodiscard]] const tertib::CheckPart& part() const { return part_; }
    [[nodiscard]] const std::set<std::string>& found() const { return found_; }
    [[nodiscard]] const std::set<std::string>& expected() const { return expected_; }
    /// What one of them has and the other hasn't, at most a few.
    [[nodiscard]] static std::string without(const std::set<std::string>& all,
                                             const std::set<std::string>& some) {
        std::string text;
        std::size_t count = 0;
        for (const std::string& each : all) {
            if (!some.contains(each) && ++count <= 5) {
                text += each + "; ";
            }
        }
        return text;
    }
    [[nodiscard]] std::string missed() const { return without(expected_, found_); }
    [[nodiscard]] std::string unexpected() const { return without(found_, expected_); }

private:
    static bool of_case(tertib::CheckCode code) {
        using tertib::CheckCode;
        return code == CheckCode::late_case || code == CheckCode::late_path ||
               code == CheckCode::incomplete || code == CheckCode::not_in_force ||
               code == CheckCode::not_signed;
    }

    static std::vector<std::string> texts_of(const tertib::Dictionary& dictionary) {
        std::vector<std::string> texts{""};
        for (tertib::Code code = 1; code <= dictionary.size(); ++code) {
            texts.emplace_back(dictionary.text(code));
        }
        return texts;
    }

    [[nodiscard]] tertib::CheckTexts texts() const {
        return {.activities = texts_of(made_.log.activities()),
                .persons = texts_of(made_.log.resources()),
                .posts = texts_of(made_.log.roles()),
                .outcomes = texts_of(made_.log.outcomes())};
    }

    static tertib::CheckStamp stamp(const tertib::EventStamp& given) {
        const tertib::Stamp when = tertib::interval(given.instant, given.form);
        return {.first = when.earliest.time_since_epoch().count(),
                .last = when.latest.time_since_epoch().count()};
    }

    void take(tertib::CaseJudge& judge, tertib::Code code) {
        const tertib::CaseRows places = made_.log.case_index().rows(code);
        std::vector<tertib::CheckRow> rows;
        std::vector<tertib::DocumentCells> cells;
        for (std::size_t i = 0; i < places.size(); ++i) {
            const tertib::LogEvent event = made_.log.row(places[i]);
            rows.push_back({.activity = event.activity,
                            .person = event.resource,
                            .post = event.role,
                            .outcome = event.outcome,
                            .row = static_cast<std::uint32_t>(places[i]),
                            .start = stamp(event.start),
                            .complete = stamp(event.complete)});
            tertib::DocumentCells& own = cells.emplace_back();
            for (std::size_t bit = 0; bit < columns_.size(); ++bit) {
                const tertib::LogValue value = columns_[bit]->value(places[i]);
                if (const auto* text = std::get_if<std::string_view>(&value)) {
                    own.known |= std::uint64_t{1} << bit;
                    own.there |= std::uint64_t{*text == "ada" ? 1U : 0U} << bit;
                }
            }
        }
        judge.take({.number = code, .rows = rows, .documents = cells});
    }

    [[nodiscard]] std::string line(const tertib::Sop& sop, const tertib::Evidence& each) const {
        std::string text = std::string(made_.log.cases().text(each.case_number)) + " " +
                           std::string(tertib::name(each.code));
        if (!of_case(each.code) && each.step != tertib::no_step) {
            text += " " + sop.steps()[each.step].key;
        }
        return text;
    }

    void expect(const tertib::Sop&) {
        for (const tertib::TruthEntry& each : made_.truth.entries) {
            const std::string what = " " + std::string(tertib::name(each.code)) +
                                     (each.step.empty() ? "" : " " + each.step);
            if (each.of_case != "*") {
                expected_.insert(each.of_case + what);
                continue;
            }
            for (const tertib::CaseVerdicts& own : part_.verdicts) {
                if (own.of(tertib::CheckCode::not_in_force) != tertib::CheckVerdict::violated) {
                    expected_.insert(std::string(made_.log.cases().text(own.number)) + what);
                }
            }
        }
    }

    const tertib::GeneratedLog& made_;
    std::vector<const tertib::ExtraColumn*> columns_;
    tertib::CheckPart part_;
    std::set<std::string> found_;
    std::set<std::string> expected_;
};
