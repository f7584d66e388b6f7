// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/time/calendar.hpp"
#include "tertib/time/ready_waktu.hpp"

#include <pybind11/pybind11.h>

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace tertib::python {

/// What a number in a column of times stands for: so many of a unit since 1970-01-01 00:00.
class ColumnUnit {
public:
    /// By numpy's names, "Y" to "as"; count: how many of them make one. Throws Error(unsupported)
    /// for another name, Error(argument) for a count below 1.
    explicit ColumnUnit(std::string_view name, std::int64_t count = 1);

    /// Microseconds, finer units rounded down; no_instant for itself and what int64 can't hold.
    [[nodiscard]] std::int64_t micros(std::int64_t value) const noexcept;

private:
    std::int64_t times_ = 1; ///< microseconds (months) in one
    std::int64_t per_ = 1;   ///< how many make a microsecond
    bool months_ = false;
};

/// Whether a column without a zone of its own tells the office's local time, or UTC.
enum class ColumnTime : std::uint8_t { local, utc };

/// One waktu for all rows, or those that each row names.
struct ColumnQuestion {
    const Calendar& calendar;
    std::vector<ReadyWaktu> waktu;
    std::span<const std::int32_t> which; ///< by row, a place in `waktu`; none: the first for all
    ColumnUnit unit;
    ColumnTime time = ColumnTime::utc;
};

/// Microseconds, in the same time as the starts. Needs no GIL.
void reckon(const ColumnQuestion& question, std::span<const std::int64_t> starts,
            std::span<std::int64_t> out);

/// The rows' waktu, checked: a buffer of int32, one for each of `rows`, each below `count`.
[[nodiscard]] std::span<const std::int32_t> rows_of(const pybind11::buffer_info& info,
                                                    std::size_t rows, std::size_t count);

void bind_column(pybind11::module_& module);

} // namespace tertib::python
