// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "run/field_reader.hpp"
#include "run/field_writer.hpp"
#include "tertib/run/event.hpp"
#include "tertib/run/event_bytes.hpp"

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

/// What the bytes of every event have in common, a case's and the office's: the version, the first
/// fields, the body, and the link to the event before (docs/journal.md).
namespace tertib {

/// Never changed, never used again.
enum FrameField : std::uint8_t {
    f_case = 1,
    f_number = 2,
    f_kind = 3,
    f_recorded = 4,
    f_happened = 5,
    f_body = 6, ///< SHA-256(salt + body)
    f_as = 7,
    f_standing = 8,
    f_surat = 9,
};

constexpr std::int64_t any_low = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t any_high = std::numeric_limits<std::int64_t>::max();

[[nodiscard]] inline std::int64_t micros(Instant instant) {
    return instant.time_since_epoch().count();
}
[[nodiscard]] inline Instant instant(std::int64_t micros) {
    return Instant{std::chrono::microseconds{micros}};
}
[[nodiscard]] inline std::string_view view(const Sha256& digest) {
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

/// The fields behind the version byte; throws Error(format) where there are none, and
/// Error(unsupported) for a newer version.
[[nodiscard]] std::string_view without_version(std::string_view bytes, std::string_view what);

/// The salt and the encoded body; "" for an empty one.
[[nodiscard]] std::string sealed_body(const EventBody& body, const Salt& salt);
/// Reads it back; "" is an empty one. `committed`: whether the event's data commits to a body.
[[nodiscard]] EventBody unsealed_body(std::string_view bytes, bool committed);

/// The event of these bytes as it follows the one before.
[[nodiscard]] SealedEvent linked(const Sha256& previous, std::string data, std::string body);

/// Writes the version and the first fields.
template <typename AnyEvent>
void write_frame(FieldWriter& out, std::string_view case_id, const AnyEvent& event,
                 std::string_view sealed_body) {
    out.byte('\1');
    out.needed_text(f_case, case_id);
    out.count(f_number, event.number);
    out.number(f_kind, static_cast<std::int64_t>(event.kind));
    out.number(f_recorded, micros(event.recorded));
    out.number(f_happened, micros(event.happened));
    if (!sealed_body.empty()) {
        out.put(f_body, view(sha256(sealed_body)));
    }
    out.text(f_as, event.as);
    out.number_unless_zero(f_standing, static_cast<std::int64_t>(event.standing));
    out.text(f_surat, event.surat);
}

/// Reads one of the first fields, but for the case and the kind. False: it is none of them, or not
/// as it must be.
template <typename AnyEvent>
[[nodiscard]] bool read_frame(const FieldReader& in, AnyEvent& event) {
    switch (in.field()) {
    case f_number: event.number = static_cast<std::uint64_t>(in.number(1, any_high)); return true;
    case f_recorded: event.recorded = instant(in.number(any_low, any_high)); return true;
    case f_happened: event.happened = instant(in.number(any_low, any_high)); return true;
    case f_body:
        return in.bytes().size() == no_hash.size() && in.bytes() != view(no_hash) && !in.repeated();
    case f_as: event.as = in.text(); return true;
    case f_standing:
        event.standing =
            static_cast<Standing>(in.number(1, static_cast<std::int64_t>(Standing::ub)));
        return true;
    case f_surat: event.surat = in.text(); return true;
    default: return false;
    }
}

} // namespace tertib
