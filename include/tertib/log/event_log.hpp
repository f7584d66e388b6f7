// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/digest.hpp"
#include "tertib/log/chunked.hpp"
#include "tertib/log/dictionary.hpp"
#include "tertib/log/event_stamp.hpp"
#include "tertib/log/extra_column.hpp"
#include "tertib/log/log_cases.hpp"
#include "tertib/time/instant.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tertib {

/// What the place of a row counts in its source: nothing known, lines of a text, or events.
enum class PlaceUnit : std::uint8_t { unknown, line, event };

/// One row of a log. What is missing is no_code, or a stamp that isn't known.
struct LogEvent {
    Code case_code = no_code;
    Code activity = no_code;
    Code resource = no_code; ///< who did it
    Code role = no_code;     ///< for which pelaksana, or in which post
    Code outcome = no_code;
    EventStamp start;
    EventStamp complete;
    std::uint32_t place = 0; ///< in the source, from 1; 0: not known

    friend bool operator==(const LogEvent&, const LogEvent&) = default;
};

/// The columns of up to 65,536 rows, all of the same length: for hot loops.
struct LogChunk {
    std::size_t first_row = 0;
    std::span<const Code> cases;
    std::span<const Code> activities;
    std::span<const Code> resources;
    std::span<const Code> roles;
    std::span<const Code> outcomes;
    std::span<const Instant> starts;    ///< no_instant where not known
    std::span<const Instant> completes; ///< likewise
    std::span<const StampForm> start_forms;
    std::span<const StampForm> complete_forms;
    std::span<const std::uint32_t> places;

    [[nodiscard]] std::size_t size() const noexcept { return cases.size(); }
};

/// A value that belongs to the log as a whole.
struct LogAttribute {
    std::string name;
    std::variant<std::string, std::int64_t, double, bool, EventStamp> value;

    friend bool operator==(const LogAttribute&, const LogAttribute&) = default;
};

/// What really happened, in columns: one row an event, in the order of its source, which nothing
/// re-sorts. Made by a LogBuilder (log/log_builder.hpp) or by a reader of the layer `read`.
///
///     for (std::size_t i = 0; i < log.chunk_count(); ++i) {
///         LogChunk chunk = log.chunk(i);
///         for (std::size_t j = 0; j < chunk.size(); ++j) count[chunk.activities[j]] += 1;
///     }
///     CaseRows rows = log.case_index().rows(log.cases().find("REG-7"));
///
/// Immutable; share it between threads as std::shared_ptr<const EventLog>. A column that nothing
/// was put into costs next to nothing and reads as none everywhere.
class EventLog {
public:
    EventLog(const EventLog&) = delete;
    EventLog& operator=(const EventLog&) = delete;
    EventLog(EventLog&&) noexcept = default;
    EventLog& operator=(EventLog&&) noexcept = default;
    ~EventLog() = default;

    [[nodiscard]] std::size_t row_count() const noexcept { return cases_.size(); }
    /// Every case that the source names, those without an event included.
    [[nodiscard]] std::size_t case_count() const noexcept { return case_texts_.size(); }

    [[nodiscard]] const Dictionary& cases() const noexcept { return case_texts_; }
    [[nodiscard]] const Dictionary& activities() const noexcept { return activity_texts_; }
    [[nodiscard]] const Dictionary& resources() const noexcept { return resource_texts_; }
    [[nodiscard]] const Dictionary& roles() const noexcept { return role_texts_; }
    [[nodiscard]] const Dictionary& outcomes() const noexcept { return outcome_texts_; }

    [[nodiscard]] std::size_t chunk_count() const noexcept {
        return (row_count() + chunk_rows - 1) >> chunk_shift;
    }
    [[nodiscard]] LogChunk chunk(std::size_t index) const noexcept;
    [[nodiscard]] LogEvent row(std::size_t row) const noexcept;
    /// One cell, for loops along a case.
    [[nodiscard]] Code activity(std::size_t row) const noexcept { return activities_[row]; }

    [[nodiscard]] const LogCases& case_index() const noexcept { return case_index_; }

    /// The further columns, in the order of their first appearance.
    [[nodiscard]] std::span<const ExtraColumn> columns() const noexcept { return columns_; }
    /// The first column of that name and scope, or nullptr.
    [[nodiscard]] const ExtraColumn* column(std::string_view name,
                                            ColumnScope scope = ColumnScope::event) const noexcept;
    /// Values of the log as a whole.
    [[nodiscard]] std::span<const LogAttribute> attributes() const noexcept { return attributes_; }

    [[nodiscard]] PlaceUnit place_unit() const noexcept { return place_unit_; }
    /// The zone that stamps were taken to be in which named none.
    [[nodiscard]] Zone assumed_zone() const noexcept { return assumed_zone_; }

    /// Bytes that the finished columns, dictionaries and indexes take.
    [[nodiscard]] std::size_t bytes() const noexcept;

private:
    friend class LogBuilder;
    EventLog() = default;

    Chunked<Code> cases_{no_code};
    Chunked<Code> activities_{no_code};
    Chunked<Code> resources_{no_code};
    Chunked<Code> roles_{no_code};
    Chunked<Code> outcomes_{no_code};
    Chunked<Instant> starts_{no_instant};
    Chunked<Instant> completes_{no_instant};
    Chunked<StampForm> start_forms_{StampForm{}};
    Chunked<StampForm> complete_forms_{StampForm{}};
    Chunked<std::uint32_t> places_{0};

    Dictionary case_texts_;
    Dictionary activity_texts_;
    Dictionary resource_texts_;
    Dictionary role_texts_;
    Dictionary outcome_texts_;

    LogCases case_index_;
    std::vector<ExtraColumn> columns_;
    std::vector<LogAttribute> attributes_;
    PlaceUnit place_unit_ = PlaceUnit::unknown;
    Zone assumed_zone_;
};

/// SHA-256 of what the log says: its events in order with texts, instants and precisions, its
/// further columns sorted by name and its attributes; neither places in the source nor how a zone
/// was known. The same content gives the same digest, whatever it was read from and however the
/// dictionaries are numbered.
[[nodiscard]] Sha256 digest(const EventLog& log);

} // namespace tertib
