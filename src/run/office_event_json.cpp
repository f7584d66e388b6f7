// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/office_event_json.hpp"

#include "run/event_members.hpp"

#include <optional>

namespace tertib {

namespace {

void member_if_said(JsonWriter& json, std::string_view name, const std::optional<LocalDay>& day) {
    if (day) {
        json.member(name, text(*day));
    }
}

void write(JsonWriter& json, const OfficeEvent& event, Zone zone, BodyInJson body) {
    json.begin_object();
    json.member("schema", "tertib.office_event/1");
    json.member("case", office_id);
    member_count(json, "number", event.number);
    json.member("kind", name(event.kind));
    json.member("recorded", text(event.recorded, zone));
    json.member("happened", text(event.happened, zone));
    write_standing(json, event.as, event.standing, event.surat);
    member_if_set(json, "sop_digest", event.sop_digest);
    member_if_set(json, "dasar", event.dasar);
    member_if_set(json, "pelaksana", event.pelaksana);
    if (event.about != 0) {
        member_count(json, "about", event.about);
    }
    const std::optional<PostKind>& post = event.post;
    if (post) {
        json.member("post", name(*post));
    }
    member_if_set(json, "letter", event.letter);
    member_if_said(json, "from", event.from);
    member_if_said(json, "until", event.until);
    member_if_set(json, "old_sop_digest", event.old_sop_digest);
    member_if_set(json, "nomor", event.nomor);
    member_if_set(json, "nama", event.nama);
    member_if_true(json, "late", event.late);
    write_body(json, event.body, body);
    json.end_object();
}

} // namespace

std::string to_json(const OfficeEvent& event, Zone zone, BodyInJson body) {
    JsonWriter json;
    write(json, event, zone, body);
    return json.take();
}

std::string journal_line(const SealedEvent& sealed, const OfficeEvent& event, Zone zone) {
    return line_of({.case_id = office_id, .number = event.number}, sealed,
                   [&](JsonWriter& json, BodyInJson body) { write(json, event, zone, body); });
}

std::string journal_line(std::string_view case_id, const SealedEvent& sealed, Zone zone) {
    return case_id == office_id
               ? journal_line(sealed, unseal_office(sealed.data, sealed.body), zone)
               : journal_line(sealed, unseal(sealed.data, sealed.body), zone);
}

} // namespace tertib
