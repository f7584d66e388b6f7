// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "log_convert.hpp"

#include "log_out.hpp"
#include "log_source.hpp"
#include "output.hpp"

#include "tertib/base/catalogue.hpp"

#include <string>
#include <vector>

namespace tertib::tool {

Outcome log_convert_verb(const LogConvertRequest& request, const Manner& manner) {
    const LogFormat format = format_to_write(request.out, request.to);
    const LogReading reading = load_log(request.log, LogUse::whole).reading;
    write_log(reading.log, format, request.out);
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
