// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "run/event_frame.hpp"

#include "tertib/base/error.hpp"

#include <utility>

namespace tertib {

namespace {

/// The first byte of every encoded event and body: the version of this encoding.
constexpr char version = '\1';

enum BodyField : std::uint8_t {
    b_person = 1,
    b_recipient = 2,
    b_reason = 3,
    b_excuse = 4,
    b_note = 5,
    b_evidence = 6,
    b_location = 7,
};

[[nodiscard]] std::string encode(const EventBody& body) {
    FieldWriter out;
    out.byte(version);
    out.text(b_person, body.person);
    out.text(b_recipient, body.recipient);
    out.text(b_reason, body.reason);
    out.text(b_excuse, body.excuse);
    out.text(b_note, body.note);
    out.text(b_evidence, body.evidence);
    out.text(b_location, body.location);
    return out.take();
}

[[nodiscard]] EventBody read_body(std::string_view bytes) {
    EventBody body;
    for (FieldReader in(without_version(bytes, "body"), "body"); in.next();) {
        switch (in.field()) {
        case b_person: body.person = in.text(); break;
        case b_recipient: body.recipient = in.text(); break;
        case b_reason: body.reason = in.text(); break;
        case b_excuse: body.excuse = in.text(); break;
        case b_note: body.note = in.text(); break;
        case b_evidence: body.evidence = in.text(); break;
        case b_location: body.location = in.text(); break;
        default: in.refuse("is unknown");
        }
    }
    if (body.empty()) {
        throw Error(ErrorCode::format, "body: there is nothing in it");
    }
    return body;
}

} // namespace

std::string_view without_version(std::string_view bytes, std::string_view what) {
    if (bytes.empty()) {
        throw Error(ErrorCode::format, std::string(what) + ": there is nothing in it");
    }
    if (bytes.front() != version) {
        throw Error(ErrorCode::unsupported,
                    std::string(what) + ": written in version " +
                        std::to_string(static_cast<unsigned char>(bytes.front())) +
                        " of the encoding, and this library reads version 1");
    }
    return bytes.substr(1);
}

std::string sealed_body(const EventBody& body, const Salt& salt) {
    if (body.empty()) {
        return {};
    }
    std::string bytes(salt.begin(), salt.end());
    bytes += encode(body);
    return bytes;
}

EventBody unsealed_body(std::string_view bytes, bool committed) {
    if (bytes.empty()) {
        return {};
    }
    if (!committed) {
        throw Error(ErrorCode::format, "body: the event has none");
    }
    if (bytes.size() <= Salt{}.size()) {
        throw Error(ErrorCode::format, "body: it is shorter than its salt");
    }
    return read_body(bytes.substr(Salt{}.size()));
}

SealedEvent linked(const Sha256& previous, std::string data, std::string body) {
    std::string chained(view(previous));
    chained += data;
    return {.data = std::move(data), .body = std::move(body), .hash = sha256(chained)};
}

} // namespace tertib
