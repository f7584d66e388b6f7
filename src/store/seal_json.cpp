// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "base/json_writer.hpp"
#include "base/parsed_json.hpp"
#include "run/schema_member.hpp"
#include "store/json_values.hpp"
#include "tertib/store/seal.hpp"

#include <array>
#include <optional>

namespace tertib {

namespace {

constexpr std::string_view seal_schema = "tertib.seal/1";
constexpr std::array<std::string_view, 8> seal_members = {"schema", "number", "recorded", "cases",
                                                          "events", "heads",  "previous", "digest"};

[[nodiscard]] Instant instant_of(JsonView json) {
    const std::optional<Stamp> stamp = read_stamp(json.text(), Zone(std::chrono::minutes{0}));
    if (!stamp || stamp->earliest != stamp->latest) {
        json.refuse("is no moment such as 2025-05-05T10:00:00+07:00");
    }
    return stamp->earliest;
}

} // namespace

std::string to_json(const Seal& seal, Zone zone) {
    JsonWriter json;
    json.begin_object(JsonWriter::Shape::line);
    json.member("schema", seal_schema);
    json.key("number");
    json.raw(std::to_string(seal.number));
    json.member("recorded", text(seal.recorded, zone));
    json.key("cases");
    json.raw(std::to_string(seal.cases));
    json.key("events");
    json.raw(std::to_string(seal.events));
    json.key("heads");
    json.raw(std::to_string(seal.heads));
    json.member_or_null("previous", seal.previous == no_hash ? std::nullopt
                                                             : std::optional(hex(seal.previous)));
    json.member("digest", hex(seal.digest));
    json.end_object();
    return json.take();
}

Seal seal_from_json(std::string_view text) {
    const ParsedJson document = ParsedJson::read(text);
    const JsonView root = document.root();
    check_schema(root, seal_schema);
    refuse_unknown(root, seal_members, "a seal has no such member");
    Seal seal;
    seal.number = count_of(root.member("number"), 1);
    seal.recorded = instant_of(root.member("recorded"));
    seal.cases = count_of(root.member("cases"), 0);
    seal.events = count_of(root.member("events"), 0);
    seal.heads = count_of(root.member("heads"), 0);
    const JsonView previous = root.member("previous");
    seal.previous = previous.is_null() ? no_hash : digest_of(previous);
    seal.digest = digest_of(root.member("digest"));
    return seal;
}

} // namespace tertib
