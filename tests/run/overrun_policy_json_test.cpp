// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/overrun_policy_json.hpp"

#include "catch.hpp"
#include "tertib/base/error.hpp"

using namespace tertib;

namespace {

std::string refusal(std::string_view rules) {
    try {
        (void)overrun_policy_from_json(R"({"schema": "tertib.overrun/1", "name": "x", "rules": )" +
                                       std::string(rules) + "}");
        return "";
    } catch (const Error& error) {
        return error.what();
    }
}

} // namespace

TEST_CASE("a policy comes back equal from its JSON") {
    const OverrunPolicy policy(
        "Loket 2025", {{.steps = {"1", "2"},
                        .when = OverrunWhen::not_started,
                        .side = OverrunSide::before,
                        .waktu = "1 Hari"},
                       {.what = OverrunAct::reassign, .pelaksana = "Kadis", .person = "Ani"},
                       {.side = OverrunSide::after,
                        .waktu = "2 Jam",
                        .what = OverrunAct::escalate,
                        .pelaksana = "Sekda"}});
    const OverrunPolicy back = overrun_policy_from_json(to_json(policy));
    CHECK(back == policy);
    CHECK(back.digest() == policy.digest());
}

TEST_CASE(
    "what a rule doesn't say is the usual: what isn't completed is recorded when it is missed") {
    const OverrunPolicy policy =
        overrun_policy_from_json(R"({"schema": "tertib.overrun/1", "name": "x", "rules": [{}]})");
    CHECK(policy.rules().front() == OverrunRule{});
}

TEST_CASE("anything that is no policy is refused with its place") {
    CHECK(refusal("{}").starts_with("/rules: "));
    CHECK(refusal("[1]").starts_with("/rules/0: "));
    CHECK(refusal(R"([{"wann": "at"}])").starts_with("/rules/0/wann: "));
    CHECK(refusal(R"([{"do": "panic"}])").starts_with("/rules/0/do: "));
    CHECK(refusal(R"([{"do": "escalate"}])").starts_with("rule 1 "));
}
