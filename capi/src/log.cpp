// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "log.hpp"

#include "calendar.hpp"
#include "guard.hpp"
#include "log_file.hpp"
#include "options.hpp"
#include "sop.hpp"

#include "tertib/base/error.hpp"
#include "tertib/log/step_match.hpp"
#include "tertib/write/log_file.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

using namespace tertib::capi;

tertib_log::tertib_log(tertib::LogReading&& reading)
    : log(std::make_shared<const tertib::EventLog>(std::move(reading.log))),
      read(std::move(reading.findings)),
      findings(findings_of(read)) {}

namespace tertib::capi {
namespace {

OtherTransitions transitions_of(std::int32_t transitions) {
    switch (transitions) {
    case TERTIB_OTHER_TRANSITIONS_SET_ASIDE: return OtherTransitions::set_aside;
    case TERTIB_OTHER_TRANSITIONS_KEPT: return OtherTransitions::kept;
    default: throw Error(ErrorCode::argument, "transitions is no TERTIB_OTHER_TRANSITIONS_…");
    }
}

std::optional<char> delimiter_of(std::int32_t delimiter) {
    constexpr std::int32_t last_ascii = 126;
    if (delimiter == 0) {
        return std::nullopt;
    }
    if (delimiter < '\t' || delimiter > last_ascii || delimiter == '"' || delimiter == '\n' ||
        delimiter == '\r') {
        throw Error(ErrorCode::argument, "the delimiter is no character between cells");
    }
    return static_cast<char>(delimiter);
}

} // namespace

LogReadOptions log_options_of(const tertib_log_options* options, const char* file) {
    const tertib_log_options own =
        own_options(options, tertib_log_options TERTIB_LOG_OPTIONS_INIT, "TERTIB_LOG_OPTIONS_INIT");
    LogReadOptions made;
    if (own.format != TERTIB_LOG_FORMAT_ANY) {
        made.format = log_format_of(own.format);
    }
    made.csv.map = map_of(own.map);
    made.csv.file = file;
    made.csv.delimiter = delimiter_of(own.delimiter);
    made.csv.assumed_zone = zone_of(own.zone);
    made.xes.assumed_zone = made.csv.map.zone.value_or(made.csv.assumed_zone);
    made.xes.others = transitions_of(own.transitions);
    LogLimits limits;
    set_limit(limits.max_columns, own.max_columns);
    set_limit(limits.max_rows, own.max_events);
    made.csv.limits = limits;
    made.xes.limits = limits;
    set_limit(made.max_bytes, own.max_bytes);
    return made;
}

LogFormat log_format_of(std::int32_t format) {
    switch (format) {
    case TERTIB_LOG_FORMAT_CSV: return LogFormat::csv;
    case TERTIB_LOG_FORMAT_XES: return LogFormat::xes;
    default: throw Error(ErrorCode::argument, "format is no TERTIB_LOG_FORMAT_… of a file");
    }
}

} // namespace tertib::capi

void tertib_log_options_init(tertib_log_options* options) {
    if (options != nullptr) {
        *options = TERTIB_LOG_OPTIONS_INIT;
    }
}

tertib_status tertib_log_read(const void* data, size_t size, const tertib_log_options* options,
                              tertib_log** out, tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(out, "out");
        *out = new_handle(tertib_log(tertib::read_log(tertib::source_of(bytes_of(data, size)),
                                                      log_options_of(options, ""))));
    });
}

tertib_status tertib_log_read_file(const char* path, const tertib_log_options* options,
                                   tertib_log** out, tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(path, "path");
        require(out, "out");
        const tertib::LogReadOptions own = log_options_of(options, path);
        *out = new_handle(tertib_log(tertib::read_log(source_of_file(path), own)));
    });
}

size_t tertib_log_event_count(const tertib_log* log) {
    return log != nullptr ? log->log->row_count() : 0;
}

size_t tertib_log_case_count(const tertib_log* log) {
    return log != nullptr ? log->log->case_count() : 0;
}

const tertib_findings* tertib_log_findings(const tertib_log* log) {
    return log != nullptr ? &log->findings : nullptr;
}

tertib_status tertib_log_unknown_activities(const tertib_log* log, const tertib_sop* sop,
                                            const tertib_map* map, tertib_findings** out,
                                            tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(log, "log");
        require(sop, "sop");
        require(out, "out");
        const std::vector<tertib::StepMatch> matches =
            tertib::match_steps(*log->log, *sop->sop, map_of(map));
        *out = new_handle(findings_of(tertib::unknown_activities(*log->log, matches)));
    });
}

tertib_status tertib_log_write(const tertib_log* log, int32_t format, tertib_buf* out,
                               tertib_error** error) {
    if (out != nullptr) {
        *out = {nullptr, 0};
    }
    return guarded(error, [&] {
        require(log, "log");
        require(out, "out");
        std::string text;
        write_log(*log->log, log_format_of(format), [&](std::string_view piece) { text += piece; });
        fill(out, text);
    });
}

tertib_status tertib_log_save(const tertib_log* log, const char* path, tertib_error** error) {
    return guarded(error, [&] {
        require(log, "log");
        require(path, "path");
        save_log(*log->log, path);
    });
}

void tertib_log_free(tertib_log* log) {
    free_handle(log);
}
