// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/event_json.hpp"

#include "base/json_writer.hpp"
#include "base/parsed_json.hpp"
#include "run/event_members.hpp"
#include "run/schema_member.hpp"

#include <array>
#include <limits>
#include <optional>
#include <span>

namespace tertib {
namespace {

constexpr std::string_view event_schema = "tertib.event/1";
constexpr std::string_view line_schema = "tertib.journal/1";
constexpr std::array<std::string_view, 7> line_members = {"schema", "case", "number", "data",
                                                          "body",   "hash", "event"};

void member_if_any(JsonWriter& json, std::string_view name, std::span<const std::uint32_t> places) {
    if (places.empty()) {
        return;
    }
    json.key(name);
    json.begin_array(JsonWriter::Shape::line);
    for (const std::uint32_t place : places) {
        json.number(std::int64_t{place});
    }
    json.end_array();
}

void write_due(JsonWriter& json, const std::optional<Instant>& due, Zone zone) {
    json.member_or_null("due", due ? std::optional(text(*due, zone)) : std::nullopt);
}

void write_opened(JsonWriter& json, const Event& event, Zone zone) {
    json.key("opened");
    json.begin_array();
    for (const OpenedTask& each : event.opened) {
        json.begin_object(JsonWriter::Shape::line);
        json.member("task", text(each.id));
        json.member_number("flow", each.flow);
        json.member("since", text(each.since, zone));
        write_due(json, each.due, zone);
        json.end_object();
    }
    json.end_array();
}

void write_parked(JsonWriter& json, const Event& event, Zone zone) {
    json.key("parked");
    json.begin_array();
    for (const ParkedToken& each : event.parked) {
        json.begin_object(JsonWriter::Shape::line);
        json.member_number("flow", each.flow);
        json.member("since", text(each.since, zone));
        json.end_object();
    }
    json.end_array();
}

void write_dues(JsonWriter& json, const Event& event, Zone zone) {
    json.key("dues");
    json.begin_array();
    for (const ChangedDue& each : event.dues) {
        json.begin_object(JsonWriter::Shape::line);
        json.member_or_null("task",
                            each.task.step.empty() ? std::nullopt : std::optional(text(each.task)));
        write_due(json, each.due, zone);
        json.end_object();
    }
    json.end_array();
}

void write_consequences(JsonWriter& json, const Event& event, Zone zone) {
    if (!event.opened.empty()) {
        write_opened(json, event, zone);
    }
    if (!event.parked.empty()) {
        write_parked(json, event, zone);
    }
    member_if_any(json, "released", event.released);
    if (!event.dues.empty()) {
        write_dues(json, event, zone);
    }
    member_if_true(json, "ends_case", event.ends_case);
    member_if_true(json, "partial", event.partial);
}

/// A choice is said where it belongs to the kind, and wherever it isn't the usual one.
void write_choices(JsonWriter& json, const Event& event) {
    if (event.kind == EventKind::waiting || event.scope != WaitScope::task) {
        json.member("scope", name(event.scope));
    }
    if (event.kind == EventKind::resumed || event.with != ResumeWith::rest) {
        json.member("with", name(event.with));
    }
    if (event.kind == EventKind::reassigned || event.work != WorkDone::kept) {
        json.member("work", name(event.work));
    }
}

void write_moved(JsonWriter& json, const Event& event) {
    if (event.moved.empty()) {
        return;
    }
    json.key("moved");
    json.begin_array();
    for (const MovedTask& each : event.moved) {
        json.begin_object(JsonWriter::Shape::line);
        json.member("from", text(each.from));
        json.member_number("place", each.place);
        json.member_or_null("to",
                            each.to.step.empty() ? std::nullopt : std::optional(text(each.to)));
        json.member_number("flow", each.flow);
        member_if_true(json, "let_go", each.let_go);
        member_if_set(json, "pelaksana", each.pelaksana);
        if (!each.done_by.empty()) {
            json.member("done_by", each.done_by);
        }
        json.end_object();
    }
    json.end_array();
}

void write_records(JsonWriter& json, const Event& event) {
    if (event.records.empty()) {
        return;
    }
    json.key("records");
    json.begin_array();
    for (const MovedRecord& each : event.records) {
        json.begin_object(JsonWriter::Shape::line);
        json.member_number("step", each.step);
        json.member_number("arrivals", each.arrivals);
        json.member_number("completions", each.completions);
        json.member_number("skips", each.skips);
        member_if_any(json, "produk", each.produk);
        json.end_object();
    }
    json.end_array();
}

void write_particulars(JsonWriter& json, const Event& event) {
    member_if_set(json, "sop_digest", event.sop_digest);
    member_if_set(json, "calendar", event.calendar);
    member_if_set(json, "calendar_digest", event.calendar_digest);
    member_if_set(json, "waktu", event.waktu);
    member_if_set(json, "dasar", event.dasar);
    member_if_set(json, "outcome", event.outcome);
    member_if_set(json, "target", event.target);
    member_if_any(json, "produk", event.produk);
    member_if_any(json, "missing", event.missing);
    member_if_set(json, "result", event.result);
    member_if_set(json, "pelaksana", event.pelaksana);
    write_choices(json, event);
    member_if_true(json, "open_to_all", event.open_to_all);
    member_if_true(json, "given", event.given);
    member_if_set(json, "media_type", event.media_type);
    if (event.size != 0 || event.kind == EventKind::attached) {
        member_count(json, "size", event.size);
    }
    member_if_set(json, "sha256", event.sha256);
    if (event.about != 0) {
        member_count(json, "about", event.about);
    }
    write_moved(json, event);
    write_records(json, event);
    member_if_set(json, "policy_digest", event.policy_digest);
    if (event.rule != 0) {
        json.member_number("rule", event.rule);
    }
}

void write(JsonWriter& json, const Event& event, Zone zone, BodyInJson body) {
    json.begin_object();
    json.member("schema", event_schema);
    json.member("case", event.case_id);
    member_count(json, "number", event.number);
    json.member("kind", name(event.kind));
    json.member("recorded", text(event.recorded, zone));
    json.member("happened", text(event.happened, zone));
    write_standing(json, event.as, event.standing, event.surat);
    if (!event.task.step.empty()) {
        json.member("task", text(event.task));
    }
    write_consequences(json, event, zone);
    write_particulars(json, event);
    write_body(json, event.body, body);
    json.end_object();
}

/// The value of a digit, 16 for anything else. Upper case is something else: one form only.
unsigned digit(char c) {
    if (c >= '0' && c <= '9') {
        return static_cast<unsigned>(c - '0');
    }
    return c >= 'a' && c <= 'f' ? static_cast<unsigned>(c - 'a') + 10 : 16;
}

std::string read_base16(JsonView json) {
    const std::string_view text = json.text();
    std::string bytes;
    bytes.reserve(text.size() / 2);
    for (std::size_t at = 0; at + 1 < text.size(); at += 2) {
        const unsigned high = digit(text[at]);
        const unsigned low = digit(text[at + 1]);
        if (high > 15 || low > 15) {
            json.refuse("is not in digits 0-9 a-f");
        }
        bytes += static_cast<char>(high << 4U | low);
    }
    if (text.empty() || text.size() % 2 != 0) {
        json.refuse("must hold whole bytes, two digits each, and at least one");
    }
    return bytes;
}

JournalLine read_line(JsonView root) {
    check_schema(root, line_schema);
    refuse_unknown(root, line_members, "a journal's line has no such member");
    JournalLine line;
    line.case_id = root.member("case").text();
    line.number = static_cast<std::uint64_t>(
        root.member("number").whole(1, std::numeric_limits<std::int64_t>::max()));
    line.sealed.data = read_base16(root.member("data"));
    const JsonView body = root.member("body");
    if (!body.is_null()) {
        line.sealed.body = read_base16(body);
    }
    const JsonView hash = root.member("hash");
    const std::optional<Sha256> digest = sha256_from_hex(hash.text());
    if (!digest) {
        hash.refuse("is no SHA-256: 64 digits 0-9 a-f");
    }
    line.sealed.hash = *digest;
    if (const auto event = root.find("event")) {
        (void)event->object();
    }
    return line;
}

} // namespace

std::string to_json(const Event& event, Zone zone, BodyInJson body) {
    JsonWriter json;
    write(json, event, zone, body);
    return json.take();
}

std::string journal_line(const SealedEvent& sealed, const Event& event, Zone zone) {
    return line_of({.case_id = event.case_id, .number = event.number}, sealed,
                   [&](JsonWriter& json, BodyInJson body) { write(json, event, zone, body); });
}

JournalLine read_journal_line(std::string_view line, std::int64_t row) {
    try {
        const ParsedJson document = ParsedJson::read(line);
        return read_line(document.root());
    } catch (const Error& error) {
        Position where = error.position();
        where.row = row;
        throw Error(error.code(), error.what(), where);
    }
}

} // namespace tertib
