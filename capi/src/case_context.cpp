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

namespace tertib::capi {

std::shared_ptr<const ReadySop> ready_of(const tertib_sop& sop, UnknownPelaksana unknown) {
    ReadySopResult result = ready_sop(sop.sop, {.unknown_pelaksana = unknown, .soundness = {}});
    if (!result.sop) {
        const Finding& why = result.refusals.front();
        throw Error(ErrorCode::argument, why.code + ": " + message(why, Language::en));
    }
    return std::move(result.sop);
}

} // namespace tertib::capi

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
        *out = new_handle(
            tertib_case_context{.sop = ready_of(*sop, unknown_pelaksana_of(own.unknown_pelaksana)),
                                .calendar = calendar->calendar,
                                .roster = roster_of(own.posts, own.post_count)});
    });
}

void tertib_case_context_free(tertib_case_context* context) {
    free_handle(context);
}
