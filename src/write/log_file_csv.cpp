// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/write/log_file.hpp"
#include "write/csv_cell.hpp"
#include "write/text_output.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {
namespace {

/// The columns that every log has, as far as anything is in them.
struct Used {
    bool roles = false;
    bool resources = false;
    bool outcomes = false;
    bool starts = false;
};

Used used_of(const EventLog& log) {
    Used used{.roles = log.roles().size() > 0,
              .resources = log.resources().size() > 0,
              .outcomes = log.outcomes().size() > 0};
    for (std::size_t i = 0; i < log.chunk_count() && !used.starts; ++i) {
        const LogChunk chunk = log.chunk(i);
        used.starts =
            std::ranges::any_of(chunk.starts, [](Instant each) { return each != unknown_instant; });
    }
    return used;
}

void write_titles(TextOutput& out, const EventLog& log, const Used& used) {
    out << "case:concept:name,concept:name";
    out << (used.starts ? ",start_timestamp" : "") << ",time:timestamp";
    out << (used.resources ? ",org:resource" : "") << (used.roles ? ",org:role" : "");
    out << (used.outcomes ? ",outcome" : "");
    for (const ExtraColumn& column : log.columns()) {
        out << ",";
        const bool of_case = column.scope() == ColumnScope::of_case;
        write_csv_cell(out, (of_case ? "case:" : "") + column.name());
    }
    out << "\r\n";
}

void write_row(TextOutput& out, const EventLog& log, const Used& used, std::size_t row) {
    const LogEvent event = log.row(row);
    write_csv_cell(out, log.cases().text(event.case_code));
    out << ",";
    write_csv_cell(out, log.activities().text(event.activity));
    if (used.starts) {
        out << "," << spelled(event.start);
    }
    out << "," << spelled(event.complete);
    const auto optional = [&](bool shown, std::string_view text) {
        if (shown) {
            out << ",";
            write_csv_cell(out, text);
        }
    };
    optional(used.resources, log.resources().text(event.resource));
    optional(used.roles, log.roles().text(event.role));
    optional(used.outcomes, log.outcomes().text(event.outcome));
    for (const ExtraColumn& column : log.columns()) {
        const bool of_case = column.scope() == ColumnScope::of_case;
        const std::size_t index = of_case ? event.case_code : row;
        out << ",";
        write_csv_cell(out, index < column.size() ? spelled(column.value(index)) : std::string());
    }
    out << "\r\n";
}

} // namespace

void write_csv(const EventLog& log, const ByteSink& sink) {
    TextOutput out(sink);
    const Used used = used_of(log);
    write_titles(out, log, used);
    for (std::size_t row = 0; row < log.row_count(); ++row) {
        write_row(out, log, used, row);
    }
    out.flush();
}

} // namespace tertib
