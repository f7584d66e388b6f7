// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
// Any bytes as a log, also compressed: an Error that hostile bytes deserve, or a log that is the
// same when it is written as XES and read again.
#include "tertib/base/error.hpp"
#include "tertib/log/event_log.hpp"
#include "tertib/read/log_reader.hpp"
#include "tertib/write/log_file.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

void expect(bool holds, const char* promise) {
    if (!holds) {
        std::fprintf(stderr, "a promise is broken: %s\n", promise);
        std::abort();
    }
}

std::string written(const tertib::EventLog& log) {
    std::string text;
    tertib::write_xes(log, [&](std::string_view piece) { text += piece; });
    return text;
}

tertib::EventLog read_again(const std::string& text) {
    tertib::XesOptions options;
    options.others = tertib::OtherTransitions::kept;
    return tertib::read_xes(tertib::source_of(text), options).log;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(data, data + size);
    tertib::LogReadOptions options;
    options.xes.others = tertib::OtherTransitions::kept;
    options.xes.max_depth = 50;
    options.xes.limits.max_rows = 10'000;
    options.max_bytes = std::uint64_t{1} << 24;
    try {
        const tertib::LogReading reading = tertib::read_log(tertib::source_of(bytes), options);
        static_cast<void>(tertib::digest(reading.log));
    } catch (const tertib::Error& error) {
        const tertib::ErrorCode code = error.code();
        expect(code == tertib::ErrorCode::format || code == tertib::ErrorCode::limit ||
                   code == tertib::ErrorCode::unsupported,
               "hostile bytes are an error of the format, of a limit, or unsupported");
        return 0;
    }
    if (tertib::find_log_format(bytes) != tertib::LogFormat::xes) {
        return 0;
    }
    // What was mended (an empty item of a list, a name given twice) is mended once.
    const tertib::EventLog first = tertib::read_xes(tertib::source_of(bytes), options.xes).log;
    const std::size_t rows = first.row_count();
    const tertib::EventLog second = read_again(written(first));
    expect(second.row_count() == rows, "what is written has the rows of what was read");
    expect(second.case_count() >= first.case_count(), "and its cases");
    static_cast<void>(tertib::digest(second));
    return 0;
}
