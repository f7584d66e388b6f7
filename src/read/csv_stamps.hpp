// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "log/written_stamp.hpp"
#include "tertib/base/finding.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// Whether a row's stamp is its start or its completion.
enum class StampEnd : std::uint8_t { start, complete };

/// A stamp that may have day and month in each other's place.
struct OpenStamp {
    std::uint32_t row = 0;
    StampEnd end = StampEnd::complete;
};

/// Reads the stamps of one column and learns from all of them in which order its dates have day and
/// month: until the end an ambiguous one counts as day before month, as Indonesia writes.
///
///     CsvStamps stamps("Tgl Selesai", 4, zone, map.date_order);
///     std::optional<EventStamp> stamp = stamps.read(cell, line);   // nothing: can't be read
///     if (stamps.open()) stamps.note_open({row, StampEnd::complete});
///     … if (stamps.month_first()) change the order of stamps.all_open()
class CsvStamps {
public:
    CsvStamps(std::string title, std::size_t column, Zone zone, std::optional<DateOrder> stated)
        : title_(std::move(title)),
          column_(static_cast<std::uint32_t>(column)),
          zone_(zone),
          stated_(stated) {}

    /// A stamp that isn't known for an empty cell or a dash; nothing for what can't be read.
    [[nodiscard]] std::optional<EventStamp> read(std::string_view cell, std::uint64_t line);

    /// Whether the stamp read last is open to the other order.
    [[nodiscard]] bool open() const noexcept { return hint_ == StampHint::ambiguous && !stated_; }
    void note_open(OpenStamp stamp) { open_.push_back(stamp); }

    /// Whether every date that shows its order has the month first, and some do.
    [[nodiscard]] bool month_first() const noexcept {
        return !stated_ && month_first_ > 0 && day_first_ == 0;
    }
    [[nodiscard]] const std::vector<OpenStamp>& all_open() const noexcept { return open_; }
    [[nodiscard]] const std::string& title() const noexcept { return title_; }

    /// What is to be told of the column.
    [[nodiscard]] std::vector<Finding> findings() const;

private:
    void count();
    void note_unread(std::string_view cell, std::uint64_t line);
    [[nodiscard]] Finding finding(std::string_view code, std::uint64_t count) const;

    std::string title_;
    std::uint32_t column_;
    Zone zone_;
    std::optional<DateOrder> stated_;

    std::string last_cell_; ///< read before, and what it gave: stamps often come in runs
    std::optional<EventStamp> last_;
    StampHint hint_ = StampHint::none;

    std::vector<OpenStamp> open_;
    std::uint64_t day_first_ = 0;
    std::uint64_t month_first_ = 0;
    std::uint64_t serials_ = 0;
    std::uint64_t unread_ = 0;
    std::uint64_t unread_line_ = 0;
    std::string unread_cell_;
};

} // namespace tertib
