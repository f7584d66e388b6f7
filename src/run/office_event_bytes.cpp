// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/office_event_bytes.hpp"

#include "run/event_frame.hpp"
#include "tertib/base/error.hpp"

#include <utility>

// The numbers of fields are part of the journal (docs/journal.md): never changed, never used again.
namespace tertib {

namespace {

enum OfficeField : std::uint8_t {
    // Those that mean the same in a case's event.
    o_sop = 18,
    o_dasar = 22,
    o_pelaksana = 28,
    o_about = 37,
    // Those of the office alone.
    o_post = 101,
    o_letter = 102,
    o_from = 103,
    o_until = 104,
    o_old_sop = 105,
    o_nomor = 106,
    o_nama = 107,
    o_late = 108,
};

/// Days are counted from 1970-01-01. One before it can end what would have begun on it.
constexpr std::int64_t earliest_day = -1;
constexpr std::int64_t latest_day = last_day.time_since_epoch().count();

[[nodiscard]] std::int64_t number_of(PostKind post) {
    return static_cast<std::int64_t>(post) + 1;
}

void write_day(FieldWriter& out, std::uint8_t field, const std::optional<LocalDay>& day) {
    if (!day) {
        return;
    }
    const std::int64_t number = day->time_since_epoch().count();
    if (number < earliest_day || number > latest_day) {
        throw Error(ErrorCode::argument,
                    "field " + std::to_string(field) + ": a day outside those reckoned with");
    }
    out.number(field, number);
}

[[nodiscard]] LocalDay read_day_of(const FieldReader& in) {
    return LocalDay{std::chrono::days{in.number(earliest_day, latest_day)}};
}

[[nodiscard]] bool has_more(const EventBody& body) {
    return !body.excuse.empty() || !body.note.empty() || !body.evidence.empty() ||
           !body.location.empty();
}

[[nodiscard]] std::string encode(const OfficeEvent& event, std::string_view body) {
    FieldWriter out;
    out.reserve(256);
    write_frame(out, office_id, event, body);
    out.text(o_sop, event.sop_digest);
    out.text(o_dasar, event.dasar);
    out.text(o_pelaksana, event.pelaksana);
    out.count_unless_zero(o_about, event.about);
    const std::optional<PostKind>& post = event.post;
    if (post) {
        out.number(o_post, number_of(*post));
    }
    out.text(o_letter, event.letter);
    write_day(out, o_from, event.from);
    write_day(out, o_until, event.until);
    out.text(o_old_sop, event.old_sop_digest);
    out.text(o_nomor, event.nomor);
    out.text(o_nama, event.nama);
    out.number_unless_zero(o_late, event.late ? 1 : 0);
    return out.take();
}

[[nodiscard]] bool read_particular(const FieldReader& in, OfficeEvent& event) {
    switch (in.field()) {
    case f_case: return in.text() == office_id;
    case f_kind:
        event.kind = static_cast<OfficeEventKind>(
            in.number(static_cast<std::int64_t>(first_office_event_kind),
                      static_cast<std::int64_t>(last_office_event_kind)));
        return true;
    case o_sop: event.sop_digest = in.text(); return true;
    case o_dasar: event.dasar = in.text(); return true;
    case o_pelaksana: event.pelaksana = in.text(); return true;
    case o_about: event.about = static_cast<std::uint64_t>(in.number(1, any_high)); return true;
    case o_post:
        event.post = static_cast<PostKind>(
            in.number(number_of(PostKind::definitive), number_of(PostKind::ub)) - 1);
        return true;
    case o_letter: event.letter = in.text(); return true;
    case o_from: event.from = read_day_of(in); return true;
    case o_until: event.until = read_day_of(in); return true;
    case o_old_sop: event.old_sop_digest = in.text(); return true;
    case o_nomor: event.nomor = in.text(); return true;
    case o_nama: event.nama = in.text(); return true;
    case o_late: event.late = in.yes(); return true;
    default: return read_frame(in, event);
    }
}

} // namespace

SealedEvent seal(const Sha256& previous, const OfficeEvent& event, const Salt& salt) {
    if (has_more(event.body)) {
        throw Error(ErrorCode::argument,
                    "the body of an office's event is a person, a recipient and a reason");
    }
    std::string body = sealed_body(event.body, salt);
    std::string data = encode(event, body);
    return linked(previous, std::move(data), std::move(body));
}

OfficeEvent unseal_office(std::string_view data, std::string_view body) {
    OfficeEvent event;
    FieldReader in(without_version(data, "event"), "event");
    bool committed = false;
    while (in.next()) {
        committed = committed || in.field() == f_body;
        if (!read_particular(in, event)) {
            in.refuse("is unknown, or not as it must be");
        }
    }
    in.must_have({f_case, f_number, f_kind, f_recorded, f_happened});
    event.body = unsealed_body(body, committed);
    if (has_more(event.body)) {
        throw Error(ErrorCode::format, "body: an office's event has no such field");
    }
    return event;
}

} // namespace tertib
