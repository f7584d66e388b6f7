// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/office_request_json.hpp"

#include "base/json_writer.hpp"
#include "base/parsed_json.hpp"
#include "run/office_command_members.hpp"
#include "run/schema_member.hpp"

#include <array>
#include <optional>

namespace tertib {
namespace {

constexpr std::string_view office_request_schema = "tertib.office_request/1";
constexpr std::array<std::string_view, 4> office_request_members = {"schema", "command", "key",
                                                                    "zone"};

} // namespace

OfficeRequest office_request_from_json(std::string_view text, Zone zone) {
    const ParsedJson document = ParsedJson::read(text);
    const JsonView root = document.root();
    check_schema(root, office_request_schema);
    refuse_unknown(root, office_request_members, "a request has no such member");
    OfficeRequest request;
    request.zone = zone;
    if (const auto written = root.find_value("zone")) {
        const std::optional<Zone> named = Zone::parse(written->text());
        if (!named) {
            written->refuse("is " + shown(written->text()) + ", not an offset as +07:00");
        }
        request.zone = *named;
    }
    request.command = read_office_command(root.member("command"), request.zone);
    request.key = root.text_or_empty("key");
    return request;
}

std::string to_json(const OfficeRequest& request) {
    JsonWriter json;
    json.begin_object();
    json.member("schema", office_request_schema);
    json.key("command");
    write(json, request.command, request.zone);
    if (!request.key.empty()) {
        json.member("key", request.key);
    }
    json.member("zone", request.zone.text());
    json.end_object();
    return json.take();
}

} // namespace tertib
