// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/check/check_row.hpp"
#include "tertib/log/event_log.hpp"
#include "tertib/log/log_findings.hpp"
#include "tertib/log/log_map.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace tertib {

/// A column of a log that says whether a document was there, and how its values are taken.
struct DocumentMeaning {
    const ExtraColumn* column = nullptr;
    std::vector<char> says_no; ///< by code of a text column
};

/// How a log's rows become those that cases are judged by: codes as they are, stamps as intervals,
/// doubts from the data's quality, documents from columns, the clock's stops from waiting.
///
/// Immutable; share it between threads. Borrows the log.
class LogRows {
public:
    /// Throws Error(argument) for more columns of documents than there are bits.
    LogRows(const EventLog& log, const LogMap& map, const LogQuality& quality,
            std::optional<Instant> now);

    /// Memory of one thread, reused from case to case.
    struct Room {
        std::vector<CheckRow> rows;
        std::vector<DocumentCells> documents;
        std::vector<ClockStop> stops;
    };
    /// The case of that code; what it borrows is in the room until the next case.
    [[nodiscard]] CheckCase of(Code of_case, Room& room) const;

    /// The bit that speaks of a map's column, or nothing where the log lacks it.
    [[nodiscard]] std::optional<std::uint32_t> bit_of(std::string_view column) const;

private:
    enum class Clock : std::uint8_t { none, wait, resume };

    void add_documents(std::span<const MappedDocument> documents);
    [[nodiscard]] CheckRow row_of(std::size_t row) const;
    [[nodiscard]] DocumentCells cells_of(std::size_t row, Code of_case) const;
    [[nodiscard]] bool add_stops(std::span<const CheckRow> clocks, Room& room) const;

    const EventLog* log_;
    std::optional<Instant> now_;
    std::vector<Clock> clocks_;              ///< by activity
    std::vector<char> shared_;               ///< by resource
    std::vector<Code> bulk_cases_;           ///< ascending
    std::vector<DocumentMeaning> documents_; ///< by bit
};

/// Whether a value of a document's column says that it wasn't there: "tidak ada", "belum", "-", "0".
[[nodiscard]] bool says_no(std::string_view text);

} // namespace tertib
