// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "calendar.hpp"
#include "findings.hpp"
#include "guard.hpp"
#include "waktu.hpp"

#include "tertib/base/error.hpp"
#include "tertib/time/ready_waktu.hpp"

#include <chrono>
#include <utility>
#include <vector>

using namespace tertib::capi;

struct tertib_allowance {
    tertib::ReadyWaktu ready;
    tertib::WaktuForm form = tertib::WaktuForm::none;
    tertib_findings findings{};
};

namespace {

using tertib::Error;
using tertib::ErrorCode;

tertib_allowance allowance_of(const char* waktu, const tertib_deadline_options& own) {
    const tertib::WaktuRequest request = request_of(waktu, own, tertib::Zone());
    if (!request.options.stops.empty()) {
        throw Error(ErrorCode::argument,
                    "clock stops belong to one case: an allowance for many takes none");
    }
    tertib_allowance made{.ready = tertib::ready(request), .form = request.waktu.form};
    made.findings = findings_of(made.ready.findings);
    return made;
}

} // namespace

tertib_status tertib_allowance_from_text(const char* waktu, const tertib_deadline_options* options,
                                         tertib_allowance** out, tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(out, "out");
        *out = new_handle(allowance_of(waktu, deadline_options(options)));
    });
}

void tertib_allowance_free(tertib_allowance* allowance) {
    free_handle(allowance);
}

int32_t tertib_allowance_form(const tertib_allowance* allowance) {
    if (allowance == nullptr) {
        return TERTIB_E_ARGUMENT;
    }
    switch (allowance->form) {
    case tertib::WaktuForm::exact: return TERTIB_WAKTU_EXACT;
    case tertib::WaktuForm::range: return TERTIB_WAKTU_RANGE;
    case tertib::WaktuForm::sum: return TERTIB_WAKTU_SUM;
    case tertib::WaktuForm::alternatives: return TERTIB_WAKTU_ALTERNATIVES;
    case tertib::WaktuForm::elapsed: return TERTIB_WAKTU_ELAPSED;
    case tertib::WaktuForm::per_item: return TERTIB_WAKTU_PER_ITEM;
    case tertib::WaktuForm::open: return TERTIB_WAKTU_OPEN;
    case tertib::WaktuForm::none: return TERTIB_WAKTU_NONE;
    }
    return TERTIB_E_ARGUMENT;
}

const tertib_findings* tertib_allowance_findings(const tertib_allowance* allowance) {
    return allowance != nullptr ? &allowance->findings : nullptr;
}

int64_t tertib_allowance_due(const tertib_allowance* allowance, const tertib_calendar* calendar,
                             int64_t start) {
    if (allowance == nullptr || calendar == nullptr) {
        return TERTIB_NO_TIME;
    }
    const auto due =
        tertib::due(calendar->calendar.table(), calendar->calendar.zone(),
                    tertib::Instant(std::chrono::microseconds(start)), allowance->ready);
    return due ? due->time_since_epoch().count() : TERTIB_NO_TIME;
}

tertib_status tertib_allowance_due_column(const tertib_allowance* allowance,
                                          const tertib_calendar* calendar, const int64_t* starts,
                                          size_t n, int64_t* out, tertib_error** error) {
    return guarded(error, [&] {
        require(allowance, "allowance");
        require(calendar, "calendar");
        if (n == 0) {
            return;
        }
        require(starts, "starts");
        require(out, "out");
        tertib::due_column(calendar->calendar.table(), calendar->calendar.zone(), {starts, n},
                           allowance->ready, {out, n});
    });
}
