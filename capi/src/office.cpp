// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "calendar.hpp"
#include "guard.hpp"
#include "reply.hpp"
#include "store.hpp"

#include "tertib/run/office_state_json.hpp"
#include "tertib/store/office_request_json.hpp"

#include <memory>
#include <optional>
#include <utility>
#include <vector>

using namespace tertib::capi;

namespace {

bool is_none(const tertib_date& date) noexcept {
    return date.year == 0 && date.month == 0 && date.day == 0;
}

/// What of it holds on the day.
tertib::OfficeState on_day(tertib::OfficeState state, tertib::LocalDay day) {
    std::erase_if(state.holdings, [day](const tertib::OfficeHolding& each) {
        const std::optional<tertib::LocalDay>& until = each.holding.until;
        return day < each.holding.from || (until && *until < day);
    });
    std::erase_if(state.versions,
                  [day](const tertib::SopVersion& each) { return !tertib::in_force(each, day); });
    return state;
}

} // namespace

tertib_status tertib_store_submit_office(tertib_store* store, const char* request, size_t size,
                                         tertib_reply** out, tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(store, "store");
        require(out, "out");
        const tertib::OfficeRequest asked =
            tertib::office_request_from_json(utf8_of(request, size, "the request"), store->zone);
        // Made first, so that nothing written is unsaid for want of memory.
        auto reply = std::make_unique<tertib_reply>();
        reply->take(store->store->submit(asked));
        *out = reply.release();
    });
}

tertib_status tertib_store_office(tertib_store* store, tertib_date day, tertib_buf* out,
                                  tertib_error** error) {
    return write_store(store, out, error, [&](tertib::Store& open) {
        tertib::OfficeState state = open.office();
        if (!is_none(day)) {
            state = on_day(std::move(state), require_day(day, "the day"));
        }
        return tertib::to_json(state, store->zone);
    });
}
