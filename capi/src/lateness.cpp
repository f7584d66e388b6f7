// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/lateness.hpp"

#include "calendar.hpp"
#include "deadline.hpp"
#include "findings.hpp"
#include "guard.hpp"
#include "options.hpp"

#include "tertib/base/error.hpp"

using namespace tertib::capi;

struct tertib_lateness {
    tertib::Lateness lateness;
    tertib_findings findings;
};

namespace {

using tertib::Error;
using tertib::ErrorCode;

tertib::LatenessOptions lateness_options(const tertib_lateness_options* options) {
    const auto own = own_options(options, tertib_lateness_options TERTIB_LATENESS_OPTIONS_INIT,
                                 "TERTIB_LATENESS_OPTIONS_INIT");
    switch (own.day_end) {
    case TERTIB_DAY_END_DATE: return {.day_end = tertib::DayEnd::date};
    case TERTIB_DAY_END_CLOSING: return {.day_end = tertib::DayEnd::closing};
    default: throw Error(ErrorCode::argument, "day_end is no TERTIB_DAY_END_…");
    }
}

tertib::Stamp stamp_of(std::int64_t earliest, std::int64_t latest) {
    if (latest < earliest) {
        throw Error(ErrorCode::argument, "latest comes before earliest");
    }
    return {require_instant(earliest, "earliest"), require_instant(latest, "latest")};
}

} // namespace

void tertib_lateness_options_init(tertib_lateness_options* options) {
    if (options != nullptr) {
        *options = TERTIB_LATENESS_OPTIONS_INIT;
    }
}

tertib_status tertib_deadline_lateness(const tertib_deadline* deadline, int64_t earliest,
                                       int64_t latest, const tertib_lateness_options* options,
                                       tertib_lateness** out, tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(deadline, "deadline");
        require(out, "out");
        tertib::Lateness found =
            tertib::lateness(deadline->calendar, deadline->deadline, stamp_of(earliest, latest),
                             lateness_options(options));
        tertib_findings findings = findings_of(found.findings);
        *out = new_handle(tertib_lateness{std::move(found), std::move(findings)});
    });
}

void tertib_lateness_free(tertib_lateness* lateness) {
    free_handle(lateness);
}

int32_t tertib_lateness_verdict(const tertib_lateness* lateness) {
    if (lateness == nullptr) {
        return TERTIB_E_ARGUMENT;
    }
    switch (lateness->lateness.verdict) {
    case tertib::LatenessVerdict::on_time: return TERTIB_LATENESS_ON_TIME;
    case tertib::LatenessVerdict::late: return TERTIB_LATENESS_LATE;
    case tertib::LatenessVerdict::not_applicable: return TERTIB_LATENESS_NOT_APPLICABLE;
    case tertib::LatenessVerdict::undecidable: return TERTIB_LATENESS_UNDECIDABLE;
    }
    return TERTIB_E_ARGUMENT;
}

int64_t tertib_lateness_least(const tertib_lateness* lateness) {
    return lateness != nullptr ? lateness->lateness.least.time.count() : 0;
}

int64_t tertib_lateness_most(const tertib_lateness* lateness) {
    return lateness != nullptr ? lateness->lateness.most.time.count() : 0;
}

int64_t tertib_lateness_least_days(const tertib_lateness* lateness) {
    return lateness != nullptr ? lateness->lateness.least_days.value_or(TERTIB_NO_TIME)
                               : TERTIB_NO_TIME;
}

int64_t tertib_lateness_most_days(const tertib_lateness* lateness) {
    return lateness != nullptr ? lateness->lateness.most_days.value_or(TERTIB_NO_TIME)
                               : TERTIB_NO_TIME;
}

const tertib_findings* tertib_lateness_findings(const tertib_lateness* lateness) {
    return lateness != nullptr ? &lateness->findings : nullptr;
}
