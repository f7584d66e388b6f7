// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/log/log_findings.hpp"

#include "catch.hpp"
#include "log/tiny_log.hpp"

#include <algorithm>
#include <string>

using namespace tertib;

namespace {

std::string argument(const Finding& finding, std::string_view name) {
    const auto found = std::ranges::find(finding.arguments, name, &Argument::name);
    return found == finding.arguments.end() ? "?" : found->value;
}

/// The finding of that code; fails where there is none.
Finding only(const LogQuality& quality, std::string_view code) {
    INFO(code);
    const auto found = std::ranges::find(quality.findings, code, &Finding::code);
    REQUIRE(found != quality.findings.end());
    return *found;
}

bool has(const LogQuality& quality, std::string_view code) {
    return std::ranges::find(quality.findings, code, &Finding::code) != quality.findings.end();
}

} // namespace

TEST_CASE("a clean log has nothing to be told") {
    const LogQuality quality = find_log_quality(tiny_log({
        {"1", "a", "2025-05-05T10:00", "ani"},
        {"1", "b", "2025-05-05T11:00", "budi"},
        {"2", "a", "2025-05-06T10:00", "ani"},
        {"2", "b", "2025-05-06T11:30", "budi"},
    }));
    CHECK(quality.findings.empty());
    CHECK(quality.bulk_cases.empty());
    CHECK(quality.shared_accounts.empty());
}

TEST_CASE("what rows lack is counted, with the first place") {
    const LogQuality quality = find_log_quality(tiny_log({
        {"1", "a", "2025-05-05T10:00", "ani"},
        {"", "a", "2025-05-05T10:00", "ani"},
        {"1", "", "2025-05-05T10:30", "ani"},
        {"1", "b", "", "ani"},
        {"1", "c", "2025-05-05T11:00", ""},
        {"2", "c", "", ""},
    }));
    CHECK(argument(only(quality, "LOG-NO-CASE"), "count") == "1");
    CHECK(only(quality, "LOG-NO-CASE").where.row == 3);
    CHECK(only(quality, "LOG-NO-ACTIVITY").where.row == 4);
    CHECK(argument(only(quality, "LOG-NO-STAMP"), "count") == "2");
    CHECK(only(quality, "LOG-NO-STAMP").where.row == 5);
    CHECK(argument(only(quality, "LOG-NO-RESOURCE"), "count") == "2");
    CHECK(argument(only(quality, "LOG-NO-RESOURCE"), "all") == "6");
}

TEST_CASE("an event that is recorded twice is told, also where others stand between") {
    const LogQuality quality = find_log_quality(tiny_log({
        {"1", "a", "2025-05-05T10:00", "ani"},
        {"1", "b", "2025-05-05T10:30", "ani"},
        {"1", "a", "2025-05-05T10:00", "ani"},
        {"1", "a", "2025-05-05T10:00", "budi"},
        {"2", "a", "2025-05-05T10:00", "ani"},
    }));
    CHECK(argument(only(quality, "LOG-DUPLICATE"), "count") == "1");
    CHECK(only(quality, "LOG-DUPLICATE").where.row == 4);
}

TEST_CASE("an event certainly before one that stands before it is against the order") {
    const LogQuality quality = find_log_quality(tiny_log({
        {"1", "a", "2025-05-06T10:00"},
        {"1", "b", "2025-05-05T10:00"},
        {"1", "c", "2025-05-06"}, // may be later than 10.00
        {"1", "d", "2025-05-05"}, // can't be
    }));
    CHECK(argument(only(quality, "LOG-ORDER"), "count") == "2");
    CHECK(only(quality, "LOG-ORDER").where.row == 3);
}

TEST_CASE("dates without a clock time, several zones and stamps upside down are told") {
    const LogQuality quality = find_log_quality(tiny_log({
        {"1", "a", "2025-05-05"},
        {"1", "b", "2025-05-06T10:00+08:00"},
        {"1", "c", "2025-05-07T10:00", {}, "2025-05-07T11:00"},
        {"1", "d", "2025-05-08", {}, "2025-05-08T11:00"}, // may have been at noon
    }));
    CHECK(argument(only(quality, "LOG-DAY-ONLY"), "count") == "2");
    CHECK(argument(only(quality, "LOG-DAY-ONLY"), "all") == "6");
    CHECK(argument(only(quality, "LOG-MIXED-ZONES"), "zones") == "+07:00 (5), +08:00 (1)");
    CHECK(argument(only(quality, "LOG-UPSIDE-DOWN"), "count") == "1");
}

TEST_CASE("different activities at the same moment are told, days aren't moments") {
    CHECK(has(find_log_quality(
                  tiny_log({{"1", "a", "2025-05-05T10:00"}, {"1", "b", "2025-05-05T10:00"}})),
              "LOG-EQUAL-STAMPS"));
    CHECK_FALSE(
        has(find_log_quality(tiny_log({{"1", "a", "2025-05-05"}, {"1", "b", "2025-05-05"}})),
            "LOG-EQUAL-STAMPS"));
}

TEST_CASE("many activities of a case within minutes are bulk entry") {
    const std::vector<TinyRow> rows = {
        {"1", "a", "2025-05-05T10:00"}, {"1", "b", "2025-05-05T10:01"},
        {"1", "c", "2025-05-05T10:02"}, {"1", "d", "2025-05-05T10:05"},
        {"2", "a", "2025-05-05T10:00"}, {"2", "b", "2025-05-05T10:10"},
        {"2", "c", "2025-05-05T10:20"}, {"2", "d", "2025-05-05T10:30"},
        {"3", "a", "2025-05-05T10:00"}, {"3", "a", "2025-05-05T10:01"},
        {"3", "a", "2025-05-05T10:02"}, {"3", "a", "2025-05-05T10:03"},
    };
    const LogQuality quality = find_log_quality(tiny_log(rows));
    CHECK(quality.bulk_cases == std::vector<Code>{1});
    CHECK(argument(only(quality, "LOG-BULK"), "all") == "3");
    CHECK(find_log_quality(tiny_log(rows), {.bulk_activities = 5}).bulk_cases.empty());
}

TEST_CASE("an account for nearly everything, or of many roles, is shared") {
    std::vector<TinyRow> rows;
    for (const char* const of_case : {"1", "2", "3"}) {
        for (const char* const activity : {"a", "b", "c", "d"}) {
            rows.push_back({of_case, activity, {}, "loket"});
        }
    }
    rows.push_back({"3", "e", {}, "ani"});
    const LogQuality quality = find_log_quality(tiny_log(rows));
    CHECK(quality.shared_accounts == std::vector<Code>{1});
    CHECK(argument(only(quality, "LOG-SHARED-ACCOUNT"), "account") == "loket");

    const LogQuality by_roles = find_log_quality(tiny_log({
        {"1", "a", {}, "umum", {}, "Kadis"},
        {"1", "b", {}, "umum", {}, "Kabid"},
        {"1", "c", {}, "umum", {}, "Staf"},
        {"1", "d", {}, "ani", {}, "Staf"},
        {"1", "d", {}, "ani", {}, "Kadis"},
    }));
    CHECK(by_roles.shared_accounts == std::vector<Code>{1});
}
