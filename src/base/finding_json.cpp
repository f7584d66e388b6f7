// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/base/finding_json.hpp"

#include "base/finding_members.hpp"
#include "tertib/base/catalogue.hpp"

#include <algorithm>
#include <array>

namespace tertib {
namespace {

constexpr std::array all_severities = {Severity::info, Severity::warning, Severity::error};
constexpr std::array all_abouts = {About::document, About::copy, About::reading};

/// The text of a finding; of one of a newer version, which our catalogue lacks, its code.
std::string text_for(const Finding& finding, Language language) {
    return find_message(finding.code) != nullptr ? message(finding, language) : finding.code;
}

void write_arguments(JsonWriter& json, const std::vector<Argument>& arguments) {
    json.begin_object(JsonWriter::Shape::line);
    for (auto at = arguments.begin(); at != arguments.end(); ++at) {
        // The first of one name is the one that a text is filled with.
        if (std::find_if(arguments.begin(), at,
                         [&](const Argument& earlier) { return earlier.name == at->name; }) == at) {
            json.member(at->name, at->value);
        }
    }
    json.end_object();
}

} // namespace

void write(JsonWriter& json, const Place& place) {
    json.begin_object(JsonWriter::Shape::line);
    json.key("row");
    json.number(place.row);
    json.key("column");
    json.number(place.column);
    json.member("step", place.step);
    json.end_object();
}

void write_texts(JsonWriter& json, std::string_view key, std::string_view id, std::string_view en) {
    json.key(key);
    json.begin_object();
    json.member("id", id);
    json.member("en", en);
    json.end_object();
}

void write_members(JsonWriter& json, const Finding& finding) {
    json.member("code", finding.code);
    json.member("severity", name(finding.severity));
    json.member("about", name(finding.about));
    json.key("where");
    write(json, finding.where);
    write_texts(json, "message", text_for(finding, Language::id), text_for(finding, Language::en));
    json.member("evidence", finding.evidence);
    json.key("arguments");
    write_arguments(json, finding.arguments);
}

void write(JsonWriter& json, std::span<const Finding> findings) {
    json.begin_array();
    for (const Finding& finding : findings) {
        json.begin_object();
        write_members(json, finding);
        json.end_object();
    }
    json.end_array();
}

void write_or_null(JsonWriter& json, const std::optional<Finding>& finding) {
    if (!finding) {
        json.null();
        return;
    }
    json.begin_object();
    write_members(json, *finding);
    json.end_object();
}

Place read_place(JsonView json) {
    Place place;
    if (const auto row = json.find("row")) {
        place.row = row->count();
    }
    if (const auto column = json.find("column")) {
        place.column = column->count();
    }
    place.step = json.text_or_empty("step");
    return place;
}

Finding read_finding(JsonView json) {
    Finding finding;
    finding.code = json.member("code").text();
    finding.severity = json.member("severity").word<Severity>(all_severities);
    if (const auto about = json.find("about")) {
        finding.about = about->word<About>(all_abouts);
    }
    if (const auto where = json.find("where")) {
        finding.where = read_place(*where);
    }
    if (const auto arguments = json.find("arguments")) {
        for (const JsonView argument : arguments->object()) {
            finding.arguments.push_back(
                {std::string(argument.key()), std::string(argument.text())});
        }
    }
    finding.evidence = json.text_or_empty("evidence");
    return finding;
}

std::string to_json(std::span<const Finding> findings) {
    JsonWriter json;
    write(json, findings);
    return json.take();
}

} // namespace tertib
