// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/reply_json.hpp"

#include "catch.hpp"
#include "tertib/base/error.hpp"

#include <string>

using namespace tertib;

namespace {

Reply receipt() {
    Reply reply;
    reply.receipt = {
        .case_id = "K-1", .first = 3, .last = 4, .hash = *sha256_from_hex(std::string(64, 'a'))};
    return reply;
}

} // namespace

TEST_CASE("a receipt as JSON names the events and the link of the last one") {
    Reply reply = receipt();
    const std::string json = to_json(reply);
    CHECK(json == "{\n  \"schema\": \"tertib.reply/1\",\n  \"receipt\": {\n    \"case\": \"K-1\",\n"
                  "    \"first\": 3,\n    \"last\": 4,\n    \"hash\": \"" +
                      std::string(64, 'a') +
                      "\"\n  },\n  \"refusal\": null,\n  \"repeated\": false\n}\n");
    CHECK(reply_from_json(json) == reply);
    reply.repeated = true;
    CHECK(reply_from_json(to_json(reply)) == reply);
}

TEST_CASE("a refusal as JSON has its code and its text in both languages") {
    Reply reply;
    reply.refusal = make_finding("CASE-UNKNOWN", {}, {{"case", "K-9"}});
    const std::string json = to_json(reply);
    INFO(json);
    CHECK(json.find(R"("receipt": null)") != std::string::npos);
    CHECK(json.find(R"("code": "CASE-UNKNOWN")") != std::string::npos);
    CHECK(json.find(R"("id": ")") != std::string::npos);
    CHECK(reply_from_json(json) == reply);
}

TEST_CASE("what is no reply is refused") {
    const std::string json = to_json(receipt());
    const auto changed = [&](std::string_view from, std::string_view to) {
        std::string text = json;
        return text.replace(text.find(from), from.size(), to);
    };
    CHECK_NOTHROW(reply_from_json(json));
    CHECK_THROWS_AS(reply_from_json(changed("reply/1", "reply/2")), Error);
    CHECK_THROWS_AS(reply_from_json(changed("repeated", "again")), Error);
    CHECK_THROWS_AS(reply_from_json(changed("\"first\": 3", "\"first\": 0")), Error);
    CHECK_THROWS_AS(reply_from_json(changed("aaaa", "AAAA")), Error);
    CHECK_THROWS_AS(reply_from_json(changed("\"case\"", "\"kasus\"")), Error);
    CHECK_THROWS_AS(reply_from_json(R"({"schema": "tertib.reply/1"})"), Error);
}
