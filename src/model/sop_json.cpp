// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/model/sop_json.hpp"

#include "base/finding_members.hpp"
#include "base/parsed_json.hpp"
#include "model/sop_members.hpp"
#include "time/waktu_members.hpp"

#include <array>

namespace tertib {
namespace {

constexpr std::string_view sop_schema = "tertib.sop/1";

constexpr std::array<std::string_view, 12> sop_members = {
    "schema", "source", "digest",   "identity", "pelaksana", "pelaksana_luar",
    "total",  "steps",  "gateways", "flow",     "layout",    "findings"};
constexpr std::array<std::string_view, 2> source_members = {"sha256", "media_type"};

/// Unknown members are text from elsewhere: only what is JSON goes out.
void promise_unknown(JsonWriter& json, std::span<const UnknownMember> members) {
    for (const UnknownMember& member : members) {
        json.add_later(member.pointer, ParsedJson::read(member.json).root().json());
    }
}

void write(JsonWriter& json, const Source& source) {
    json.begin_object();
    json.member("sha256", source.sha256);
    json.member("media_type", source.media_type);
    json.end_object();
}

void write_pelaksana(JsonWriter& json, const SopParts& parts) {
    json.member("pelaksana", parts.pelaksana);
    json.key("pelaksana_luar");
    json.begin_array(JsonWriter::Shape::line);
    for (const PelaksanaIndex index : parts.pelaksana_luar) {
        json.text(parts.pelaksana[static_cast<std::size_t>(index)]);
    }
    json.end_array();
}

void write_flow(JsonWriter& json, const SopParts& parts) {
    json.key("gateways");
    json.begin_array();
    for (const Gateway& gateway : parts.gateways) {
        write(json, gateway);
    }
    json.end_array();
    json.key("flow");
    json.begin_array();
    for (const Flow& flow : parts.flow) {
        write(json, flow, parts.pelaksana);
    }
    json.end_array();
}

/// The document's root, after a look at whether it is one of ours.
JsonView checked_root(const ParsedJson& document) {
    const JsonView root = document.root();
    const JsonView schema = root.member("schema");
    if (schema.text() == sop_schema) {
        return root;
    }
    if (schema.text().starts_with("tertib.sop/")) {
        throw Error(ErrorCode::unsupported, "/schema: is " + shown(schema.text()) +
                                                ", made by a newer version than this one");
    }
    schema.refuse("is " + shown(schema.text()) + ", not \"tertib.sop/1\"");
}

Source read_source(JsonView json, MemberReading& reading) {
    Source source;
    source.sha256 = json.text_or_empty("sha256");
    source.media_type = json.text_or_empty("media_type");
    reading.keep_unknown(json, source_members);
    return source;
}

std::vector<PelaksanaIndex> read_pelaksana_luar(JsonView list, const MemberReading& reading) {
    std::vector<PelaksanaIndex> outside;
    for (const JsonView name : list.array()) {
        outside.push_back(reading.pelaksana(name));
        if (outside.size() > 1 && outside.back() <= outside[outside.size() - 2]) {
            name.refuse("is not in the order of the columns");
        }
    }
    return outside;
}

/// What the Sop's own checks refuse is trouble of the document here.
Sop checked_sop(SopParts parts) {
    try {
        return Sop(std::move(parts));
    } catch (const Error& error) {
        if (error.code() != ErrorCode::argument) {
            throw;
        }
        throw Error(ErrorCode::format, "the document: " + std::string(error.what()));
    }
}

void read_work(JsonView root, SopParts& parts, MemberReading& reading) {
    if (const auto total = root.find_value("total")) {
        parts.total = reading.waktu(*total);
    }
    for (const JsonView step : root.member("steps").array()) {
        parts.steps.push_back(read_step(step, reading));
    }
    if (const auto gateways = root.find("gateways")) {
        for (const JsonView gateway : gateways->array()) {
            parts.gateways.push_back(read_gateway(gateway, reading));
        }
    }
    for (const JsonView flow : root.member("flow").array()) {
        parts.flow.push_back(read_flow(flow, reading));
    }
}

} // namespace

std::string to_json(const Sop& sop, std::span<const Finding> findings, Personal personal) {
    const SopParts& parts = sop.parts();
    JsonWriter json;
    promise_unknown(json, parts.unknown_members);
    json.begin_object();
    json.member("schema", sop_schema);
    json.key("source");
    write(json, parts.source);
    json.member("digest", sop.digest());
    json.key("identity");
    write(json, parts.identity, personal);
    write_pelaksana(json, parts);
    json.key("total");
    if (parts.total) {
        write(json, *parts.total);
    } else {
        json.null();
    }
    json.key("steps");
    json.begin_array();
    for (const Step& step : parts.steps) {
        write(json, step, parts.pelaksana);
    }
    json.end_array();
    write_flow(json, parts);
    json.key("layout");
    if (parts.layout) {
        write(json, *parts.layout, parts.pelaksana);
    } else {
        json.null();
    }
    json.key("findings");
    write(json, findings);
    json.end_object();
    return json.take();
}

Sop sop_from_json(std::string_view json) {
    const ParsedJson document = ParsedJson::read(json);
    const JsonView root = checked_root(document);
    MemberReading reading;
    SopParts parts;
    if (const auto source = root.find_value("source")) {
        parts.source = read_source(*source, reading);
    }
    if (const auto identity = root.find_value("identity")) {
        parts.identity = read_identity(*identity, reading);
    }
    reading.name_pelaksana(root.member("pelaksana"));
    parts.pelaksana = reading.pelaksana();
    if (const auto outside = root.find("pelaksana_luar")) {
        parts.pelaksana_luar = read_pelaksana_luar(*outside, reading);
    }
    read_work(root, parts, reading);
    if (const auto layout = root.find_value("layout")) {
        parts.layout = read_layout(*layout, reading);
    }
    reading.keep_unknown(root, sop_members);
    parts.unknown_members = reading.take_unknown();
    return checked_sop(std::move(parts));
}

std::vector<Finding> findings_from_json(std::string_view json) {
    const ParsedJson document = ParsedJson::read(json);
    std::vector<Finding> findings;
    if (const auto list = checked_root(document).find("findings")) {
        for (const JsonView finding : list->array()) {
            findings.push_back(read_finding(finding));
        }
    }
    return findings;
}

} // namespace tertib
