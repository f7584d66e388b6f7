// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/log/step_match.hpp"

#include "catch.hpp"
#include "log/tiny_log.hpp"
#include "tertib/base/error.hpp"

using namespace tertib;

namespace {

Sop office_sop() {
    SopParts parts;
    parts.pelaksana = {"Loket", "Kadis"};
    const std::vector<std::pair<const char*, const char*>> rows = {
        {"1", "Menerima berkas permohonan"},
        {"2", "Memeriksa kelengkapan berkas"},
        {"3", "Menandatangani izin"},
        {"4", "Memeriksa lapangan"},
        {"5", "Memeriksa lapangan"}};
    for (const auto& [key, uraian] : rows) {
        parts.steps.push_back(Step{.key = key, .no = std::string(key) + ".", .uraian = uraian});
    }
    return Sop(std::move(parts));
}

StepMatch match(std::string_view activity, const LogMap& map = {}) {
    return match_step(activity, office_sop(), map);
}

} // namespace

TEST_CASE("an activity is matched by its number") {
    for (const char* const activity : {"3", "3.", "Langkah 3", "tahap 3", "3. Menandatangani izin",
                                       "3) Tanda tangan", "3 - Paraf"}) {
        INFO(activity);
        CHECK(match(activity).step == "3");
        CHECK(match(activity).basis == MatchBasis::number);
    }
}

TEST_CASE("an activity is matched by its text after folding") {
    const StepMatch found = match("  MENERIMA berkas   permohonan. ");
    CHECK(found.step == "1");
    CHECK(found.basis == MatchBasis::text);
    CHECK(found.nearest.empty());
}

TEST_CASE("what isn't clear is unknown, with the nearest steps") {
    for (const char* const activity : {"3. Menerima berkas permohonan", "Memeriksa lapangan",
                                       "Pemeriksaan berkas", "3 hari lewat", "9", "3a", "arsip"}) {
        INFO(activity);
        const StepMatch found = match(activity);
        CHECK(found.meaning == ActivityMeaning::unknown);
        CHECK(found.step.empty());
    }
    REQUIRE_FALSE(match("Periksa kelengkapan berkas").nearest.empty());
    CHECK(match("Periksa kelengkapan berkas").nearest.front().step == "2");
    CHECK(match("Memeriksa lapangan").nearest.size() >= 2);
    CHECK(match("arsip").nearest.empty());
}

TEST_CASE("the map has the first word") {
    LogMap map;
    map.activities = {{"Cek berkas", "2"}, {"Istirahat", ""}, {"3", "1"}};
    map.wait = {"Menunggu pemohon"};
    map.resume = {"Dilengkapi"};
    CHECK(match("cek  BERKAS", map).step == "2");
    CHECK(match("cek berkas", map).basis == MatchBasis::map);
    CHECK(match("3", map).step == "1");
    CHECK(match("istirahat", map).meaning == ActivityMeaning::left_out);
    CHECK(match("Menunggu pemohon", map).meaning == ActivityMeaning::wait);
    CHECK(match("dilengkapi", map).meaning == ActivityMeaning::resume);
}

TEST_CASE("a map to a step that isn't there is refused") {
    LogMap map;
    map.activities = {{"Cek", "7"}};
    CHECK_THROWS_AS(match("Cek", map), Error);
}

TEST_CASE("each unknown activity of a log is a finding with its count and first place") {
    const EventLog log =
        tiny_log({{"1", "1"}, {"1", "Periksa kelengkapan berkas"}, {"2", "arsip"}, {"2", "arsip"}});
    const std::vector<StepMatch> matches = match_steps(log, office_sop(), {});
    REQUIRE(matches.size() == 3);
    CHECK(matches[0].step == "1");
    const std::vector<Finding> findings = unknown_activities(log, matches);
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].code == "LOG-ACTIVITY-UNKNOWN");
    CHECK(findings[0].where.row == 3);
    CHECK(findings[0].arguments[2].value.starts_with("2"));
    CHECK(findings[1].arguments[1].value == "2");
    CHECK(findings[1].arguments[2].value == "-");
}
