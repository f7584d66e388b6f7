// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/rule/lint_json.hpp"

#include "base/finding_members.hpp"
#include "base/json_writer.hpp"

namespace tertib {
namespace {

void write_waived(JsonWriter& json, const std::optional<WaivedBy>& waived) {
    json.key("waived");
    if (!waived) {
        json.null();
        return;
    }
    json.begin_object(JsonWriter::Shape::line);
    json.member("by", waived->by);
    json.member("reason", waived->reason);
    json.member("nomor_surat", waived->nomor_surat);
    json.end_object();
}

void write(JsonWriter& json, const RuleFinding& each) {
    json.begin_object();
    json.member("code", each.finding.code);
    json.member("severity", name(each.finding.severity));
    json.member("about", name(each.finding.about));
    json.key("where");
    write(json, each.finding.where);
    write_texts(json, "message", message(each, Language::id), message(each, Language::en));
    json.member("rule", each.finding.code);
    json.member("verdict", name(each.verdict));
    json.member("source", each.source);
    json.member("sure", name(each.sure));
    json.member("evidence", each.finding.evidence);
    write_texts(json, "remedy", remedy(each, Language::id), remedy(each, Language::en));
    write_waived(json, each.waived);
    json.end_object();
}

void write(JsonWriter& json, const RuleVerdict& each) {
    json.begin_object();
    json.member("rule", each.rule.id);
    json.member("verdict", name(each.verdict));
    json.member("severity", name(each.rule.severity));
    json.member("source", each.rule.source);
    json.member("sure", name(each.rule.sure));
    write_texts(json, "title", title(each.rule, Language::id), title(each.rule, Language::en));
    json.key("findings");
    json.number(static_cast<std::int64_t>(each.findings));
    json.end_object();
}

} // namespace

std::string to_json(const LintReport& report) {
    JsonWriter json;
    json.begin_object();
    json.member("schema", "tertib.lint/1");
    json.member("profile", report.profile);
    json.member("profile_version", report.profile_version);
    json.member("sop_digest", report.sop_digest);
    const std::optional<Severity> worst = report.worst();
    json.member_or_null("worst", worst ? std::optional(std::string(name(*worst))) : std::nullopt);
    json.key("findings");
    json.begin_array();
    for (const RuleFinding& each : report.findings) {
        write(json, each);
    }
    json.end_array();
    json.key("rules");
    json.begin_array();
    for (const RuleVerdict& each : report.rules) {
        write(json, each);
    }
    json.end_array();
    json.end_object();
    return json.take();
}

} // namespace tertib
