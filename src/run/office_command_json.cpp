// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/office_command_json.hpp"

#include "base/json_writer.hpp"
#include "base/parsed_json.hpp"
#include "run/member_io.hpp"
#include "run/office_command_members.hpp"
#include "run/schema_member.hpp"

#include <array>

namespace tertib {
namespace {

constexpr std::string_view office_command_schema = "tertib.office_command/1";
constexpr std::array<std::string_view, 8> office_members = {"schema", "verb", "by",     "as",
                                                            "now",    "at",   "reason", "dasar"};
constexpr std::array all_kinds = {PostKind::definitive, PostKind::plt, PostKind::plh, PostKind::an,
                                  PostKind::ub};

// Each action's members, once for reading and writing.

void members(auto& io, Of<Delegate> auto& action) {
    io.needed("person", action.person);
    io.needed("pelaksana", action.pelaksana);
    io.needed_word("kind", action.kind, all_kinds);
    io.day("from", action.from);
    io.day("until", action.until);
    io.text("surat", action.surat);
}
void members(auto& io, Of<EndDelegation> auto& action) {
    io.needed_number("holding", action.holding);
    io.day("until", action.until);
    io.text("surat", action.surat);
}
void members(auto& io, Of<RegisterSop> auto& action) {
    io.needed("sop", action.sop);
    io.text("nomor", action.nomor);
    io.text("nama", action.nama);
}
void members(auto& io, Of<EnforceSop> auto& action) {
    io.needed("sop", action.sop);
    io.day("from", action.from);
    io.day("until", action.until);
}
void members(auto& io, Of<ReplaceSop> auto& action) {
    io.needed("old_sop", action.old_sop);
    io.needed("sop", action.sop);
    io.day("from", action.from);
    io.day("until", action.until);
}
void members(auto& io, Of<WithdrawSop> auto& action) {
    io.needed("sop", action.sop);
    io.day("from", action.from);
}
void members(auto& io, Of<EraseBody> auto& action) {
    io.needed_number("event", action.event);
}

std::string_view verb_of(const OfficeAction& action) {
    OfficeCommand command;
    command.action = action;
    return verb(command);
}

} // namespace

OfficeCommand read_office_command(JsonView root, Zone zone) {
    check_schema(root, office_command_schema);
    OfficeCommand command;
    command.action = action_named<OfficeAction>(root.member("verb"), verb_of);
    MemberReader reader(root, office_members);
    std::visit([&](auto& action) { members(reader, action); }, command.action);
    reader.finish();
    read_asking(root, zone, command);
    return command;
}

void write(JsonWriter& json, const OfficeCommand& command, Zone zone) {
    MemberWriter writer(json);
    json.begin_object();
    json.member("schema", office_command_schema);
    json.member("verb", verb(command));
    std::visit([&](const auto& action) { members(writer, action); }, command.action);
    write_asking(json, command, zone);
    json.end_object();
}

OfficeCommand office_command_from_json(std::string_view text, Zone zone) {
    const ParsedJson document = ParsedJson::read(text);
    return read_office_command(document.root(), zone);
}

std::string to_json(const OfficeCommand& command, Zone zone) {
    JsonWriter json;
    write(json, command, zone);
    return json.take();
}

} // namespace tertib
