// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/office_request_json.hpp"

#include "catch.hpp"
#include "tertib/base/error.hpp"
#include "tertib/run/office_command_json.hpp"

#include <string>

using namespace tertib;

namespace {

constexpr std::string_view command =
    R"({"schema": "tertib.office_command/1", "verb": "delegate", "person": "Budi",
        "pelaksana": "Kadis", "kind": "plh", "from": "2025-05-05", "surat": "800/1",
        "by": "Ani", "as": "Sekretariat", "now": "2025-05-05T09:00"})";

std::string asked(const std::string& members) {
    return R"({"schema": "tertib.office_request/1", "command": )" + std::string(command) + members +
           "}";
}

std::string complaint(const std::string& text) {
    try {
        (void)office_request_from_json(text, wib());
    } catch (const Error& error) {
        return error.what();
    }
    return "";
}

} // namespace

TEST_CASE("a request of the office is its command, a key and the office's clock") {
    const OfficeRequest bare = office_request_from_json(asked(""), wita());
    CHECK(bare.command == office_command_from_json(command, wita()));
    CHECK(bare.key.empty());
    CHECK(bare.zone == wita());
    const OfficeRequest full =
        office_request_from_json(asked(R"(, "key": "surat-800", "zone": "+09:00")"), wib());
    CHECK(full.key == "surat-800");
    CHECK(full.zone == wit());
    CHECK(full.command == office_command_from_json(command, wit()));
}

TEST_CASE("a request of the office that is written is read back as it was") {
    const OfficeRequest full =
        office_request_from_json(asked(R"(, "key": "surat-800", "zone": "+09:00")"), wib());
    const std::string json = to_json(full);
    const OfficeRequest again = office_request_from_json(json, wib());
    CHECK(again.command == full.command);
    CHECK(again.key == full.key);
    CHECK(again.zone == full.zone);
    CHECK(to_json(again) == json);
}

TEST_CASE("a request of the office that isn't as described is refused by the place in it") {
    CHECK(complaint(asked(R"(, "kye": "x")")).starts_with("/kye:"));
    CHECK(complaint(asked(R"(, "sop": "x")")).starts_with("/sop:"));
    CHECK(complaint(asked(R"(, "zone": "WIB")")).starts_with("/zone:"));
    CHECK(complaint(R"({"schema": "tertib.office_request/1"})").find("command") !=
          std::string::npos);
    CHECK(complaint(R"({"schema": "tertib.office_request/1",
        "command": {"schema": "tertib.command/1"}})")
              .starts_with("/command/schema:"));
    CHECK(complaint(std::string(command)).starts_with("/schema:"));
}
