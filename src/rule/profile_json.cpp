// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/rule/profile_json.hpp"

#include "base/json_writer.hpp"
#include "base/parsed_json.hpp"
#include "rule/builtin_rules.hpp"
#include "rule/fields.hpp"

#include <algorithm>
#include <array>

namespace tertib {
namespace {

constexpr std::array all_severities{Severity::info, Severity::warning, Severity::error};
constexpr std::array all_sures{Sure::read, Sure::derived, Sure::form, Sure::unread};

void read_rule(Profile& profile, JsonView json) {
    RuleEntry* rule = profile.find(json.key());
    if (rule == nullptr) {
        json.refuse("is no rule of the profile " + profile.name);
    }
    for (const JsonView member : json.object()) {
        if (member.key() == "severity") {
            rule->severity = member.word<Severity>(all_severities);
        } else if (member.key() == "enabled") {
            rule->enabled = member.truth();
        } else if (member.key() == "source") {
            rule->source = std::string(member.text());
        } else if (member.key() == "sure") {
            rule->sure = member.word<Sure>(all_sures);
        } else {
            member.refuse("is no member of a rule; there are: severity, enabled, source, sure");
        }
    }
}

RequiredWords read_words(JsonView json) {
    RequiredWords required;
    for (const JsonView member : json.object()) {
        if (member.key() == "field") {
            required.field = std::string(member.text());
            const auto known = rules::field_names();
            if (std::ranges::find(known, required.field) == known.end()) {
                member.refuse("is no part of an SOP whose words can be required");
            }
        } else if (member.key() == "words") {
            required.words = member.texts();
        } else {
            member.refuse("is no member of required_words; there are: field, words");
        }
    }
    if (required.field.empty() || required.words.empty()) {
        json.refuse("needs a field and its words");
    }
    return required;
}

/// The rule for required words has an entry only in a profile that has some, so that a profile
/// can set its severity like any other's.
void read_required_words(Profile& profile, JsonView json) {
    for (const JsonView each : json.array()) {
        profile.required_words.push_back(read_words(each));
    }
    if (!profile.required_words.empty() && profile.find(rules::own_words_rule) == nullptr) {
        profile.rules.push_back(
            {.id = std::string(rules::own_words_rule), .source = profile.title});
    }
}

void refuse_unknown(JsonView root) {
    constexpr std::array<std::string_view, 8> known{
        "schema", "name", "version", "title", "base", "rules", "nomor_pattern", "required_words"};
    for (const JsonView member : root.object()) {
        if (std::ranges::find(known, member.key()) == known.end()) {
            member.refuse("is no member of a profile");
        }
    }
}

} // namespace

Profile profile_from_json(std::string_view json) {
    const ParsedJson document = ParsedJson::read(json);
    const JsonView root = document.root();
    if (root.member("schema").text() != "tertib.profile/1") {
        root.member("schema").refuse("must be \"tertib.profile/1\"");
    }
    refuse_unknown(root);
    const std::string base = root.text_or_empty("base");
    if (!base.empty() && base != "permenpan35") {
        root.member("base").refuse("is no built-in profile; there is: permenpan35");
    }
    Profile profile = permenpan35();
    profile.name = std::string(root.member("name").text());
    if (root.find("version")) {
        profile.version = root.text_or_empty("version");
    }
    if (root.find("title")) {
        profile.title = root.text_or_empty("title");
    }
    profile.nomor_pattern = root.text_or_empty("nomor_pattern");
    if (const auto words = root.find("required_words")) {
        read_required_words(profile, *words);
    }
    if (const auto rules = root.find("rules")) {
        for (const JsonView rule : rules->object()) {
            read_rule(profile, rule);
        }
    }
    return profile;
}

std::string to_json(const Profile& profile) {
    JsonWriter json;
    json.begin_object();
    json.member("schema", "tertib.profile/1");
    json.member("name", profile.name);
    json.member("version", profile.version);
    json.member("title", profile.title);
    json.member("base", "permenpan35");
    json.key("rules");
    json.begin_object();
    for (const RuleEntry& rule : profile.rules) {
        json.key(rule.id);
        json.begin_object(JsonWriter::Shape::line);
        json.member("severity", name(rule.severity));
        json.key("enabled");
        json.truth(rule.enabled);
        json.member("source", rule.source);
        json.member("sure", name(rule.sure));
        json.end_object();
    }
    json.end_object();
    json.member("nomor_pattern", profile.nomor_pattern);
    json.key("required_words");
    json.begin_array();
    for (const RequiredWords& required : profile.required_words) {
        json.begin_object(JsonWriter::Shape::line);
        json.member("field", required.field);
        json.member("words", required.words);
        json.end_object();
    }
    json.end_array();
    json.end_object();
    return json.take();
}

} // namespace tertib
