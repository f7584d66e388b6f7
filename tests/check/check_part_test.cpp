// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/check/check_part.hpp"

#include "catch.hpp"
#include "tertib/base/error.hpp"

using namespace tertib;

TEST_CASE("each duration falls into the bucket that begins at or before it") {
    for (std::int64_t minutes = 0; minutes < 5'000; ++minutes) {
        const std::size_t bucket = duration_bucket(minutes);
        REQUIRE(bucket_start(bucket) <= minutes);
        REQUIRE(bucket_start(bucket + 1) > minutes);
    }
    CHECK(duration_bucket(-5) == 0);
    CHECK(duration_bucket(INT64_MAX) == duration_buckets - 1);
    CHECK(bucket_start(duration_bucket(64)) == 64);
    CHECK(bucket_start(duration_bucket(71)) == 64);
    CHECK(bucket_start(duration_bucket(72)) == 72);
}

TEST_CASE("parts of disjoint cases are merged, those that share one refused") {
    CheckPart a;
    a.cases = 1;
    a.verdicts = {{.number = 4}};
    a.evidence = {{.case_number = 4}};
    CheckPart b;
    b.cases = 1;
    b.verdicts = {{.number = 2}};
    b.evidence = {{.case_number = 2}};
    CHECK(merged(a, b) == merged(b, a));
    CHECK(merged(a, b).verdicts.front().number == 2);
    CHECK(merged(a, CheckPart{}) == a);
    CHECK_THROWS_AS(merged(a, a), Error);
    b.steps.resize(2);
    a.steps.resize(1);
    CHECK_THROWS_AS(merged(a, b), Error);
}
