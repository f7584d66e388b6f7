// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/sim/log_generator.hpp"

#include "catch.hpp"
#include "judged_log.hpp"
#include "sample_sops.hpp"
#include "scale.hpp"
#include "tertib/base/error.hpp"

using namespace tertib;

TEST_CASE("cases that keep to their SOP show nothing, whatever the seed and the SOP") {
    for (const SampleSop& sample : sample_sops()) {
        for (std::uint64_t seed = 1; seed <= scaled(400); ++seed) {
            GeneratorOptions options = year_options();
            options.cases = 40;
            options.seed = seed;
            options.documents = DocumentsTold::all;
            const GeneratedLog made = generate_log(sample.sop, office(), {}, options);
            const JudgedLog judged(sample.sop, office(), made, options);
            CAPTURE(sample.name, seed, judged.unexpected());
            REQUIRE(made.log.case_count() == options.cases);
            REQUIRE(judged.found() == judged.expected());
        }
    }
}

TEST_CASE("what a generated log can tell is decided, not left open") {
    GeneratorOptions options = year_options();
    options.cases = 200;
    options.documents = DocumentsTold::all;
    options.four_eyes = {{.steps = {"1", "3"}, .basis = "contoh"}};
    const Sop sop(timed_parts(4, "start>1 1>2 2>1:Tidak 2>3:Ya 3>4 4>end"));
    const GeneratedLog made = generate_log(sop, office(), {}, options);
    const JudgedLog judged(sop, office(), made, options);
    for (const CheckCode code :
         {CheckCode::step_unknown, CheckCode::step_missing, CheckCode::order, CheckCode::repeat,
          CheckCode::pelaksana, CheckCode::late_step, CheckCode::late_path,
          CheckCode::input_missing, CheckCode::output_missing, CheckCode::not_in_force,
          CheckCode::four_eyes, CheckCode::out_of_hours, CheckCode::incomplete}) {
        CAPTURE(name(code));
        CHECK(judged.part().of(code).of(CheckVerdict::satisfied) == options.cases);
    }
}

TEST_CASE("the same seed makes the same log, another seed another one") {
    GeneratorOptions options = year_options();
    options.cases = 50;
    const Sop sop(timed_parts(4, "start>1 1>2 1>3 2>g1 3>g1 g1>4 4>end"));
    const Sha256 once = digest(generate_log(sop, office(), {}, options).log);
    CHECK(digest(generate_log(sop, office(), {}, options).log) == once);
    options.seed = 2;
    CHECK(digest(generate_log(sop, office(), {}, options).log) != once);
}

TEST_CASE("optional steps are left out in some cases, those of one reason together") {
    SopParts parts = timed_parts(4, "start>1 1>2 2>3 3>4 4>end");
    parts.steps[1].optional = parts.steps[2].optional = "bukan nominator";
    const Sop sop(std::move(parts));
    GeneratorOptions options = year_options();
    options.cases = 300;
    const GeneratedLog made = generate_log(sop, office(), {}, options);
    std::size_t left_out = 0;
    for (Code code = 1; code <= made.log.case_count(); ++code) {
        const std::size_t rows = made.log.case_index().rows(code).size();
        REQUIRE((rows == 2 || rows == 4));
        left_out += rows == 2 ? 1 : 0;
    }
    CHECK(left_out > 50);
    CHECK(left_out < 150);
}

TEST_CASE("people of a given roster do its posts, while they hold them") {
    const Sop sop(timed_parts(2, "start>1 1>2 2>end"));
    const Roster roster({{.person = "P1",
                          .pelaksana = "Kepala",
                          .from = first_day,
                          .until = read_day("2025-06-30")},
                         {.person = "P2", .pelaksana = "Kepala", .from = *read_day("2025-07-01")},
                         {.person = "P3",
                          .pelaksana = "Kepala",
                          .kind = PostKind::plh,
                          .from = first_day}}); // without a letter
    GeneratorOptions options = year_options();
    options.cases = 100;
    const GeneratedLog made = generate_log(sop, office(), roster, options);
    CHECK(made.log.resources().find("P1") != no_code);
    CHECK(made.log.resources().find("P2") != no_code);
    CHECK(made.log.resources().find("P3") == no_code);
    const JudgedLog judged(sop, office(), made, options);
    CHECK(judged.part().of(CheckCode::pelaksana).of(CheckVerdict::satisfied) == 100);
}

TEST_CASE("what can't be made up is refused") {
    const auto refused = [](SopParts parts, GeneratorOptions options) {
        const Sop sop(std::move(parts));
        try {
            (void)generate_log(sop, office(), {}, options);
        } catch (const Error& error) {
            CHECK(error.code() == ErrorCode::argument);
            return std::string(error.what());
        }
        return std::string();
    };
    const GeneratorOptions year = year_options();
    CHECK_THAT(refused(timed_parts(4, "start>1 1>2:A 1>3:B 2>g1 3>g1 g1>4 4>end"), year),
               Catch::Contains("sound"));
    GeneratorOptions options = year;
    options.until = *read_day("2024-12-31");
    CHECK_THAT(refused(timed_parts(1, "start>1 1>end"), options), Catch::Contains("until"));
    options = year;
    options.plants = {{Deviation::late_path, 1}};
    CHECK_THAT(refused(timed_parts(1, "start>1 1>end"), options), Catch::Contains("LATE-PATH"));
    options.plants = {{Deviation::late_step, options.cases + 1}};
    CHECK_THAT(refused(timed_parts(1, "start>1 1>end"), options), Catch::Contains("deviate"));
    options.plants = {{Deviation::step_missing, 1}};
    CHECK_THAT(refused(timed_parts(1, "start>1 1>end"), options), Catch::Contains("STEP-MISSING"));
    SopParts draft = timed_parts(1, "start>1 1>end");
    draft.identity.status = SopStatus::rancangan;
    CHECK_THAT(refused(std::move(draft), year), Catch::Contains("draft"));
    SopParts early = timed_parts(1, "start>1 1>end");
    early.identity.tanggal_berlaku = read_tanggal("2 Januari 2030").tanggal;
    CHECK_THAT(refused(std::move(early), year), Catch::Contains("in force"));
}
