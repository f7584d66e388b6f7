// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/seal.hpp"

#include "run/field_writer.hpp"
#include "store/sealing.hpp"

// The numbers of fields are part of what offices keep (docs/journal.md): never changed.
namespace tertib {

namespace {

constexpr std::string_view seal_tag = "tertib.seal/1";

enum SealField : std::uint8_t {
    z_tag = 1,
    z_number = 2,
    z_recorded = 3,
    z_previous = 4,
    z_cases = 5,
    z_events = 6,
    z_heads = 7,
    z_head = 8,
};
enum HeadField : std::uint8_t { h_case = 1, h_number = 2, h_hash = 3 };

[[nodiscard]] std::string_view view(const Sha256& digest) {
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

} // namespace

std::string seal_front_bytes(const Seal& seal) {
    FieldWriter out;
    out.text(z_tag, seal_tag);
    out.count(z_number, seal.number);
    out.number(z_recorded, seal.recorded.time_since_epoch().count());
    if (seal.previous != no_hash) {
        out.put(z_previous, view(seal.previous));
    }
    out.count(z_cases, seal.cases);
    out.count(z_events, seal.events);
    out.count(z_heads, seal.heads);
    return out.take();
}

std::string seal_head_bytes(const SealHead& head) {
    FieldWriter inner;
    inner.needed_text(h_case, head.case_id);
    inner.count(h_number, head.number);
    inner.put(h_hash, view(head.hash));
    FieldWriter out;
    out.put(z_head, inner.bytes());
    return out.take();
}

std::string seal_bytes(const Seal& seal, std::span<const SealHead> heads) {
    std::string bytes = seal_front_bytes(seal);
    for (const SealHead& head : heads) {
        bytes += seal_head_bytes(head);
    }
    return bytes;
}

} // namespace tertib
