// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "findings.hpp"
#include "guard.hpp"
#include "options.hpp"
#include "sop.hpp"

#include "tertib/base/error.hpp"
#include "tertib/read/reader.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

using namespace tertib::capi;

struct tertib_sops {
    std::vector<tertib_sop> sops;
    std::vector<tertib_findings> findings; ///< by SOP
};

namespace {

using tertib::Error;
using tertib::ErrorCode;

tertib_read_options read_options(const tertib_read_options* options) {
    return own_options(options, tertib_read_options TERTIB_READ_OPTIONS_INIT,
                       "TERTIB_READ_OPTIONS_INIT");
}

tertib::ReadOptions options_of(const tertib_read_options& own) {
    tertib::ReadOptions options;
    options.name = text_of_c(own.name, "the name");
    switch (own.bare_hari) {
    case TERTIB_RECKONING_WORKING: options.waktu.bare_hari = tertib::Reckoning::working; break;
    case TERTIB_RECKONING_CALENDAR: options.waktu.bare_hari = tertib::Reckoning::calendar; break;
    default: throw Error(ErrorCode::argument, "bare_hari is no TERTIB_RECKONING_…");
    }
    set_limit(options.max_columns, own.max_columns);
    set_limit(options.max_bytes, own.max_bytes);
    set_limit(options.max_text, own.max_text);
    set_limit(options.max_steps, own.max_steps);
    set_limit(options.max_cells, own.max_cells);
    set_limit(options.max_flows, own.max_flows);
    set_limit(options.max_sops, own.max_sops);
    return options;
}

tertib_sop share(tertib::Sop&& sop) {
    return tertib_sop(std::make_shared<const tertib::Sop>(std::move(sop)));
}

/// The SOP that `nth` asks for.
tertib::SopReading& choose(std::vector<tertib::SopReading>& readings, std::size_t nth) {
    if (nth > readings.size()) {
        throw Error(ErrorCode::argument, "there is no SOP number " + std::to_string(nth) +
                                             ": the document holds " +
                                             std::to_string(readings.size()));
    }
    return readings[nth == 0 ? 0 : nth - 1];
}

} // namespace

void tertib_read_options_init(tertib_read_options* options) {
    if (options != nullptr) {
        *options = TERTIB_READ_OPTIONS_INIT;
    }
}

tertib_status tertib_sop_read(const void* data, size_t size, const tertib_read_options* options,
                              tertib_sop** out, tertib_findings** findings, tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    if (findings != nullptr) {
        *findings = nullptr;
    }
    return guarded(error, [&] {
        require(out, "out");
        const tertib_read_options own = read_options(options);
        auto readings = tertib::read_sops(bytes_of(data, size), options_of(own));
        tertib::SopReading& reading = choose(readings, own.nth);
        auto sop = std::make_unique<tertib_sop>(share(std::move(reading.sop)));
        if (findings != nullptr) {
            *findings = new_handle(findings_of(reading.findings));
        }
        *out = sop.release();
    });
}

tertib_status tertib_sops_read(const void* data, size_t size, const tertib_read_options* options,
                               tertib_sops** out, tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(out, "out");
        const tertib_read_options own = read_options(options);
        auto all = std::make_unique<tertib_sops>();
        for (tertib::SopReading& reading :
             tertib::read_sops(bytes_of(data, size), options_of(own))) {
            all->sops.push_back(share(std::move(reading.sop)));
            all->findings.push_back(findings_of(reading.findings));
        }
        *out = all.release();
    });
}

size_t tertib_sops_count(const tertib_sops* sops) {
    return sops != nullptr ? sops->sops.size() : 0;
}

const tertib_sop* tertib_sops_at(const tertib_sops* sops, size_t index) {
    return index < tertib_sops_count(sops) ? &sops->sops[index] : nullptr;
}

const tertib_findings* tertib_sops_findings_at(const tertib_sops* sops, size_t index) {
    return index < tertib_sops_count(sops) ? &sops->findings[index] : nullptr;
}

void tertib_sops_free(tertib_sops* sops) {
    free_handle(sops);
}
