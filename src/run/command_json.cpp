// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/command_json.hpp"

#include "base/json_writer.hpp"
#include "base/parsed_json.hpp"
#include "run/command_members.hpp"
#include "run/schema_member.hpp"

#include <array>
#include <concepts>
#include <limits>
#include <map>
#include <type_traits>
#include <utility>
#include <vector>

namespace tertib {
namespace {

constexpr std::string_view command_schema = "tertib.command/1";
constexpr std::array<std::string_view, 9> common_members = {
    "schema", "case", "verb", "by", "as", "now", "at", "reason", "dasar"};
constexpr std::array all_scopes = {WaitScope::task, WaitScope::task_and_service};
constexpr std::array all_withs = {ResumeWith::rest, ResumeWith::whole};
constexpr std::array all_works = {WorkDone::kept, WorkDone::discarded};

/// Fills an action's members from the JSON, and knows by then which there may be.
class CommandReader {
public:
    explicit CommandReader(JsonView root)
        : root_(root),
          known_(common_members.begin(), common_members.end()) {}

    void needed(std::string_view name, std::string& value) {
        known_.push_back(name);
        value = root_.member(name).text();
    }
    void text(std::string_view name, std::string& value) {
        known_.push_back(name);
        value = root_.text_or_empty(name);
    }
    void text(std::string_view name, std::optional<std::string>& value) {
        known_.push_back(name);
        value = root_.optional_text(name);
    }
    void texts(std::string_view name, std::vector<std::string>& values) {
        known_.push_back(name);
        values = root_.texts_or_empty(name);
    }
    void pairs(std::string_view name, std::map<std::string, std::string>& values) {
        known_.push_back(name);
        if (const auto json = root_.find_value(name)) {
            for (const JsonView each : json->object()) {
                values.emplace(each.key(), each.text());
            }
        }
    }
    void number(std::string_view name, std::uint64_t& value) {
        known_.push_back(name);
        if (const auto json = root_.find(name)) {
            value = static_cast<std::uint64_t>(
                json->whole(0, std::numeric_limits<std::int64_t>::max()));
        }
    }
    template <typename Enum, std::size_t Count>
    void word(std::string_view name, Enum& value, const std::array<Enum, Count>& all) {
        known_.push_back(name);
        if (const auto json = root_.find(name)) {
            value = json->word<Enum>(all);
        }
    }
    void finish() const {
        refuse_unknown(root_, known_, "a command of this verb has no such member");
    }

private:
    JsonView root_;
    std::vector<std::string_view> known_;
};

/// Writes them; what is empty is left out.
class CommandWriter {
public:
    explicit CommandWriter(JsonWriter& json) : json_(json) {}

