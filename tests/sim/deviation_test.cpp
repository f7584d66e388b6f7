// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/sim/deviation.hpp"

#include "catch.hpp"
#include "tertib/check/check_code.hpp"

using namespace tertib;

TEST_CASE("deviations are the checks, by the same names in the same order") {
    static_assert(deviation_count == check_code_count);
    for (std::size_t i = 0; i < deviation_count; ++i) {
        const auto deviation = static_cast<Deviation>(i);
        CHECK(name(deviation) == name(check_code_at(i)));
        CHECK(deviation_from_name(name(deviation)) == deviation);
    }
    CHECK_FALSE(deviation_from_name("LATE").has_value());
    CHECK_FALSE(can_be_planted(Deviation::late_path));
    CHECK_FALSE(can_be_planted(Deviation::not_signed));
    CHECK(can_be_planted(Deviation::late_step));
}
