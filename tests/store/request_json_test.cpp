// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/request_json.hpp"

#include "catch.hpp"
#include "tertib/base/error.hpp"
#include "tertib/run/command_json.hpp"

#include <string>

using namespace tertib;

namespace {

constexpr std::string_view command =
    R"({"schema": "tertib.command/1", "case": "K-1", "verb": "claim", "task": "3", "by": "Ani",
        "as": "Kadis", "now": "2025-05-05T09:00"})";

std::string asked(const std::string& members) {
    return R"({"schema": "tertib.request/1", "command": )" + std::string(command) + members + "}";
}

std::string complaint(const std::string& text) {
    try {
        (void)request_from_json(text, wib());
    } catch (const Error& error) {
        return error.what();
    }
    return "";
}

} // namespace

TEST_CASE("a request is its command and what a store needs beside it") {
    const Request bare = request_from_json(asked(""), wita());
    CHECK(bare.command == command_from_json(command, wita()));
    CHECK(bare.key.empty());
    CHECK_FALSE(bare.seen);
    const Request full = request_from_json(
        asked(R"(, "key": "form-17", "seen": 4, "sop": "ab", "calendar": "cd")"), wib());
    CHECK(full.key == "form-17");
    CHECK(full.seen == 4U);
    CHECK(full.sop == "ab");
    CHECK(full.calendar == "cd");
    CHECK_FALSE(request_from_json(asked(R"(, "seen": null)"), wib()).seen);
}

TEST_CASE("a request that is written is read back as it was") {
    const Request full = request_from_json(
        asked(R"(, "key": "form-17", "seen": 0, "sop": "ab", "calendar": "cd")"), wib());
    const std::string json = to_json(full, wit());
    const Request again = request_from_json(json, wib());
    CHECK(again.command == full.command);
    CHECK(again.key == full.key);
    CHECK(again.seen == full.seen);
    CHECK(again.sop == full.sop);
    CHECK(again.calendar == full.calendar);
    CHECK(to_json(again, wit()) == json);
    CHECK(to_json(request_from_json(asked(""), wib()), wib()).find("key") == std::string::npos);
}

TEST_CASE("a request that isn't as described is refused by the place in it") {
    CHECK(complaint(asked(R"(, "kye": "x")")).starts_with("/kye:"));
    CHECK(complaint(asked(R"(, "seen": -1)")).starts_with("/seen:"));
    CHECK(complaint(R"({"schema": "tertib.request/1"})").find("command") != std::string::npos);
    CHECK(complaint(R"({"schema": "tertib.request/1", "command": {"schema": "tertib.command/1",
        "case": "K-1", "verb": "claim", "tusk": "1", "now": "2025-05-05T09:00"}})")
              .starts_with("/command"));
    CHECK(complaint(std::string(command)).starts_with("/schema:"));
    CHECK_THROWS_AS(request_from_json(R"({"schema": "tertib.request/2"})", wib()), Error);
}
