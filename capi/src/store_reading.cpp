// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "calendar.hpp"
#include "guard.hpp"
#include "store.hpp"

#include "tertib/run/case_state_json.hpp"
#include "tertib/run/why_json.hpp"
#include "tertib/store/case_list_json.hpp"
#include "tertib/store/case_why.hpp"
#include "tertib/store/worklist_json.hpp"

#include <optional>
#include <string>
#include <string_view>

using namespace tertib::capi;

tertib_status tertib_store_cases(tertib_store* store, const char* after, size_t limit,
                                 tertib_buf* out, tertib_error** error) {
    return write_store(store, out, error, [&](tertib::Store& open) {
        return tertib::to_json(tertib::list_cases(open, text_of_c(after, "after"), limit));
    });
}

tertib_status tertib_store_worklist(tertib_store* store, const char* pelaksana, const char* after,
                                    size_t limit, tertib_buf* out, tertib_error** error) {
    return write_store(store, out, error, [&](tertib::Store& open) {
        require(pelaksana, "pelaksana");
        return tertib::to_json(tertib::list_work(open, text_of_c(pelaksana, "pelaksana"),
                                                 text_of_c(after, "after"), limit));
    });
}

tertib_status tertib_store_case(tertib_store* store, const char* case_id, tertib_buf* out,
                                tertib_error** error) {
    return write_store(store, out, error, [&](tertib::Store& open) {
        require(case_id, "case_id");
        const std::optional<tertib::CaseState> state =
            open.find_case(text_of_c(case_id, "case_id"));
        return state ? tertib::to_json(*open.sop(state->sop_digest), *state,
                                       open.calendar(state->calendar_digest)->zone())
                     : std::string();
    });
}

tertib_status tertib_store_why(tertib_store* store, const char* case_id, const char* by,
                               const char* as, int64_t now, tertib_buf* out, tertib_error** error) {
    return write_store(store, out, error, [&](tertib::Store& open) {
        require(case_id, "case_id");
        const tertib::Instant moment = require_instant(now, "now");
        const tertib::Actor actor{.person = std::string(text_of_c(by, "by")),
                                  .as = std::string(text_of_c(as, "as"))};
        const std::optional<tertib::CaseWhy> found =
            tertib::why(open, text_of_c(case_id, "case_id"), actor, moment);
        return found ? tertib::to_json(found->why, found->zone) : std::string();
    });
}

tertib_status tertib_store_export(tertib_store* store, const char* case_id,
                                  tertib_line_visitor visit, void* user_data,
                                  tertib_error** error) {
    return guarded(error, [&] {
        require(store, "store");
        if (visit == nullptr) {
            refuse_null("visit");
        }
        run_until_ended([&] {
            store->store->each_line(text_of_c(case_id, "case_id"), {}, [&](std::string_view line) {
                const std::string text(line); // ends with a NUL
                heed(visit(text.c_str(), text.size(), user_data));
            });
        });
    });
}

tertib_status tertib_store_backup(tertib_store* store, const char* path, tertib_error** error) {
    return guarded(error, [&] {
        require(store, "store");
        require(path, "path");
        store->store->backup(std::string(text_of_c(path, "the path")));
    });
}

tertib_status tertib_store_tidy(tertib_store* store, tertib_error** error) {
    return guarded(error, [&] {
        require(store, "store");
        store->store->tidy();
    });
}
