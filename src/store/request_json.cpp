// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/request_json.hpp"

#include "base/json_writer.hpp"
#include "base/parsed_json.hpp"
#include "run/command_members.hpp"
#include "run/schema_member.hpp"

#include <array>
#include <limits>

namespace tertib {
namespace {

constexpr std::string_view request_schema = "tertib.request/1";
constexpr std::array<std::string_view, 7> request_members = {"schema", "command",  "key",   "seen",
                                                             "sop",    "calendar", "policy"};

} // namespace

Request request_from_json(std::string_view text, Zone zone) {
    const ParsedJson document = ParsedJson::read(text);
    const JsonView root = document.root();
    check_schema(root, request_schema);
    refuse_unknown(root, request_members, "a request has no such member");
    Request request;
    request.command = read_command(root.member("command"), zone);
    request.key = root.text_or_empty("key");
    if (const auto seen = root.find_value("seen")) {
        request.seen =
            static_cast<std::uint64_t>(seen->whole(0, std::numeric_limits<std::int64_t>::max()));
    }
    request.sop = root.text_or_empty("sop");
    request.calendar = root.text_or_empty("calendar");
    request.policy = root.text_or_empty("policy");
    return request;
}

std::string to_json(const Request& request, Zone zone) {
    JsonWriter json;
    json.begin_object();
    json.member("schema", request_schema);
    json.key("command");
    write(json, request.command, zone);
    if (!request.key.empty()) {
        json.member("key", request.key);
    }
    if (request.seen) {
        json.key("seen");
        json.raw(std::to_string(*request.seen));
    }
    if (!request.sop.empty()) {
        json.member("sop", request.sop);
    }
    if (!request.calendar.empty()) {
        json.member("calendar", request.calendar);
    }
    if (!request.policy.empty()) {
        json.member("policy", request.policy);
    }
    json.end_object();
    return json.take();
}

} // namespace tertib
