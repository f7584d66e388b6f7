// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "calendar.hpp"
#include "guard.hpp"

#include "tertib/base/error.hpp"

using namespace tertib::capi;

tertib_status tertib_stamp_read(const char* text, int32_t zone, int64_t* earliest, int64_t* latest,
                                tertib_error** error) {
    for (int64_t* out : {earliest, latest}) {
        if (out != nullptr) {
            *out = TERTIB_NO_TIME;
        }
    }
    return guarded(error, [&] {
        require(text, "text");
        require(earliest, "earliest");
        require(latest, "latest");
        const auto stamp = tertib::read_stamp(text_of_c(text, "the text"), zone_of(zone));
        if (!stamp) {
            throw tertib::Error(tertib::ErrorCode::argument,
                                "the text is no date or time such as 2025-05-05T10:00:00+07:00 "
                                "from 1970 to 2200");
        }
        *earliest = stamp->earliest.time_since_epoch().count();
        *latest = stamp->latest.time_since_epoch().count();
    });
}

tertib_status tertib_instant_to_text(int64_t instant, int32_t zone, tertib_buf* out,
                                     tertib_error** error) {
    if (out != nullptr) {
        *out = {nullptr, 0};
    }
    return guarded(error, [&] {
        require(out, "out");
        fill(out, tertib::text(require_instant(instant, "the instant"), zone_of(zone)));
    });
}
