// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/log/log_info_json.hpp"

#include "base/finding_members.hpp"
#include "base/json_writer.hpp"

#include <span>
#include <string_view>

namespace tertib {
namespace {

void write_count(JsonWriter& json, std::string_view key, std::uint64_t count) {
    json.member_number(key, static_cast<std::int64_t>(count));
}

void write_counts(JsonWriter& json, std::string_view key, std::span<const TextCount> counts) {
    json.key(key);
    json.begin_array();
    for (const TextCount& count : counts) {
        json.begin_object(JsonWriter::Shape::line);
        json.member("text", count.text);
        write_count(json, "events", count.events);
        json.end_object();
    }
    json.end_array();
}

void write_moment(JsonWriter& json, std::string_view key, const std::optional<Instant>& instant,
                  Zone zone) {
    json.member_or_null(key, instant ? std::optional(text(*instant, zone)) : std::nullopt);
}

void write_variants(JsonWriter& json, std::span<const VariantCount> variants) {
    json.key("frequent");
    json.begin_array();
    for (const VariantCount& variant : variants) {
        json.begin_object(JsonWriter::Shape::line);
        write_count(json, "cases", variant.cases);
        json.member("activities", variant.activities);
        json.end_object();
    }
    json.end_array();
}

} // namespace

std::string to_json(const LogInfo& info) {
    JsonWriter json;
    json.begin_object();
    json.member("schema", "tertib.log_info/1");
    json.member("digest", info.digest);
    write_count(json, "events", info.events);
    write_count(json, "cases", info.cases);
    write_count(json, "with_start", info.with_start);
    write_count(json, "with_complete", info.with_complete);
    write_count(json, "day_only", info.day_only);
    write_moment(json, "first", info.first ? std::optional(info.first->earliest) : std::nullopt,
                 info.zone);
    write_moment(json, "last", info.last ? std::optional(info.last->latest) : std::nullopt,
                 info.zone);
    json.member("zone", info.zone.text());
    write_counts(json, "activities", info.activities);
    write_counts(json, "resources", info.resources);
    write_counts(json, "roles", info.roles);
    write_counts(json, "outcomes", info.outcomes);
    json.member("columns", info.columns);
    write_count(json, "variants", info.variants);
    write_variants(json, info.frequent);
    json.key("findings");
    write(json, info.findings);
    json.end_object();
    return json.take();
}

} // namespace tertib
