// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "time/calendar_digest.hpp"

#include "base/encoder.hpp"
#include "tertib/base/digest.hpp"

namespace tertib {
namespace {

void encode(Encoder& out, LocalDay day) {
    out.text(text(day));
}

void encode(Encoder& out, const std::optional<LocalDay>& day) {
    out.maybe(day, [&](LocalDay value) { encode(out, value); });
}

void encode(Encoder& out, const CalendarFact& fact) {
    out.text(name(fact.layer));
    out.text(name(fact.kind));
    out.text(name(fact.op));
    encode(out, fact.first);
    encode(out, fact.last);
    out.list(fact.hours, [&](const DayHours& day) {
        out.list(day, [&](const WorkSpan& span) {
            out.number(span.from);
            out.number(span.to);
        });
    });
    out.text(fact.name);
    out.text(fact.source);
    encode(out, fact.known_from);
    out.text(name(fact.sure));
}

} // namespace

std::string facts_digest(const CalendarDraft& draft, std::span<const FactIndex> order) {
    Encoder out;
    out.list(order, [&](FactIndex index) { encode(out, draft.facts[index]); });
    return sha256_hex(out.bytes());
}

std::string calendar_digest(const CalendarDraft& draft, const std::string& facts,
                            std::optional<LocalDay> known_on) {
    Encoder out;
    out.text("tertib.calendar/1");
    out.text(draft.zone.text());
    out.text(name(draft.cuti_bersama));
    encode(out, known_on);
    out.list(draft.years, [&](const DecreedYear& year) {
        out.number(static_cast<std::uint64_t>(year.year));
        encode(out, year.known_from);
        out.text(year.source);
    });
    out.text(facts);
    return sha256_hex(out.bytes());
}

} // namespace tertib
