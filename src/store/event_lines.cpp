// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "store/event_lines.hpp"

#include "tertib/base/error.hpp"
#include "tertib/run/office_event_json.hpp"

#include <algorithm>

namespace tertib {

namespace {

/// That of all calendars, or WIB where they don't agree, or there is none.
[[nodiscard]] Zone common_zone(const std::map<std::string, Zone, std::less<>>& zones) {
    if (zones.empty()) {
        return wib();
    }
    const Zone first = zones.begin()->second;
    const bool agree =
        std::ranges::all_of(zones, [&](const auto& each) { return each.second == first; });
    return agree ? first : wib();
}

} // namespace

EventLines::EventLines(Transaction& transaction, Registry& registry, const LineOptions& options)
    : options_(options) {
    for (const std::string& digest : transaction.calendars()) {
        zones_.emplace(digest, registry.calendar(transaction, digest)->zone());
    }
    office_ = options_.office.value_or(common_zone(zones_));
}

std::string EventLines::line_of(const StoredEvent& stored) {
    SealedEvent sealed = stored.sealed;
    if (options_.bodies == LineBodies::left_out) {
        sealed.body.clear();
    }
    try {
        return line_of(stored, sealed);
    } catch (const Error& error) {
        throw Error(ErrorCode::damaged, stored.case_id + ", event " +
                                            std::to_string(stored.number) + ": " + error.what());
    }
}

std::string EventLines::line_of(const StoredEvent& stored, const SealedEvent& sealed) {
    if (stored.case_id == office_id) {
        return journal_line(stored.case_id, sealed, office_);
    }
    const Event event = unseal(sealed.data, sealed.body);
    if (event.number == 1) {
        zone_ = wib();
    }
    if (const auto zone = zones_.find(event.calendar_digest); zone != zones_.end()) {
        zone_ = zone->second;
    }
    return journal_line(sealed, event, zone_);
}

} // namespace tertib
