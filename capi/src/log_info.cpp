// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/log/log_info.hpp"

#include "findings.hpp"
#include "guard.hpp"
#include "log.hpp"

#include "tertib/log/log_info_json.hpp"

#include <utility>

using namespace tertib::capi;

struct tertib_log_info {
    tertib::LogInfo info;
    tertib_findings findings;
};

tertib_status tertib_log_info_create(const tertib_log* log, tertib_log_info** out,
                                     tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(log, "log");
        require(out, "out");
        tertib::LogInfo info = tertib::make_log_info(*log->log, log->read);
        tertib_findings findings = findings_of(info.findings);
        *out = new_handle(tertib_log_info{std::move(info), std::move(findings)});
    });
}

const char* tertib_log_info_digest(const tertib_log_info* info) {
    return info != nullptr ? info->info.digest.c_str() : nullptr;
}

size_t tertib_log_info_variant_count(const tertib_log_info* info) {
    return info != nullptr ? info->info.variants : 0;
}

int64_t tertib_log_info_first(const tertib_log_info* info) {
    return info != nullptr && info->info.first
               ? info->info.first->earliest.time_since_epoch().count()
               : TERTIB_NO_TIME;
}

int64_t tertib_log_info_last(const tertib_log_info* info) {
    return info != nullptr && info->info.last ? info->info.last->latest.time_since_epoch().count()
                                              : TERTIB_NO_TIME;
}

const tertib_findings* tertib_log_info_findings(const tertib_log_info* info) {
    return info != nullptr ? &info->findings : nullptr;
}

tertib_status tertib_log_info_to_json(const tertib_log_info* info, tertib_buf* out,
                                      tertib_error** error) {
    if (out != nullptr) {
        *out = {nullptr, 0};
    }
    return guarded(error, [&] {
        require(info, "info");
        require(out, "out");
        fill(out, tertib::to_json(info->info));
    });
}

void tertib_log_info_free(tertib_log_info* info) {
    free_handle(info);
}
