// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "store.hpp"

#include "calendar.hpp"
#include "guard.hpp"
#include "options.hpp"
#include "reply.hpp"
#include "sop.hpp"

#include "tertib/base/error.hpp"
#include "tertib/run/overrun_policy_json.hpp"
#include "tertib/store/memory.hpp"
#include "tertib/store/request_json.hpp"
#include "tertib/store/sqlite.hpp"

#include <chrono>
#include <memory>
#include <string>
#include <utility>
#include <vector>

using namespace tertib::capi;

namespace {

using tertib::Error;
using tertib::ErrorCode;

tertib_store_options own_options_of(const tertib_store_options* options) {
    return own_options(options, tertib_store_options TERTIB_STORE_OPTIONS_INIT,
                       "TERTIB_STORE_OPTIONS_INIT");
}

tertib::OpenMode mode_of(std::int32_t mode) {
    switch (mode) {
    case TERTIB_OPEN_CREATE: return tertib::OpenMode::create;
    case TERTIB_OPEN_WRITE: return tertib::OpenMode::write;
    case TERTIB_OPEN_READ_ONLY: return tertib::OpenMode::read_only;
    default: throw Error(ErrorCode::argument, "mode is no TERTIB_OPEN_…");
    }
}

tertib::Synchronous synchronous_of(std::int32_t synchronous) {
    switch (synchronous) {
    case TERTIB_SYNCHRONOUS_FULL: return tertib::Synchronous::full;
    case TERTIB_SYNCHRONOUS_NORMAL: return tertib::Synchronous::normal;
    default: throw Error(ErrorCode::argument, "synchronous is no TERTIB_SYNCHRONOUS_…");
    }
}

tertib::SqliteOptions sqlite_options(const tertib_store_options& own) {
    tertib::SqliteOptions made;
    made.mode = mode_of(own.mode);
    made.synchronous = synchronous_of(own.synchronous);
    if (own.busy_timeout != 0) {
        made.busy_timeout = std::chrono::milliseconds(own.busy_timeout);
    }
    return made;
}

tertib_store* new_store(std::unique_ptr<tertib::Database> database, const tertib_store_options& own,
                        tertib::SaltSource salt) {
    tertib::StoreOptions options;
    options.unknown_pelaksana = unknown_pelaksana_of(own.unknown_pelaksana);
    options.salt = std::move(salt);
    return new_handle(
        tertib_store{std::make_shared<tertib::Store>(std::move(database), std::move(options)),
                     zone_of(own.zone), unknown_pelaksana_of(own.unknown_pelaksana)});
}

} // namespace

namespace tertib::capi {

UnknownPelaksana unknown_pelaksana_of(std::int32_t unknown) {
    switch (unknown) {
    case TERTIB_UNKNOWN_PELAKSANA_REFUSE: return UnknownPelaksana::refuse;
    case TERTIB_UNKNOWN_PELAKSANA_EVERYONE: return UnknownPelaksana::everyone;
    default: throw Error(ErrorCode::argument, "unknown_pelaksana is no TERTIB_UNKNOWN_PELAKSANA_…");
    }
}

tertib_store* open_in_memory(const tertib_store_options* options, SaltSource salt) {
    const tertib_store_options own = own_options_of(options);
    (void)sqlite_options(own); // refused here as well
    return new_store(tertib::open_memory(), own, std::move(salt));
}

} // namespace tertib::capi

void tertib_store_options_init(tertib_store_options* options) {
    if (options != nullptr) {
        *options = TERTIB_STORE_OPTIONS_INIT;
    }
}

tertib_status tertib_store_open(const char* path, const tertib_store_options* options,
                                tertib_store** out, tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(path, "path");
        require(out, "out");
        const tertib_store_options own = own_options_of(options);
        const std::string name(text_of_c(path, "the path"));
        *out = new_store(tertib::open_sqlite(name, sqlite_options(own)), own, {});
    });
}

tertib_status tertib_store_open_memory(const tertib_store_options* options, tertib_store** out,
                                       tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(out, "out");
        *out = open_in_memory(options, {});
    });
}

void tertib_store_free(tertib_store* store) {
    free_handle(store);
}

tertib_status tertib_store_register_sop(tertib_store* store, const tertib_sop* sop,
                                        tertib_error** error) {
    return guarded(error, [&] {
        require(store, "store");
        require(sop, "sop");
        (void)store->store->register_sop(*sop->sop);
    });
}

tertib_status tertib_store_register_calendar(tertib_store* store, const tertib_calendar* calendar,
                                             tertib_error** error) {
    return guarded(error, [&] {
        require(store, "store");
        require(calendar, "calendar");
        (void)store->store->register_calendar(calendar->calendar);
    });
}

tertib_status tertib_store_register_policy(tertib_store* store, const char* policy, size_t size,
                                           tertib_buf* digest, tertib_error** error) {
    return write_store(store, digest, error, [&](tertib::Store& open) {
        return open.register_policy(
            tertib::overrun_policy_from_json(utf8_of(policy, size, "the policy")));
    });
}

tertib_status tertib_store_submit(tertib_store* store, const char* request, size_t size,
                                  tertib_reply** out, tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(store, "store");
        require(out, "out");
        const tertib::Request asked =
            tertib::request_from_json(utf8_of(request, size, "the request"), store->zone);
        auto reply = std::make_unique<tertib_reply>();
        reply->take(store->store->submit(asked));
        *out = reply.release();
    });
}

tertib_status tertib_store_submit_all(tertib_store* store, const char* const* requests,
                                      size_t count, tertib_replies** out, tertib_error** error) {
    constexpr std::size_t most_requests = 100'000;
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(store, "store");
        require(out, "out");
        if (count > most_requests) {
            throw Error(ErrorCode::limit, "more than 100000 requests at once");
        }
        if (count > 0) {
            require(requests, "requests");
        }
        std::vector<tertib::Request> asked;
        asked.reserve(count);
        for (std::size_t i = 0; i < count; ++i) {
            require(requests[i], "a request");
            asked.push_back(
                tertib::request_from_json(text_of_c(requests[i], "a request"), store->zone));
        }
        auto replies = std::make_unique<tertib_replies>();
        replies->list.resize(count);
        std::vector<tertib::Reply> made = store->store->submit(asked);
        for (std::size_t i = 0; i < made.size(); ++i) {
            replies->list[i].take(std::move(made[i]));
        }
        *out = replies.release();
    });
}
