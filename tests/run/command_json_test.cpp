// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/command_json.hpp"

#include "catch.hpp"
#include "tertib/base/error.hpp"

#include <string>
#include <vector>

using namespace tertib;

namespace {

/// Every action, each of its members set.
std::vector<Action> full_actions() {
    return {
        StartCase{.waktu = "14 Hari Kerja", .outcome = "Ya"},
        AcceptCase{},
        ClaimTask{.task = "3"},
        ReleaseTask{.task = "3#2"},
        CompleteTask{.task = "3",
                     .produk = {"Surat", "Lembar"},
                     .outcome = "Setuju",
                     .target = "end",
                     .missing = {"Map"},
                     .excuse = "menyusul",
                     .result = "diterbitkan"},
        ReturnTask{.task = "3", .target = "1"},
        WaitTask{.task = "3", .scope = WaitScope::task_and_service},
        ResumeTask{.task = "3", .with = ResumeWith::whole},
        ReassignTask{
            .task = "3", .person = "Budi", .pelaksana = "Staf", .work = WorkDone::discarded},
        SkipTask{.task = "3", .outcome = "Ya"},
        Annotate{.task = "3", .note = "catatan"},
        Attach{.task = "3",
               .evidence = "foto.jpg",
               .media_type = "image/jpeg",
               .size = 9'000'000'000,
               .sha256 = std::string(64, 'a'),
               .location = "rak 3"},
        SuspendCase{},
        CancelCase{},
        ReopenCase{},
        EraseBody{.event = 3},
        RecomputeCase{},
        MigrateCase{.steps = {{"3", "4"}, {"5", "end"}}},
    };
}

Command command_of(Action action) {
    return {.case_id = "2025-17",
            .by = {.person = "Ani", .as = "Kadis"},
            .now = read_stamp("2025-05-05T09:00:00.000001", wib())->earliest,
            .at = read_stamp("2025-05-02T15:30", wib())->earliest,
            .reason = "sistem mati",
            .dasar = "Surat 7",
            .action = std::move(action)};
}

std::string refusal(std::string_view members) {
    try {
        (void)command_from_json(R"({"schema": "tertib.command/1", )" + std::string(members) + "}",
                                wib());
        return "";
    } catch (const Error& error) {
        return error.what();
    }
}

} // namespace

TEST_CASE("every command comes back equal from its JSON, in any zone") {
    const std::vector<Action> actions = full_actions();
    REQUIRE(actions.size() == std::variant_size_v<Action>);
    for (std::size_t index = 0; index < actions.size(); ++index) {
        REQUIRE(actions[index].index() == index);
        const Command command = command_of(actions[index]);
        CHECK(command_from_json(to_json(command, wit()), wib()) == command);
    }
}

TEST_CASE("a command says only what is set, and instants without an offset are the zone's") {
    const Command command = command_from_json(
        R"({"schema": "tertib.command/1", "case": "K", "verb": "claim", "task": "3",
            "now": "2025-05-05T09:00"})",
        wita());
    CHECK(command == Command{.case_id = "K",
                             .by = {},
                             .now = read_stamp("2025-05-05T08:00", wib())->earliest,
                             .at = {},
                             .reason = {},
                             .dasar = {},
                             .action = ClaimTask{.task = "3"}});
    CHECK(to_json(command, wib()) ==
          "{\n  \"schema\": \"tertib.command/1\",\n  \"case\": \"K\",\n  \"verb\": \"claim\",\n"
          "  \"task\": \"3\",\n  \"now\": \"2025-05-05T08:00:00+07:00\"\n}\n");
}

TEST_CASE("an empty target is kept apart from none") {
    Command command = command_of(CompleteTask{.task = "3"});
    CHECK(to_json(command, wib()).find("target") == std::string::npos);
    std::get<CompleteTask>(command.action).target = "";
    CHECK(command_from_json(to_json(command, wib()), wib()) == command);
}

TEST_CASE("what isn't a command is refused by its pointer") {
    const std::string rest = R"("case": "K", "now": "2025-05-05T09:00")";
    CHECK(refusal(R"("verb": "accept", )" + rest).empty());
    CHECK(
        refusal(R"("verb": "accept", "task": "3", )" + rest) ==
        "/task: a command of this verb has no such member; it may have schema, case, verb, by, as, "
        "now, at, reason, dasar");
    CHECK(refusal(R"("verb": "accept", "resaon": "", )" + rest).starts_with("/resaon: "));
    CHECK(refusal(R"("verb": "claim", )" + rest) == "the document: has no member \"task\"");
    CHECK(refusal(R"("verb": "Claim", )" + rest).starts_with("/verb: is \"Claim\", but must be"));
    CHECK(refusal(R"("verb": "resume", "task": "3", "with": "all", )" + rest) ==
          "/with: is \"all\", but must be one of rest, whole");
    CHECK(refusal(R"("verb": "erase", "event": -1, )" + rest).starts_with("/event: "));
    CHECK(refusal(R"("verb": "migrate", "steps": [], )" + rest).starts_with("/steps: "));
    CHECK(refusal(R"("verb": "migrate", "steps": {"3": 4}, )" + rest).starts_with("/steps/3: "));
    CHECK(refusal(R"("verb": "erase", "event": 9223372036854775808, )" + rest)
              .starts_with("/event: "));
    CHECK(refusal(R"("verb": "complete", "task": "3", "produk": [1], )" + rest)
              .starts_with("/produk/0: "));
    CHECK(refusal(R"("verb": "accept", "case": "K")") == "the document: has no member \"now\"");
    for (const std::string_view day :
         {"2025-05-05", "2025-05-05T09", "kemarin", "9999-01-01T00:00"}) {
        CHECK(refusal(R"("verb": "accept", "case": "K", "now": ")" + std::string(day) + "\"")
                  .starts_with("/now: is no instant"));
    }
    CHECK_THROWS_WITH(command_from_json(R"({"schema": "tertib.command/2"})", wib()),
                      "/schema: is \"tertib.command/2\", made by a newer version than this one");
    CHECK_THROWS_WITH(command_from_json("[]", wib()),
                      "the document: must be an object, not a list");
}
