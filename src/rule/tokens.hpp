// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/model/sop.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tertib::rules {

// The words of a whole document with their neighbours, for what compares spellings. Both borrow
// the Sop's texts.

/// A text of the document and where it stands.
struct Piece {
    std::string_view text;
    Place where;
};

[[nodiscard]] std::vector<Piece> pieces_of(const Sop& sop);

/// A word as written and folded; `follows`: only blanks stand between it and the word before.
struct Token {
    std::string_view raw;
    std::string word;
    std::size_t piece = 0;
    bool follows = false;
};

[[nodiscard]] std::vector<Token> tokens_of(std::span<const Piece> pieces);

enum class Side : std::uint8_t { before, behind };

/// The nearest word with a meaning beside a word of the same text, "" if none is near.
[[nodiscard]] std::string_view neighbour(std::span<const Token> tokens, std::size_t at, Side side);

} // namespace tertib::rules
