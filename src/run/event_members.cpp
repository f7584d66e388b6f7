// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "run/event_members.hpp"

#include <optional>

namespace tertib {

namespace {

std::string base16(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(2 * bytes.size());
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        text += digits[byte >> 4U];
        text += digits[byte & 0xFU];
    }
    return text;
}

} // namespace

void member_if_set(JsonWriter& json, std::string_view name, const std::string& value) {
    if (!value.empty()) {
        json.member(name, value);
    }
}

void member_if_true(JsonWriter& json, std::string_view name, bool value) {
    if (value) {
        json.member_truth(name, value);
    }
}

void member_count(JsonWriter& json, std::string_view name, std::uint64_t value) {
    json.key(name);
    json.raw(std::to_string(value));
}

void write_standing(JsonWriter& json, const std::string& as, Standing standing,
                    const std::string& surat) {
    member_if_set(json, "as", as);
    if (standing != Standing::none) {
        json.member("standing", name(standing));
    }
    member_if_set(json, "surat", surat);
}

void write_body(JsonWriter& json, const EventBody& body, BodyInJson state) {
    if (state == BodyInJson::erased) {
        json.key("body");
        json.null();
        return;
    }
    if (body.empty()) {
        return;
    }
    json.key("body");
    json.begin_object();
    member_if_set(json, "person", body.person);
    member_if_set(json, "recipient", body.recipient);
    member_if_set(json, "reason", body.reason);
    member_if_set(json, "excuse", body.excuse);
    member_if_set(json, "note", body.note);
    member_if_set(json, "evidence", body.evidence);
    member_if_set(json, "location", body.location);
    json.end_object();
}

std::string line_of(const LineHead& head, const SealedEvent& sealed,
                    const std::function<void(JsonWriter& json, BodyInJson body)>& write_event) {
    const bool erased = sealed.body.empty() && body_commitment(sealed.data).has_value();
    JsonWriter json;
    json.begin_object(JsonWriter::Shape::line);
    json.member("schema", "tertib.journal/1");
    json.member("case", head.case_id);
    member_count(json, "number", head.number);
    json.member("data", base16(sealed.data));
    json.member_or_null("body",
                        sealed.body.empty() ? std::nullopt : std::optional(base16(sealed.body)));
    json.member("hash", hex(sealed.hash));
    json.key("event");
    write_event(json, erased ? BodyInJson::erased : BodyInJson::as_it_is);
    json.end_object();
    return json.take();
}

} // namespace tertib
