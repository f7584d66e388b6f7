// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/office_command.hpp"

#include "catch.hpp"

#include <set>

using namespace tertib;

TEST_CASE("every command of the office has a verb of its own") {
    const OfficeAction actions[] = {Delegate{},   EndDelegation{}, RegisterSop{}, EnforceSop{},
                                    ReplaceSop{}, WithdrawSop{},   EraseBody{}};
    std::set<std::string_view> verbs;
    for (const OfficeAction& action : actions) {
        verbs.insert(verb(OfficeCommand{.action = action}));
    }
    CHECK(verbs.size() == std::variant_size_v<OfficeAction>);
    CHECK(verb(OfficeCommand{.action = EndDelegation{}}) == "end");
    CHECK(verb(OfficeCommand{.action = WithdrawSop{}}) == "withdraw");
}
