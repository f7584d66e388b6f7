// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/model/step.hpp"

#include <cstdint>
#include <string_view>

namespace tertib {

/// What a lane cell's text is.
enum class LaneText : std::uint8_t {
    nothing,        ///< empty, "-"
    mark,           ///< one symbol (or the same one repeated)
    arrow,          ///< a piece of a line drawn with characters: no mark
    unreadable,     ///< "[??]" or replacement characters
    unknown_symbol, ///< a sign that isn't known: a mark, of symbol `other`
    words,          ///< words: no mark, since nobody says what they mean
};

struct LaneReading {
    LaneText kind = LaneText::nothing;
    Symbol symbol = Symbol::unspecified;
};

/// Reads the text of a pelaksana's cell in a step's row: shapes (○ ▭ ◇ ⬠ and their kin) tell
/// their symbol, ticks and dots (✓ √ ● v x) are marks without a shape of their own, "Mulai" and
/// "Selesai" are the words that stand in a terminator.
[[nodiscard]] LaneReading read_lane(std::string_view cell);

} // namespace tertib
