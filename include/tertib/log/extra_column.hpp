// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/log/chunked.hpp"
#include "tertib/log/dictionary.hpp"
#include "tertib/log/event_stamp.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace tertib {

/// What a further column of a log holds.
enum class ColumnType : std::uint8_t { text, integer, real, boolean, stamp };

/// Whether a column has a value for each event or one for each case.
enum class ColumnScope : std::uint8_t { event, of_case };

/// One value of a further column; std::monostate where there is none.
using LogValue =
    std::variant<std::monostate, std::string_view, std::int64_t, double, bool, EventStamp>;

/// A column of a log beside those that every log has, kept by its name so that it can be written
/// again without loss. An event's value is at its row; a case's at its code (and none at 0).
///
///     const ExtraColumn* amount = log.column("Biaya");
///     LogValue value = amount->value(row);
///
/// Immutable once its log is built; read it from any thread.
class ExtraColumn {
public:
    ExtraColumn(std::string name, ColumnType type, ColumnScope scope);

    [[nodiscard]] const std::string& name() const noexcept { return name_; }
    [[nodiscard]] ColumnType type() const noexcept { return type_; }
    [[nodiscard]] ColumnScope scope() const noexcept { return scope_; }
    [[nodiscard]] std::size_t size() const noexcept { return codes_.size(); }

    /// The value at a row (or at a case's code); a text lives as long as the log.
    [[nodiscard]] LogValue value(std::size_t index) const;
    [[nodiscard]] bool has(std::size_t index) const noexcept { return codes_[index] != no_code; }

    /// For whole columns: of texts the codes, of booleans 1 for no and 2 for yes, of the others 1
    /// where there is a value; always 0 for none.
    [[nodiscard]] const Chunked<Code>& codes() const noexcept { return codes_; }
    [[nodiscard]] const Dictionary& texts() const noexcept { return texts_; }
    [[nodiscard]] const Chunked<std::int64_t>& integers() const noexcept { return integers_; }
    [[nodiscard]] const Chunked<double>& reals() const noexcept { return reals_; }
    [[nodiscard]] const Chunked<StampForm>& forms() const noexcept { return forms_; }

    [[nodiscard]] std::size_t bytes() const noexcept;

private:
    friend class LogBuilder;
    /// Throws Error(argument) for a value of another type.
    void set(std::size_t index, const LogValue& value);
    void set_text(std::size_t index, std::string_view text);
    void finish(std::size_t size);

    std::string name_;
    ColumnType type_;
    ColumnScope scope_;
    Chunked<Code> codes_{no_code};
    Dictionary texts_;
    Chunked<std::int64_t> integers_{0}; ///< integers, and the microseconds of stamps
    Chunked<double> reals_{0.0};
    Chunked<StampForm> forms_{StampForm{}};
};

/// "text", "integer", "real", "boolean", "stamp"
[[nodiscard]] std::string_view name(ColumnType type) noexcept;

} // namespace tertib
