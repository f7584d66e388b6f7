// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "write/check_decisions.hpp"

#include "catch.hpp"
#include "write/reported_log.hpp"

using namespace tertib;

namespace {

std::vector<CheckDecision> decided(const CheckReport& report, Language language = Language::id) {
    return decisions_of(report, step_figures(report), language);
}

} // namespace

TEST_CASE("at most three things are to be decided, each by somebody and until a day") {
    const CheckReport report = reported(); // now is a Tuesday
    const std::vector<CheckDecision> decisions = decided(report);
    REQUIRE(decisions.size() == 3);
    CHECK(decisions[0].what.starts_with("1 kasus masih terbuka dan melewati waktu bakunya, "
                                        "terbanyak di langkah 3 (Langkah 3): B ("));
    CHECK(decisions[0].who == "Kadis");
    CHECK(decisions[0].day == read_day("2025-07-09"));
    CHECK(decisions[1].who == "Bidang Data");
    CHECK(decisions[1].day == read_day("2025-07-15"));
    CHECK(decisions[2].what.find("tidak dapat dinilai") != std::string::npos);
    CHECK(decisions[2].day == read_day("2025-07-22"));
    for (const CheckDecision& each : decided(report, Language::en)) {
        CHECK(each.what.find('{') == std::string::npos);
    }
}

TEST_CASE("without a now there are no days, and nothing is overdue") {
    const std::vector<CheckDecision> decisions =
        decided(reported(reported_lines, reported_parts(), {}));
    REQUIRE_FALSE(decisions.empty());
    CHECK(decisions[0].what.find("masih terbuka") == std::string::npos);
    for (const CheckDecision& each : decisions) {
        CHECK_FALSE(each.day);
    }
}

TEST_CASE("whoever put the SOP in force decides, by post and not by name") {
    SopParts parts = reported_parts();
    parts.identity.disahkan = Pengesahan{
        .text = "Kepala Dinas, Dewi", .jabatan = "Kepala Dinas", .nama = "Dewi", .nip = {}};
    const std::vector<CheckDecision> decisions = decided(reported(reported_lines, parts));
    REQUIRE(decisions.size() >= 2);
    CHECK(decisions[1].who == "Kepala Dinas");
}

TEST_CASE("working days leave out weekends and holidays") {
    CHECK(working_days_after(id5(), *read_day("2025-05-09"), 1) == read_day("2025-05-14"));
    CHECK_FALSE(working_days_after(Calendar({.name = "tutup"}), *read_day("2025-05-09"), 1));
}

TEST_CASE("the pelaksana of the next steps wait, or those the office serves") {
    SopParts parts = reported_parts();
    CHECK(waiting_for(Sop(parts), 0) == "Kasi");
    CHECK(waiting_for(Sop(parts), 2).empty());
    parts.gateways = {Gateway{.key = "g1"}};
    parts.flow = tiny_parts(3, "start>1 1>g1 g1>2 g1>3 2>end 3>end").flow;
    CHECK(waiting_for(Sop(parts), 0) == "Kasi, Kadis");
}
