// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/log/log_map_json.hpp"

#include "base/json_writer.hpp"
#include "base/parsed_json.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

namespace tertib {
namespace {

constexpr std::string_view map_schema = "tertib.map/1";
constexpr std::array all_kinds = {PostKind::definitive, PostKind::plt, PostKind::plh, PostKind::an,
                                  PostKind::ub};
constexpr std::array all_orders = {DateOrder::day_first, DateOrder::month_first};

/// The members of columns, and where each is kept.
using ColumnName = std::string MapColumns::*;
constexpr std::array<std::pair<std::string_view, ColumnName>, 7> column_names = {{
    {"case", &MapColumns::of_case},
    {"activity", &MapColumns::activity},
    {"resource", &MapColumns::resource},
    {"role", &MapColumns::role},
    {"outcome", &MapColumns::outcome},
    {"start", &MapColumns::start},
    {"complete", &MapColumns::complete},
}};

/// Remarks of people to people: passed over.
bool is_remark(std::string_view key) {
    return key.starts_with('_') || key.starts_with("catatan");
}

void refuse_others(JsonView object, std::initializer_list<std::string_view> known) {
    for (const JsonView value : object.object()) {
        if (std::ranges::find(known, value.key()) == known.end() && !is_remark(value.key())) {
            value.refuse("a map has no such member");
        }
    }
}

MapColumns read_columns(JsonView root) {
    MapColumns columns;
    const std::optional<JsonView> object = root.find_value("columns");
    if (!object) {
        return columns;
    }
    for (const JsonView value : object->object()) {
        const auto known = std::ranges::find(column_names, value.key(),
                                             &std::pair<std::string_view, ColumnName>::first);
        if (known != column_names.end()) {
            columns.*(known->second) = value.is_null() ? "" : std::string(value.text());
        } else if (!is_remark(value.key())) {
            value.refuse("a map has no such column: case, activity, resource, role, outcome, "
                         "start, complete");
        }
    }
    return columns;
}

std::vector<WideStep> read_wide(JsonView root) {
    std::vector<WideStep> steps;
    const std::optional<JsonView> object = root.find_value("wide");
    if (!object) {
        return steps;
    }
    for (const JsonView value : object->object()) {
        if (is_remark(value.key())) {
            continue;
        }
        if (value.kind() == JsonKind::text) {
            steps.push_back({std::string(value.key()), "", std::string(value.text())});
            continue;
        }
        refuse_others(value, {"start", "complete"});
        steps.push_back({std::string(value.key()), value.text_or_empty("start"),
                         value.text_or_empty("complete")});
    }
    return steps;
}

/// An object of texts as pairs; a null is an empty text.
template <typename Pair>
std::vector<Pair> read_pairs(JsonView root, std::string_view member) {
    std::vector<Pair> pairs;
    if (const std::optional<JsonView> object = root.find_value(member)) {
        for (const JsonView value : object->object()) {
            if (!is_remark(value.key())) {
                pairs.push_back(
                    {std::string(value.key()), value.is_null() ? "" : std::string(value.text())});
            }
        }
    }
    return pairs;
}

std::optional<LocalDay> read_map_day(JsonView object, std::string_view member) {
    const std::optional<JsonView> value = object.find_value(member);
    if (!value || value->text().empty()) {
        return std::nullopt;
    }
    const std::optional<LocalDay> day = read_day(value->text());
    if (!day) {
        value->refuse("not a day such as 2025-05-05");
    }
    return day;
}

MappedPerson read_person(JsonView json) {
    refuse_others(json, {"person", "pelaksana", "kind", "from", "until", "surat"});
    MappedPerson person;
    person.person = json.member("person").text();
    person.pelaksana = json.text_or_empty("pelaksana");
    if (const std::optional<JsonView> kind = json.find_value("kind")) {
        person.kind = kind->word<PostKind>(all_kinds);
    }
    person.from = read_map_day(json, "from");
    person.until = read_map_day(json, "until");
    person.surat = json.text_or_empty("surat");
    return person;
}

std::vector<MappedPerson> read_people(JsonView root) {
    std::vector<MappedPerson> people;
    if (const std::optional<JsonView> list = root.find_value("people")) {
        for (const JsonView value : list->array()) {
            people.push_back(read_person(value));
        }
    }
    return people;
}

void write_columns(JsonWriter& json, const MapColumns& columns) {
    json.key("columns");
    json.begin_object();
    for (const auto& [key, column] : column_names) {
        const std::string& title = columns.*column;
        json.member_or_null(key, title.empty() ? std::nullopt : std::optional(title));
    }
    json.end_object();
}

void write_wide(JsonWriter& json, const std::vector<WideStep>& steps) {
    json.key("wide");
    json.begin_object();
    for (const WideStep& step : steps) {
        if (step.start.empty()) {
            json.member(step.step, step.complete);
            continue;
        }
        json.key(step.step);
        json.begin_object(JsonWriter::Shape::line);
        json.member("start", step.start);
        json.member("complete", step.complete);
        json.end_object();
    }
    json.end_object();
}

void write_documents(JsonWriter& json, std::string_view member,
                     const std::vector<MappedDocument>& documents) {
    json.key(member);
    json.begin_object();
    for (const MappedDocument& document : documents) {
        json.member(document.document, document.column);
    }
    json.end_object();
}

void write_day(JsonWriter& json, std::string_view member, const std::optional<LocalDay>& day) {
    json.member_or_null(member, day ? std::optional(text(*day)) : std::nullopt);
}

void write_people(JsonWriter& json, const std::vector<MappedPerson>& people) {
    json.key("people");
    json.begin_array();
    for (const MappedPerson& person : people) {
        json.begin_object(JsonWriter::Shape::line);
        json.member("person", person.person);
        json.member("pelaksana", person.pelaksana);
        json.member("kind", name(person.kind));
        write_day(json, "from", person.from);
        write_day(json, "until", person.until);
        json.member("surat", person.surat);
        json.end_object();
    }
    json.end_array();
}

} // namespace

std::string to_json(const LogMap& map) {
    JsonWriter json;
    json.begin_object();
    json.member("schema", map_schema);
    write_columns(json, map.columns);
    write_wide(json, map.wide);
    json.key("activities");
    json.begin_object();
    for (const MappedActivity& activity : map.activities) {
        json.member(activity.activity, activity.step);
    }
    json.end_object();
    write_people(json, map.people);
    write_documents(json, "kelengkapan", map.kelengkapan);
    write_documents(json, "produk", map.produk);
    json.member("wait", map.wait);
    json.member("resume", map.resume);
    json.member_or_null("date_order", map.date_order
                                          ? std::optional(std::string(name(*map.date_order)))
                                          : std::nullopt);
    json.member_or_null("zone", map.zone ? std::optional(map.zone->text()) : std::nullopt);
    json.end_object();
    return json.take();
}

LogMap log_map_from_json(std::string_view text) {
    const ParsedJson document = ParsedJson::read(text);
    const JsonView root = document.root();
    refuse_others(root, {"schema", "columns", "wide", "activities", "people", "kelengkapan",
                         "produk", "wait", "resume", "date_order", "zone"});
    const JsonView schema = root.member("schema");
    if (schema.text() != map_schema) {
        schema.refuse("this reads \"tertib.map/1\"");
    }
    LogMap map;
    map.columns = read_columns(root);
    map.wide = read_wide(root);
    map.activities = read_pairs<MappedActivity>(root, "activities");
    map.people = read_people(root);
    map.kelengkapan = read_pairs<MappedDocument>(root, "kelengkapan");
    map.produk = read_pairs<MappedDocument>(root, "produk");
    map.wait = root.texts_or_empty("wait");
    map.resume = root.texts_or_empty("resume");
    if (const std::optional<JsonView> order = root.find_value("date_order")) {
        map.date_order = order->word<DateOrder>(all_orders);
    }
    if (const std::optional<JsonView> zone = root.find_value("zone")) {
        map.zone = Zone::parse(zone->text());
        if (!map.zone) {
            zone->refuse("not an offset such as +07:00");
        }
    }
    return map;
}

} // namespace tertib
