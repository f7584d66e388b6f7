// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/check/evidence.hpp"

#include "catch.hpp"

#include <set>
#include <string>

using namespace tertib;

TEST_CASE("evidence is ordered by case, then check, then step and row") {
    const Evidence first{.case_number = 1, .code = CheckCode::order, .step = 4, .row = 2};
    Evidence second = first;
    CHECK_FALSE(comes_before(first, second));
    second.row = 3;
    CHECK(comes_before(first, second));
    second = first;
    second.step = 3;
    CHECK(comes_before(second, first));
    second.code = CheckCode::repeat;
    CHECK(comes_before(first, second));
    second.case_number = 0;
    CHECK(comes_before(second, first));
}

TEST_CASE("what is missing has a name of its own each") {
    std::set<std::string> names;
    for (int i = 0; i <= static_cast<int>(CheckMissing::reckoning); ++i) {
        names.insert(std::string(name(static_cast<CheckMissing>(i))));
    }
    CHECK(names.size() == static_cast<std::size_t>(CheckMissing::reckoning) + 1);
}
