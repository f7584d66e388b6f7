// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "run/schema_member.hpp"

#include <algorithm>
#include <string>

namespace tertib {

void check_schema(JsonView root, std::string_view schema) {
    const JsonView written = root.object().member("schema");
    if (written.text() == schema) {
        return;
    }
    const std::string_view family = schema.substr(0, schema.rfind('/') + 1);
    if (written.text().starts_with(family)) {
        throw Error(ErrorCode::unsupported, "/schema: is " + shown(written.text()) +
                                                ", made by a newer version than this one");
    }
    written.refuse("is " + shown(written.text()) + ", not \"" + std::string(schema) + "\"");
}

namespace {

std::string listed(std::span<const std::string_view> members) {
    std::string list;
    for (const std::string_view member : members) {
        list += list.empty() ? "" : ", ";
        list += member;
    }
    return list;
}

} // namespace

void refuse_unknown(JsonView object, std::span<const std::string_view> known,
                    std::string_view reason) {
    for (const JsonView value : object.object()) {
        if (std::ranges::find(known, value.key()) == known.end()) {
            value.refuse(std::string(reason) + "; it may have " + listed(known));
        }
    }
}

} // namespace tertib
