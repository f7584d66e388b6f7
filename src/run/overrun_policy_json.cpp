// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/overrun_policy_json.hpp"

#include "base/json_writer.hpp"
#include "base/parsed_json.hpp"
#include "run/schema_member.hpp"

#include <array>
#include <utility>
#include <vector>

namespace tertib {
namespace {

constexpr std::string_view overrun_schema = "tertib.overrun/1";
constexpr std::array<std::string_view, 3> policy_members = {"schema", "name", "rules"};
constexpr std::array<std::string_view, 7> rule_members = {"steps", "when",      "side",  "waktu",
                                                          "do",    "pelaksana", "person"};
constexpr std::array all_whens = {OverrunWhen::not_started, OverrunWhen::not_completed};
constexpr std::array all_sides = {OverrunSide::at, OverrunSide::before, OverrunSide::after};
constexpr std::array all_acts = {OverrunAct::notify, OverrunAct::reassign, OverrunAct::escalate};

template <typename Enum, std::size_t Count>
[[nodiscard]] Enum word_or(JsonView json, std::string_view name, Enum usual,
                           const std::array<Enum, Count>& all) {
    const auto found = json.find(name);
    return found ? found->word<Enum>(all) : usual;
}

[[nodiscard]] OverrunRule read_rule(JsonView json) {
    refuse_unknown(json.object(), rule_members, "a rule has no such member");
    OverrunRule rule;
    rule.steps = json.texts_or_empty("steps");
    rule.when = word_or(json, "when", rule.when, all_whens);
    rule.side = word_or(json, "side", rule.side, all_sides);
    rule.waktu = json.text_or_empty("waktu");
    rule.what = word_or(json, "do", rule.what, all_acts);
    rule.pelaksana = json.text_or_empty("pelaksana");
    rule.person = json.text_or_empty("person");
    return rule;
}

void write_rule(JsonWriter& json, const OverrunRule& rule) {
    const auto text = [&](std::string_view member, const std::string& value) {
        if (!value.empty()) {
            json.member(member, value);
        }
    };
    json.begin_object(JsonWriter::Shape::line);
    if (!rule.steps.empty()) {
        json.member("steps", rule.steps);
    }
    json.member("when", name(rule.when));
    json.member("side", name(rule.side));
    text("waktu", rule.waktu);
    json.member("do", name(rule.what));
    text("pelaksana", rule.pelaksana);
    text("person", rule.person);
    json.end_object();
}

} // namespace

std::string to_json(const OverrunPolicy& policy) {
    JsonWriter json;
    json.begin_object();
    json.member("schema", overrun_schema);
    json.member("name", policy.name());
    json.key("rules");
    json.begin_array();
    for (const OverrunRule& rule : policy.rules()) {
        write_rule(json, rule);
    }
    json.end_array();
    json.end_object();
    return json.take();
}

OverrunPolicy overrun_policy_from_json(std::string_view text) {
    const ParsedJson document = ParsedJson::read(text);
    const JsonView root = document.root();
    check_schema(root, overrun_schema);
    refuse_unknown(root, policy_members, "a policy has no such member");
    std::vector<OverrunRule> rules;
    for (const JsonView rule : root.member("rules").array()) {
        rules.push_back(read_rule(rule));
    }
    return {std::string(root.member("name").text()), std::move(rules)};
}

} // namespace tertib
