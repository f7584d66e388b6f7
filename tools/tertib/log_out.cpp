// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "log_out.hpp"

#include "failure.hpp"
#include "output.hpp"

#include "tertib/write/log_file.hpp"

#include <string_view>

namespace tertib::tool {

LogFormat format_to_write(const std::string& out, const std::string& to) {
    if (to == "xes" || (to.empty() && out.ends_with(".xes"))) {
        return LogFormat::xes;
    }
    if (to == "csv" || (to.empty() && out.ends_with(".csv"))) {
        return LogFormat::csv;
    }
    throw Failure(Exit::usage, "UI-USAGE-LOG-TO", {{"file", out}, {"to", to}});
}

void write_log(const EventLog& log, LogFormat format, const std::string& out) {
    OutputFile file(out);
    const ByteSink sink = [&](std::string_view piece) { file.write(piece); };
    switch (format) {
    case LogFormat::xes: write_xes(log, sink); break;
    case LogFormat::csv: write_csv(log, sink); break;
    }
    file.finish();
}

} // namespace tertib::tool
