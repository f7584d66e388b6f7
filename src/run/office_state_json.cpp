// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/office_state_json.hpp"

#include "base/json_writer.hpp"
#include "time/instant_members.hpp"

#include <optional>

namespace tertib {
namespace {

void write_day(JsonWriter& json, std::string_view name, const std::optional<LocalDay>& day) {
    json.member_or_null(name, day ? std::optional(text(*day)) : std::nullopt);
}

void write(JsonWriter& json, const OfficeHolding& each) {
    json.begin_object(JsonWriter::Shape::line);
    json.key("event");
    json.raw(std::to_string(each.event));
    write_or_null(json, "person", each.holding.person);
    json.member("pelaksana", each.holding.pelaksana);
    json.member("kind", name(each.holding.kind));
    json.member("from", text(each.holding.from));
    write_day(json, "until", each.holding.until);
    write_or_null(json, "surat", each.holding.surat);
    json.member_truth("late", each.late);
    json.end_object();
}

void write(JsonWriter& json, const SopVersion& each) {
    json.begin_object(JsonWriter::Shape::line);
    json.member("digest", each.digest);
    write_or_null(json, "nomor", each.nomor);
    write_or_null(json, "nama", each.nama);
    json.member("status", name(each.status));
    write_day(json, "from", each.from);
    write_day(json, "until", each.until);
    write_or_null(json, "successor", each.successor);
    json.end_object();
}

} // namespace

std::string to_json(const OfficeState& state, Zone zone) {
    JsonWriter json;
    json.begin_object();
    json.member("schema", "tertib.office/1");
    json.key("events");
    json.raw(std::to_string(state.events));
    write_instant(json, "recorded",
                  state.events == 0 ? std::nullopt : std::optional(state.recorded), zone);
    json.key("holdings");
    json.begin_array();
    for (const OfficeHolding& each : state.holdings) {
        write(json, each);
    }
    json.end_array();
    json.key("versions");
    json.begin_array();
    for (const SopVersion& each : state.versions) {
        write(json, each);
    }
    json.end_array();
    json.end_object();
    return json.take();
}

} // namespace tertib
