// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "base/finding_members.hpp"
#include "model/sop_members.hpp"

#include <array>

namespace tertib {
namespace {

constexpr std::array all_roles = {
    ColumnRole::no,    ColumnRole::uraian, ColumnRole::pelaksana,  ColumnRole::kelengkapan,
    ColumnRole::waktu, ColumnRole::produk, ColumnRole::keterangan, ColumnRole::unknown};

constexpr std::array<std::string_view, 11> layout_members = {
    "heading",     "columns",         "places",          "total_label",
    "connectors",  "lone_connectors", "unknown_symbols", "shows_arrows",
    "shows_marks", "shows_shapes",    "shows_signature"};
constexpr std::array<std::string_view, 4> column_members = {"title", "role", "place", "group"};
constexpr std::array<std::string_view, 3> pair_members = {"pelaksana", "row_out", "row_in"};
constexpr std::array<std::string_view, 2> symbol_members = {"text", "where"};
constexpr std::array<std::string_view, 3> place_members = {"row", "column", "step"};

void write_number(JsonWriter& json, std::string_view member, std::uint32_t value) {
    json.key(member);
    json.number(value);
}

void write_truth(JsonWriter& json, std::string_view member, bool value) {
    json.key(member);
    json.truth(value);
}

void write(JsonWriter& json, const Column& column) {
    json.begin_object(JsonWriter::Shape::line);
    json.member("title", column.title);
    json.member("role", name(column.role));
    write_number(json, "place", column.place);
    json.member("group", column.group);
    json.end_object();
}

/// The place of a step under its key; its own `step` is written only where it names another.
void write_place_of(JsonWriter& json, const std::string& key, const Place& place) {
    json.key(key);
    json.begin_object(JsonWriter::Shape::line);
    write_number(json, "row", place.row);
    write_number(json, "column", place.column);
    if (place.step != key) {
        json.member("step", place.step);
    }
    json.end_object();
}

void write(JsonWriter& json, const ConnectorPair& pair, std::span<const std::string> pelaksana) {
    json.begin_object(JsonWriter::Shape::line);
    const auto lane = static_cast<std::size_t>(pair.pelaksana);
    json.key("pelaksana");
    if (lane < pelaksana.size()) {
        json.text(pelaksana[lane]);
    } else {
        json.number(static_cast<std::int64_t>(lane)); // a Sop doesn't check its layout
    }
    write_number(json, "row_out", pair.row_out);
    write_number(json, "row_in", pair.row_in);
    json.end_object();
}

void write(JsonWriter& json, const UnknownSymbol& symbol) {
    json.begin_object(JsonWriter::Shape::line);
    json.member("text", symbol.text);
    json.key("where");
    write(json, symbol.where);
    json.end_object();
}

std::uint32_t count_or_zero(JsonView json, std::string_view member) {
    const auto value = json.find(member);
    return value ? value->count() : 0;
}

Column read_column(JsonView json, MemberReading& reading) {
    Column column;
    column.title = json.text_or_empty("title");
    column.role = json.member("role").word<ColumnRole>(all_roles);
    column.place = count_or_zero(json, "place");
    column.group = json.text_or_empty("group");
    reading.keep_unknown(json, column_members);
    return column;
}

Place read_known_place(JsonView json, MemberReading& reading) {
    reading.keep_unknown(json, place_members);
    return read_place(json);
}

ConnectorPair read_pair(JsonView json, MemberReading& reading) {
    ConnectorPair pair;
    const JsonView lane = json.member("pelaksana");
    pair.pelaksana = lane.kind() == JsonKind::number ? static_cast<PelaksanaIndex>(lane.count())
                                                     : reading.pelaksana(lane);
    pair.row_out = json.member("row_out").count();
    pair.row_in = json.member("row_in").count();
    reading.keep_unknown(json, pair_members);
    return pair;
}

UnknownSymbol read_symbol(JsonView json, MemberReading& reading) {
    UnknownSymbol symbol;
    symbol.text = json.member("text").text();
    symbol.where = read_known_place(json.member("where"), reading);
    reading.keep_unknown(json, symbol_members);
    return symbol;
}

/// Reads each value of a list that may be missing.
template <typename Item, typename Read>
std::vector<Item> read_list(JsonView json, std::string_view member, Read read,
                            MemberReading& reading) {
    std::vector<Item> items;
    if (const auto list = json.find(member)) {
        for (const JsonView value : list->array()) {
            items.push_back(read(value, reading));
        }
    }
    return items;
}

} // namespace

void write(JsonWriter& json, const Layout& layout, std::span<const std::string> pelaksana) {
    const auto list = [&](std::string_view member, const auto& items, auto each) {
        json.key(member);
        json.begin_array();
        for (const auto& item : items) {
            each(item);
        }
        json.end_array();
    };
    const auto plain = [&](const auto& item) { write(json, item); };
    json.begin_object();
    json.member("heading", layout.heading);
    list("columns", layout.columns, plain);
    json.key("places");
    json.begin_object();
    for (const auto& [key, place] : layout.places) {
        write_place_of(json, key, place);
    }
    json.end_object();
    json.member("total_label", layout.total_label);
    list("connectors", layout.connectors,
         [&](const ConnectorPair& pair) { write(json, pair, pelaksana); });
    list("lone_connectors", layout.lone_connectors, plain);
    list("unknown_symbols", layout.unknown_symbols, plain);
    write_truth(json, "shows_arrows", layout.shows_arrows);
    write_truth(json, "shows_marks", layout.shows_marks);
    write_truth(json, "shows_shapes", layout.shows_shapes);
    write_truth(json, "shows_signature", layout.shows_signature);
    json.end_object();
}

Layout read_layout(JsonView json, MemberReading& reading) {
    Layout layout;
    layout.heading = json.text_or_empty("heading");
    layout.columns = read_list<Column>(json, "columns", read_column, reading);
    if (const auto places = json.find("places")) {
        for (const JsonView place : places->object()) {
            const std::string key(place.key());
            Place& kept = layout.places[key] = read_known_place(place, reading);
            if (!place.find("step")) {
                kept.step = key;
            }
        }
    }
    layout.total_label = json.text_or_empty("total_label");
    layout.connectors = read_list<ConnectorPair>(json, "connectors", read_pair, reading);
    layout.lone_connectors = read_list<Place>(json, "lone_connectors", read_known_place, reading);
    layout.unknown_symbols =
        read_list<UnknownSymbol>(json, "unknown_symbols", read_symbol, reading);
    layout.shows_arrows = json.truth_or_false("shows_arrows");
    layout.shows_marks = json.truth_or_false("shows_marks");
    layout.shows_shapes = json.truth_or_false("shows_shapes");
    layout.shows_signature = json.truth_or_false("shows_signature");
    reading.keep_unknown(json, layout_members);
    return layout;
}

} // namespace tertib
