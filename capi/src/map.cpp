// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "guard.hpp"
#include "log.hpp"
#include "log_file.hpp"
#include "sop.hpp"

#include "tertib/log/log_map_json.hpp"
#include "tertib/log/log_proposal.hpp"
#include "tertib/read/proposed_log.hpp"

#include <utility>

using namespace tertib::capi;

namespace {

tertib_map* proposed_map(tertib::ByteSource source, const tertib_sop* sop,
                         const tertib::LogReadOptions& options) {
    const tertib::Sop* const given = sop != nullptr ? sop->sop.get() : nullptr;
    tertib::ProposedLog log = tertib::read_proposed_log(std::move(source), given, options);
    return new_handle(tertib_map{tertib::propose_map(log.reading.log, given, std::move(log.map))});
}

} // namespace

namespace tertib::capi {

const LogMap& map_of(const tertib_map* map) {
    static const LogMap open;
    return map != nullptr ? map->map : open;
}

} // namespace tertib::capi

tertib_status tertib_map_from_json(const char* json, size_t size, tertib_map** out,
                                   tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(out, "out");
        *out = new_handle(tertib_map{tertib::log_map_from_json(utf8_of(json, size, "the JSON"))});
    });
}

tertib_status tertib_map_to_json(const tertib_map* map, tertib_buf* out, tertib_error** error) {
    if (out != nullptr) {
        *out = {nullptr, 0};
    }
    return guarded(error, [&] {
        require(map, "map");
        require(out, "out");
        fill(out, tertib::to_json(map->map));
    });
}

tertib_status tertib_map_propose(const void* data, size_t size, const tertib_log_options* options,
                                 const tertib_sop* sop, tertib_map** out, tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(out, "out");
        *out =
            proposed_map(tertib::source_of(bytes_of(data, size)), sop, log_options_of(options, ""));
    });
}

tertib_status tertib_map_propose_file(const char* path, const tertib_log_options* options,
                                      const tertib_sop* sop, tertib_map** out,
                                      tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(path, "path");
        require(out, "out");
        const tertib::LogReadOptions own = log_options_of(options, path);
        *out = proposed_map(source_of_file(path), sop, own);
    });
}

void tertib_map_free(tertib_map* map) {
    free_handle(map);
}
