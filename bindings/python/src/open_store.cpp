// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "open_store.hpp"

#include "tertib/run/case_state_json.hpp"
#include "tertib/run/event_json.hpp"

#include <optional>
#include <utility>

namespace tertib::python {

OpenStore::OpenStore(std::unique_ptr<Database> database, StoreOptions options)
    : store_(std::make_shared<Store>(std::move(database), std::move(options))) {}

OpenStore::OpenStore(Store store) : store_(std::make_shared<Store>(std::move(store))) {}

void OpenStore::close() {
    if (getpid() != process_ && store_ != nullptr) {
        // SQLite must not even close a connection that was carried over a fork: it is left.
        static_cast<void>(std::make_unique<std::shared_ptr<Store>>(std::move(store_)).release());
    }
    store_.reset();
}

std::shared_ptr<Store> OpenStore::opened() const {
    if (getpid() != process_) {
        throw Error(ErrorCode::argument,
                    "the store was carried over a fork: the child must open its own");
    }
    if (store_ == nullptr) {
        throw Error(ErrorCode::argument, "the store is closed");
    }
    return store_;
}

std::string case_json(Store& store, const CaseState& state) {
    return to_json(*store.sop(state.sop_digest), state,
                   store.calendar(state.calendar_digest)->zone());
}

std::vector<std::string> lines_of(Store& store, const std::string& case_id, std::uint64_t from,
                                  std::size_t count) {
    std::vector<std::string> lines;
    const std::optional<CaseState> state = store.find_case(case_id);
    if (!state) {
        return lines;
    }
    const Zone shown = store.calendar(state->calendar_digest)->zone();
    const std::vector<StoredEvent> events = store.events(case_id, from, count);
    lines.reserve(events.size());
    for (const StoredEvent& each : events) {
        lines.push_back(
            journal_line(each.sealed, unseal(each.sealed.data, each.sealed.body), shown));
    }
    return lines;
}

} // namespace tertib::python
