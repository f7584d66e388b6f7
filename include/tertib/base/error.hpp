// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

namespace tertib {

/// What kind of trouble stopped a call. Odd documents and broken rules are not errors but
/// findings (base/finding.hpp); an Error says that the call could not be done at all.
enum class ErrorCode : std::int32_t {
    argument,    ///< the caller passed something that can't be meant
    format,      ///< the bytes are in no known format, or hold no SOP table
    limit,       ///< a stated limit (size, rows, depth …) was passed
    unsupported, ///< well formed, but made by a newer version or outside what is offered
    io,          ///< a file or the system failed
    internal,    ///< a promise of this library was broken: please report it
    store,       ///< the store is busy or failed; nothing was changed
    damaged,     ///< a store's contents contradict themselves or are not ours
    /// It isn't known whether a commit took place; asking again with the same key settles it.
    outcome_unknown,
};

/// Where in a file the trouble is; rows and columns count from 1, 0 means unknown.
struct Position {
    std::string file;
    std::int64_t row = 0;
    std::int64_t column = 0;

    friend bool operator==(const Position&, const Position&) = default;
};

/// The one exception type of the library: a code, one line of text, and a position.
///
///     throw tertib::Error(tertib::ErrorCode::format, "no table with a column Uraian was found");
class Error : public std::runtime_error {
public:
    Error(ErrorCode code, const std::string& message, Position position = {})
        : std::runtime_error(message),
          code_(code),
          position_(std::move(position)) {}

    [[nodiscard]] ErrorCode code() const noexcept { return code_; }
    [[nodiscard]] const Position& position() const noexcept { return position_; }

private:
    ErrorCode code_;
    Position position_;
};

} // namespace tertib
