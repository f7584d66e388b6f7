// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "column.hpp"

#include "instant.hpp"

#include "tertib/base/error.hpp"

#include <pybind11/stl.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <utility>

namespace py = pybind11;

namespace tertib::python {
namespace {

struct NamedUnit {
    std::string_view name;
    std::int64_t times;
    std::int64_t per;
    bool months;
};

constexpr std::int64_t second = 1'000'000;
constexpr std::int64_t day = 86'400 * second;
constexpr std::array units = {
    NamedUnit{"Y", 12, 1, true},
    NamedUnit{"M", 1, 1, true},
    NamedUnit{"W", 7 * day, 1, false},
    NamedUnit{"D", day, 1, false},
    NamedUnit{"h", 3600 * second, 1, false},
    NamedUnit{"m", 60 * second, 1, false},
    NamedUnit{"s", second, 1, false},
    NamedUnit{"ms", 1000, 1, false},
    NamedUnit{"us", 1, 1, false},
    NamedUnit{"ns", 1, 1000, false},
    NamedUnit{"ps", 1, second, false},
    NamedUnit{"fs", 1, 1000 * second, false},
    NamedUnit{"as", 1, second* second, false},
};

/// Rounded down.
constexpr std::int64_t quotient(std::int64_t a, std::int64_t b) noexcept {
    return a / b - (a % b < 0 ? 1 : 0);
}

/// The first moment of the n-th month since January 1970.
std::int64_t month_start(std::int64_t months) noexcept {
    // Beyond these the library has no answer anyway; a year must fit its type.
    if (months < -12 * 1000 || months > 12 * 1000) {
        return no_instant;
    }
    const std::chrono::year_month month =
        std::chrono::year(1970) / std::chrono::January + std::chrono::months(months);
    return std::chrono::microseconds(std::chrono::sys_days(month / 1).time_since_epoch()).count();
}

template <class Number>
std::span<Number> numbers_of(const py::buffer_info& info, const char* name) {
    if (info.ndim != 1 || info.itemsize != sizeof(Number) ||
        (info.size > 1 && info.strides[0] != sizeof(Number))) {
        throw Error(ErrorCode::argument, std::string(name) + " is no buffer of int" +
                                             std::to_string(8 * sizeof(Number)) + " in a row");
    }
    return {static_cast<Number*>(info.ptr), static_cast<std::size_t>(info.size)};
}

/// One piece: local times become instants, then deadlines, then local times again.
class Piece {
public:
    Piece(const ColumnQuestion& question, std::span<const std::int64_t> starts, std::size_t first)
        : question_(question),
          first_(first),
          size_(starts.size()) {
        for (std::size_t i = 0; i < size_; ++i) {
            begun_[i] = shifted(question.unit.micros(starts[i]), -offset());
        }
    }

    void reckon(std::span<std::int64_t> out) const {
        const std::span<const std::int64_t> begun(begun_.data(), size_);
        const Calendar& calendar = question_.calendar;
        if (question_.which.empty()) {
            due_column(calendar.table(), calendar.zone(), begun, question_.waktu.front(), out);
        } else {
            for (std::size_t i = 0; i < size_; ++i) {
                const auto row = static_cast<std::size_t>(question_.which[first_ + i]);
                out[i] = due(begun[i], question_.waktu[row]);
            }
        }
        for (std::int64_t& each : out) {
            each = shifted(each, offset());
        }
    }

    static constexpr std::size_t most = 2048;

private:
    [[nodiscard]] std::int64_t offset() const noexcept {
        return question_.time == ColumnTime::local
                   ? std::chrono::microseconds(question_.calendar.zone().offset()).count()
                   : 0;
    }

    /// Far from the ends of int64 nothing is asked, so what would not fit has no answer.
    static std::int64_t shifted(std::int64_t micros, std::int64_t by) noexcept {
        constexpr std::int64_t far = INT64_MAX / 2;
        return micros > -far && micros < far ? micros + by : no_instant;
    }

    [[nodiscard]] std::int64_t due(std::int64_t start, const ReadyWaktu& waktu) const noexcept {
        const Calendar& calendar = question_.calendar;
        return micros_of(tertib::due(calendar.table(), calendar.zone(), instant_of(start), waktu))
            .value_or(no_instant);
    }

    const ColumnQuestion& question_;
    std::size_t first_;
    std::size_t size_;
    std::array<std::int64_t, most> begun_{};
};

void due_of_buffer(const Calendar& calendar, std::vector<ReadyWaktu> waktu,
                   const std::optional<py::buffer>& which, const py::buffer& starts,
                   const std::pair<std::string, std::int64_t>& unit, bool local, py::buffer& out) {
    const py::buffer_info from = starts.request();
    const py::buffer_info to = out.request(true);
    const auto begun = numbers_of<const std::int64_t>(from, "starts");
    const auto filled = numbers_of<std::int64_t>(to, "out");
    if (filled.size() != begun.size() || waktu.empty()) {
        throw Error(ErrorCode::argument, "the columns must be of one length");
    }
    std::optional<py::buffer_info> rows;
    std::span<const std::int32_t> by_row;
    if (which) {
        rows = which->request();
        by_row = rows_of(*rows, begun.size(), waktu.size());
    }
    const ColumnQuestion question{.calendar = calendar,
                                  .waktu = std::move(waktu),
                                  .which = by_row,
                                  .unit = ColumnUnit(unit.first, unit.second),
                                  .time = local ? ColumnTime::local : ColumnTime::utc};
    const py::gil_scoped_release released;
    reckon(question, begun, filled);
}

} // namespace

ColumnUnit::ColumnUnit(std::string_view name, std::int64_t count) {
    const auto* found = std::ranges::find(units, name, &NamedUnit::name);
    if (found == units.end()) {
        throw Error(ErrorCode::unsupported,
                    "a column in the unit \"" + std::string(name) + "\" holds no times");
    }
    if (count < 1 || count > INT64_MAX / found->times) {
        throw Error(ErrorCode::argument, "a unit can't be made of so many others");
    }
    times_ = found->times * count;
    per_ = found->per;
    months_ = found->months;
}

std::int64_t ColumnUnit::micros(std::int64_t value) const noexcept {
    if (value == no_instant || value > INT64_MAX / times_ || value < -(INT64_MAX / times_)) {
        return no_instant;
    }
    const std::int64_t product = value * times_;
    return months_ ? month_start(product) : quotient(product, per_);
}

void reckon(const ColumnQuestion& question, std::span<const std::int64_t> starts,
            std::span<std::int64_t> out) {
    for (std::size_t at = 0; at < starts.size(); at += Piece::most) {
        const std::size_t size = std::min(Piece::most, starts.size() - at);
        Piece(question, starts.subspan(at, size), at).reckon(out.subspan(at, size));
    }
}

std::span<const std::int32_t> rows_of(const py::buffer_info& info, std::size_t rows,
                                      std::size_t count) {
    const auto which = numbers_of<const std::int32_t>(info, "which");
    const auto wrong = [count](std::int32_t each) {
        return each < 0 || static_cast<std::size_t>(each) >= count;
    };
    if (which.size() != rows || std::ranges::any_of(which, wrong)) {
        throw Error(ErrorCode::argument, "not every row has a waktu");
    }
    return which;
}

void bind_column(py::module_& module) {
    module.def("due_column", &due_of_buffer, py::arg("calendar"), py::arg("waktu"),
               py::arg("which"), py::arg("starts"), py::arg("unit"), py::arg("local"),
               py::arg("out"), "Deadlines of a buffer of int64, in microseconds, into another.");
}

} // namespace tertib::python
