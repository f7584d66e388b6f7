// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/sop_successor.hpp"

#include "catch.hpp"
#include "run/office_chain.hpp"

using namespace tertib;

TEST_CASE("the successor in force is the last one that is, on that day") {
    OfficeChain office;
    const std::string a(64, 'a');
    const std::string b(64, 'b');
    const std::string c(64, 'c');
    office.know({a, b, c});
    const auto after = [&](const std::string& digest, std::string_view on) {
        return successor_in_force(office.state.versions, digest, day(on)).substr(0, 1);
    };
    CHECK(after(a, "2025-05-05").empty());
    office.act(EnforceSop{.sop = a, .from = day("2025-05-05"), .until = {}});
    office.act(ReplaceSop{.old_sop = a, .sop = b, .from = day("2025-06-02"), .until = {}});
    office.act(ReplaceSop{.old_sop = b, .sop = c, .from = day("2025-07-01"), .until = {}});
    CHECK(after(a, "2025-06-01").empty());
    CHECK(after(a, "2025-06-02") == "b");
    CHECK(after(a, "2025-07-01") == "c");
    CHECK(after(b, "2025-07-01") == "c");
    CHECK(after(c, "2025-07-01").empty());
    CHECK(after(std::string(64, 'd'), "2025-07-01").empty());
}
