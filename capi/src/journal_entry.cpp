// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/journal_entry.hpp"

#include "calendar.hpp"
#include "case_context.hpp"
#include "findings.hpp"
#include "guard.hpp"

#include "tertib/run/case_state_json.hpp"
#include "tertib/run/command_json.hpp"
#include "tertib/run/event_json.hpp"
#include "tertib/run/why_json.hpp"
#include "tertib/store/random_salt.hpp"

#include <algorithm>
#include <string>
#include <utility>

using namespace tertib::capi;

struct tertib_journal_entry {
    tertib::JournalEntry entry;
    tertib_findings refusal;
};

namespace {

/// Runs a call that makes an entry of what was kept.
template <class Make>
tertib_status make_entry(const tertib_case_context* context, const void* kept, std::size_t size,
                         tertib_journal_entry** out, tertib_error** error, const Make& make) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(context, "context");
        require(out, "out");
        tertib_journal_entry made{make(bytes_of(kept, size)), {}};
        if (made.entry.refusal) {
            made.refusal = findings_of({&*made.entry.refusal, 1});
        }
        *out = new_handle(std::move(made));
    });
}

/// Runs a call that fills a buffer with a text about what was kept; nothing if there is no case.
template <class Write>
tertib_status write_case(const tertib_case_context* context, const void* kept, std::size_t size,
                         tertib_buf* out, tertib_error** error, const Write& write) {
    if (out != nullptr) {
        *out = {nullptr, 0};
    }
    return guarded(error, [&] {
        require(context, "context");
        require(out, "out");
        const tertib::CaseSnapshot found = tertib::kept_case(*context->sop, bytes_of(kept, size));
        if (found.state.status != tertib::CaseStatus::none) {
            fill(out, write(found.state));
        }
    });
}

const tertib::SealedEvent* event_at(const tertib_journal_entry* entry, std::size_t index) noexcept {
    return index < tertib_journal_entry_event_count(entry) ? &entry->entry.sealed[index] : nullptr;
}

/// The bytes with their size, NULL and 0 for none.
const void* lend(const std::string* bytes, std::size_t* size) noexcept {
    const bool none = bytes == nullptr || bytes->empty();
    if (size != nullptr) {
        *size = none ? 0 : bytes->size();
    }
    return none ? nullptr : bytes->data();
}

} // namespace

tertib_status tertib_case_decide(const tertib_case_context* context, const void* kept,
                                 size_t kept_size, const char* command, size_t size,
                                 tertib_journal_entry** out, tertib_error** error) {
    return make_entry(context, kept, kept_size, out, error, [&](std::string_view bytes) {
        const tertib::Command asked = tertib::command_from_json(
            utf8_of(command, size, "the command"), context->calendar.zone());
        return tertib::enter(context->borrow(), bytes, asked, tertib::random_salt);
    });
}

tertib_status tertib_case_tick(const tertib_case_context* context, const void* kept,
                               size_t kept_size, int64_t now, tertib_journal_entry** out,
                               tertib_error** error) {
    return make_entry(context, kept, kept_size, out, error, [&](std::string_view bytes) {
        return tertib::enter_missed(context->borrow(), bytes, require_instant(now, "now"),
                                    tertib::random_salt);
    });
}

tertib_status tertib_case_to_json(const tertib_case_context* context, const void* kept,
                                  size_t kept_size, tertib_buf* out, tertib_error** error) {
    return write_case(context, kept, kept_size, out, error, [&](const tertib::CaseState& state) {
        return tertib::to_json(*context->sop, state, context->calendar.zone());
    });
}

tertib_status tertib_case_why(const tertib_case_context* context, const void* kept,
                              size_t kept_size, const char* by, const char* as, int64_t now,
                              tertib_buf* out, tertib_error** error) {
    return write_case(context, kept, kept_size, out, error, [&](const tertib::CaseState& state) {
        const tertib::Actor actor{.person = std::string(text_of_c(by, "by")),
                                  .as = std::string(text_of_c(as, "as"))};
        return tertib::to_json(
            tertib::why(context->borrow(), state, actor, require_instant(now, "now")),
            context->calendar.zone());
    });
}

const tertib_finding* tertib_journal_entry_refusal(const tertib_journal_entry* entry) {
    return entry != nullptr ? tertib_findings_at(&entry->refusal, 0) : nullptr;
}

const void* tertib_journal_entry_kept(const tertib_journal_entry* entry, size_t* size) {
    return lend(entry != nullptr ? &entry->entry.kept : nullptr, size);
}

size_t tertib_journal_entry_event_count(const tertib_journal_entry* entry) {
    return entry != nullptr ? entry->entry.sealed.size() : 0;
}

uint64_t tertib_journal_entry_number_at(const tertib_journal_entry* entry, size_t index) {
    return index < tertib_journal_entry_event_count(entry) ? entry->entry.events[index].number : 0;
}

const void* tertib_journal_entry_data_at(const tertib_journal_entry* entry, size_t index,
                                         size_t* size) {
    const tertib::SealedEvent* event = event_at(entry, index);
    return lend(event != nullptr ? &event->data : nullptr, size);
}

const void* tertib_journal_entry_body_at(const tertib_journal_entry* entry, size_t index,
                                         size_t* size) {
    const tertib::SealedEvent* event = event_at(entry, index);
    return lend(event != nullptr ? &event->body : nullptr, size);
}

const void* tertib_journal_entry_hash_at(const tertib_journal_entry* entry, size_t index) {
    const tertib::SealedEvent* event = event_at(entry, index);
    return event != nullptr ? event->hash.data() : nullptr;
}

uint64_t tertib_journal_entry_erased(const tertib_journal_entry* entry) {
    return entry != nullptr ? entry->entry.erased : 0;
}

int64_t tertib_journal_entry_next_due(const tertib_journal_entry* entry) {
    return entry != nullptr && entry->entry.next_due
               ? entry->entry.next_due->time_since_epoch().count()
               : TERTIB_NO_TIME;
}

void tertib_journal_entry_free(tertib_journal_entry* entry) {
    free_handle(entry);
}

tertib_status tertib_journal_line(const void* data, size_t data_size, const void* body,
                                  size_t body_size, const void* hash, int32_t zone, tertib_buf* out,
                                  tertib_error** error) {
    if (out != nullptr) {
        *out = {nullptr, 0};
    }
    return guarded(error, [&] {
        require(data, "data");
        require(hash, "hash");
        require(out, "out");
        tertib::SealedEvent sealed{.data = std::string(bytes_of(data, data_size)),
                                   .body = std::string(bytes_of(body, body_size)),
                                   .hash = {}};
        std::copy_n(static_cast<const std::uint8_t*>(hash), sealed.hash.size(),
                    sealed.hash.begin());
        const tertib::Event event = tertib::unseal(sealed.data, sealed.body);
        fill(out, tertib::journal_line(sealed, event, zone_of(zone)));
    });
}