    void needed(std::string_view name, const std::string& value) { json_.member(name, value); }
    void text(std::string_view name, const std::string& value) {
        if (!value.empty()) {
            json_.member(name, value);
        }
    }
    void text(std::string_view name, const std::optional<std::string>& value) {
        if (value) {
            json_.member(name, *value);
        }
    }
    void texts(std::string_view name, const std::vector<std::string>& values) {
        if (!values.empty()) {
            json_.member(name, values);
        }
    }
    void pairs(std::string_view name, const std::map<std::string, std::string>& values) {
        if (values.empty()) {
            return;
        }
        json_.key(name);
        json_.begin_object();
        for (const auto& [from, to] : values) {
            json_.member(from, to);
        }
        json_.end_object();
    }
    void number(std::string_view name, std::uint64_t value) {
        json_.key(name);
        json_.raw(std::to_string(value));
    }
    template <typename Enum, std::size_t Count>
    void word(std::string_view name_of_member, Enum value, const std::array<Enum, Count>&) {
        json_.member(name_of_member, name(value));
    }

private:
    JsonWriter& json_;
};

/// An action to be read, or (const) to be written.
template <typename Type, typename Wanted>
concept Of = std::same_as<std::remove_const_t<Type>, Wanted>;

// Each action's members, once for reading and writing.

void members(auto& io, Of<StartCase> auto& action) {
    io.text("waktu", action.waktu);
    io.text("outcome", action.outcome);
}
void members(auto& io, Of<CompleteTask> auto& action) {
    io.needed("task", action.task);
    io.texts("produk", action.produk);
    io.text("outcome", action.outcome);
    io.text("target", action.target);
    io.texts("missing", action.missing);
    io.text("excuse", action.excuse);
    io.text("result", action.result);
}
void members(auto& io, Of<ClaimTask> auto& action) {
    io.needed("task", action.task);
}
void members(auto& io, Of<ReleaseTask> auto& action) {
    io.needed("task", action.task);
}
void members(auto& io, Of<ReturnTask> auto& action) {
    io.needed("task", action.task);
    io.needed("target", action.target);
}
void members(auto& io, Of<WaitTask> auto& action) {
    io.needed("task", action.task);
    io.word("scope", action.scope, all_scopes);
}
void members(auto& io, Of<ResumeTask> auto& action) {
    io.needed("task", action.task);
    io.word("with", action.with, all_withs);
}
void members(auto& io, Of<ReassignTask> auto& action) {
    io.needed("task", action.task);
    io.text("person", action.person);
    io.text("pelaksana", action.pelaksana);
    io.word("work", action.work, all_works);
}
void members(auto& io, Of<SkipTask> auto& action) {
    io.needed("task", action.task);
    io.text("outcome", action.outcome);
}
void members(auto& io, Of<Annotate> auto& action) {
    io.text("task", action.task);
    io.text("note", action.note);
}
void members(auto& io, Of<Attach> auto& action) {
    io.text("task", action.task);
    io.text("evidence", action.evidence);
    io.text("media_type", action.media_type);
    io.number("size", action.size);
    io.text("sha256", action.sha256);
    io.text("location", action.location);
}
void members(auto& io, Of<EraseBody> auto& action) {
    io.number("event", action.event);
}
void members(auto& io, Of<MigrateCase> auto& action) {
    io.pairs("steps", action.steps);
}
/// Those whose action is said by the verb alone.
template <typename Bare>
    requires std::is_empty_v<Bare>
void members(auto&, Bare&) {}

/// The actions there are, each without its particulars, in the order of Action's alternatives.
template <std::size_t... Index>
std::vector<Action> every_action(std::index_sequence<Index...>) {
    return {Action(std::in_place_index<Index>)...};
}

Action action_of(JsonView written) {
    std::string known;
    for (Action& action : every_action(std::make_index_sequence<std::variant_size_v<Action>>())) {
        if (verb(action) == written.text()) {
            return std::move(action);
        }
        known += known.empty() ? "" : ", ";
        known += verb(action);
    }
    written.refuse("is " + shown(written.text()) + ", but must be one of " + known);
}

Instant read_instant(JsonView json, Zone zone) {
    const std::optional<Stamp> stamp = read_stamp(json.text(), zone);
    if (!stamp || stamp->earliest != stamp->latest) {
        json.refuse("is no instant in ISO 8601, such as \"2025-05-05T09:00:00+07:00\"");
    }
    return stamp->earliest;
}

} // namespace

Command read_command(JsonView root, Zone zone) {
    check_schema(root, command_schema);
    Command command;
    command.action = action_of(root.member("verb"));
    CommandReader reader(root);
    std::visit([&](auto& action) { members(reader, action); }, command.action);
    reader.finish();
    command.case_id = root.member("case").text();
    command.by = {.person = root.text_or_empty("by"), .as = root.text_or_empty("as")};
    command.now = read_instant(root.member("now"), zone);
    if (const auto at = root.find_value("at")) {
        command.at = read_instant(*at, zone);
    }
    command.reason = root.text_or_empty("reason");
    command.dasar = root.text_or_empty("dasar");
    return command;
}

void write(JsonWriter& json, const Command& command, Zone zone) {
    CommandWriter writer(json);
    json.begin_object();
    json.member("schema", command_schema);
    json.member("case", command.case_id);
    json.member("verb", verb(command.action));
    std::visit([&](const auto& action) { members(writer, action); }, command.action);
    writer.text("by", command.by.person);
    writer.text("as", command.by.as);
    json.member("now", text(command.now, zone));
    if (command.at) {
        json.member("at", text(*command.at, zone));
    }
    writer.text("reason", command.reason);
    writer.text("dasar", command.dasar);
    json.end_object();
}

Command command_from_json(std::string_view text, Zone zone) {
    const ParsedJson document = ParsedJson::read(text);
    return read_command(document.root(), zone);
}

std::string to_json(const Command& command, Zone zone) {
    JsonWriter json;
    write(json, command, zone);
    return json.take();
}

} // namespace tertib
