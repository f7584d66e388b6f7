// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/check/evidence_text.hpp"

#include "catch.hpp"
#include "test_log.hpp"

using namespace tertib;

namespace {

struct Found {
    CheckPlan plan;
    CheckPart part;

    /// The sentences of one check.
    [[nodiscard]] std::string say(CheckCode code, Language language) const {
        std::string all;
        for (const Evidence& each : part.evidence) {
            if (each.code == code) {
                all += (all.empty() ? "" : "\n") + text_of(plan, each, language);
            }
        }
        return all;
    }
};

Found found(std::string_view rows, CheckOptions options = {}) {
    TestLog log;
    log.add(rows);
    CheckPlan plan({version_of(timed_parts(3, "start>1 1>2 2>3 3>end"))}, id5(), {}, log.texts,
                   std::move(options));
    CheckPart part = judged(plan, log);
    return {.plan = std::move(plan), .part = std::move(part)};
}

} // namespace

TEST_CASE("lateness is told with norm, deadline and amount, in both languages") {
    const Found late = found("1 2025-05-05T08:00/2025-05-05T08:30; 2 2025-05-05T09:45");
    CHECK(late.say(CheckCode::late_step, Language::id) ==
          "Langkah 2 melebihi waktu baku “60 Menit”, dihitung sejak langkah siap "
          "(2025-05-05T08:30:00+07:00), termasuk waktu tunggu: jatuh tempo "
          "2025-05-05T09:30:00+07:00, selesai 2025-05-05T09:45:00+07:00, lewat 15 menit kerja.");
    CHECK(late.say(CheckCode::late_step, Language::en) ==
          "Step 2 took longer than its waktu “60 Menit”, counted since it was ready "
          "(2025-05-05T08:30:00+07:00), waiting included: due 2025-05-05T09:30:00+07:00, "
          "completed 2025-05-05T09:45:00+07:00, over by 15 working minutes.");
    const Found started =
        found("1 2025-05-05T08:00/2025-05-05T09:30", {.measured_from = MeasuredFrom::started});
    CHECK(started.say(CheckCode::late_step, Language::id).find("dihitung sejak langkah dimulai") !=
          std::string::npos);
}

TEST_CASE("every kind of evidence has a sentence without a hole left open") {
    const Found all =
        found("1 2025-05-05T08:00/2025-05-05T08:30; 3 2025-05-05T08:45; 3 2025-05-05T08:50; "
              "Rapat 2025-05-04; 2 2025-05-06",
              {.now = moment("2025-05-10T08:00"), .service_waktu = "1 Jam"});
    CHECK(all.part.evidence.size() > 5);
    for (const Evidence& each : all.part.evidence) {
        for (const Language language : {Language::id, Language::en}) {
            const std::string sentence = text_of(all.plan, each, language);
            CAPTURE(sentence);
            CHECK(sentence.find('{') == std::string::npos);
            CHECK(sentence.ends_with("."));
        }
    }
}

TEST_CASE("what is missing for a verdict has a sentence each") {
    const Found any = found("1 2025-05-05T08:00");
    for (int i = 1; i <= static_cast<int>(CheckMissing::reckoning); ++i) {
        const Evidence evidence{.verdict = CheckVerdict::undecidable,
                                .missing = static_cast<CheckMissing>(i)};
        CHECK(text_of(any.plan, evidence, Language::id).starts_with("Tidak dapat dinilai: "));
        CHECK(text_of(any.plan, evidence, Language::en).starts_with("Undecidable: "));
    }
}

TEST_CASE("days of lateness are days, everything else minutes") {
    CHECK(lateness_text({.late_work = 5'400'000'000}, Language::id) == "90 menit kerja");
    CHECK(lateness_text({.late_work = 5'400'000'000, .late_days = 2}, Language::id) == "2 hari");
    CHECK(lateness_text({.late_days = 1}, Language::en) == "1 day");
}
