// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/testkit/journal_replay.hpp"

#include "event.hpp"
#include "guard.hpp"
#include "options.hpp"
#include "store.hpp"

#include "tertib/run/case_state_json.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace tertib::capi;

/// A replay with the texts that C borrows.
struct tertib_replay {
    tertib::JournalReplay replay;
    std::vector<std::string> ids;
    std::map<std::string, std::string, std::less<>> cases; ///< "tertib.case/1" by id
};

struct tertib_differences {
    std::vector<tertib::ReplayDifference> list;
};

namespace {

std::string state_json(const tertib::SopSource& sops, const tertib::CaseState& state) {
    return tertib::to_json(*sops(state.sop_digest), state, zone_of_label(state.calendar));
}

tertib_replay* told(tertib::JournalReplay replay, const tertib::SopSource& sops) {
    tertib_replay made{.replay = std::move(replay), .ids = {}, .cases = {}};
    made.ids.reserve(made.replay.cases.size());
    for (const auto& [id, snapshot] : made.replay.cases) {
        made.ids.push_back(id);
        made.cases.emplace(id, state_json(sops, snapshot.state));
    }
    return new_handle(std::move(made));
}

tertib::ReplayOptions replay_options(const tertib_replay_options& own,
                                     const tertib::SopSource& sops) {
    tertib::ReplayOptions made;
    set_limit(made.max_events, own.max_events);
    if (own.visit != nullptr) {
        made.visit = [&own, &sops](const tertib::Event& event, const tertib::CaseState& state) {
            const tertib_event told = event_of(event, zone_of_label(state.calendar));
            const std::string json = state_json(sops, state);
            heed(own.visit(&told, json.c_str(), json.size(), own.user_data));
        };
    }
    return made;
}

const tertib::ReplayDifference* difference_at(const tertib_differences* differences,
                                              std::size_t index) noexcept {
    return index < tertib_differences_count(differences) ? &differences->list[index] : nullptr;
}

} // namespace

tertib_status tertib_store_record(tertib_store* store, tertib_buf* out, tertib_error** error) {
    if (out != nullptr) {
        *out = {nullptr, 0};
    }
    return guarded(error, [&] {
        require(store, "store");
        require(out, "out");
        if (const std::string journal = tertib::record_journal(*store->store); !journal.empty()) {
            fill(out, journal);
        }
    });
}

void tertib_replay_options_init(tertib_replay_options* options) {
    if (options != nullptr) {
        *options = TERTIB_REPLAY_OPTIONS_INIT;
    }
}

tertib_status tertib_store_replay(tertib_store* store, const char* journal, size_t size,
                                  const tertib_replay_options* options, tertib_replay** out,
                                  tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(store, "store");
        require(out, "out");
        const auto own = own_options(options, tertib_replay_options TERTIB_REPLAY_OPTIONS_INIT,
                                     "TERTIB_REPLAY_OPTIONS_INIT");
        const tertib::SopSource sops = tertib::sops_of(*store->store);
        run_until_ended([&] {
            *out = told(
                tertib::replay_journal(bytes_of(journal, size), sops, replay_options(own, sops)),
                sops);
        });
    });
}

size_t tertib_replay_event_count(const tertib_replay* replay) {
    return replay != nullptr ? replay->replay.events.size() : 0;
}

size_t tertib_replay_case_count(const tertib_replay* replay) {
    return replay != nullptr ? replay->ids.size() : 0;
}

const char* tertib_replay_case_at(const tertib_replay* replay, size_t index) {
    return replay != nullptr ? text_at(replay->ids, index) : nullptr;
}

const char* tertib_replay_case_json(const tertib_replay* replay, const char* case_id) {
    if (replay == nullptr || case_id == nullptr) {
        return nullptr;
    }
    const auto found = replay->cases.find(std::string_view(case_id));
    return found != replay->cases.end() ? found->second.c_str() : nullptr;
}

int32_t tertib_replay_equal(const tertib_replay* replay, const tertib_replay* other) {
    if (replay == nullptr || other == nullptr) {
        return TERTIB_E_ARGUMENT;
    }
    return replay->replay == other->replay ? 1 : 0;
}

void tertib_replay_free(tertib_replay* replay) {
    free_handle(replay);
}

tertib_status tertib_replay_compare(const tertib_replay* replay, tertib_store* store,
                                    tertib_differences** out, tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(replay, "replay");
        require(store, "store");
        require(out, "out");
        *out = new_handle(tertib_differences{tertib::compare(replay->replay, *store->store)});
    });
}

size_t tertib_differences_count(const tertib_differences* differences) {
    return differences != nullptr ? differences->list.size() : 0;
}

int64_t tertib_differences_row_at(const tertib_differences* differences, size_t index) {
    const tertib::ReplayDifference* found = difference_at(differences, index);
    return found != nullptr ? found->row : 0;
}

const char* tertib_differences_case_at(const tertib_differences* differences, size_t index) {
    const tertib::ReplayDifference* found = difference_at(differences, index);
    return found != nullptr ? found->case_id.c_str() : nullptr;
}

uint64_t tertib_differences_number_at(const tertib_differences* differences, size_t index) {
    const tertib::ReplayDifference* found = difference_at(differences, index);
    return found != nullptr ? found->number : 0;
}

const char* tertib_differences_detail_at(const tertib_differences* differences, size_t index) {
    const tertib::ReplayDifference* found = difference_at(differences, index);
    return found != nullptr ? found->detail.c_str() : nullptr;
}

void tertib_differences_free(tertib_differences* differences) {
    free_handle(differences);
}
