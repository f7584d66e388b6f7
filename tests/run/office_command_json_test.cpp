// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/office_command_json.hpp"

#include "catch.hpp"
#include "run/office_chain.hpp"
#include "tertib/base/error.hpp"

#include <string>
#include <vector>

using namespace tertib;

namespace {

std::string asked(const std::string& members) {
    return R"({"schema": "tertib.office_command/1", "now": "2025-05-05T09:00", )" + members + "}";
}

std::string complaint(const std::string& members) {
    try {
        (void)office_command_from_json(asked(members), wib());
    } catch (const Error& error) {
        return error.what();
    }
    return "";
}

} // namespace

TEST_CASE("every decision of an office that is written is read back as it was") {
    const std::string digest(64, 'a');
    const std::vector<OfficeAction> actions = {
        plh("Budi"),
        Delegate{.person = "Citra",
                 .pelaksana = "Kadis",
                 .kind = PostKind::definitive,
                 .from = day("2025-05-05"),
                 .until = {},
                 .surat = {}},
        EndDelegation{.holding = 3, .until = day("2025-05-06"), .surat = "800/2"},
        RegisterSop{.sop = digest, .nomor = "62/1687", .nama = "Izin Usaha"},
        EnforceSop{.sop = digest, .from = day("2025-05-05"), .until = day("2025-12-31")},
        ReplaceSop{
            .old_sop = digest, .sop = std::string(64, 'b'), .from = day("2025-06-01"), .until = {}},
        WithdrawSop{.sop = digest, .from = day("2025-07-01")},
        EraseBody{7}};
    CHECK(actions.size() == std::variant_size_v<OfficeAction> + 1);
    for (const OfficeAction& action : actions) {
        OfficeChain office;
        OfficeCommand command = office.command(action);
        CHECK(office_command_from_json(to_json(command, wit()), wib()) == command);
        command.at = command.now - std::chrono::hours{1};
        command.reason = "sebab";
        command.dasar = "SK 9";
        INFO(to_json(command, wib()));
        CHECK(office_command_from_json(to_json(command, wit()), wib()) == command);
    }
}

TEST_CASE("a decision of an office says its kind and its days, and no member of another verb") {
    const std::string post = R"("verb": "delegate", "person": "Budi", "pelaksana": "Kadis", )";
    CHECK(complaint(post + R"("kind": "plh", "from": "2025-05-05")").empty());
    CHECK(complaint(post + R"("from": "2025-05-05")").find("kind") != std::string::npos);
    CHECK(complaint(post + R"("kind": "pjs", "from": "2025-05-05")").starts_with("/kind:"));
    CHECK(complaint(post + R"("kind": "plh", "from": "2025-05-32")").starts_with("/from:"));
    CHECK(complaint(post + R"("kind": "plh", "from": "2025-05-05", "sop": "a")")
              .starts_with("/sop:"));
    CHECK(complaint(R"("verb": "end", "until": "2025-05-05", "holding": 0)")
              .starts_with("/holding:"));
    CHECK(complaint(R"("verb": "enforce", "sop": "a")").find("from") != std::string::npos);
    CHECK(complaint(R"("verb": "erase")").find("event") != std::string::npos);
    CHECK(complaint(R"("verb": "claim", "task": "1")").starts_with("/verb:"));
    CHECK(complaint(R"("verb": "claim")").find("withdraw") != std::string::npos);
    CHECK_THROWS_AS(office_command_from_json(R"({"schema": "tertib.office_command/2"})", wib()),
                    Error);
}
