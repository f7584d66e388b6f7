// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "case_context.hpp"

#include "calendar.hpp"
#include "guard.hpp"
#include "options.hpp"
#include "roster.hpp"
#include "sop.hpp"
#include "store.hpp"

#include "tertib/base/catalogue.hpp"
#include "tertib/base/error.hpp"

#include <utility>

using namespace tertib::capi;

namespace {

using tertib::Error;
using tertib::ErrorCode;

std::shared_ptr<const tertib::ReadySop> ready(const tertib_sop& sop, std::int32_t unknown) {
    tertib::ReadySopResult result = tertib::ready_sop(
        sop.sop, {.unknown_pelaksana = unknown_pelaksana_of(unknown), .soundness = {}});
    if (!result.sop) {
        const tertib::Finding& why = result.refusals.front();
        throw Error(ErrorCode::argument,
                    why.code + ": " + tertib::message(why, tertib::Language::en));
    }
    return std::move(result.sop);
}

} // namespace

void tertib_case_context_options_init(tertib_case_context_options* options) {
    if (options != nullptr) {
        *options = TERTIB_CASE_CONTEXT_OPTIONS_INIT;
    }
}

tertib_status tertib_case_context_create(const tertib_sop* sop, const tertib_calendar* calendar,
                                         const tertib_case_context_options* options,
                                         tertib_case_context** out, tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(sop, "sop");
        require(calendar, "calendar");
        require(out, "out");
        const auto own =
            own_options(options, tertib_case_context_options TERTIB_CASE_CONTEXT_OPTIONS_INIT,
                        "TERTIB_CASE_CONTEXT_OPTIONS_INIT");
        *out = new_handle(tertib_case_context{.sop = ready(*sop, own.unknown_pelaksana),
                                              .calendar = calendar->calendar,
                                              .roster = roster_of(own.posts, own.post_count)});
    });
}

void tertib_case_context_free(tertib_case_context* context) {
    free_handle(context);
}
