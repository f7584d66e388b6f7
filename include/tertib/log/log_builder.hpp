// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/log/event_log.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// Limits of a log; an Error(limit) names the one that was passed.
struct LogLimits {
    std::size_t max_rows = 4'000'000'000;        ///< events; at most 2^32 - 2
    std::size_t max_columns = 1'000;             ///< further columns
    std::size_t max_text = std::size_t{1} << 20; ///< of one value, in bytes
};

/// What holds for a whole log.
struct LogOptions {
    PlaceUnit place_unit = PlaceUnit::unknown;
    Zone assumed_zone; ///< of stamps that name none
    LogLimits limits;
};

/// Which further column of a log that is being built; never mixed up with a row.
enum class ColumnIndex : std::uint32_t {};

/// Builds an EventLog row by row, in the order of its source.
///
///     LogBuilder builder({.place_unit = PlaceUnit::line});
///     builder.add({.case_code = builder.case_code("REG-7"),
///                  .activity = builder.activity("Menelaah berkas"),
///                  .complete = *read_event_stamp("2025-05-05T10:00", wib()), .place = 2});
///     ColumnIndex cost = builder.column("Biaya", ColumnType::integer);
///     builder.set(cost, std::int64_t{25'000});         // of the row added last
///     EventLog log = std::move(builder).finish();
///
/// For one thread. Texts are copied once, when they are new; nothing else is allocated but a
/// chunk of a column every 65,536 rows.
class LogBuilder {
public:
    explicit LogBuilder(const LogOptions& options = {});

    /// The code of a text, a new one for a new text; no_code for the empty one. A case that is
    /// named is part of the log even without an event.
    Code case_code(std::string_view text) { return code(log_.case_texts_, text); }
    Code activity(std::string_view text) { return code(log_.activity_texts_, text); }
    Code resource(std::string_view text) { return code(log_.resource_texts_, text); }
    Code role(std::string_view text) { return code(log_.role_texts_, text); }
    Code outcome(std::string_view text) { return code(log_.outcome_texts_, text); }

    /// Adds a row. Its codes must be of this builder: Error(argument) otherwise.
    void add(const LogEvent& event);
    [[nodiscard]] std::size_t row_count() const noexcept { return rows_; }

    /// The stamps of a row that was added, and others in their place: for a reader that learns
    /// only at the end how a column's dates were meant.
    [[nodiscard]] EventStamp start(std::size_t row) const noexcept;
    [[nodiscard]] EventStamp complete(std::size_t row) const noexcept;
    void set_start(std::size_t row, const EventStamp& stamp);
    void set_complete(std::size_t row, const EventStamp& stamp);

    /// The further column of that name, type and scope, made if it isn't there: an attribute whose
    /// type changes within a log makes a column for each type.
    ColumnIndex column(std::string_view name, ColumnType type,
                       ColumnScope scope = ColumnScope::event);
    /// Sets an event column's value for the row added last, a second time over the first.
    /// Error(argument) before the first row, for a value of another type, for a column of cases.
    void set(ColumnIndex column, const LogValue& value);
    /// Sets a case column's value; the code is one of case_code's.
    void set_case(ColumnIndex column, Code of_case, const LogValue& value);
    /// Adds a value of the log as a whole.
    void add_attribute(LogAttribute attribute);

    /// The finished log; nothing may be asked of the builder afterwards.
    [[nodiscard]] EventLog finish() &&;

private:
    Code code(Dictionary& dictionary, std::string_view text);
    ExtraColumn& column_at(ColumnIndex index, ColumnScope scope);
    void check_text(std::size_t bytes) const;
    void check_row(std::size_t row) const;

    LogLimits limits_;
    EventLog log_;
    std::size_t rows_ = 0;
};

} // namespace tertib
