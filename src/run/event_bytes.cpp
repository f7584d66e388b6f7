// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/event_bytes.hpp"

#include "run/event_frame.hpp"
#include "run/moved_bytes.hpp"
#include "tertib/base/error.hpp"

#include <algorithm>
#include <limits>
#include <utility>

// The numbers of fields are part of the journal (docs/journal.md): never changed, never used again.
namespace tertib {

namespace {

enum EventField : std::uint8_t {
    f_task_step = 10,
    f_task_number = 11,
    f_opened = 12,
    f_parked = 13,
    f_released = 14,
    f_due = 15,
    f_ends_case = 16,
    f_partial = 17,
    f_sop = 18,
    f_calendar = 19,
    f_calendar_digest = 20,
    f_waktu = 21,
    f_dasar = 22,
    f_outcome = 23,
    f_target = 24,
    f_produk = 25,
    f_missing = 26,
    f_result = 27,
    f_pelaksana = 28,
    f_scope = 29,
    f_with = 30,
    f_work = 31,
    f_open_to_all = 32,
    f_given = 33,
    f_media_type = 34,
    f_size = 35,
    f_sha256 = 36,
    f_about = 37,
    f_moved = 38,
    f_record = 39,
    f_policy = 40,
    f_rule = 41,
};
enum OpenedField : std::uint8_t { o_step = 1, o_number = 2, o_flow = 3, o_since = 4, o_due = 5 };
enum ParkedField : std::uint8_t { p_flow = 1, p_since = 2 };
enum DueField : std::uint8_t { d_step = 1, d_number = 2, d_due = 3 };
constexpr std::int64_t max_task = std::numeric_limits<std::uint32_t>::max();

[[nodiscard]] std::string encode(const OpenedTask& opened) {
    FieldWriter out;
    out.needed_text(o_step, opened.id.step);
    out.number(o_number, opened.id.number);
    out.number(o_flow, opened.flow);
    out.number(o_since, micros(opened.since));
    if (opened.due) {
        out.number(o_due, micros(*opened.due));
    }
    return out.take();
}

[[nodiscard]] std::string encode(const ParkedToken& parked) {
    FieldWriter out;
    out.number(p_flow, parked.flow);
    out.number(p_since, micros(parked.since));
    return out.take();
}

[[nodiscard]] std::string encode(const ChangedDue& changed) {
    FieldWriter out;
    out.text(d_step, changed.task.step);
    out.number_unless_zero(d_number, changed.task.number);
    if (changed.due) {
        out.number(d_due, micros(*changed.due));
    }
    return out.take();
}

void write_consequences(const Event& event, FieldWriter& out) {
    for (const OpenedTask& each : event.opened) {
        out.put(f_opened, encode(each));
    }
    for (const ParkedToken& each : event.parked) {
        out.put(f_parked, encode(each));
    }
    for (const std::uint32_t flow : event.released) {
        out.number(f_released, flow);
    }
    for (const ChangedDue& each : event.dues) {
        out.put(f_due, encode(each));
    }
    out.number_unless_zero(f_ends_case, event.ends_case ? 1 : 0);
    out.number_unless_zero(f_partial, event.partial ? 1 : 0);
}

void write_particulars(const Event& event, FieldWriter& out) {
    out.text(f_sop, event.sop_digest);
    out.text(f_calendar, event.calendar);
    out.text(f_calendar_digest, event.calendar_digest);
    out.text(f_waktu, event.waktu);
    out.text(f_dasar, event.dasar);
    out.text(f_outcome, event.outcome);
    out.text(f_target, event.target);
    for (const std::uint32_t place : event.produk) {
        out.number(f_produk, place);
    }
    for (const std::uint32_t place : event.missing) {
        out.number(f_missing, place);
    }
    out.text(f_result, event.result);
    out.text(f_pelaksana, event.pelaksana);
    out.number_unless_zero(f_scope, static_cast<std::int64_t>(event.scope));
    out.number_unless_zero(f_with, static_cast<std::int64_t>(event.with));
    out.number_unless_zero(f_work, static_cast<std::int64_t>(event.work));
    out.number_unless_zero(f_open_to_all, event.open_to_all ? 1 : 0);
    out.number_unless_zero(f_given, event.given ? 1 : 0);
    out.text(f_media_type, event.media_type);
    out.count_unless_zero(f_size, event.size);
    out.text(f_sha256, event.sha256);
    out.count_unless_zero(f_about, event.about);
    for (const MovedTask& moved : event.moved) {
        out.put(f_moved, encode(moved));
    }
    for (const MovedRecord& record : event.records) {
        out.put(f_record, encode(record));
    }
    out.text(f_policy, event.policy_digest);
    out.number_unless_zero(f_rule, event.rule);
}

[[nodiscard]] std::string encode(const Event& event, std::string_view body) {
    FieldWriter out;
    out.reserve(320);
    write_frame(out, event.case_id, event, body);
    out.text(f_task_step, event.task.step);
    out.number_unless_zero(f_task_number, event.task.number);
    write_consequences(event, out);
    write_particulars(event, out);
    return out.take();
}

[[nodiscard]] OpenedTask read_opened(std::string_view bytes) {
    OpenedTask opened;
    FieldReader in(bytes, "opened task");
    while (in.next()) {
        switch (in.field()) {
        case o_step: opened.id.step = in.text(); break;
        case o_number: opened.id.number = static_cast<std::uint32_t>(in.number(1, max_task)); break;
        case o_flow: opened.flow = in.place(); break;
        case o_since: opened.since = instant(in.number(any_low, any_high)); break;
        case o_due: opened.due = instant(in.number(any_low, any_high)); break;
        default: in.refuse("is unknown");
        }
    }
    in.must_have({o_step, o_number, o_flow, o_since});
    return opened;
}

[[nodiscard]] ParkedToken read_parked(std::string_view bytes) {
    ParkedToken parked;
    FieldReader in(bytes, "parked token");
    while (in.next()) {
        switch (in.field()) {
        case p_flow: parked.flow = in.place(); break;
        case p_since: parked.since = instant(in.number(any_low, any_high)); break;
        default: in.refuse("is unknown");
        }
    }
    in.must_have({p_flow, p_since});
    return parked;
}

[[nodiscard]] ChangedDue read_due(std::string_view bytes) {
    ChangedDue changed;
    FieldReader in(bytes, "deadline");
    while (in.next()) {
        switch (in.field()) {
        case d_step: changed.task.step = in.text(); break;
        case d_number:
            changed.task.number = static_cast<std::uint32_t>(in.number(1, max_task));
            break;
        case d_due: changed.due = instant(in.number(any_low, any_high)); break;
        default: in.refuse("is unknown");
        }
    }
    return changed;
}

/// Fields 1 … 17: who, when, and what follows. False: it is none of them.
[[nodiscard]] bool read_fact(const FieldReader& in, Event& event) {
    switch (in.field()) {
    case f_case: event.case_id = in.text(); return true;
    case f_kind:
        event.kind =
            static_cast<EventKind>(in.number(1, static_cast<std::int64_t>(last_event_kind)));
        return true;
    case f_task_step: event.task.step = in.text(); return true;
    case f_task_number:
        event.task.number = static_cast<std::uint32_t>(in.number(1, max_task));
        return true;
    case f_opened: event.opened.push_back(read_opened(in.bytes())); return true;
    case f_parked: event.parked.push_back(read_parked(in.bytes())); return true;
    case f_released: event.released.push_back(in.place_in_list()); return true;
    case f_due: event.dues.push_back(read_due(in.bytes())); return true;
    case f_ends_case: event.ends_case = in.yes(); return true;
    case f_partial: event.partial = in.yes(); return true;
    default: return read_frame(in, event);
    }
}

[[nodiscard]] bool read_particular(const FieldReader& in, Event& event) {
    switch (in.field()) {
    case f_sop: event.sop_digest = in.text(); return true;
    case f_calendar: event.calendar = in.text(); return true;
    case f_calendar_digest: event.calendar_digest = in.text(); return true;
    case f_waktu: event.waktu = in.text(); return true;
    case f_dasar: event.dasar = in.text(); return true;
    case f_outcome: event.outcome = in.text(); return true;
    case f_target: event.target = in.text(); return true;
    case f_produk: event.produk.push_back(in.place_in_list()); return true;
    case f_missing: event.missing.push_back(in.place_in_list()); return true;
    case f_result: event.result = in.text(); return true;
    case f_pelaksana: event.pelaksana = in.text(); return true;
    case f_scope: event.scope = static_cast<WaitScope>(in.number(1, 1)); return true;
    case f_with: event.with = static_cast<ResumeWith>(in.number(1, 1)); return true;
    case f_work: event.work = static_cast<WorkDone>(in.number(1, 1)); return true;
    case f_open_to_all: event.open_to_all = in.yes(); return true;
    case f_given: event.given = in.yes(); return true;
    case f_media_type: event.media_type = in.text(); return true;
    case f_size: event.size = static_cast<std::uint64_t>(in.number(1, any_high)); return true;
    case f_sha256: event.sha256 = in.text(); return true;
    case f_about: event.about = static_cast<std::uint64_t>(in.number(1, any_high)); return true;
    case f_moved: event.moved.push_back(read_moved(in.bytes())); return true;
    case f_record: event.records.push_back(read_record(in.bytes())); return true;
    case f_policy: event.policy_digest = in.text(); return true;
    case f_rule: event.rule = static_cast<std::uint32_t>(in.number(1, max_task)); return true;
    default: return false;
    }
}

} // namespace

SealedEvent seal(const Sha256& previous, const Event& event, const Salt& salt) {
    std::string body = sealed_body(event.body, salt);
    std::string data = encode(event, body);
    return linked(previous, std::move(data), std::move(body));
}

Event unseal(std::string_view data, std::string_view body) {
    Event event;
    FieldReader in(without_version(data, "event"), "event");
    bool committed = false;
    while (in.next()) {
        committed = committed || in.field() == f_body;
        if (!read_fact(in, event) && !read_particular(in, event)) {
            in.refuse("is unknown, or not as it must be");
        }
    }
    in.must_have({f_case, f_number, f_kind, f_recorded, f_happened});
    event.body = unsealed_body(body, committed);
    return event;
}

std::optional<Sha256> body_commitment(std::string_view data) {
    FieldReader in(without_version(data, "event"), "event");
    while (in.next() && in.field() <= f_body) {
        if (in.field() == f_body) {
            if (in.bytes().size() != no_hash.size()) {
                in.refuse("isn't 32 bytes long");
            }
            Sha256 committed{};
            std::ranges::copy(in.bytes(), committed.begin());
            return committed;
        }
    }
    return std::nullopt;
}

SealCheck check(const Sha256& previous, const SealedEvent& event) {
    std::string linked(view(previous));
    linked += event.data;
    if (sha256(linked) != event.hash) {
        return SealCheck::wrong_hash;
    }
    const std::optional<Sha256> committed = body_commitment(event.data);
    if (event.body.empty()) {
        return committed ? SealCheck::body_missing : SealCheck::holds;
    }
    return committed == sha256(event.body) ? SealCheck::holds : SealCheck::wrong_body;
}

} // namespace tertib
