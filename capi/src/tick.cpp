// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "calendar.hpp"
#include "guard.hpp"
#include "store.hpp"

#include "tertib/store/tick_report_json.hpp"

#include <memory>
#include <optional>

using namespace tertib::capi;

struct tertib_tick {
    tertib::TickReport report;
    tertib::Zone zone;
};

tertib_status tertib_store_tick(tertib_store* store, int64_t now, size_t limit, tertib_tick** out,
                                tertib_error** error) {
    constexpr std::size_t usual_limit = 10'000;
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(store, "store");
        require(out, "out");
        const tertib::Instant moment = require_instant(now, "now");
        // Made first, so that nothing recorded is unsaid for want of memory.
        auto tick = std::make_unique<tertib_tick>(tertib_tick{{}, store->zone});
        tick->report = store->store->tick(moment, limit != 0 ? limit : usual_limit);
        *out = tick.release();
    });
}

size_t tertib_tick_count(const tertib_tick* tick) {
    return tick != nullptr ? tick->report.missed.size() : 0;
}

int64_t tertib_tick_next_due(const tertib_tick* tick) {
    return tick != nullptr && tick->report.next_due
               ? tick->report.next_due->time_since_epoch().count()
               : TERTIB_NO_TIME;
}

tertib_status tertib_tick_to_json(const tertib_tick* tick, tertib_buf* out, tertib_error** error) {
    if (out != nullptr) {
        *out = {nullptr, 0};
    }
    return guarded(error, [&] {
        require(tick, "tick");
        require(out, "out");
        fill(out, tertib::to_json(tick->report, tick->zone));
    });
}

void tertib_tick_free(tertib_tick* tick) {
    free_handle(tick);
}

tertib_status tertib_store_next_due(tertib_store* store, int64_t* out, tertib_error** error) {
    if (out != nullptr) {
        *out = TERTIB_NO_TIME;
    }
    return guarded(error, [&] {
        require(store, "store");
        require(out, "out");
        if (const std::optional<tertib::Instant> due = store->store->next_due()) {
            *out = due->time_since_epoch().count();
        }
    });
}
