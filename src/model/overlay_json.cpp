// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/model/overlay_json.hpp"

#include "base/json_writer.hpp"
#include "base/parsed_json.hpp"

#include <algorithm>
#include <array>

namespace tertib {
namespace {

using Lists = std::map<std::string, std::vector<std::string>>;

constexpr std::string_view overlay_schema = "tertib.overlay/1";

/// The members of identity that are one text; the others are lists.
constexpr std::array<std::string_view, 7> single_fields = {
    "nomor",          "nama",           "status", "berlaku_sampai", "tanggal_pembuatan",
    "tanggal_revisi", "tanggal_berlaku"};
constexpr std::string_view disahkan_prefix = "disahkan/";

/// Remarks of people to people: passed over.
bool remark(std::string_view key) {
    return key.starts_with('_') || key.starts_with("catatan");
}

/// An overlay is typed by hand, so a misspelt member must not be lost in silence.
void refuse_unknown(JsonView object, std::initializer_list<std::string_view> known) {
    for (const JsonView value : object.object()) {
        if (std::ranges::find(known, value.key()) == known.end() && !remark(value.key())) {
            value.refuse("an overlay has no such member");
        }
    }
}

/// One text or a list of texts; an empty text is an entry that is not yet filled in.
std::vector<std::string> read_texts(JsonView json) {
    if (json.kind() == JsonKind::text) {
        return json.text().empty() ? std::vector<std::string>()
                                   : std::vector<std::string>{std::string(json.text())};
    }
    return json.texts();
}

std::vector<std::string> texts_or_empty(JsonView json, std::string_view member) {
    const auto value = json.find(member);
    return value ? read_texts(*value) : std::vector<std::string>();
}

Lists read_lists(JsonView root, std::string_view member) {
    Lists lists;
    if (const auto object = root.find(member)) {
        for (const JsonView list : object->object()) {
            if (!remark(list.key())) {
                lists[std::string(list.key())] = read_texts(list);
            }
        }
    }
    return lists;
}

Lists read_identity(JsonView root) {
    Lists fields;
    const auto identity = root.find("identity");
    if (!identity) {
        return fields;
    }
    for (const JsonView field : identity->object()) {
        if (remark(field.key())) {
            continue;
        }
        if (field.kind() != JsonKind::object) {
            fields[std::string(field.key())] = read_texts(field);
            continue;
        }
        for (const JsonView part : field) {
            if (!remark(part.key())) {
                fields[std::string(field.key()) + "/" + std::string(part.key())] = read_texts(part);
            }
        }
    }
    return fields;
}

template <typename Item, typename Read>
std::vector<Item> read_list(JsonView root, std::string_view member, Read read) {
    std::vector<Item> items;
    if (const auto list = root.find(member)) {
        for (const JsonView value : list->array()) {
            items.push_back(read(value));
        }
    }
    return items;
}

OptionalSteps read_optional(JsonView json) {
    refuse_unknown(json, {"steps", "when", "reason"});
    return {.steps = read_texts(json.member("steps")),
            .when = json.text_or_empty("when"),
            .reason = json.text_or_empty("reason")};
}

OverlayFlow read_flow(JsonView json) {
    refuse_unknown(json, {"from", "to", "outcome"});
    return {.from = std::string(json.member("from").text()),
            .to = std::string(json.member("to").text()),
            .outcome = json.optional_text("outcome")};
}

FourEyes read_four_eyes(JsonView json) {
    refuse_unknown(json, {"steps", "basis"});
    return {.steps = read_texts(json.member("steps")), .basis = json.text_or_empty("basis")};
}

Waiver read_waiver(JsonView json) {
    refuse_unknown(json, {"code", "cases", "steps", "reason", "by", "nomor_surat"});
    Waiver waiver;
    waiver.code = json.member("code").text();
    waiver.cases = json.optional_text("cases").value_or("*");
    waiver.steps = texts_or_empty(json, "steps");
    waiver.reason = json.text_or_empty("reason");
    waiver.by = json.text_or_empty("by");
    waiver.nomor_surat = json.text_or_empty("nomor_surat");
    return waiver;
}

std::map<std::string, std::string> read_basis(JsonView root) {
    std::map<std::string, std::string> basis;
    if (const auto object = root.find("basis")) {
        for (const JsonView digest : object->object()) {
            basis[std::string(digest.key())] = digest.text();
        }
    }
    return basis;
}

void write_steps(JsonWriter& json, const std::vector<std::string>& steps) {
    json.key("steps");
    json.begin_array(JsonWriter::Shape::line);
    for (const std::string& step : steps) {
        json.text(step);
    }
    json.end_array();
}

void write_lists(JsonWriter& json, std::string_view member, const Lists& lists) {
    json.key(member);
    json.begin_object();
    for (const auto& [key, values] : lists) {
        json.key(key);
        json.begin_array(JsonWriter::Shape::line);
        for (const std::string& value : values) {
            json.text(value);
        }
        json.end_array();
    }
    json.end_object();
}

/// A field with one line, or none, of those that are one text is written as a text.
void write_field(JsonWriter& json, std::string_view key, bool single,
                 const std::vector<std::string>& lines) {
    if (single && lines.empty()) {
        json.member(key, "");
    } else if (single && lines.size() == 1 && !lines.front().empty()) {
        json.member(key, lines.front());
    } else {
        json.member(key, lines);
    }
}

/// Whether the fields of disahkan can stand in an object of their own and be read back from it.
bool nests(const Lists& fields) {
    if (fields.contains("disahkan")) {
        return false;
    }
    return std::ranges::none_of(fields, [](const auto& field) {
        const std::string_view key = field.first;
        return key.starts_with(disahkan_prefix) && remark(key.substr(disahkan_prefix.size()));
    });
}

void write_identity(JsonWriter& json, const Lists& fields) {
    const bool nested = nests(fields);
    const auto signing = [&](std::string_view key) {
        return nested && key.starts_with(disahkan_prefix);
    };
    json.key("identity");
    json.begin_object();
    for (const auto& [key, lines] : fields) {
        if (!signing(key)) {
            const bool single = std::ranges::find(single_fields, key) != single_fields.end();
            write_field(json, key, single, lines);
        }
    }
    auto at = fields.lower_bound(std::string(disahkan_prefix));
    if (at != fields.end() && signing(at->first)) {
        json.key("disahkan");
        json.begin_object();
        for (; at != fields.end() && signing(at->first); ++at) {
            const std::string_view part =
                std::string_view(at->first).substr(disahkan_prefix.size());
            write_field(json, part, true, at->second);
        }
        json.end_object();
    }
    json.end_object();
}

void write_flow(JsonWriter& json, const std::vector<OverlayFlow>& flow) {
    json.key("flow");
    json.begin_array();
    for (const OverlayFlow& each : flow) {
        json.begin_object(JsonWriter::Shape::line);
        json.member("from", each.from);
        json.member("to", each.to);
        json.member_or_null("outcome", each.outcome);
        json.end_object();
    }
    json.end_array();
}

void write_optional(JsonWriter& json, const std::vector<OptionalSteps>& optional) {
    json.key("optional");
    json.begin_array();
    for (const OptionalSteps& each : optional) {
        json.begin_object();
        write_steps(json, each.steps);
        json.member("when", each.when);
        json.member("reason", each.reason);
        json.end_object();
    }
    json.end_array();
}

void write_four_eyes(JsonWriter& json, const std::vector<FourEyes>& four_eyes) {
    json.key("four_eyes");
    json.begin_array();
    for (const FourEyes& each : four_eyes) {
        json.begin_object();
        write_steps(json, each.steps);
        json.member("basis", each.basis);
        json.end_object();
    }
    json.end_array();
}

void write_waivers(JsonWriter& json, const std::vector<Waiver>& waivers) {
    json.key("waivers");
    json.begin_array();
    for (const Waiver& each : waivers) {
        json.begin_object();
        json.member("code", each.code);
        json.member("cases", each.cases);
        write_steps(json, each.steps);
        json.member("reason", each.reason);
        json.member("by", each.by);
        json.member("nomor_surat", each.nomor_surat);
        json.end_object();
    }
    json.end_array();
}

} // namespace

std::string to_json(const Overlay& overlay) {
    JsonWriter json;
    json.begin_object();
    json.member("schema", overlay_schema);
    json.member("sop_digest", overlay.sop_digest);
    json.member("by", overlay.by);
    write_lists(json, "assign", overlay.assign);
    write_optional(json, overlay.optional);
    write_flow(json, overlay.flow);
    write_lists(json, "outcomes", overlay.outcomes);
    write_identity(json, overlay.identity);
    json.member("pelaksana_luar", overlay.pelaksana_luar);
    write_four_eyes(json, overlay.four_eyes);
    write_waivers(json, overlay.waivers);
    json.key("basis");
    json.begin_object();
    for (const auto& [part, digest] : overlay.basis) {
        json.member(part, digest);
    }
    json.end_object();
    json.end_object();
    return json.take();
}

Overlay overlay_from_json(std::string_view text) {
    const ParsedJson document = ParsedJson::read(text);
    const JsonView root = document.root();
    refuse_unknown(root, {"schema", "sop_digest", "by", "assign", "optional", "flow", "outcomes",
                          "identity", "pelaksana_luar", "four_eyes", "waivers", "basis"});
    const auto schema = root.find("schema");
    if (schema && schema->text() != overlay_schema) {
        schema->refuse("is " + shown(schema->text()) + ", not \"tertib.overlay/1\"");
    }
    Overlay overlay;
    overlay.sop_digest = root.text_or_empty("sop_digest");
    overlay.by = root.text_or_empty("by");
    overlay.assign = read_lists(root, "assign");
    overlay.optional = read_list<OptionalSteps>(root, "optional", read_optional);
    overlay.flow = read_list<OverlayFlow>(root, "flow", read_flow);
    overlay.outcomes = read_lists(root, "outcomes");
    overlay.identity = read_identity(root);
    overlay.pelaksana_luar = texts_or_empty(root, "pelaksana_luar");
    overlay.four_eyes = read_list<FourEyes>(root, "four_eyes", read_four_eyes);
    overlay.waivers = read_list<Waiver>(root, "waivers", read_waiver);
    overlay.basis = read_basis(root);
    return overlay;
}

} // namespace tertib
