// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/log/variants.hpp"

#include "catch.hpp"
#include "log/tiny_log.hpp"

#include <rapidcheck.h>

#include <map>
#include <string>

using namespace tertib;

namespace {

std::string shown(const EventLog& log, const Variant& variant) {
    std::string text;
    for (const Code code : variant.activities) {
        text += std::string(log.activities().text(code)) + " ";
    }
    return text + "x" + std::to_string(variant.cases);
}

std::vector<std::string> shown(const EventLog& log, const Variants& variants) {
    std::vector<std::string> all;
    for (const Variant& variant : variants.all()) {
        all.push_back(shown(log, variant));
    }
    return all;
}

} // namespace

TEST_CASE("cases with the same activities are one variant") {
    const EventLog log = tiny_log(
        {{"1", "b"}, {"1", "c"}, {"2", "a"}, {"3", "b"}, {"3", "c"}, {"4", "b"}, {"4", "a"}});
    const Variants variants = find_variants(log);
    CHECK(shown(log, variants) == std::vector<std::string>{"a x1", "b a x1", "b c x2"});
    CHECK(variants.of_case(1) == 2);
    CHECK(variants.of_case(3) == 2);
    CHECK(variants.of_case(2) == 0);
    CHECK(variants.all()[2].first_case == 1);
    CHECK(variants.by_frequency() == std::vector<std::uint32_t>{2, 0, 1});
}

TEST_CASE("a case without events is the empty variant, before all others") {
    LogBuilder builder;
    static_cast<void>(builder.case_code("kosong"));
    builder.add({.case_code = builder.case_code("1"), .activity = builder.activity("a")});
    const EventLog log = std::move(builder).finish();
    const Variants variants = find_variants(log);
    REQUIRE(variants.all().size() == 2);
    CHECK(variants.all()[0].activities.empty());
    CHECK(variants.of_case(1) == 0);
}

TEST_CASE("by time, events stand in the order of their stamps, others behind the one before") {
    const EventLog log = tiny_log({{"1", "late", "2025-05-07T10:00"},
                                   {"1", "unstamped"},
                                   {"1", "early", "2025-05-05T10:00"},
                                   {"1", "started", {}, {}, "2025-05-06T10:00"}});
    CHECK(shown(log, find_variants(log, EventOrder::time)) ==
          std::vector<std::string>{"early started late unstamped x1"});
    CHECK(shown(log, find_variants(log, EventOrder::source)) ==
          std::vector<std::string>{"late unstamped early started x1"});
}

TEST_CASE("variants and their order don't depend on how cases are mixed in the source") {
    rc::check("variants of a shuffled log", [] {
        const auto sequences = *rc::gen::container<std::vector<std::string>>(
            rc::gen::container<std::string>(rc::gen::inRange('a', 'd')));
        std::map<std::string, int> expected;
        std::vector<std::string> names;
        std::vector<TinyRow> one_by_one;
        std::vector<TinyRow> in_turn;
        for (std::size_t i = 0; i < sequences.size(); ++i) {
            names.push_back("kasus " + std::to_string(i));
        }
        static const std::string letters = "abcd";
        std::size_t longest = 0;
        for (std::size_t i = 0; i < sequences.size(); ++i) {
            longest = std::max(longest, sequences[i].size());
            expected[sequences[i]] += sequences[i].empty() ? 0 : 1;
            for (const char letter : sequences[i]) {
                one_by_one.push_back({names[i], std::string_view(letters).substr(
                                                    static_cast<std::size_t>(letter - 'a'), 1)});
            }
        }
        for (std::size_t place = 0; place < longest; ++place) {
            for (std::size_t i = 0; i < sequences.size(); ++i) {
                if (place < sequences[i].size()) {
                    in_turn.push_back(
                        {names[i], std::string_view(letters).substr(
                                       static_cast<std::size_t>(sequences[i][place] - 'a'), 1)});
                }
            }
        }
        std::vector<std::string> wanted;
        for (const auto& [sequence, cases] : expected) {
            std::string text;
            for (const char letter : sequence) {
                text += std::string(1, letter) + " ";
            }
            if (cases > 0) {
                wanted.push_back(text + "x" + std::to_string(cases));
            }
        }
        const EventLog first = tiny_log(one_by_one);
        const EventLog second = tiny_log(in_turn);
        RC_ASSERT(shown(first, find_variants(first)) == wanted);
        RC_ASSERT(shown(second, find_variants(second)) == wanted);
    });
}
