// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/base/version.hpp"

#include "tertib/base/text.hpp"

#include "catch.hpp"

TEST_CASE("the version is three numbers") {
    const auto parts = tertib::split(tertib::version(), '.');
    REQUIRE(parts.size() == 3);
    for (const std::string_view part : parts) {
        CHECK_FALSE(part.empty());
        CHECK(part.find_first_not_of("0123456789") == std::string_view::npos);
    }
}
