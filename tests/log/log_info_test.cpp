// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/log/log_info.hpp"

#include "catch.hpp"
#include "log/tiny_log.hpp"
#include "tertib/log/log_info_json.hpp"

using namespace tertib;

namespace {

EventLog sample() {
    return tiny_log({{"1", "terima", "2025-05-05T10:00", "ani"},
                     {"1", "telaah", "2025-05-07", "budi", "2025-05-06T08:00"},
                     {"2", "terima", "2025-05-04T10:00", "ani"},
                     {"2", "terima", "2025-05-04T11:00", ""},
                     {"3", "terima", "2025-05-05T10:00", "budi"},
                     {"3", "telaah", "2025-05-06T10:00", "citra"}});
}

} // namespace

TEST_CASE("what a log holds is counted") {
    const LogInfo info = make_log_info(sample());
    CHECK(info.events == 6);
    CHECK(info.cases == 3);
    CHECK(info.with_start == 1);
    CHECK(info.with_complete == 6);
    CHECK(info.day_only == 1);
    CHECK(info.activities == std::vector<TextCount>{{"terima", 4}, {"telaah", 2}});
    CHECK(info.resources == std::vector<TextCount>{{"ani", 2}, {"budi", 2}, {"citra", 1}});
    CHECK(info.roles.empty());
    CHECK(info.digest.size() == 64);
    REQUIRE(info.first);
    REQUIRE(info.last);
    CHECK(text(info.first->earliest, wib()) == "2025-05-04T10:00:00+07:00");
    CHECK(text(info.last->latest, wib()) == "2025-05-07T23:59:59.999999+07:00");
}

TEST_CASE("the most frequent sequences come first") {
    const LogInfo info = make_log_info(sample());
    CHECK(info.variants == 2);
    CHECK(info.frequent ==
          std::vector<VariantCount>{{{"terima", "telaah"}, 2}, {{"terima", "terima"}, 1}});
}

TEST_CASE("findings of the reader stand before those of the data") {
    const LogInfo info = make_log_info(sample(), {make_finding("LOG-NO-TIME")});
    REQUIRE(info.findings.size() >= 2);
    CHECK(info.findings.front().code == "LOG-NO-TIME");
    CHECK(info.findings.back().code.starts_with("LOG-"));
}

TEST_CASE("an empty log has nothing to be said of its time") {
    const LogInfo info = make_log_info(tiny_log({}));
    CHECK(info.events == 0);
    CHECK_FALSE(info.first);
    CHECK(to_json(info).find("\"first\": null") != std::string::npos);
}
