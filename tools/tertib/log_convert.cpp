// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "log_convert.hpp"

#include "failure.hpp"
#include "output.hpp"

#include "tertib/base/catalogue.hpp"
#include "tertib/read/log_reader.hpp"
#include "tertib/write/log_file.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tertib::tool {
namespace {

LogFormat format_of(const LogConvertRequest& request) {
    const std::string_view out = request.out;
    if (request.to == "xes" || (request.to.empty() && out.ends_with(".xes"))) {
        return LogFormat::xes;
    }
    if (request.to == "csv" || (request.to.empty() && out.ends_with(".csv"))) {
        return LogFormat::csv;
    }
    throw Failure(Exit::usage, "UI-USAGE-LOG-TO", {{"file", request.out}, {"to", request.to}});
}

} // namespace

Outcome log_convert_verb(const LogConvertRequest& request, const Manner& manner) {
    const LogFormat format = format_of(request);
    const LogReading reading = load_log(request.log, LogUse::whole).reading;
    OutputFile file(request.out);
    const ByteSink sink = [&](std::string_view piece) { file.write(piece); };
    switch (format) {
    case LogFormat::xes: write_xes(reading.log, sink); break;
    case LogFormat::csv: write_csv(reading.log, sink); break;
    }
    file.finish();
    for (const Finding& finding : reading.findings) {
        say(finding.code + ": " + message(finding, manner.language));
    }
    const std::vector<Argument> done = {{"cases", std::to_string(reading.log.case_count())},
                                        {"events", std::to_string(reading.log.row_count())},
                                        {"file", request.out}};
    say(text_of("UI-LOG-CONVERTED", manner.language, done));
    Outcome outcome;
    outcome.written = true;
    return outcome;
}

} // namespace tertib::tool
