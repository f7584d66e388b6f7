// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "deadline_batch.hpp"

#include "calendar_file.hpp"
#include "csv_rows.hpp"
#include "input.hpp"
#include "output.hpp"

#include "tertib/base/error.hpp"
#include "tertib/time/ready_waktu.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <unistd.h>

namespace tertib::tool {
namespace {

constexpr std::size_t write_at = std::size_t{1} << 20;
constexpr std::uint64_t rows_between_words = 1'000'000;
/// Texts and calendars are read once each; a file in which every row has another must not eat the
/// memory.
constexpr std::size_t most_remembered = 100'000;
constexpr std::size_t most_calendars = 64;

/// Where the columns that count are.
struct Columns {
    std::size_t start = 0;
    std::size_t waktu = 0;
    std::optional<std::size_t> calendar;
    std::size_t count = 0;
};

Columns find_columns(const CsvRows& rows, const std::string& file) {
    const auto find = [&](std::string_view name) -> std::optional<std::size_t> {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (rows.cell(i) == name) {
                return i;
            }
        }
        return std::nullopt;
    };
    const auto need = [&](const std::string& name) {
        const std::optional<std::size_t> column = find(name);
        if (!column) {
            throw Failure(Exit::unreadable, "UI-CSV-COLUMN", {{"file", file}, {"column", name}});
        }
        return *column;
    };
    return {.start = need("start"),
            .waktu = need("waktu"),
            .calendar = find("calendar"),
            .count = rows.size()};
}

/// What became of one row.
struct Answered {
    std::string deadline; ///< "" if there is none
    std::string error;    ///< "" if there is nothing to say
    bool negative = false;
};

/// A waktu's text made ready, or why it can't be.
struct Read {
    ReadyWaktu waktu;
    std::string error;
};

using Remembered = std::unordered_map<std::string, Read>;

/// A calendar with the texts read in its zone.
struct Office {
    std::optional<Calendar> calendar;
    std::string error;
    Remembered waktu;
};

class Batch {
public:
    Batch(const DeadlineBatchRequest& request, Language language)
        : request_(&request),
          language_(language) {}

    [[nodiscard]] Answered answer(std::string_view start, std::string_view waktu,
                                  std::string_view calendar) {
        Office& office = find_office(calendar.empty() ? request_->calendar : std::string(calendar));
        if (!office.calendar) {
            return {.error = office.error, .negative = true};
        }
        const Zone zone = office.calendar->zone();
        const std::optional<Stamp> stamp = read_stamp(start, zone);
        if (!stamp) {
            return {.error = text_of("UI-BATCH-START", language_), .negative = true};
        }
        const Read& read = find_waktu(office.waktu, zone, waktu);
        if (!read.error.empty()) {
            return {.error = read.error, .negative = true};
        }
        if (read.waktu.alternatives.empty()) {
            return {.error = text_of("UI-BATCH-OPEN", language_)};
        }
        const std::optional<Instant> due =
            tertib::due(office.calendar->table(), zone, stamp->earliest, read.waktu);
        if (!due) {
            return {.error = text_of("UI-BATCH-RANGE", language_), .negative = true};
        }
        return {.deadline = text(*due, zone)};
    }

private:
    Office& find_office(const std::string& name) {
        const auto known = offices_.find(name);
        if (known != offices_.end()) {
            return known->second;
        }
        if (offices_.size() >= most_calendars) {
            offices_.clear();
        }
        Office& office = offices_[name];
        try {
            office.calendar = load_calendar(name);
        } catch (const Failure& failure) {
            office.error = text_of(failure.code(), language_, failure.arguments());
        }
        return office;
    }

    static const Read& find_waktu(Remembered& texts, Zone zone, std::string_view waktu) {
        std::string key(waktu);
        const auto known = texts.find(key);
        if (known != texts.end()) {
            return known->second;
        }
        if (texts.size() >= most_remembered) {
            texts.clear();
        }
        Read& read = texts[std::move(key)];
        try {
            read.waktu = ready(read_waktu_request(waktu, zone));
        } catch (const Error& error) {
            read.error = error.what();
        }
        return read;
    }

    const DeadlineBatchRequest* request_;
    Language language_;
    std::map<std::string, Office> offices_;
};

struct Counts {
    std::uint64_t rows = 0;
    std::uint64_t deadlines = 0;
    std::uint64_t errors = 0;
};

/// A row as it stands, short rows filled up so that the new columns are under their titles.
void add_row(std::string& out, const CsvRows& rows, const Columns& columns,
             const Answered& answered) {
    out += rows.raw();
    out.append(columns.count > rows.size() ? columns.count - rows.size() : 0, ',');
    out += ',';
    out += answered.deadline;
    out += ',';
    out += csv_cell(answered.error);
    out += '\n';
}

void count(Counts& counts, const Answered& answered) {
    ++counts.rows;
    counts.deadlines += answered.deadline.empty() ? 0 : 1;
    counts.errors += answered.negative ? 1 : 0;
}

void say_counts(const Counts& counts, Language language) {
    const std::vector<Argument> arguments = {
        {"rows", std::to_string(counts.rows)},
        {"deadlines", std::to_string(counts.deadlines)},
        {"open", std::to_string(counts.rows - counts.deadlines - counts.errors)},
        {"errors", std::to_string(counts.errors)}};
    say("tertib: " + text_of("UI-BATCH-SUMMARY", language, arguments));
}

void say_progress(const Counts& counts, Language language) {
    if (counts.rows % rows_between_words == 0 && ::isatty(STDERR_FILENO) != 0) {
        const std::vector<Argument> arguments = {{"rows", std::to_string(counts.rows)}};
        say("tertib: " + text_of("UI-BATCH-PROGRESS", language, arguments));
    }
}

/// The heading with the two new columns; Failure if it has them already.
std::string heading(const CsvRows& rows, const std::string& file) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (const std::string_view taken : {"deadline", "error"}) {
            if (rows.cell(i) == taken) {
                throw Failure(Exit::unreadable, "UI-CSV-COLUMN-TAKEN",
                              {{"file", file}, {"column", std::string(taken)}});
            }
        }
    }
    return std::string(rows.raw()) + ",deadline,error\n";
}

} // namespace

Outcome deadline_batch_verb(const DeadlineBatchRequest& request, const Manner& manner) {
    InputFile file(request.path);
    CsvRows rows(file);
    if (!rows.next()) {
        throw Failure(Exit::unreadable, "UI-CSV-EMPTY", {{"file", request.path}});
    }
    const Columns columns = find_columns(rows, request.path);
    std::string out = heading(rows, request.path);
    (void)load_calendar(request.calendar); // a wrong --calendar is a wrong call, not a wrong row
    OutputFile output(request.output);
    Batch batch(request, manner.language);
    Counts counts;
    while (rows.next()) {
        const Answered answered =
            batch.answer(rows.cell(columns.start), rows.cell(columns.waktu),
                         columns.calendar ? rows.cell(*columns.calendar) : std::string_view());
        add_row(out, rows, columns, answered);
        count(counts, answered);
        say_progress(counts, manner.language);
        if (out.size() >= write_at) {
            output.write(out);
            out.clear();
        }
    }
    output.write(out);
    output.finish();
    say_counts(counts, manner.language);
    Outcome outcome;
    outcome.exit = counts.errors == 0 ? Exit::done : Exit::negative;
    outcome.written = true;
    return outcome;
}

} // namespace tertib::tool
