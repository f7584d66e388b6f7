// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "calendar.hpp"
#include "guard.hpp"
#include "store.hpp"

#include "tertib/base/error.hpp"
#include "tertib/run/case_state_json.hpp"
#include "tertib/run/event_json.hpp"
#include "tertib/run/office_event_json.hpp"
#include "tertib/run/why_json.hpp"
#include "tertib/store/case_list_json.hpp"
#include "tertib/store/worklist_json.hpp"
#include "tertib/time/calendar_name.hpp"

#include <optional>
#include <string>
#include <string_view>

using namespace tertib::capi;

namespace {

/// Runs a call that fills a buffer with a text about a store; an empty text leaves it empty.
template <class Write>
tertib_status write_store(tertib_store* store, tertib_buf* out, tertib_error** error,
                          const Write& write) {
    if (out != nullptr) {
        *out = {nullptr, 0};
    }
    return guarded(error, [&] {
        require(store, "store");
        require(out, "out");
        if (const std::string text = write(store->store); !text.empty()) {
            fill(out, text);
        }
    });
}

/// What the visitor says ends the walk: thrown through it, and caught around it.
struct VisitEnded {
    std::int32_t answer;
};

/// Shows events to a visitor as lines, each on the clock of its case's calendar, the office's in WIB.
class LineWriter {
public:
    LineWriter(tertib_line_visitor visit, void* user_data) : visit_(visit), user_data_(user_data) {}

    void operator()(const tertib::StoredEvent& stored) {
        const std::string line = line_of(stored);
        const std::int32_t answer = visit_(line.c_str(), line.size(), user_data_);
        if (answer != 0) {
            throw VisitEnded{answer};
        }
    }

private:
    std::string line_of(const tertib::StoredEvent& stored) {
        if (stored.case_id == tertib::office_id) {
            return tertib::journal_line(stored.case_id, stored.sealed, tertib::wib());
        }
        const tertib::Event event = tertib::unseal(stored.sealed.data, stored.sealed.body);
        if (event.kind == tertib::EventKind::started ||
            event.kind == tertib::EventKind::recomputed) {
            zone_ = tertib::read_calendar_name(event.calendar).zone.value_or(tertib::wib());
        }
        return tertib::journal_line(stored.sealed, event, zone_);
    }

    tertib_line_visitor visit_;
    void* user_data_;
    tertib::Zone zone_ = tertib::wib();
};

} // namespace

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
        const std::optional<tertib::CaseState> state =
            open.find_case(text_of_c(case_id, "case_id"));
        if (!state) {
            return std::string();
        }
        const auto sop = open.sop(state->sop_digest);
        const auto calendar = open.calendar(state->calendar_digest);
        const auto roster = open.roster();
        return tertib::to_json(
            tertib::why({.sop = sop.get(), .calendar = calendar.get(), .roster = roster.get()},
                        *state, actor, moment),
            calendar->zone());
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
        try {
            store->store.each_event(text_of_c(case_id, "case_id"), LineWriter(visit, user_data));
        } catch (const VisitEnded& ended) {
            if (ended.answer < 0) {
                throw UserFailure(ended.answer);
            }
        }
    });
}

tertib_status tertib_store_backup(tertib_store* store, const char* path, tertib_error** error) {
    return guarded(error, [&] {
        require(store, "store");
        require(path, "path");
        store->store.backup(std::string(text_of_c(path, "the path")));
    });
}

tertib_status tertib_store_tidy(tertib_store* store, tertib_error** error) {
    return guarded(error, [&] {
        require(store, "store");
        store->store.tidy();
    });
}
