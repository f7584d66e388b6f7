// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/dry_run.hpp"

#include "calendar.hpp"
#include "case_context.hpp"
#include "event.hpp"
#include "guard.hpp"
#include "overlay.hpp"
#include "sop.hpp"
#include "store.hpp"

#include "tertib/run/command_json.hpp"
#include "tertib/run/migration_json.hpp"
#include "tertib/run/recompute_json.hpp"
#include "tertib/store/sop_revision.hpp"
#include "tertib/store/sop_revision_json.hpp"

using namespace tertib::capi;

tertib_status tertib_store_plan_migration(tertib_store* store, const char* command, size_t size,
                                          const tertib_sop* next, tertib_buf* out,
                                          tertib_error** error) {
    return write_store(store, out, error, [&](tertib::Store& open) {
        require(next, "next");
        const tertib::Command asked =
            tertib::command_from_json(utf8_of(command, size, "the command"), store->zone);
        const auto ready = ready_of(*next, store->unknown);
        return tertib::to_json(tertib::plan_migration(open, asked, *ready),
                               zone_of_case(open, asked.case_id));
    });
}

tertib_status tertib_store_plan_recompute(tertib_store* store, const char* command, size_t size,
                                          const tertib_calendar* next, tertib_buf* out,
                                          tertib_error** error) {
    return write_store(store, out, error, [&](tertib::Store& open) {
        require(next, "next");
        const tertib::Command asked =
            tertib::command_from_json(utf8_of(command, size, "the command"), store->zone);
        return tertib::to_json(tertib::plan_recompute(open, asked, next->calendar),
                               next->calendar.zone());
    });
}

tertib_status tertib_store_revision(tertib_store* store, const char* old_digest,
                                    const tertib_sop* revised, const tertib_overlay* overlay,
                                    const char* after, size_t limit, tertib_buf* out,
                                    tertib_error** error) {
    return write_store(store, out, error, [&](tertib::Store& open) {
        require(old_digest, "old_digest");
        require(revised, "revised");
        return tertib::to_json(
            tertib::look_at_revision(open, text_of_c(old_digest, "old_digest"), *revised->sop,
                                     {.overlay = overlay != nullptr ? &overlay->overlay : nullptr,
                                      .after = text_of_c(after, "after"),
                                      .limit = limit}));
    });
}
