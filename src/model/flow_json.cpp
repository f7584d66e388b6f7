// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "model/sop_members.hpp"

#include <array>

namespace tertib {
namespace {

constexpr std::array all_flow_kinds = {FlowKind::sequence, FlowKind::consultation};
constexpr std::array all_provenances = {Provenance::inferred,  Provenance::order,
                                        Provenance::documents, Provenance::stated,
                                        Provenance::drawn,     Provenance::user};
constexpr std::array all_gateway_kinds = {GatewayKind::parallel};

constexpr std::array<std::string_view, 8> flow_members = {
    "from", "to", "outcome", "kind", "from_pelaksana", "to_pelaksana", "provenance", "evidence"};
constexpr std::array<std::string_view, 3> gateway_members = {"key", "kind", "provenance"};

void write_lane(JsonWriter& json, std::string_view member, std::optional<PelaksanaIndex> lane,
                std::span<const std::string> pelaksana) {
    json.key(member);
    if (lane) {
        json.text(pelaksana[static_cast<std::size_t>(*lane)]);
    } else {
        json.null();
    }
}

} // namespace

void write(JsonWriter& json, const Gateway& gateway) {
    json.begin_object(JsonWriter::Shape::line);
    json.member("key", gateway.key);
    json.member("kind", name(gateway.kind));
    json.member("provenance", name(gateway.provenance));
    json.end_object();
}

Gateway read_gateway(JsonView json, MemberReading& reading) {
    Gateway gateway;
    gateway.key = json.member("key").text();
    if (const auto kind = json.find("kind")) {
        gateway.kind = kind->word<GatewayKind>(all_gateway_kinds);
    }
    if (const auto provenance = json.find("provenance")) {
        gateway.provenance = provenance->word<Provenance>(all_provenances);
    }
    reading.keep_unknown(json, gateway_members);
    return gateway;
}

void write(JsonWriter& json, const Flow& flow, std::span<const std::string> pelaksana) {
    json.begin_object(JsonWriter::Shape::line);
    json.member("from", flow.from);
    json.member("to", flow.to);
    json.member_or_null("outcome", flow.outcome);
    json.member("kind", name(flow.kind));
    write_lane(json, "from_pelaksana", flow.from_pelaksana, pelaksana);
    write_lane(json, "to_pelaksana", flow.to_pelaksana, pelaksana);
    json.member("provenance", name(flow.provenance));
    json.member("evidence", flow.evidence);
    json.end_object();
}

Flow read_flow(JsonView json, MemberReading& reading) {
    Flow flow;
    flow.from = json.member("from").text();
    flow.to = json.member("to").text();
    flow.outcome = json.optional_text("outcome");
    if (const auto kind = json.find("kind")) {
        flow.kind = kind->word<FlowKind>(all_flow_kinds);
    }
    flow.from_pelaksana = reading.lane(json, "from_pelaksana");
    flow.to_pelaksana = reading.lane(json, "to_pelaksana");
    if (const auto provenance = json.find("provenance")) {
        flow.provenance = provenance->word<Provenance>(all_provenances);
    }
    flow.evidence = json.text_or_empty("evidence");
    reading.keep_unknown(json, flow_members);
    return flow;
}

} // namespace tertib
