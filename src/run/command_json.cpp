// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/command_json.hpp"

#include "base/json_writer.hpp"
#include "base/parsed_json.hpp"
#include "run/command_members.hpp"
#include "run/member_io.hpp"
#include "run/schema_member.hpp"

#include <array>
#include <type_traits>

namespace tertib {
namespace {

constexpr std::string_view command_schema = "tertib.command/1";
constexpr std::array<std::string_view, 9> common_members = {
    "schema", "case", "verb", "by", "as", "now", "at", "reason", "dasar"};
constexpr std::array all_scopes = {WaitScope::task, WaitScope::task_and_service};
constexpr std::array all_withs = {ResumeWith::rest, ResumeWith::whole};
constexpr std::array all_works = {WorkDone::kept, WorkDone::discarded};

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

} // namespace

Command read_command(JsonView root, Zone zone) {
    check_schema(root, command_schema);
    Command command;
    command.action =
        action_named<Action>(root.member("verb"), [](const Action& each) { return verb(each); });
    MemberReader reader(root, common_members);
    std::visit([&](auto& action) { members(reader, action); }, command.action);
    reader.finish();
    command.case_id = root.member("case").text();
    read_asking(root, zone, command);
    return command;
}

void write(JsonWriter& json, const Command& command, Zone zone) {
    MemberWriter writer(json);
    json.begin_object();
    json.member("schema", command_schema);
    json.member("case", command.case_id);
    json.member("verb", verb(command.action));
    std::visit([&](const auto& action) { members(writer, action); }, command.action);
    write_asking(json, command, zone);
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
